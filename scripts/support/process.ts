import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const at = (path: string): string => join(root, path);

/** This project's programs first, as npm has it: that is where the right Node is. */
const path = [at('node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);

export type RunOptions = {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly quiet?: boolean;
  readonly timeoutMs?: number;
};
export type Ran = { readonly code: number; readonly output: string };

/**
 * Runs a program to its end. Its output goes to the terminal, or with `quiet` is only kept. Never throws: a program that
 * cannot be started has code 127, one that took too long 124.
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((done) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const pieces: string[] = [];
    const keep = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      pieces.push(chunk.toString());
      if (options.quiet !== true) stream.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    let late = false;
    const timer = options.timeoutMs
      ? setTimeout(() => {
          late = true;
          child.kill('SIGKILL');
        }, options.timeoutMs)
      : undefined;
    const end = (code: number): void => {
      clearTimeout(timer);
      done({ code: late ? 124 : code, output: pieces.join('') });
    };
    child.on('error', (error) => {
      pieces.push(error.message);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a program of this project's node_modules with the Node that runs this script. */
export const runBin = (name: string, args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  run(at(`node_modules/.bin/${name}`), args, options);

/** @throws Error with the last lines of its output when the program fails. */
export async function must(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await run(command, args, { quiet: true, ...options });
  if (code === 0) return output;
  const tail = output.trimEnd().split('\n').slice(-15).join('\n');
  throw new Error(`${command} ${args.join(' ')} failed with code ${code}\n${tail}`);
}

/** Where a program is on PATH, or null. */
export function which(name: string): string | null {
  const places = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** True where `library` (for example `libgtk-3.so.0`) can be loaded, as far as the linker's cache knows. */
export function hasLibrary(library: string): boolean {
  const { stdout } = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' });
  return (stdout as string | null)?.includes(library) ?? false;
}

export const isRoot = (): boolean => process.getuid?.() === 0;
