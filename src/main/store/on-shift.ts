import { uuidText } from '../../domain/desk/uuid.ts';
import { dayMs } from '../../domain/calendar/wall-time.ts';
import { column, rows, type ReadDb } from './db.ts';

const aroundMs = 7 * dayMs;

/** Row ids of those whose published shift runs at an instant, and who are there. SPEC ROS-11. */
const onShift = (db: ReadDb, at: number): number[] =>
  column<number>(
    db,
    `SELECT pub_person_id FROM shift WHERE pub_start_at > ? AND pub_start_at <= ? AND pub_end_at > ? AND pub_person_id IS NOT NULL
     EXCEPT SELECT person_id FROM attendance WHERE start_at <= ? AND end_at > ?
     EXCEPT SELECT person_id FROM time_off WHERE state = 'approved' AND start_at <= ? AND end_at > ?`,
    at - dayMs,
    at,
    at,
    at,
    at,
    at,
    at,
  );

/**
 * Row ids of those who are off shift at an instant: who has published shifts within a week either way, and none that
 * runs. Whoever is not on the roster at all is nobody's business here. SPEC ROS-12.
 */
export function offShiftRows(db: ReadDb, at: number): ReadonlySet<number> {
  const rostered = column<number>(
    db,
    `SELECT DISTINCT pub_person_id FROM shift WHERE pub_start_at > ? AND pub_start_at < ? AND pub_person_id IS NOT NULL`,
    at - aroundMs,
    at + aroundMs,
  );
  const on = new Set(onShift(db, at));
  return new Set(rostered.filter((id) => !on.has(id)));
}

/**
 * Those whose tickets nobody looks after now: off shift, while somebody is on. At night, when nobody is, the owner of a
 * ticket is no less its owner. SPEC ROS-13.
 */
export const unattendedRows = (db: ReadDb, at: number): ReadonlySet<number> =>
  onShift(db, at).length === 0 ? new Set() : offShiftRows(db, at);

/** The same, and who is away or gone, as ids: what a filter for owners who are not here means. */
export function ownersOff(db: ReadDb, at: number): string[] {
  const off = unattendedRows(db, at);
  type Who = { id: number; uid: Uint8Array; gone: number };
  return rows<Who>(db, 'SELECT id, uid, away = 1 OR active = 0 AS gone FROM person ORDER BY id')
    .filter(({ id, gone }) => gone === 1 || off.has(id))
    .map(({ uid }) => uuidText(uid));
}
