import { hash } from 'node:crypto';
import type { UuidMaker } from '../../domain/desk/uuid.ts';
import type { PolicyMatcher } from '../../domain/sla/match.ts';
import { isAutomaticReply } from '../../domain/tickets/automatic.ts';
import type { DraftEvent, TicketDraft } from '../../domain/tickets/draft.ts';
import { draftMarks } from '../../domain/tickets/draft-marks.ts';
import {
  authorCodes,
  channelCodes,
  csatCodes,
  eventCodes,
  firstDoneStatus,
  priorityCodes,
  statusCodes,
} from './codes.ts';
import type { ClockEngine, SlimEvent } from './clock-engine.ts';
import { customerByContact } from './customer-read.ts';
import { insertCustomerWords, type CustomerWords } from './customer-words.ts';
import { row, rows, run, sql, type Param, type WriteDb } from './db.ts';
import { boardColumns, insertClocks, insertTags, insertWords, waitingSince, type Words } from './derive.ts';
import { underPolicy } from './draft-policy.ts';
import { uidOf } from './ticket-rows.ts';

export type BulkPorts = {
  readonly engine: ClockEngine;
  readonly matcher: PolicyMatcher;
  readonly newId: UuidMaker;
  readonly now: number;
  readonly batchId: number;
};

/** Inserts whole drafts, with clocks, counts and search, as rows of one batch. The caller holds the transaction. */
export type BulkWriter = {
  readonly insert: (draft: TicketDraft, hash: string) => number;
  /** Writes the words of what was inserted into the search index: last in every transaction. */
  readonly flush: () => void;
  readonly person: (
    name: string,
    details?: { readonly email: string | null; readonly timeZone: string | null },
  ) => number;
  readonly queue: (name: string) => number;
};

export const hashOf = (fingerprint: string): string => hash('sha256', fingerprint, 'base64url').slice(0, 24);

/** The id first: a search knows the id, not the system it is from. */
export const refKey = ({ system, externalId }: Pick<TicketDraft, 'system' | 'externalId'>): string =>
  `${externalId}\u001f${system}`;

