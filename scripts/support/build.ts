import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { at, runBin } from './process.ts';

const made = [
  'out/main/index.js',
  'out/main/worker.js',
  'out/main/job-worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];
const sources = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts'];

/** Builds main, preload and window into `out/`, unless what is there is newer than everything it is made from. */
export async function ensureBuilt(): Promise<void> {
  if (isFresh()) return;
  console.error('Building Foredesk…');
  const { code, output } = await runBin('electron-vite', ['build'], { quiet: true });
  if (code !== 0) throw new Error(`The build failed.\n${output}`);
}

export function isFresh(): boolean {
  const outputs = made.map(at);
  if (!outputs.every((file) => existsSync(file))) return false;
  const oldestOutput = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return Math.max(...sources.map((path) => newest(at(path)))) < oldestOutput;
}

/** The latest change of a file, or of anything in a folder, in epoch ms; 0 where there is nothing. */
function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  // A folder's own time tells of what was taken away.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
