import { createDateReader } from '../../../domain/exchange/date-reader.ts';
import type { ImportItem } from '../../../domain/exchange/item.ts';
import { shown } from '../../../domain/exchange/item.ts';
import type { Sink } from '../../../domain/exchange/snapshot.ts';
import { createTicketReader, ticketOfAudits } from '../../../domain/exchange/zendesk-json.ts';
import { addToBundle, asText, emptyBundle } from '../../../domain/exchange/zendesk-shape.ts';
import type { Bundle, Json } from '../../../domain/exchange/zendesk-shape.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Encoding } from './encoding.ts';
import { isLines, openJson } from './json-records.ts';
import type { JsonItem, JsonRecords } from './json-records.ts';
import type { Batch } from './batch.ts';
import type { ReadOptions, Source } from './source.ts';

/** Of each ticket the turn of its newest version: pages of an incremental export repeat what has changed. */
type Newest = Map<string, { readonly turn: number; readonly updatedAt: string }>;

type Around = { readonly bundle: Bundle; readonly newest: Newest; readonly items: readonly ImportItem[] };

const batchSize = 200;

/**
 * Tickets of a Zendesk JSON file (SPEC IMP-13): the first look takes in what stands around the tickets (users,
 * groups, audits, comments), the second makes them. Of a file of lines only that is held, not the tickets.
 */
export async function* readJsonTickets(
  source: Source,
  encoding: Encoding,
  options: ReadOptions,
): AsyncGenerator<Batch> {
  const byLine = await isLines(source, encoding, options);
  const records = await openJson(source, encoding, byLine, options);
  const around = await lookAround(records, options);
  if (around.newest.size === 0 && around.bundle.audits.size === 0) {
    throw new Fault(
      'INVALID',
      'No Zendesk tickets were found in this JSON file. Export tickets, with comments if you can.',
    );
  }
  yield { items: around.items, rows: around.items.length };
  yield* makeTickets(records, around, options);
}

async function lookAround(records: JsonRecords, options: ReadOptions): Promise<Around> {
  const bundle = emptyBundle();
  const newest: Newest = new Map();
  const items: ImportItem[] = [];
  const late: Extract<JsonItem, { kind: 'record' }>[] = [];
  let turn = 0;
  for await (const item of records({ signal: options.signal })) {
    if (item.kind === 'broken') {
      items.push({
        kind: 'reject',
        line: item.place,
        column: null,
        value: shown(item.text),
        reason: item.reason,
        row: [item.text],
      });
    } else if (item.found.kind === 'ticket') {
      turn += 1;
      note(newest, item.found.value, turn);
    } else if (addToBundle(bundle, item.found) !== null) {
      late.push(item);
    }
  }
  // A comment may stand before the audit that says which ticket it is of.
  for (const { found, place } of late) {
    const reason = found.kind === 'ticket' ? null : addToBundle(bundle, found);
    if (reason !== null) items.push(rejected(found.value, place, reason));
  }
  return { bundle, newest, items };
}

function note(newest: Newest, ticket: Json, turn: number): void {
  const id = asText(ticket['id']);
  if (id === null) return;
  const updatedAt = asText(ticket['updated_at']) ?? '';
  const known = newest.get(id);
  // API times are all UTC in one form, so texts compare as times do.
  if (known === undefined || updatedAt > known.updatedAt) newest.set(id, { turn, updatedAt });
}

const rejected = (value: Json, line: number, reason: string): ImportItem => ({
  kind: 'reject',
  line,
  column: null,
  value: null,
  reason,
  row: [JSON.stringify(value).slice(0, 100_000)],
});

/** A version of a ticket that is not the one taken: an older one is only mentioned, one of the same age is refused. */
function repeated(ticket: Json, line: number, id: string, takenAt: string): ImportItem {
  const updatedAt = asText(ticket['updated_at']) ?? '';
  if (updatedAt === takenAt) return rejected(ticket, line, `Ticket ${id} stands in this file more than once.`);
  const reason = `Ticket ${id} stands in this file more than once; its newest version was taken.`;
  return { kind: 'warning', line, column: 'updated_at', value: updatedAt, reason, externalId: id };
}

async function* makeTickets(records: JsonRecords, around: Around, options: ReadOptions): AsyncGenerator<Batch> {
  const { bundle, newest } = around;
  const readTicket = createTicketReader(bundle, createDateReader('ymd', 'UTC'));
  const add = (items: ImportItem[], ticket: Json, place: number) => {
    const sink: Sink = (issue) => items.push(issue);
    const draft = readTicket(ticket, place, sink);
    if (draft !== null) items.push({ kind: 'draft', draft, rows: 1 });
  };
  let items: ImportItem[] = [];
  let [turn, rows] = [0, 0];
  for await (const item of records(options)) {
    if (item.kind === 'broken' || item.found.kind !== 'ticket') continue;
    turn += 1;
    rows += 1;
    const id = asText(item.found.value['id']) ?? '';
    const taken = newest.get(id);
    if (taken === undefined || taken.turn === turn) add(items, item.found.value, item.place);
    else items.push(repeated(item.found.value, item.place, id, taken.updatedAt));
    if (rows >= batchSize) {
      yield { items, rows };
      [items, rows] = [[], 0];
    }
  }
  for (const [id, audits] of bundle.audits) {
    if (newest.has(id)) continue;
    const ticket = ticketOfAudits(id, audits);
    rows += 1;
    if (ticket !== null) add(items, ticket, 0);
    else
      items.push(
        rejected(
          audits[0] ?? {},
          0,
          `The file has audits of ticket ${id}, but neither the ticket nor its first audit.`,
        ),
      );
  }
  yield { items, rows };
}
