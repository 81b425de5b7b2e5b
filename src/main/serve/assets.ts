import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** What a page of ours may do: its own scripts, styles, fonts and its own desk. The same as in Electron. */
export const contentPolicy = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Sends a file of the built console, and nothing outside its folder. */
export async function sendAsset(response: ServerResponse, root: string, urlPath: string, host: string): Promise<void> {
  const file = join(root, normalize(urlPath === '/' ? '/index.html' : urlPath));
  const type = types[extname(file)];
  const found = file.startsWith(root + sep) && type !== undefined ? await stat(file).catch(() => null) : null;
  if (found?.isFile() !== true || type === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('There is nothing here.');
    return;
  }
  response.writeHead(200, {
    'content-type': type,
    'content-length': found.size,
    'content-security-policy': contentPolicy(host),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': urlPath.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  });
  await pipeline(createReadStream(file), response);
}
