import type {
  Activity,
  Attendance,
  DeskShift,
  Excuse,
  RosterShift,
  ShiftRequest,
  TimeOff,
  WorkKind,
} from '../../../contract/index.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { dayMs } from '../../../domain/calendar/wall-time.ts';
import { rows, type Param, type ReadDb } from '../../store/db.ts';
import type { Span } from './span.ts';

type ShiftRecord = {
  uid: Uint8Array;
  person_uid: Uint8Array | null;
  start_at: number;
  end_at: number;
  work: WorkKind;
  activities: string;
  note: string;
  removed: number;
  pub_person_uid: Uint8Array | null;
  pub_start_at: number | null;
  pub_end_at: number | null;
  pub_work: WorkKind | null;
  pub_activities: string | null;
};

const selected = `SELECT s.uid, p.uid AS person_uid, s.start_at, s.end_at, s.work, s.activities, s.note, s.removed,
  q.uid AS pub_person_uid, s.pub_start_at, s.pub_end_at, s.pub_work, s.pub_activities
  FROM shift s LEFT JOIN person p ON p.id = s.person_id LEFT JOIN person q ON q.id = s.pub_person_id`;

function publishedOf(record: ShiftRecord): DeskShift['published'] {
  if (record.pub_start_at === null || record.pub_end_at === null || record.pub_work === null) return null;
  return {
    personId: uuidTextOrNull(record.pub_person_uid),
    startAt: record.pub_start_at,
    endAt: record.pub_end_at,
    work: record.pub_work,
    activities: JSON.parse(record.pub_activities ?? '[]') as Activity[],
  };
}

/** Whether what is planned is not what was published. */
function differs(record: ShiftRecord): boolean {
  if (record.removed === 1 || record.pub_start_at === null) return true;
  return (
    uuidTextOrNull(record.person_uid) !== uuidTextOrNull(record.pub_person_uid) ||
    record.start_at !== record.pub_start_at ||
    record.end_at !== record.pub_end_at ||
    record.work !== record.pub_work ||
    record.activities !== record.pub_activities
  );
}

const toShift = (record: ShiftRecord): DeskShift => ({
  id: uuidText(record.uid),
  personId: uuidTextOrNull(record.person_uid),
  startAt: record.start_at,
  endAt: record.end_at,
  work: record.work,
  activities: JSON.parse(record.activities) as Activity[],
  note: record.note,
  removed: record.removed === 1,
  published: publishedOf(record),
  draft: differs(record),
});

/** A shift that was taken out, and of which nothing was published, is kept for requests alone: it shows nowhere. */
const shown = 'NOT (s.removed = 1 AND s.pub_start_at IS NULL)';

/**
 * The shifts whose plan or publication touches a stretch, by start. No shift lasts over a day, so both are stretches of an
 * index.
 */
export const shiftsIn = (db: ReadDb, { startAt, endAt }: Span): DeskShift[] =>
  rows<ShiftRecord>(
    db,
    `${selected} WHERE ${shown} AND ((s.start_at >= ? AND s.start_at < ? AND s.end_at > ?)
       OR (s.pub_start_at >= ? AND s.pub_start_at < ? AND s.pub_end_at > ?)) ORDER BY s.start_at, s.id`,
    startAt - dayMs,
    endAt,
    startAt,
    startAt - dayMs,
    endAt,
    startAt,
  ).map(toShift);

/** Those of an id list that are here, whatever their state. */
export const shiftsById = (db: ReadDb, ids: readonly string[]): DeskShift[] =>
  ids.flatMap((id) => rows<ShiftRecord>(db, `${selected} WHERE s.uid = ?`, uuidBytes(id)).map(toShift));

/** As planned: what the editor, the lint and the strips show. */
export const planned = (shifts: readonly DeskShift[]): RosterShift[] =>
  shifts
    .filter(({ removed }) => !removed)
    .map(({ id, personId, startAt, endAt, work, activities }) => ({ id, personId, startAt, endAt, work, activities }));

/** As published: what counts for who is on shift, routing and adherence. SPEC ROS-4. */
export const published = (shifts: readonly DeskShift[]): RosterShift[] =>
  shifts.flatMap(({ id, published: as }) => (as === null ? [] : [{ id, ...as }]));

