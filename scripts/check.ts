import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { at, runBin } from './support/process.ts';

/** `npm run check` looks at everything that can be seen without a browser; `-- types lint` only at those. */
type Check = { readonly name: string; readonly command: readonly [string, ...string[]]; readonly group: string };

const types = (project: string): Check => {
  const info = at(`.cache/${project}.tsbuildinfo`);
  const args = ['-p', `tsconfig.${project}.json`, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', info];
  return { name: `types ${project}`, command: ['tsc', ...args], group: 'types' };
};

/** In two parts, each with the projects that it needs: the whole at once does not fit into the memory Node takes by itself. */
const windowFiles = ['src/renderer', 'src/preload', 'src/main/electron', 'test/renderer', 'test/e2e', 'test/electron'];
const lint = (name: string, files: readonly string[]): Check => ({
  name: `lint ${name}`,
  command: ['eslint', '--max-warnings', '0', '--cache', '--cache-location', `.cache/eslint-${name}`, ...files],
  group: 'lint',
});

// The slow ones first, so that the last one to end is a short one.
const checks: readonly Check[] = [
  lint('window', windowFiles),
  lint('desk', ['.', ...windowFiles.flatMap((folder) => ['--ignore-pattern', `${folder}/**`])]),
  { name: 'unit tests', command: ['vitest', 'run', '--reporter=dot'], group: 'unit' },
  types('node'),
  types('web'),
  types('electron'),
  types('pure'),
  {
    name: 'boundaries',
    command: ['depcruise', '--config', 'dependency-cruiser.config.js', 'src'],
    group: 'boundaries',
  },
  { name: 'dead code', command: ['knip', '--no-progress'], group: 'dead' },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'], group: 'format' },
];

const asked = process.argv.slice(2);
const todo = checks.filter((check) => asked.length === 0 || asked.includes(check.group));
if (todo.length === 0) {
  console.error(`Nothing to check. There are: ${[...new Set(checks.map((check) => check.group))].join(', ')}`);
  process.exit(1);
}

mkdirSync(at('.cache'), { recursive: true });
const waiting = [...todo];
const failed: string[] = [];
await Promise.all(Array.from({ length: Math.max(1, Math.min(4, availableParallelism())) }, worker));
console.log(failed.length === 0 ? `All ${todo.length} checks pass.` : `Not right: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Takes checks until none waits. */
async function worker(): Promise<void> {
  for (let check = waiting.shift(); check; check = waiting.shift()) await perform(check);
}

async function perform(check: Check): Promise<void> {
  const began = performance.now();
  const [program, ...args] = check.command;
  const { code, output } = await runBin(program, args, { quiet: true, env: { FORCE_COLOR: '0' } });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${check.name.padEnd(14)} ${seconds.padStart(6)} s`);
  if (code === 0) return;
  failed.push(check.name);
  console.log(output.trimEnd().replaceAll(/^/gm, '     '));
}
