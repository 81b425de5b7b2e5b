import { readFile } from 'node:fs/promises';
import {
  mappingSchema,
  type Derived,
  type Filter,
  type ImportJob,
  type ImportSource,
  type Format,
  type Mapping,
  type Sort,
} from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { createDeriver, fileHeaders } from '../../domain/exchange/derive.ts';
import { ticketsCsv } from '../../domain/exchange/csv-write.ts';
import { Fault } from '../../domain/fault.ts';
import { batchByUid, listBatches } from '../store/batches.ts';
import { rows } from '../store/db.ts';
import { countsOf, readBoard } from './board-reads.ts';
import type { Core } from './core.ts';
import { inspectFile } from './import/inspect.ts';
import { jobBase } from './job-base.ts';
import { os, type Session } from './router-base.ts';
import { chunkBytes } from './uploads.ts';

type StartInput = {
  readonly source: ImportSource;
  readonly mapping?: Mapping | undefined;
  readonly format?: Format | undefined;
  readonly mode: 'dryRun' | 'import';
};

const savedMappings = (core: Core): { name: string; mapping: Mapping }[] =>
  rows<{ name: string; body: string }>(core.db, 'SELECT name, body FROM mapping ORDER BY name').map(
    ({ name, body }) => ({ name, mapping: mappingSchema.parse(JSON.parse(body)) }),
  );

type InspectInput = {
  readonly source: ImportSource;
  readonly format?: Format | undefined;
  readonly derived?: readonly Derived[] | undefined;
};

async function inspect(core: Core, { source, format, derived }: InspectInput, session: Session) {
  const { path, fileName } = await core.uploads.resolve(source, session);
  return inspectFile(path, {
    fileName,
    savedMappings: savedMappings(core),
    ...(derived === undefined ? {} : { derived }),
    deskTimeZone: core.facts.settings().timeZone,
    ...(format === undefined ? {} : { format }),
  });
}

/** The mapping given, or what the file itself says where that leaves no question open. */
async function mappingFor(core: Core, input: StartInput, session: Session): Promise<Mapping> {
  if (input.mapping !== undefined) return input.mapping;
  const { mapping, questions } = await inspect(core, { source: input.source, format: input.format }, session);
  const [open] = questions;
  if (open !== undefined)
    throw new Fault(
      'INVALID',
      `${open.text} Answer it in the mapping (${open.options
        .map(({ value }) => value)
        .slice(0, 4)
        .join(', ')}), then start again.`,
      { field: `mapping.${open.kind}` },
    );
  return mapping;
}

async function begin(
  core: Core,
  input: StartInput,
  session: Session,
): Promise<{ job: ImportJob; done: Promise<ImportJob> }> {
  const { path, fileName } = await core.uploads.resolve(input.source, session);
  const mapping = await mappingFor(core, input, session);
  const batch = core.newId(core.ports.now());
  const id = uuidText(batch);
  const work = {
    kind: 'import',
    dryRun: input.mode === 'dryRun',
    source: path,
    fileName,
    mapping,
    batch,
    rejectsFile: core.uploads.scratch(`${id}.csv`),
  } as const;
  const done = core.jobs.start({ id, mode: input.mode, fileName }, jobBase(core), work).then((job) => {
    if (input.mode === 'import') core.changedWholesale();
    return job;
  });
  return { job: core.jobs.get(id), done };
}

export async function undoBatch(core: Core, batch: string) {
  const found = batchByUid(core.db, uuidBytes(batch));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That import is not in the history of this desk.');
  const id = uuidText(core.newId(core.ports.now()));
  const job = await core.jobs.start({ id, mode: 'import', fileName: found.file_name }, jobBase(core), {
    kind: 'remove',
    batch: uuidBytes(batch),
  });
  core.changedWholesale();
  if (job.error !== null) throw new Fault(job.error.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'CONFLICT', job.error.message);
  const { create, update } = job.counts;
  return { changed: create + update, label: `Import of ${found.file_name}`, changeSet: job.changeSet };
}

const mostExported = 50_000;
const exportWindow = 500;

