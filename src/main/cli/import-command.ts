import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setInterval } from 'node:timers';
import {
  dateOrderSchema,
  formatSchema,
  yearOrderSchema,
  type DateOrder,
  type ImportJob,
  type Inspection,
  type Mapping,
  type YearOrder,
} from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import type { Options } from './arguments.ts';
import type { Caller } from './caller.ts';
import type { Output } from './output.ts';

/** `import FILE`: inspects, takes answers from the options, runs to the end, says how far it is on stderr. */
export async function importFile(call: Caller, file: string, options: Options, output: Output): Promise<number> {
  const source = { path: resolve(file) };
  const format = options.as === undefined ? undefined : formatSchema.safeParse(options.as);
  if (format?.success === false) throw new Fault('INVALID', `--as takes one of ${formatSchema.options.join(', ')}.`);
  const inspection = (await call('exchange.inspect', {
    source,
    ...(format === undefined ? {} : { format: format.data }),
  })) as Inspection;
  const mapping = await chosenMapping(call, inspection, options);
  const started = (await call('exchange.start', {
    source,
    mapping,
    mode: options['dry-run'] === true ? 'dryRun' : 'import',
  })) as ImportJob;
  const job = await follow(call, started.id, output);
  if (options.rejects !== undefined) {
    const { csv } = (await call('exchange.rejects', { id: job.id })) as { csv: string };
    await writeFile(resolve(options.rejects), csv);
  }
  output.result(job);
  return job.state === 'done' ? 0 : 1;
}

function ordersOf(options: Options): { readonly dateOrder?: DateOrder; readonly yearOrder?: YearOrder } {
  const [dateOrder, yearOrder] = [options['date-order'], options['year-order']].map((text) => text?.trim());
  const date = dateOrderSchema.optional().safeParse(dateOrder);
  if (!date.success) throw new Fault('INVALID', '--date-order takes dmy, mdy or ymd.');
  const year = yearOrderSchema.optional().safeParse(yearOrder);
  if (!year.success) throw new Fault('INVALID', '--year-order takes ymd or ydm.');
  return { ...(date.data && { dateOrder: date.data }), ...(year.data && { yearOrder: year.data }) };
}

async function chosenMapping(call: Caller, inspection: Inspection, options: Options): Promise<Mapping> {
  const { mappings } =
    options.mapping === undefined
      ? { mappings: [] }
      : ((await call('exchange.mappings', undefined)) as { mappings: { name: string; mapping: Mapping }[] });
  const saved = mappings.find(({ name }) => name === options.mapping);
  if (options.mapping !== undefined && saved === undefined)
    throw new Fault('NOT_FOUND', `No mapping is saved as “${options.mapping}”.`);
  const base = saved?.mapping ?? inspection.mapping;
  const { dateOrder, yearOrder = base.yearOrder ?? inspection.mapping.yearOrder } = ordersOf(options);
  const mapping: Mapping = {
    ...base,
    dateOrder: dateOrder ?? base.dateOrder,
    timeZone: options['time-zone'] ?? base.timeZone,
    ...(yearOrder === undefined ? {} : { yearOrder }),
  };
  const open = inspection.questions.find(({ kind }) => mapping[kind] === null);
  if (open !== undefined) {
    const flag = { dateOrder: '--date-order', yearOrder: '--year-order', timeZone: '--time-zone' }[open.kind];
    throw new Fault(
      'INVALID',
      `${open.text} Answer with ${flag}${open.suggested === null ? '' : ` (for example ${open.suggested})`}.`,
      { field: open.kind },
    );
  }
  return mapping;
}

async function follow(call: Caller, id: string, output: Output): Promise<ImportJob> {
  const { promise, resolve: finish, reject } = Promise.withResolvers<ImportJob>();
  const look = (): void => {
    call('exchange.job', { id }).then((answer) => {
      const job = answer as ImportJob;
      if (job.state !== 'running') finish(job);
      else
        output.note(
          `${job.rowsRead} rows, ${job.rowsPerSecond} a second${job.secondsLeft === null ? '' : `, ${job.secondsLeft} s left`}`,
        );
    }, reject);
  };
  const timer = setInterval(look, 250);
  const stop = (): void => void call('exchange.cancel', { id });
  process.once('SIGINT', stop);
  look();
  try {
    return await promise;
  } finally {
    clearInterval(timer);
    process.removeListener('SIGINT', stop);
  }
}
