import { parseArgs } from 'node:util';
import { resolve } from 'node:path';

/** What the command line asks of this start. Chromium's own switches pass through unread. */
export type LaunchOptions = { readonly deskFile: string | null };

/** `--desk FILE`, `--desk=FILE`, or a `*.desk` file handed over by the system (double click). Relative to `directory`. */
export function launchOptions(args: readonly string[], directory: string): LaunchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { desk: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  });
  const asked = typeof values.desk === 'string' && values.desk !== '' ? values.desk : null;
  const file = asked ?? positionals.find((text) => text.endsWith('.desk')) ?? null;
  return { deskFile: file === null ? null : resolve(directory, file) };
}
