import type { Metric, Priority } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { metricCodes, priorityCodes } from './codes.ts';
import { rows, type ReadDb } from './db.ts';

/** A clock that ran over its target. */
export type LateClock = {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly priority: Priority | null;
  readonly metric: Metric;
  readonly targetMinutes: number;
  /** Working minutes over; of one that is not met yet an upper bound: all minutes since. */
  readonly over: number;
  readonly isMet: boolean;
};

export type LateQuery = {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  /** By code of a priority, what its minutes count; of none, the last. */
  readonly weights: readonly number[];
  readonly limit: number;
};

type LateRecord = {
  uid: Uint8Array;
  id: number;
  subject: string;
  priority: number | null;
  metric: number;
  target: number;
  over: number;
  met: number;
};

const overText = 'iif(c.met_at IS NULL, (? - c.breached_at), c.spent_ms - c.target_minutes * 60000.0) / 60000.0';

/** Clocks that ran over their target between two instants, the worst first by minutes over, times what the priority counts. */
export function readLate(db: ReadDb, { from, to, now, weights, limit }: LateQuery): LateClock[] {
  const weight = `CASE t.priority ${weights.map((each, code) => `WHEN ${code} THEN ${each}`).join(' ')} ELSE ${weights.at(-1) ?? 1} END`;
  return rows<LateRecord>(
    db,
    `SELECT t.uid, t.id, t.subject, t.priority, c.metric, c.target_minutes AS target, ${overText} AS over, c.met_at IS NOT NULL AS met
     FROM sla_clock c JOIN ticket t ON t.id = c.ticket_id
     WHERE c.breached_at >= ? AND c.breached_at < ? AND t.drill = 0 AND t.merged_into IS NULL
     ORDER BY ${overText} * ${weight} DESC, t.id LIMIT ?`,
    now,
    from,
    to,
    now,
    limit,
  ).map(({ uid, id, subject, priority, metric, target, over, met }) => ({
    id: uuidText(uid),
    number: id,
    subject,
    priority: priority === null ? null : priorityCodes.word(priority),
    metric: metricCodes.word(metric),
    targetMinutes: target,
    over,
    isMet: met === 1,
  }));
}