const insertTicket = `INSERT INTO ticket (uid, subject, customer_id, requester, channel, status, priority, queue_id, assignee_id, category, tags, fields,
  csat, created_at, updated_at, solved_at, batch_id, band, due_at, clock_metric, clock_state, clock_due, clock_risk, clock_met, waiting, waiting_since)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
export function bulkWriter(db: WriteDb, ports: BulkPorts): BulkWriter {
  const names = nameTables(db, ports);
  // FTS5 writes its pending words out before every statement that opens a savepoint, as an insert with triggers does.
  // Kept back to the end of the transaction, they are written once: six times as fast.
  let words: (readonly [id: number, words: Words])[] = [];
  return {
    person: names.person,
    queue: names.queue,
    flush() {
      for (const [id, each] of words) insertWords(db, id, each);
      words = [];
      names.flush();
    },
    insert(draft, fingerprintHash) {
      const queueId = draft.queue === null ? null : names.queue(draft.queue);
      const assigneeId = draft.assignee === null ? null : names.person(draft.assignee);
      const events = eventsOf(db, ports, draft, { queueId, assigneeId });
      const slim: readonly SlimEvent[] = events.filter((event) => !isAutomaticReply(event));
      const clocks = ports.engine.clocks(slim, ports.now);
      const status = statusCodes.code(draft.status);
      const since = status < firstDoneStatus ? waitingSince(slim) : null;
      const id = Number(
        run(
          db,
          insertTicket,
          ports.newId(ports.now),
          draft.subject,
          names.customer(draft.requester),
          draft.requester.name,
          channelCodes.code(draft.channel),
          status,
          priorityCodes.code(draft.priority),
          queueId,
          assigneeId,
          draft.category,
          JSON.stringify(draft.tags),
          JSON.stringify(draft.fields),
          draft.csat === null ? null : csatCodes.code(draft.csat),
          draft.createdAt,
          draft.updatedAt,
          draft.solvedAt,
          ports.batchId,
          ...boardColumns(clocks),
          since === null ? 0 : 1,
          since,
        ).lastInsertRowid,
      );
      insertEvents(db, ports, id, events);
      insertClocks(db, id, clocks);
      insertTags(db, id, draft.tags);
      words.push([id, wordsOf(draft)]);
      insertRef(db, draft, id, fingerprintHash);
      return id;
    },
  };
}

/** What the next import of the same ticket is held against. SPEC IMP-19. */
function insertRef(db: WriteDb, draft: TicketDraft, id: number, fingerprintHash: string): void {
  const text = 'INSERT INTO import_ref VALUES (?, ?, ?, ?, ?, ?)';
  run(db, text, refKey(draft), draft.system, draft.externalId, id, fingerprintHash, draftMarks(draft));
}

type Places = { readonly queueId: number | null; readonly assigneeId: number | null };

/** A draft's events and, where policies ask, the one that puts it under its policy. SPEC SLA-41. */
function eventsOf(db: WriteDb, { matcher }: BulkPorts, draft: TicketDraft, places: Places): readonly DraftEvent[] {
  if (matcher.trivial) return draft.events;
  return underPolicy(draft, matcher, {
    queue: places.queueId === null ? null : uidOf(db, 'queue', places.queueId),
    assignee: places.assigneeId === null ? null : uidOf(db, 'person', places.assigneeId),
  });
}

const wordsOf = (draft: TicketDraft): Words => ({
  ...draft,
  requester: draft.requester.name,
  bodies: bodiesOf(draft),
  externalIds: [draft.externalId],
});

const bodiesOf = (draft: TicketDraft): string[] => draft.events.flatMap(({ body }) => (body === null ? [] : [body]));

const eventColumns = 'uid, ticket_id, at, type, author_kind, author, body, from_value, to_value, field, batch_id';
const eventMarks = '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)';
const eventsAtOnce = 8;

/** Some rows a statement: half of what a single insert costs is getting there. */
function insertEvents(db: WriteDb, ports: BulkPorts, ticketId: number, events: readonly DraftEvent[]): void {
  for (let from = 0; from < events.length; from += eventsAtOnce) {
    const some = events.slice(from, from + eventsAtOnce);
    const values: Param[] = [];
    for (const event of some) {
      values.push(
        ports.newId(ports.now),
        ticketId,
        event.at,
        eventCodes.code(event.type),
        authorCodes.code(event.author.kind),
        event.author.name,
        event.body,
        event.from,
        event.to,
        event.field,
        ports.batchId,
      );
    }
    sql(db, eventTexts[some.length - 1] ?? '').run(...values);
  }
}

const eventTexts = Array.from(
  { length: eventsAtOnce },
  (_, index) => `INSERT INTO event (${eventColumns}) VALUES ${eventMarks}${`, ${eventMarks}`.repeat(index)}`,
);

/** Finds people, queues and customers by name, or makes them, each looked for once. */
export function nameTables(db: WriteDb, { newId, now, batchId }: Pick<BulkPorts, 'newId' | 'now' | 'batchId'>) {
  const fold = (name: string): string => name.toLowerCase();
  const load = (table: 'person' | 'queue') =>
    new Map(
      rows<{ id: number; name: string }>(db, `SELECT id, name FROM ${table}`).map(({ id, name }) => [fold(name), id]),
    );
  const people = load('person');
  const queues = load('queue');
  const customers = new Map<string, number>();
  let fresh: (readonly [id: number, words: CustomerWords])[] = [];

  const remember = (table: Map<string, number>, key: string, make: () => number): number => {
    let id = table.get(key);
    if (id === undefined) table.set(key, (id = make()));
    return id;
  };
  const inserted = (text: string, ...values: readonly (string | null)[]): number =>
    Number(run(db, text, newId(now), ...values, batchId).lastInsertRowid);

  return {
    person: (
      name: string,
      details: { readonly email: string | null; readonly timeZone: string | null } = { email: null, timeZone: null },
    ): number =>
      remember(people, fold(name), () =>
        inserted(
          'INSERT INTO person (uid, name, email, time_zone, batch_id) VALUES (?, ?, ?, ?, ?)',
          name,
          details.email,
          details.timeZone,
        ),
      ),
    queue: (name: string): number =>
      remember(queues, fold(name), () => inserted('INSERT INTO queue (uid, name, batch_id) VALUES (?, ?, ?)', name)),
    customer: ({ name, email }: TicketDraft['requester']): number =>
      remember(customers, email === null ? `name ${fold(name)}` : `email ${fold(email)}`, () => {
        const known =
          email === null
            ? row<{ id: number }>(db, 'SELECT id FROM customer WHERE name = ? COLLATE NOCASE AND email IS NULL', name)
                ?.id
            : customerByContact(db, { name, email });
        if (known !== undefined) return known;
        const id = inserted('INSERT INTO customer (uid, name, email, batch_id) VALUES (?, ?, ?, ?)', name, email);
        fresh.push([id, { name, points: email ?? '', organisation: '' }]);
        return id;
      }),
    /** Writes the words new customers are found by: last in every transaction, as those of tickets. */
    flush() {
      for (const [id, each] of fresh) insertCustomerWords(db, id, each);
      fresh = [];
    },
  };
}