async function exportCsv(core: Core, filter: Filter, sort: Sort, timelyDays: number | null) {
  const { people, queues, timeZone } = core.facts.context();
  const nameIn = (list: readonly { id: string; name: string }[], id: string | null): string | null =>
    list.find((each) => each.id === id)?.name ?? null;
  const { total } = await countsOf(core, filter);
  const found = [];
  for (let offset = 0; offset < Math.min(total, mostExported); offset += exportWindow) {
    found.push(...(await readBoard(core, filter, sort, offset, exportWindow)));
  }
  const csv = ticketsCsv(
    found.map((ticket) => ({
      ...ticket,
      queue: nameIn(queues, ticket.queueId),
      assignee: nameIn(people, ticket.assigneeId),
    })),
    timeZone,
    timelyDays === null ? null : { now: core.ports.now(), within: timelyDays },
  );
  return { fileName: 'tickets.csv', csv, rows: found.length, total };
}

/** Faults INVALID where columns it makes of others cannot be made: kept, it would be asked of every file to come. SPEC IMP-30. */
const mustMake = (mapping: Mapping): void => void createDeriver(mapping.derived, fileHeaders(mapping));

export function exchange(core: Core) {
  return {
    uploadStart: os.exchange.uploadStart.handler(({ input }) => {
      const uploadId = uuidText(core.newId(core.ports.now()));
      core.uploads.begin(uploadId, input.fileName, input.bytes);
      return { uploadId, chunkBytes };
    }),
    uploadChunk: os.exchange.uploadChunk.handler(async ({ input }) => ({
      received: await core.uploads.append(input.uploadId, input.offset, Buffer.from(input.data, 'base64')),
    })),
    inspect: os.exchange.inspect.handler(({ input, context }) => inspect(core, input, context)),
    start: os.exchange.start.handler(async ({ input, context }) => (await begin(core, input, context)).job),
    run: os.exchange.run.handler(async ({ input, context }) => (await begin(core, input, context)).done),
    job: os.exchange.job.handler(({ input }) => core.jobs.get(input.id)),
    cancel: os.exchange.cancel.handler(({ input }) => core.jobs.cancel(input.id)),
    rejects: os.exchange.rejects.handler(async ({ input }) => {
      const job = core.jobs.get(input.id);
      if (job.state === 'running') throw new Fault('CONFLICT', 'The job still runs. Save its rejects when it is done.');
      const csv = await readFile(core.uploads.scratch(`${input.id}.csv`), 'utf8').catch(() => '');
      return {
        fileName: `rejected rows of ${job.fileName.replace(/(\.(csv|tsv|txt|xlsx|json|ndjson|gz|zip))+$/i, '')}.csv`,
        csv,
      };
    }),
    batches: os.exchange.batches.handler(() => ({
      batches: listBatches(core.db).map((batch) => ({
        id: uuidText(batch.uid),
        fileName: batch.file_name,
        format: batch.format,
        at: batch.at,
        created: batch.created,
        updated: batch.updated,
        rejected: batch.rejected,
        undone: batch.state === 'removed',
      })),
    })),
    undo: os.exchange.undo.handler(({ input }) => undoBatch(core, input.batch)),
    mappings: os.exchange.mappings.handler(() => ({ mappings: savedMappings(core) })),
    mappingSave: os.exchange.mappingSave.handler(({ input }) => {
      mustMake(input.mapping);
      core.write({ name: 'exchange.mappingSave', label: `Mapping “${input.name}”`, undoable: false }, (write) => {
        const known = savedMappings(core).some(({ name }) => name === input.name);
        const values = { body: JSON.stringify(input.mapping) };
        if (known) write.update('mapping', input.name, values);
        else write.insert('mapping', input.name, values);
      });
      return { name: input.name };
    }),
    mappingDelete: os.exchange.mappingDelete.handler(({ input }) => {
      core.write({ name: 'exchange.mappingDelete', label: `Mapping “${input.name}”`, undoable: false }, (write) => {
        write.remove('mapping', input.name);
      });
      return {};
    }),
    exportCsv: os.exchange.exportCsv.handler(({ input }) =>
      exportCsv(core, input.filter, input.sort, input.timelyDays),
    ),
  };
}