type Decided = {
  uid: Uint8Array;
  person_uid: Uint8Array;
  state: TimeOff['state'];
  note: string;
  asked_at: number;
  decided_at: number | null;
  decided_by: string | null;
  reason: string;
};
const decision = (record: Decided) => ({
  id: uuidText(record.uid),
  personId: uuidText(record.person_uid),
  state: record.state,
  note: record.note,
  askedAt: record.asked_at,
  decidedAt: record.decided_at,
  decidedBy: record.decided_by,
  reason: record.reason,
});

export const timeOffWhere = (db: ReadDb, text: string, ...params: readonly Param[]): TimeOff[] =>
  rows<Decided & { start_at: number; end_at: number; kind: TimeOff['kind'] }>(
    db,
    `SELECT t.uid, p.uid AS person_uid, t.start_at, t.end_at, t.kind, t.state, t.note, t.asked_at, t.decided_at, t.decided_by, t.reason
     FROM time_off t JOIN person p ON p.id = t.person_id ${text}`,
    ...params,
  ).map((record) => ({
    ...decision(record),
    startAt: record.start_at,
    endAt: record.end_at,
    kind: record.kind,
  }));

export const timeOffIn = (db: ReadDb, { startAt, endAt }: Span): TimeOff[] =>
  timeOffWhere(db, 'WHERE t.end_at > ? AND t.start_at < ? ORDER BY t.start_at, t.id', startAt, endAt);

export const requestsWhere = (db: ReadDb, text: string, ...params: readonly Param[]): ShiftRequest[] =>
  rows<
    Decided & {
      kind: ShiftRequest['kind'];
      shift_uid: Uint8Array;
      to_uid: Uint8Array | null;
      other_uid: Uint8Array | null;
    }
  >(
    db,
    `SELECT r.uid, p.uid AS person_uid, r.kind, s.uid AS shift_uid, q.uid AS to_uid, o.uid AS other_uid, r.state, r.note, r.asked_at,
       r.decided_at, r.decided_by, r.reason
     FROM shift_request r JOIN person p ON p.id = r.person_id JOIN shift s ON s.id = r.shift_id
     LEFT JOIN person q ON q.id = r.to_person_id LEFT JOIN shift o ON o.id = r.other_shift_id ${text}`,
    ...params,
  ).map((record) => ({
    ...decision(record),
    kind: record.kind,
    shiftId: uuidText(record.shift_uid),
    toPersonId: uuidTextOrNull(record.to_uid),
    otherShiftId: uuidTextOrNull(record.other_uid),
  }));

type Stretch = {
  uid: Uint8Array;
  person_uid: Uint8Array;
  start_at: number;
  end_at: number;
  reason: string;
  by: string;
};
const stretch = (record: Stretch) => ({
  id: uuidText(record.uid),
  personId: uuidText(record.person_uid),
  startAt: record.start_at,
  endAt: record.end_at,
  reason: record.reason,
  by: record.by,
});

export const attendanceIn = (db: ReadDb, { startAt, endAt }: Span): Attendance[] =>
  rows<Stretch & { kind: Attendance['kind']; at: number }>(
    db,
    `SELECT a.uid, p.uid AS person_uid, a.kind, a.start_at, a.end_at, a.reason, a.at, a.by
     FROM attendance a JOIN person p ON p.id = a.person_id WHERE a.end_at > ? AND a.start_at < ? ORDER BY a.start_at, a.id`,
    startAt,
    endAt,
  ).map((record) => ({ ...stretch(record), kind: record.kind, at: record.at }));

export const excusesIn = (db: ReadDb, { startAt, endAt }: Span): Excuse[] =>
  rows<Stretch>(
    db,
    `SELECT e.uid, p.uid AS person_uid, e.start_at, e.end_at, e.reason, e.by
     FROM adherence_excuse e JOIN person p ON p.id = e.person_id WHERE e.end_at > ? AND e.start_at < ? ORDER BY e.start_at, e.id`,
    startAt,
    endAt,
  ).map(stretch);

/** Who is not there in a stretch: approved time off, and who is late, absent or left. */
export const awayIn = (db: ReadDb, span: Span): { personId: string; startAt: number; endAt: number }[] => [
  ...timeOffIn(db, span).filter(({ state }) => state === 'approved'),
  ...attendanceIn(db, span),
];
