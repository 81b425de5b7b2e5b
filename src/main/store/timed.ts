import type { TimedRule } from '../../domain/automation/timed.ts';
import { uuidBytes } from '../../domain/desk/uuid.ts';
import { column, run, type ReadDb, type WriteDb } from './db.ts';
import type { Prefilter } from './rule-sql.ts';

/**
 * Tickets that may fit and were not acted on yet, as row ids: never fewer than those that fit, up to a limit. Open ones
 * are looked for among the open ones alone, however many others there are; those of drills are left alone (SPEC ESC-61).
 */
export function freshTickets(db: ReadDb, rule: TimedRule, filter: Prefilter, limit: number): number[] {
  return column<number>(
    db,
    `SELECT t.id FROM ticket t${filter.openOnly ? ' INDEXED BY open_status' : ''} WHERE ${filter.text} AND t.drill = 0
       AND NOT EXISTS (SELECT 1 FROM automation_seen s WHERE s.rule_uid = ? AND s.ticket_id = t.id) LIMIT ?`,
    ...filter.params,
    uuidBytes(rule.id),
    limit,
  ).sort((a, b) => a - b);
}

export const seenTickets = (db: ReadDb, rule: TimedRule): number[] =>
  column<number>(db, 'SELECT ticket_id FROM automation_seen WHERE rule_uid = ?', uuidBytes(rule.id));

export function noteSeen(db: WriteDb, rule: TimedRule, ticketId: number): void {
  run(db, 'INSERT INTO automation_seen VALUES (?, ?) ON CONFLICT DO NOTHING', uuidBytes(rule.id), ticketId);
}

export function forgetSeen(db: WriteDb, rule: TimedRule, ticketId: number): void {
  run(db, 'DELETE FROM automation_seen WHERE rule_uid = ? AND ticket_id = ?', uuidBytes(rule.id), ticketId);
}

/** Forgets those that surely fit no more, so that they are acted on when they fit again. */
export function forgetGone(db: WriteDb, rule: TimedRule, { text, params }: Prefilter): void {
  run(
    db,
    `DELETE FROM automation_seen WHERE rule_uid = ? AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = ticket_id AND ${text})`,
    uuidBytes(rule.id),
    ...params,
  );
}
