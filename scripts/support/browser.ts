import { spawn } from 'node:child_process';
import { hasDisplay } from './electron.ts';
import { which } from './process.ts';

/** Opens an address in the default browser, if there is one to be seen. Never fails and is never waited for. */
export function openInBrowser(address: string): void {
  const command = opener(address);
  if (!command || process.env['FOREDESK_NO_BROWSER']) return;
  const [program, ...args] = command;
  const child = spawn(program, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
}

function opener(address: string): [string, ...string[]] | null {
  if (process.platform === 'darwin') return ['open', address];
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '""', address.replaceAll('&', '^&')];
  // Without a display xdg-open would start a text browser in this terminal.
  return hasDisplay() && which('xdg-open') !== null ? ['xdg-open', address] : null;
}
