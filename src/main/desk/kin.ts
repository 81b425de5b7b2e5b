import type { RelatedTicket } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { firstDoneStatus, priorityCodes, statusCodes } from '../store/codes.ts';
import { column, row, rows, type ReadDb } from '../store/db.ts';
import { uidOf } from '../store/ticket-rows.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { addEvent, applyPatch, atDesk, ticketById, type NewEvent, type TicketState } from './ticket-write.ts';

/** A ticket and two below it: an incident, what it broke, who reported that. SPEC REL-11. */
export const mostLevels = 3;

/** Row ids of the tickets a ticket stands under, nearest first. */
export const ancestors = (db: ReadDb, id: number): number[] =>
  column<number>(
    db,
    `WITH RECURSIVE up(id, n) AS (
       SELECT parent_id, 1 FROM ticket WHERE id = ? AND parent_id IS NOT NULL
       UNION SELECT t.parent_id, n + 1 FROM up JOIN ticket t ON t.id = up.id WHERE t.parent_id IS NOT NULL AND n < 20
     ) SELECT id FROM up ORDER BY n`,
    id,
  );

const down = `WITH RECURSIVE down(id, n) AS (
  SELECT id, 1 FROM ticket WHERE parent_id = ?
  UNION SELECT t.id, n + 1 FROM down JOIN ticket t ON t.parent_id = down.id WHERE n < 20)`;

/** How many levels stand below a ticket. */
export const levelsBelow = (db: ReadDb, id: number): number =>
  row<{ n: number | null }>(db, `${down} SELECT max(n) AS n FROM down`, id)?.n ?? 0;

/** Row ids of the open tickets below a ticket, at any level. */
export const openBelow = (db: ReadDb, id: number): number[] =>
  column<number>(
    db,
    `${down} SELECT id FROM ticket WHERE id IN (SELECT id FROM down) AND status < ${firstDoneStatus} ORDER BY id`,
    id,
  );

/** Refuses to put what is practised and what is real into one. SPEC ESC-52. */
export function checkNotMixed(one: Pick<TicketState, 'id' | 'drill'>, other: Pick<TicketState, 'id' | 'drill'>): void {
  if (one.drill === other.drill) return;
  const drill = one.drill === 1 ? one : other;
  const real = one.drill === 1 ? other : one;
  throw new Fault('INVALID', `#${drill.id} belongs to a drill and #${real.id} is real: they are not mixed.`);
}

/** Refuses a parent that would make a loop or too many levels. SPEC REL-11. */
export function checkParent(db: ReadDb, parent: number, child: number): void {
  if (parent === child)
    throw new Fault('INVALID', `#${child} cannot stand under itself. Choose another ticket.`, { field: 'to' });
  const above = ancestors(db, parent);
  if (above.includes(child))
    throw new Fault('CONFLICT', `#${parent} stands under #${child} already. Take it out from there first.`);
  if (above.length + 1 + 1 + levelsBelow(db, child) > mostLevels)
    throw new Fault(
      'CONFLICT',
      `Under #${parent}, #${child} would make more than ${mostLevels} levels. Put it under a ticket further up.`,
    );
}

/** Where a merged ticket went, step by step: the last one lives. Row ids. */
export const mergedChain = (db: ReadDb, id: number): number[] =>
  column<number>(
    db,
    `WITH RECURSIVE went(id, n) AS (
       SELECT merged_into, 1 FROM ticket WHERE id = ? AND merged_into IS NOT NULL
       UNION SELECT t.merged_into, n + 1 FROM went JOIN ticket t ON t.id = went.id WHERE t.merged_into IS NOT NULL AND n < 50
     ) SELECT id FROM went ORDER BY n`,
    id,
  );

/** Refuses what was merged or is closed, and says where it went or what to do. SPEC REL-2. */
export function checkLives(core: Core, ticket: TicketState): void {
  const went = mergedChain(core.db, ticket.id).at(-1);
  if (went !== undefined) throw new Fault('CONFLICT', `#${ticket.id} was merged into #${went}. Use #${went} instead.`);
  if (statusCodes.word(ticket.status) === 'closed')
    throw new Fault('CONFLICT', `#${ticket.id} is closed. Open it first, or choose another ticket.`);
}

export function mustState(core: Core, id: number): TicketState {
  const found = ticketById(core, id);
  if (found === undefined) throw new Fault('NOT_FOUND', 'That ticket is not on this desk any more.');
  return found;
}

/** Writes an event of the person at the desk on a ticket, and that it was touched then. */
export function tell(
  core: Core,
  write: Writer,
  ticket: TicketState,
  at: number,
  event: Omit<NewEvent, 'kind' | 'author'>,
): void {
  const by = atDesk(core);
  addEvent(core, write, ticket.id, at, { ...event, kind: by.kind, author: by.name });
  applyPatch(core, write, ticket, {}, { at, by });
}

type RelatedRecord = {
  id: number;
  uid: Uint8Array;
  subject: string;
  status: number;
  priority: number;
  assignee_id: number | null;
  requester: string;
};
export const relatedColumns = 't.id, t.uid, t.subject, t.status, t.priority, t.assignee_id, t.requester';

/** Tickets as another one lists them; `text` selects `relatedColumns` from `ticket t`. */
export const relatedRows = (db: ReadDb, text: string, ...params: readonly (number | string)[]): RelatedTicket[] =>
  rows<RelatedRecord>(db, text, ...params).map((record) => ({
    id: uuidText(record.uid),
    number: record.id,
    subject: record.subject,
    status: statusCodes.word(record.status),
    priority: priorityCodes.word(record.priority),
    assigneeId: record.assignee_id === null ? null : uidOf(db, 'person', record.assignee_id),
    requester: record.requester,
  }));
