import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetFor, contentSecurityPolicy } from '../../../src/main/electron/asset-path.ts';

const root = '/app/out/renderer';

describe('assetFor', () => {
  it('finds the files of the window with their types', () => {
    expect(assetFor(root, 'foredesk://app/')).toEqual({
      file: `${root}/index.html`,
      type: 'text/html; charset=utf-8',
    });
    expect(assetFor(root, 'foredesk://app/assets/index.js?v=1#top')).toEqual({
      file: `${root}/assets/index.js`,
      type: 'text/javascript; charset=utf-8',
    });
    expect(assetFor(root, 'foredesk://app/assets/inter.woff2')?.type).toBe('font/woff2');
  });

  it.each([
    'foredesk://other/index.html',
    'https://app/index.html',
    'foredesk://app/..%2f..%2fpackage.json',
    'foredesk://app/%2e%2e%2f%2e%2e%2fsecret.json',
    'foredesk://app/..%5c..%5csecret.json',
    'foredesk://app/a%00.html',
    'foredesk://app/%zz.html',
    'foredesk://app/tickets.desk',
    'not an address',
  ])('serves nothing for %s', (address) => {
    expect(assetFor(root, address)).toBeNull();
  });

  it('never leads out of the folder', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '/', '%2f', '%5c', '\\', 'a', 'index', '//', '%252e');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const asset = assetFor(root, `foredesk://app/${pieces.join('')}.html`);
        return asset === null || asset.file.startsWith(`${root}/`);
      }),
    );
  });
});

it('the policy of the page starts from nothing and has no exception for inline code', () => {
  expect(contentSecurityPolicy.startsWith("default-src 'none'; script-src 'self';")).toBe(true);
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
});
