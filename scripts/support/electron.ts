import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from './process.ts';
import { runWatched } from './watched.ts';

export type Found = { readonly path: string } | { readonly reason: string };

const home = at('node_modules/electron');
/**
 * Electron's own program: where ELECTRON_OVERRIDE_DIST_PATH says, or in its package, fetched on first use. Never hangs: a
 * download in which nothing arrives for ten seconds is given up.
 */
export async function findElectron(): Promise<Found> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) {
    const path = join(override, programName());
    return existsSync(path) ? { path } : { reason: `ELECTRON_OVERRIDE_DIST_PATH holds no ${programName()}` };
  }
  const there = installed();
  if (there !== null) return { path: there };
  const failure = await download();
  const now = installed();
  return now === null ? { reason: `Electron could not be downloaded (${failure ?? 'unknown'})` } : { path: now };
}

/** True where a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

function programName(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function installed(): string | null {
  const path = join(home, 'dist', programName());
  return existsSync(path) && existsSync(join(home, 'path.txt')) ? path : null;
}

/** Runs the package's own installer. Null when it went well, else why not. */
async function download(): Promise<string | null> {
  console.error('Fetching Electron, once…');
  const scratch = mkdtempSync(join(tmpdir(), 'foredesk-electron-'));
  try {
    const env = { TMPDIR: scratch, TEMP: scratch, TMP: scratch };
    return await runWatched(process.execPath, [join(home, 'install.js')], env, [scratch, join(home, 'dist')]);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
