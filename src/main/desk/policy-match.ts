import type { UuidMaker } from '../../domain/desk/uuid.ts';
import { uuidBytes } from '../../domain/desk/uuid.ts';
import type { PolicyMatcher } from '../../domain/sla/match.ts';
import { differsFrom, newest, type SlaTimeline } from '../../domain/sla/timeline.ts';
import { authorCodes, eventCodes, firstDoneStatus } from '../store/codes.ts';
import { column, row, type ReadDb, type WriteDb } from '../store/db.ts';
import { ruleFacts } from '../store/rule-facts.ts';
import type { EntityName } from '../store/entity.ts';
import type { Writer } from '../store/writer.ts';
import type { SlaCache } from './sla-types.ts';
import { beginRecount, beginRematch } from './recount.ts';

export type MatchPorts = {
  readonly db: WriteDb;
  readonly now: () => number;
  readonly newId: UuidMaker;
  readonly sla: Pick<SlaCache, 'timeline' | 'matcher' | 'engine' | 'forget'>;
  /** How many tickets one commit carries: above, they follow in batches. SPEC SLA-43. */
  readonly most?: number | undefined;
};

const mostInOneCommit = 20_000;

export const ruleEntities: readonly EntityName[] = ['policy', 'policy_version', 'calendar', 'calendar_version'];
export const rulesMoved = ({ entities }: Writer['touched']): boolean => ruleEntities.some((name) => entities.has(name));

/**
 * What follows from a command, an undo or a redo, in its own set: tickets it changed are matched with the policies anew;
 * where policies changed, all open ones are, and the clocks that count otherwise are worked out. SPEC SLA-41, SLA-43.
 */
export function followPolicies(ports: MatchPorts): (write: Writer) => void {
  return (write) => {
    if (rulesMoved(write.touched)) followRules(ports, write);
    else if (!ports.sla.matcher().trivial)
      matchTickets(ports, write, [...write.touched.tickets.keys(), ...ticketsOfCustomers(ports, write)]);
  };
}

function followRules(ports: MatchPorts, write: Writer): void {
  const { db, sla, most = mostInOneCommit } = ports;
  const before = sla.timeline();
  sla.forget();
  const after = sla.timeline();
  const since = differsFrom(before, after);
  if (since !== Number.POSITIVE_INFINITY) {
    const counted = ticketsSince(db, since, most + 1);
    if (counted.length > most) beginRecount(db, since);
    else for (const id of counted) touch(write, id);
  }
  if (assignment(before) === assignment(after)) {
    matchTickets(ports, write, [...write.touched.tickets.keys()]);
    return;
  }
  const open = column<number>(db, `${openText} LIMIT ?`, most + 1);
  if (open.length > most) beginRematch(db);
  else matchTickets(ports, write, open);
}

const openText = `SELECT id FROM ticket INDEXED BY open_due WHERE status < ${firstDoneStatus}`;

/** Tickets whose clocks can count otherwise where rules differ from an instant on: done ones stand since they were done. */
function ticketsSince(db: ReadDb, since: number, limit: number): number[] {
  if (since === Number.NEGATIVE_INFINITY) return column<number>(db, 'SELECT id FROM ticket LIMIT ?', limit);
  return column<number>(
    db,
    `SELECT * FROM (${openText}) UNION ALL SELECT id FROM ticket WHERE solved_at >= ? LIMIT ?`,
    since,
    limit,
  );
}

function touch(write: Writer, id: number): void {
  if (!write.touched.tickets.has(id)) write.touched.tickets.set(id, { words: false });
}

const assignment = ({ order, policies }: SlaTimeline): string =>
  JSON.stringify(order.map((key) => [key, newest(policies[key] ?? [])?.body.match ?? null]));

const personFields = ['requester', 'email', 'organisation'] as const;

/** Open tickets of customers who changed, where some policy asks who wrote. */
function ticketsOfCustomers({ db, sla }: MatchPorts, { touched }: Writer): number[] {
  const { asks } = sla.matcher();
  if (!personFields.some((field) => asks.has(field))) return [];
  return [...(touched.entities.get('customer') ?? [])].flatMap((uid) =>
    column<number>(
      db,
      `SELECT t.id FROM ticket t JOIN customer c ON c.id = t.customer_id WHERE c.uid = ? AND t.status < ${firstDoneStatus}`,
      uuidBytes(uid),
    ),
  );
}

type Stand = { uid: Uint8Array; status: number; updated_at: number };
const policyEvent = eventCodes.code('policy');
const currentText = `SELECT to_value FROM event WHERE ticket_id = ? AND type = ${policyEvent} ORDER BY at DESC, id DESC LIMIT 1`;

/** The policy a ticket is under by its events; null where it was never put under one: that for all. */
export const currentPolicy = (db: ReadDb, ticketId: number): string | null =>
  column<string | null>(db, currentText, ticketId)[0] ?? null;

/** The policy a ticket should be under by how it stands now. */
export const fittingPolicy = (db: ReadDb, matcher: PolicyMatcher, ticketId: number): string => {
  if (matcher.trivial) return matcher.forAll;
  const facts = ruleFacts(db, ticketId);
  return facts === undefined ? matcher.forAll : matcher.of(facts);
};

/** Puts each ticket that is open under the first policy that fits, an event where that is another. SPEC SLA-41. */
export function matchTickets({ db, sla, now, newId }: MatchPorts, write: Writer, ids: readonly number[]): number {
  const matcher = sla.matcher();
  let moved = 0;
  for (const id of ids) {
    const ticket = row<Stand>(db, 'SELECT uid, status, updated_at FROM ticket WHERE id = ?', id);
    if (ticket === undefined || ticket.status >= firstDoneStatus) continue;
    const current = currentPolicy(db, id) ?? matcher.forAll;
    const fitting = fittingPolicy(db, matcher, id);
    if (fitting === current) continue;
    const at = Math.max(now(), ticket.updated_at);
    write.insert('event', newId(now()), {
      ticket_id: id,
      at,
      type: policyEvent,
      author_kind: authorCodes.code('system'),
      author: 'SLA',
      body: null,
      from_value: current,
      to_value: fitting,
      field: null,
    });
    write.update('ticket', ticket.uid, { updated_at: at });
    moved += 1;
  }
  return moved;
}
