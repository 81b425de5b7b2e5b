import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './support/build.ts';
import { findElectron } from './support/electron.ts';
import { at, runBin } from './support/process.ts';
import { noTestRuntime, testRuntime, type TestRuntime } from './test-runtime/runtime.ts';

/**
 * `npm run dist [-- --linux dir]` builds and packages with electron-builder, whose arguments pass through. Where Electron's
 * own download is closed, `--linux dir` alone can still be made, with the test runtime: to try the package, never to ship it.
 */
const args = process.argv.slice(2);

await ensureBuilt();
const own = await findElectron();
if ('path' in own) process.exitCode = await pack([]);
else process.exitCode = await packToTry(own.reason);

async function packToTry(reason: string): Promise<number> {
  const never = noTestRuntime() ?? (args.join(' ') === '--linux dir' ? null : 'only `--linux dir` can do without it');
  if (never !== null) {
    console.error(`Cannot package: ${reason}, and ${never}.`);
    return 1;
  }
  console.error(`${reason}. Packaging with the test runtime: a package to try, not to ship (ADR 0004).`);
  const runtime = await testRuntime();
  const electron = [`-c.electronDist=${runtime.dist}`, '-c.electronVersion=33.2.1'];
  const code = await pack(electron);
  if (code === 0) fitToTestRuntime(runtime);
  return code;
}

async function pack(more: readonly string[]): Promise<number> {
  const { code } = await runBin('electron-builder', [...args, '--publish', 'never', ...more]);
  return code;
}

/** Puts the SQLite that this Electron can load in the place of the one that is shipped, and says so beside it. */
function fitToTestRuntime({ binding }: TestRuntime): void {
  const package_ = at('dist/linux-unpacked');
  const sqlite = 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node';
  copyFileSync(binding, join(package_, sqlite));
  writeFileSync(
    join(package_, 'NOT-FOR-SHIPPING.txt'),
    'Packaged with the test runtime of docs/adr/0004-test-runtime.md, to see that the package starts. Do not ship it.\n',
  );
}
