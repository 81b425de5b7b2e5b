import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test as base } from '@playwright/test';

const root = resolve(import.meta.dirname, '../../..');
const started = 30_000;

export type Desk = {
  /** A folder of this test alone. */
  readonly home: string;
  readonly file: string;
  /** Runs `desk` on the file (which must not be served meanwhile); its standard output. */
  cli(...args: readonly string[]): string;
  /** Many calls in one process, in order; what each answers. One that is refused fails the test. */
  batch(calls: readonly (readonly [procedure: string, input: object])[]): readonly unknown[];
  /** Serves the file; the address with its one-time token. A second call serves it again with another one. */
  serve(): Promise<string>;
  stop(): Promise<void>;
};

/** A desk of its own for each test, served over loopback as `npm run serve` does. */
export const test = base.extend<{ desk: Desk }>({
  desk: async ({ browserName: _ }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'foredesk-e2e-'));
    const file = join(home, 'test.desk');
    let server: ChildProcess | null = null;
    const stop = async (): Promise<void> => {
      const last = server;
      server = null;
      if (last) await end(last);
    };
    await use({
      home,
      file,
      cli: (...args) => desk(file, args),
      batch: (calls) => batch(file, calls),
      serve: async () => {
        await stop();
        server = spawn(process.execPath, ['src/main/serve/index.ts', '--desk', file, '--port', '0'], {
          cwd: root,
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        return address(server);
      },
      stop,
    });
    await stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
});

function desk(file: string, args: readonly string[], input = ''): string {
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, input } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/main/cli/index.ts', '--desk', file, ...args],
    options,
  );
  if (status !== 0) throw new Error(`desk ${args.join(' ')} failed with code ${String(status)}: ${stdout}${stderr}`);
  return stdout;
}

type Answer = { readonly result?: unknown; readonly error?: { readonly message: string } };

function batch(file: string, calls: readonly (readonly [string, object])[]): readonly unknown[] {
  const lines = calls.map(([procedure, input], id) => JSON.stringify({ id, procedure, input }));
  const answers = desk(file, ['batch'], lines.join('\n')).trim().split('\n');
  return answers.map((line, at) => {
    const { result, error } = JSON.parse(line) as Answer;
    if (error !== undefined) throw new Error(`${calls[at]?.[0] ?? 'A call'}: ${error.message}`);
    return result;
  });
}

/** The first address the server prints. */
function address(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const late = setTimeout(() => failed(new Error(`No address after ${started} ms: ${said}`)), started);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      const url = /http:\/\/[^\s"']+/.exec(said)?.[0];
      if (url === undefined) return;
      clearTimeout(late);
      found(url);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', (code) => failed(new Error(`The server ended with code ${String(code)}: ${said}`)));
  });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}
