import { app, session, type WebContents } from 'electron';
import { appOrigin } from './asset-path.ts';

/**
 * What no window of Foredesk may do, whatever its page asks: leave the app's own pages, open another window, embed a
 * webview, use a device or any other permission.
 */
export function hardenEverything(): void {
  app.on('web-contents-created', (_event, contents) => harden(contents));
}

function harden(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** No permission is granted: notifications come from the main process, and nothing else is asked for. */
export function refusePermissions(): void {
  const ours = session.defaultSession;
  ours.setPermissionRequestHandler((_contents, permission, decide) => decide(allowed(permission)));
  ours.setPermissionCheckHandler((_contents, permission) => allowed(permission));
  ours.setDevicePermissionHandler(() => false);
  ours.on('will-download', (event, item) => {
    // A page can hand over what it made itself (a rejects file, an export), not fetch from elsewhere.
    if (!item.getURL().startsWith(`blob:${appOrigin}`)) event.preventDefault();
  });
}

const allowed = (permission: string): boolean => permission === 'clipboard-sanitized-write';

export function isOurs(address: string): boolean {
  return URL.canParse(address) && address.startsWith(`${appOrigin}/`);
}
