import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Fault } from '../../domain/fault.ts';
import { usage, type Command } from './arguments.ts';
import { withDesk, withPassingDesk, type Caller } from './caller.ts';
import { importFile } from './import-command.ts';
import { noDesk } from './new-desk.ts';
import { describeError, type Output } from './output.ts';
import { procedures } from './procedures.ts';
import { report } from './report-command.ts';

/** Runs a command; gives the exit code. Refusals are thrown. */
export async function run(command: Command, output: Output): Promise<number> {
  switch (command.name) {
    case 'help':
      // stdout is for answers in JSON.
      output.note(usage);
      return 0;
    case 'procedures':
      output.result({ procedures: procedures() });
      return 0;
    case 'sample':
      return sample(command, output);
    case 'import':
      return importInto(command, output);
    default:
      return withDesk(command.desk, (call) => runOn(call, command, output));
  }
}

/** An import begins a desk that is not there; a dry run leaves none behind, and tells what it would be like. */
async function importInto(command: Command, output: Output): Promise<number> {
  const { desk, options } = command;
  const work = (call: Caller) => importFile(call, operand(command, 'a file'), options, output);
  if (options['dry-run'] !== true || desk === undefined || existsSync(desk)) return withDesk(desk, work, () => true);
  if (!existsSync(dirname(resolve(desk)))) throw noDesk(resolve(desk));
  output.note(`There is no desk at ${resolve(desk)} yet: this is tried on an empty one, and nothing is kept.`);
  return withPassingDesk(work);
}

async function runOn(call: Caller, command: Command, output: Output): Promise<number> {
  switch (command.name) {
    case 'call':
      output.result(await call(operand(command, 'a procedure'), parseJson(command.operands[1])));
      return 0;
    case 'batch':
      return batch(call, output);
    case 'report':
      return report(call, operand(command, 'the name of a report'), command.options, output);
    case 'backup':
      output.result(await call('desk.backup', { file: resolve(operand(command, 'a file')) }));
      return 0;
    default: {
      const verified = (await call('desk.verify', undefined)) as { ok: boolean };
      output.result(verified);
      return verified.ok ? 0 : 1;
    }
  }
}

function operand(command: Command, what: string): string {
  const [first] = command.operands;
  if (first === undefined) throw new Fault('INVALID', `“${command.name}” needs ${what}.`);
  return first;
}

function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Fault('INVALID', `The input is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

type Line = { id: unknown; procedure: unknown; input: unknown };

/** Answers each line before the next is read: what a line did, the next one sees. A refused line is an answer too. */
async function batch(call: Caller, output: Output): Promise<number> {
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (text.trim() === '') continue;
    let id: unknown = null;
    try {
      const line = parseJson(text) as Partial<Line> | null;
      id = line?.id ?? null;
      if (typeof line?.procedure !== 'string')
        throw new Fault('INVALID', 'A line is {"id","procedure","input"}; this one names no procedure.');
      output.result({ id, result: (await call(line.procedure, line.input)) ?? null });
    } catch (error) {
      output.result({ id, ...describeError(error) });
    }
  }
  return 0;
}

async function sample(command: Command, output: Output): Promise<number> {
  const out = command.options.out ?? command.desk;
  if (out === undefined) throw new Fault('INVALID', 'Say where the sample desk goes: --out FILE.');
  const file = resolve(out);
  if (existsSync(file))
    throw new Fault('CONFLICT', `${file} is there already. Choose another name; nothing is written over.`);
  // Looked at before the desk is made: a refusal must not leave an empty one behind.
  const tickets = wholeNumber(command, 'tickets', 2000, 1);
  const seed = wholeNumber(command, 'seed', 1, 0);
  return withDesk(file, async (call) => {
    const done = (await call('desk.sample', { tickets, seed })) as object;
    output.result({ file, ...done });
    return 0;
  });
}

function wholeNumber(command: Command, name: 'tickets' | 'seed', usual: number, least: number): number {
  const value = Number(command.options[name] ?? usual);
  if (!Number.isInteger(value) || value < least)
    throw new Fault('INVALID', `--${name} takes a whole number from ${least} on.`);
  return value;
}
