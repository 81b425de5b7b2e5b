import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noTestRuntime, testRuntime } from '../test-runtime/runtime.ts';
import { findChromium } from './chromium.ts';
import { bring, buildNeeds, screenNeeds } from './debian.ts';
import { findElectron } from './electron.ts';
import { run, runBin, which, type Ran } from './process.ts';
import { playwrightCount, vitestCounts, type Count } from './results.ts';

/** Runs to its end and says what it counted. A suite that cannot run is a failure, unless it says why it may not. */
export type Suite = { readonly name: string; run(): Promise<readonly Count[]> };

const reports = mkdtempSync(join(tmpdir(), 'foredesk-test-'));

export const suites: readonly Suite[] = [
  { name: 'unit', run: unit },
  { name: 'e2e', run: e2e },
  { name: 'electron', run: () => electron('electron', 'test/electron/playwright.config.ts') },
  { name: 'packaged', run: () => electron('packaged', 'test/electron/packaged.config.ts') },
];

const lost = (name: string): Count => ({ name, passed: 0, failed: 1, skipped: 0 });

/** Rules, contract, store, conformance: everything that needs neither browser nor Electron. */
async function unit(): Promise<readonly Count[]> {
  const file = join(reports, 'unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runBin('vitest', args);
  const counts = existsSync(file) ? vitestCounts(file) : [];
  const clean = counts.every((count) => count.failed === 0);
  return (code !== 0 && clean) || counts.length === 0 ? [...counts, lost('unit')] : counts;
}

/** The console that `npm run serve` serves, in Chromium. */
async function e2e(): Promise<readonly Count[]> {
  const chromium = await findChromium();
  if ('reason' in chromium) {
    console.error(`The e2e suite cannot run: ${chromium.reason}`);
    return [lost('e2e')];
  }
  return [await playwright('e2e', 'test/e2e/playwright.config.ts', { FOREDESK_CHROMIUM: chromium.path })];
}

/** The real app in a real Electron, on a screen nobody sees. */
async function electron(name: string, config: string): Promise<readonly Count[]> {
  const missing = await bring(screenNeeds);
  if (missing !== null) {
    console.error(`The ${name} suite cannot run: ${missing}`);
    return [lost(name)];
  }
  try {
    const env = await electronToTest();
    if (!('reason' in env)) return [await playwright(name, config, env, process.platform === 'linux')];
    console.error(`\n*** THE ${name.toUpperCase()} SUITE DID NOT RUN: ${env.reason} ***\n`);
    return [{ name: `${name} (did not run)`, passed: 0, failed: 0, skipped: await listed(config) }];
  } catch (error) {
    console.error(`The ${name} suite cannot run: ${error instanceof Error ? error.message : String(error)}`);
    return [lost(name)];
  }
}

/** Electron's own program where it can be had, else the test runtime (ADR 0004). */
async function electronToTest(): Promise<Record<string, string>> {
  const own = await findElectron();
  if ('path' in own) return { FOREDESK_ELECTRON: own.path };
  const never = noTestRuntime();
  if (never !== null) return { reason: `${own.reason}, and ${never}` };
  const missing = await bring(buildNeeds);
  if (missing !== null) throw new Error(missing);
  const runtime = await testRuntime();
  return { FOREDESK_ELECTRON: join(runtime.dist, 'electron'), SQLITE_NATIVE_BINDING: runtime.binding };
}

async function playwright(
  name: string,
  config: string,
  env: Readonly<Record<string, string>>,
  unseen = false,
): Promise<Count> {
  const file = join(reports, `${name}.json`);
  const { code } = await runPlaywright(
    config,
    ['--reporter=list,json'],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    unseen,
  );
  if (!existsSync(file)) return lost(name);
  const count = playwrightCount(name, file);
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function runPlaywright(
  config: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  unseen: boolean,
): Promise<Ran> {
  const whole = ['test', '--config', config, ...args];
  if (!unseen || which('xvfb-run') === null) return runBin('playwright', whole, { env });
  return run('xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', 'playwright', ...whole], { env });
}

/** How many tests a suite that did not run would have run. */
async function listed(config: string): Promise<number> {
  const { output } = await runBin('playwright', ['test', '--config', config, '--list'], { quiet: true });
  return Number(/Total: (\d+) test/.exec(output)?.[1] ?? 1);
}
