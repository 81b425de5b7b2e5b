import { parseArgs } from 'node:util';

export const usage = `desk [--desk FILE] COMMAND
  help                                  this; --help and -h too
  call PROCEDURE [JSON]                 one call
  batch                                 JSON lines on stdin: {"id","procedure","input"}
  procedures                            every procedure with its JSON schemas
  import FILE [--as FORMAT] [--dry-run] [--mapping NAME] [--date-order dmy|mdy|ymd] [--year-order ymd|ydm]
    [--time-zone ZONE] [--rejects FILE]
  sample --tickets N --seed S --out FILE
  backup FILE
  verify
  report stand-up|reconciliation|day
  report NAME [--at DATE] [--out FILE] [--keep]
                                        daily, weekly, monthly, review, or the title or id of one of your own; to a
                                        file by its ending: pdf, xlsx, csv, html, eml. Only --keep keeps an issue

A desk is made by “sample --out”, by “import” and by a call that puts something on it (tickets.create, people.create,
…Save). Whatever only reads needs a FILE that is there; “import --dry-run” then tells what would be on a new desk.`;

export type Command = {
  readonly desk: string | undefined;
  readonly name: string;
  readonly operands: readonly string[];
  readonly options: Options;
};
export type Options = {
  readonly [
    Name in 'as' | 'mapping' | 'date-order' | 'year-order' | 'time-zone' | 'rejects' | 'tickets' | 'seed' | 'out' | 'at'
  ]?: string;
} & { readonly 'dry-run'?: boolean; readonly keep?: boolean };

const names = new Set(['help', 'call', 'batch', 'procedures', 'import', 'sample', 'backup', 'verify', 'report']);
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
        'year-order': text,
        'time-zone': text,
        rejects: text,
        tickets: text,
        seed: text,
        out: text,
        at: text,
        keep: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { desk, help, ...options } = values;
    const [name, ...operands] = help === true ? ['help'] : positionals;
    if (name === undefined || !names.has(name))
      return { problem: name === undefined ? 'No command was given.' : `There is no command “${name}”.` };
    return { desk, name, operands, options };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
