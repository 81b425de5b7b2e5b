import type { Candidate } from '../../domain/automation/route.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { firstDoneStatus } from './codes.ts';
import { offShiftRows } from './on-shift.ts';
import { rows, run, type ReadDb, type WriteDb } from './db.ts';

type CandidateRecord = {
  id: number;
  uid: Uint8Array;
  name: string;
  active: number;
  away: number;
  skills: string;
  languages: string;
  capacity: number | null;
  open: number;
  turn: number;
};

// The counts are those of the boards, so that asking costs the same at any size.
const text = `SELECT p.id, p.uid, p.name, p.active, p.away, p.skills, p.languages, p.capacity, ifnull(t.turn, 0) AS turn, ifnull(c.open, 0) AS open
  FROM person p LEFT JOIN route_turn t ON t.person_id = p.id
  LEFT JOIN (SELECT assignee_id, sum(n) AS open FROM ticket_count WHERE status < ${firstDoneStatus} GROUP BY assignee_id) c
    ON c.assignee_id = p.id
  ORDER BY p.name COLLATE NOCASE, p.id`;

const absence = ({ active, away, id }: CandidateRecord, off: ReadonlySet<number>): string | null =>
  active === 0 ? 'has left' : away === 1 ? 'away' : off.has(id) ? 'off shift' : null;

/** Everybody who could be given a ticket at an instant, with who is off shift by the roster. SPEC AUT-20, ROS-12. */
export function readCandidates(db: ReadDb, at: number): Candidate[] {
  const off = offShiftRows(db, at);
  return rows<CandidateRecord>(db, text).map((record) => ({
    id: uuidText(record.uid),
    name: record.name,
    absent: absence(record, off),
    skills: JSON.parse(record.skills) as string[],
    languages: JSON.parse(record.languages) as string[],
    capacity: record.capacity,
    open: record.open,
    turn: record.turn,
  }));
}

/** Somebody was given a ticket by routing: everybody else comes before them now. */
export function takeTurn(db: WriteDb, personId: string): void {
  run(
    db,
    `INSERT INTO route_turn SELECT id, (SELECT ifnull(max(turn), 0) + 1 FROM route_turn) FROM person WHERE uid = ?
     ON CONFLICT (person_id) DO UPDATE SET turn = excluded.turn`,
    uuidBytes(personId),
  );
}
