import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '@orpc/server';
import { nodePorts } from '../../src/main/desk/node-ports.ts';
import { openDesk, type OpenDesk } from '../../src/main/desk/open-desk.ts';

const folder = join(import.meta.dirname, '..', '..', '.cache', 'bench');
export const scratch = (name: string): string => {
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
};

/** A sample desk of so many tickets, made once and kept: a million take minutes. */
export async function sampleFile(tickets: number): Promise<string> {
  const file = scratch(`sample-${tickets}.desk`);
  if (existsSync(file)) return file;
  const part = scratch(`part-${tickets}.desk`);
  for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(part + suffix, { force: true });
  process.stderr.write(`making a desk of ${tickets} tickets, once\n`);
  const desk = await openDesk(part, nodePorts());
  await call(desk.router.desk.sample, { tickets, seed: 1 }, { context: desk.session({ trusted: true }) });
  await desk.close();
  renameSync(part, file);
  return file;
}

export async function withDesk<T>(file: string, work: (desk: OpenDesk) => Promise<T>): Promise<T> {
  const desk = await openDesk(file, nodePorts());
  try {
    return await work(desk);
  } finally {
    await desk.close();
  }
}
