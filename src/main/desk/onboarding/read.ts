import { programmeBodySchema, type GateState, type ProgrammeBody } from '../../../contract/index.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { rows, type Param, type ReadDb } from '../../store/db.ts';

/** Days as dates, the last one included; null: until it is gone on with. */
export type Pause = { readonly from: string; readonly to: string | null; readonly reason: string };

export type StageRecord = {
  uid: Uint8Array;
  stage: string;
  extra_days: number;
  begun_at: number | null;
  passed_at: number | null;
  agent_signed_at: number | null;
  agent_signed_by: string | null;
  trainer_signed_at: number | null;
  trainer_signed_by: string | null;
  gates: string;
};
export type TaskRecord = {
  uid: Uint8Array;
  stage: string;
  task: string;
  done_at: number | null;
  done_by: string;
  percent: number | null;
  tries: number;
};

/** A newcomer as the file has them. */
export type NewcomerRecord = {
  readonly row: number;
  readonly uid: Uint8Array;
  readonly id: string;
  readonly personId: string;
  readonly personRow: number;
  readonly trainerId: string | null;
  readonly programmeKey: string;
  readonly body: ProgrammeBody;
  readonly startOn: string;
  readonly pauses: readonly Pause[];
  readonly doneAt: number | null;
  readonly endedAt: number | null;
  readonly endReason: string;
  readonly ramp: number;
  readonly availability: string | null;
  readonly stages: readonly StageRecord[];
  readonly tasks: readonly TaskRecord[];
};

type Found = {
  id: number;
  uid: Uint8Array;
  person_id: number;
  person: Uint8Array;
  trainer: Uint8Array | null;
  programme: string;
  body: string;
  start_on: string;
  pauses: string;
  done_at: number | null;
  ended_at: number | null;
  end_reason: string;
  ramp: number;
  availability: string | null;
};

const toRecord = (db: ReadDb, found: Found): NewcomerRecord => ({
  row: found.id,
  uid: found.uid,
  id: uuidText(found.uid),
  personId: uuidText(found.person),
  personRow: found.person_id,
  trainerId: uuidTextOrNull(found.trainer),
  programmeKey: found.programme,
  body: programmeBodySchema.parse(JSON.parse(found.body)),
  startOn: found.start_on,
  pauses: JSON.parse(found.pauses) as Pause[],
  doneAt: found.done_at,
  endedAt: found.ended_at,
  endReason: found.end_reason,
  ramp: found.ramp,
  availability: found.availability,
  stages: rows<StageRecord>(
    db,
    `SELECT uid, stage, extra_days, begun_at, passed_at, agent_signed_at, agent_signed_by, trainer_signed_at, trainer_signed_by, gates
     FROM newcomer_stage WHERE newcomer_id = ? ORDER BY id`,
    found.id,
  ),
  tasks: rows<TaskRecord>(
    db,
    'SELECT uid, stage, task, done_at, done_by, percent, tries FROM newcomer_task WHERE newcomer_id = ? ORDER BY id',
    found.id,
  ),
});

export const newcomersWhere = (db: ReadDb, where: string, ...params: readonly Param[]): NewcomerRecord[] =>
  rows<Found>(
    db,
    `SELECT n.id, n.uid, n.person_id, p.uid AS person, t.uid AS trainer, n.programme, n.body, n.start_on, n.pauses, n.done_at,
       n.ended_at, n.end_reason, p.ramp, p.availability
     FROM newcomer n JOIN person p ON p.id = n.person_id LEFT JOIN person t ON t.id = n.trainer_id WHERE ${where} ORDER BY n.id`,
    ...params,
  ).map((found) => toRecord(db, found));

export const isRunning = 'n.done_at IS NULL AND n.ended_at IS NULL';

/** Faults NOT_FOUND where it is not here. */
export function mustNewcomer(db: ReadDb, id: string): NewcomerRecord {
  const [found] = newcomersWhere(db, 'n.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That newcomer is not on this desk any more.');
  return found;
}

export const gatesOf = ({ gates }: StageRecord): GateState[] => JSON.parse(gates) as GateState[];
