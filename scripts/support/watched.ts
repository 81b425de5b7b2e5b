import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const stallMs = 10_000;

/**
 * Runs a program that downloads something, watching the folders it writes to: when nothing has arrived for ten seconds it
 * is stopped. Null when it went well, else why not, in one line.
 */
export function runWatched(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  folders: readonly string[],
): Promise<string | null> {
  return new Promise((done) => {
    const child = spawn(command, [...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    let stalled = false;
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const stop = onStall(folders, () => {
      stalled = true;
      child.kill('SIGKILL');
    });
    child.on('error', (error) => (said += error.message));
    child.on('close', (code) => {
      stop();
      if (code === 0) done(null);
      else done(stalled ? 'nothing arrives' : said.trim().split('\n')[0] || `code ${code}`);
    });
  });
}

/** Calls `stalled` when the folders have not grown for a while. Returns a function that stops watching. */
function onStall(folders: readonly string[], stalled: () => void): () => void {
  let size = bytesIn(folders);
  const watch = setInterval(() => {
    const now = bytesIn(folders);
    if (now === size) stalled();
    size = now;
  }, stallMs);
  return () => clearInterval(watch);
}

const bytesIn = (folders: readonly string[]): number => folders.reduce((sum, folder) => sum + bytesAt(folder), 0);

function bytesAt(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.size;
  return bytesIn(readdirSync(path).map((name) => join(path, name)));
}
