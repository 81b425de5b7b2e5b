import { existsSync, writeFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { reportFormats } from '../../contract/words.ts';
import { dayNumber } from '../../domain/calendar/wall-time.ts';
import { instantOfWall, zoneOf } from '../../domain/calendar/zone.ts';
import { Fault } from '../../domain/fault.ts';
import { builtInKeys, isBuiltIn } from '../../domain/reports/built-in.ts';
import type { Options } from './arguments.ts';
import type { Caller } from './caller.ts';
import type { Output } from './output.ts';

/** Reads of now, which nobody keeps. */
const reads: Readonly<Record<string, string>> = {
  'stand-up': 'reports.standUp',
  reconciliation: 'reports.reconciliation',
  day: 'reports.day',
};

type Named = { readonly key: string; readonly title: string };

/** By its key or its title. Faults NOT_FOUND, with those there are. */
async function keyOf(call: Caller, name: string): Promise<string> {
  const { reports } = (await call('reports.list', undefined)) as { readonly reports: readonly Named[] };
  const found =
    reports.find(({ key }) => key === name) ??
    reports.find(({ title }) => title.toLowerCase() === name.trim().toLowerCase());
  if (found !== undefined) return found.key;
  const own = reports.filter(({ key }) => !isBuiltIn(key)).map(({ title }) => `“${title}”`);
  const all = [...Object.keys(reads), ...builtInKeys, ...own];
  throw new Fault('NOT_FOUND', `There is no report “${name}”. There are ${all.join(', ')}.`);
}

/** A date is its first instant by the desk's clock. */
async function atOf(call: Caller, at: string | undefined): Promise<string | number | undefined> {
  if (at === undefined || !/^\d{4}-\d\d-\d\d$/.test(at)) return at;
  const { timeZone } = (await call('desk.info', undefined)) as { readonly timeZone: string };
  return instantOfWall(zoneOf(timeZone), dayNumber(at), 0);
}

/** The format that a file's ending stands for. Faults INVALID on others, and on files that are there or cannot be. */
function formatOf(out: string): string {
  const ending = extname(out).slice(1).toLowerCase();
  if (!reportFormats.some((each) => each === ending))
    throw new Fault('INVALID', `A report goes to a file that ends in ${reportFormats.join(', ')}; not “${out}”.`);
  if (existsSync(out))
    throw new Fault('CONFLICT', `${out} is there already. Choose another name; nothing is written over.`);
  if (!existsSync(dirname(out))) throw new Fault('NOT_FOUND', `There is no folder ${dirname(out)}.`);
  return ending;
}

type File = { readonly base64: string; readonly type: string };

function save(out: string, { base64, type }: File) {
  const bytes = Buffer.from(base64, 'base64');
  writeFileSync(out, bytes, { flag: 'wx' });
  return { file: out, type, bytes: bytes.length };
}

/** Makes an issue and keeps it on the desk. */
async function keep(call: Caller, key: string, at: string | number | undefined) {
  return (await call('reports.make', { key, ...(at !== undefined && { at }) })) as { readonly issueId: string };
}

/**
 * A report as one line of JSON, or to a file. Nothing is kept on the desk unless that is asked for: a look is a look.
 * SPEC CLI-4.
 */
export async function report(call: Caller, name: string, options: Options, output: Output): Promise<number> {
  const read = reads[name];
  if (read !== undefined) {
    const given = (['out', 'at', 'keep'] as const).find((option) => options[option] !== undefined);
    if (given !== undefined)
      throw new Fault('INVALID', `${name} is told as it is now, as JSON: --${given} is not for it.`, { field: given });
    output.result(await call(read, {}));
    return 0;
  }
  const out = options.out === undefined ? undefined : resolve(options.out);
  const key = await keyOf(call, name);
  // Refused before anything is made.
  const format = out === undefined ? undefined : formatOf(out);
  const at = await atOf(call, options.at);
  if (options.keep === true) {
    const { issueId } = await keep(call, key, at);
    if (out === undefined) output.result(await call('reports.issue', { issueId }));
    else output.result({ ...save(out, (await call('reports.issueFile', { issueId, format })) as File), issueId });
    return 0;
  }
  const asked = { report: key, ...(at !== undefined && { at }) };
  if (out === undefined) output.result(await call('reports.preview', asked));
  else output.result(save(out, (await call('reports.previewFile', { ...asked, format })) as File));
  return 0;
}
