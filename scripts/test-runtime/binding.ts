import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { at, must, which } from '../support/process.ts';

/** Builds the installed better-sqlite3 against Node-API 9, which the test Electron has, into `binding`. */
export async function buildBinding(binding: string): Promise<void> {
  console.error('Building better-sqlite3 for it (a minute or two, once)…');
  const scratch = mkdtempSync(join(dirname(binding), 'build-'));
  try {
    const source = join(scratch, 'better-sqlite3');
    cpSync(at('node_modules/better-sqlite3'), source, { recursive: true });
    // Beside it, where its binding.gyp looks for it.
    cpSync(at('node_modules/node-addon-api'), join(scratch, 'node_modules/node-addon-api'), { recursive: true });
    askForNodeApi9(join(source, 'binding.gyp'));
    await must(process.execPath, [at('node_modules/node-gyp/bin/node-gyp.js'), 'rebuild', ...gypOptions()], {
      cwd: source,
      env: { CXXFLAGS: `-include ${at('scripts/test-runtime/node-api-9.h')}`, MAKEFLAGS: '-j2' },
    });
    copyFileSync(join(source, 'build/Release/better_sqlite3.node'), `${binding}.part`);
    renameSync(`${binding}.part`, binding);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function askForNodeApi9(gyp: string): void {
  const text = readFileSync(gyp, 'utf8');
  const changed = text.replace('NAPI_VERSION=10', 'NAPI_VERSION=9');
  if (changed === text) throw new Error('better-sqlite3 no longer asks for Node-API 10: see ADR 0004');
  writeFileSync(gyp, changed);
}

/** Headers of a Node on this machine where it came with any (no download); else node-gyp fetches them. */
function gypOptions(): string[] {
  const nodeDir = ['/usr', '/usr/local', nodeHome()].find(
    (folder) => folder !== null && existsSync(join(folder, 'include/node/node_api.h')),
  );
  return ['--release', '--force_build=1', ...(nodeDir ? [`--nodedir=${nodeDir}`] : [])];
}

function nodeHome(): string | null {
  const npm = which('npm');
  return npm === null ? null : resolve(dirname(npm), '..');
}
