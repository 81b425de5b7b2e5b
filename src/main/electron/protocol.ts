import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { protocol } from 'electron';
import { appScheme, assetFor, contentSecurityPolicy } from './asset-path.ts';

/** Must run before the app is ready. The page gets an origin of its own instead of `file://`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built window, and nothing else, under the app's own scheme. */
export function serveApp(): void {
  const root = resolve(import.meta.dirname, '../renderer');
  protocol.handle(appScheme, (request) => answer(root, request));
}

async function answer(root: string, request: Request): Promise<Response> {
  const asset = request.method === 'GET' ? assetFor(root, request.url) : null;
  if (!asset) return refused(404);
  try {
    // A plain view of bytes is a body; Buffer's type is not.
    return new Response(new Uint8Array(await readFile(asset.file)), { headers: headers(asset.type) });
  } catch {
    return refused(404);
  }
}

const refused = (status: number): Response => new Response(null, { status, headers: headers('text/plain') });

const headers = (type: string): Record<string, string> => ({
  'content-type': type,
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
});
