import { parseArgs } from 'node:util';

export const usage = `desk [--desk FILE] COMMAND
  call PROCEDURE [JSON]                 one call
  batch                                 JSON lines on stdin: {"id","procedure","input"}
  procedures                            every procedure with its JSON schemas
  import FILE [--as FORMAT] [--dry-run] [--mapping NAME] [--date-order dmy|mdy|ymd] [--time-zone ZONE] [--rejects FILE]
  sample --tickets N --seed S --out FILE
  backup FILE
  verify
  report NAME`;

export type Command = {
  readonly desk: string | undefined;
  readonly name: string;
  readonly operands: readonly string[];
  readonly options: Options;
};
export type Options = {
  readonly [Name in 'as' | 'mapping' | 'date-order' | 'time-zone' | 'rejects' | 'tickets' | 'seed' | 'out']?: string;
} & { readonly 'dry-run'?: boolean };

const names = new Set(['call', 'batch', 'procedures', 'import', 'sample', 'backup', 'verify', 'report']);
const text = { type: 'string' } as const;

export function parseCommand(argv: readonly string[]): Command | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        desk: text,
        as: text,
        mapping: text,
        'date-order': text,
        'time-zone': text,
        rejects: text,
        tickets: text,
        seed: text,
        out: text,
        'dry-run': { type: 'boolean' },
      },
    });
    const [name, ...operands] = positionals;
    if (name === undefined || !names.has(name))
      return { problem: name === undefined ? 'No command was given.' : `There is no command “${name}”.` };
    const { desk, ...options } = values;
    return { desk, name, operands, options: options };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
