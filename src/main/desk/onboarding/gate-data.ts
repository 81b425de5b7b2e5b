import type { GateState, Stage } from '../../../contract/index.ts';
import { dateOf } from '../../../domain/calendar/wall-time.ts';
import { gateState, type GateData } from '../../../domain/onboarding/gates.ts';
import { column, row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { inOpenSession } from '../quality/read.ts';
import { todayOf } from './days.ts';
import type { NewcomerRecord } from './read.ts';

const most = 100;

/** Tickets of somebody that were solved in a stretch; drills and merged ones are nobody's work. */
export const solvedSince = (core: Core, personRow: number, from: number, to: number): number =>
  row<{ n: number }>(
    core.db,
    `SELECT count(*) AS n FROM ticket INDEXED BY ticket_assignee_solved
     WHERE assignee_id = ? AND solved_at >= ? AND solved_at < ? AND drill = 0 AND merged_into IS NULL`,
    personRow,
    from,
    to,
  )?.n ?? 0;

/** Scores out of five of reviews finished since, the newest first: no golden ones, none of a session that still runs. */
const scoresSince = (core: Core, personRow: number, from: number): number[] =>
  column<number>(
    core.db,
    `SELECT r.percent / 20.0 FROM review r LEFT JOIN calibration s ON s.id = r.session_id
     WHERE r.agent_id = ? AND r.finished_at >= ? AND r.percent IS NOT NULL AND r.kind NOT IN ('golden', 'calibration')
       AND NOT ${inOpenSession}
     ORDER BY r.finished_at DESC, r.id DESC LIMIT ?`,
    personRow,
    from,
    most,
  );

function validCertificates(core: Core, personRow: number): string[] {
  const today = dateOf(todayOf(core));
  return column<string>(
    core.db,
    'SELECT name FROM certificate WHERE person_id = ? AND issued_on <= ? AND (expires_on IS NULL OR expires_on >= ?)',
    personRow,
    today,
    today,
  );
}

function dataOf(core: Core, { personRow }: NewcomerRecord, since: number): GateData {
  return {
    solved: solvedSince(core, personRow, since, core.ports.now() + 1),
    scores: scoresSince(core, personRow, since),
    certificates: validCertificates(core, personRow),
  };
}

/** The gates of a stage that began at an instant, by what the desk has now. SPEC ONB-10. */
export function gatesNow(core: Core, newcomer: NewcomerRecord, stage: Stage, begunAt: number): GateState[] {
  if (stage.gates.length === 0) return [];
  const data = dataOf(core, newcomer, begunAt);
  return stage.gates.map((gate) => gateState(gate, data));
}
