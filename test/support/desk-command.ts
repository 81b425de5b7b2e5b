import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const entry = join(root, 'src/main/cli/index.ts');

export type Said = {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly lines: unknown[];
};

/** The command line as a person or a script runs it: a process of its own. */
export async function deskCommand(
  args: readonly string[],
  options: { readonly stdin?: string; readonly uid?: number; readonly cwd?: string } = {},
): Promise<Said> {
  const child = spawn(process.execPath, [entry, ...args], {
    stdio: 'pipe',
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end(options.stdin ?? '');
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const lines = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
  return { exitCode, stdout, stderr, lines };
}
