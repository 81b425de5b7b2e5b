import { z } from 'zod';
import {
  interviewFormSchema,
  screeningSchema,
  type Candidate,
  type CandidateRow,
  type CandidateStage,
  type Interview,
  type Seat,
} from '../../../contract/index.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { meanOfInterviews, meanRating, readable } from '../../../domain/hiring/interviews.ts';
import { deleteAtOf } from '../../../domain/hiring/retention.ts';
import { isRunning } from '../../../domain/hiring/stages.ts';
import { Fault } from '../../../domain/fault.ts';
import { rows, type Param } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { nameOf } from '../person.ts';
import { viewerOf } from '../viewer.ts';
import { sealOf, type Seal } from './seal.ts';
import { retentionDaysOf } from './settings.ts';

/** Who a candidate is and what is known of them: what lies sealed in their row. */
const knownSchema = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  source: z.string(),
  notes: z.string(),
  reason: z.string(),
  screenings: z.array(screeningSchema),
});
export type Known = z.infer<typeof knownSchema>;

/** What lies sealed in the row of an interview. */
const toldSchema = z.object({
  form: interviewFormSchema,
  ratings: z.record(z.string(), z.object({ rating: z.number().nullable(), note: z.string() })),
  recommend: z.enum(['yes', 'no', 'unsure']).nullable(),
});
export type Told = z.infer<typeof toldSchema>;

type CandidateRecord = {
  id: number;
  uid: Uint8Array;
  seat: Uint8Array | null;
  stage: CandidateStage;
  stage_at: number;
  applied_at: number;
  person: Uint8Array | null;
  sealed: string;
};

/** A candidate as they are stored, opened. */
export type Held = {
  readonly row: number;
  readonly id: string;
  readonly seatId: string | null;
  readonly stage: CandidateStage;
  readonly stageAt: number;
  readonly appliedAt: number;
  readonly personId: string | null;
  readonly known: Known;
  readonly seal: Seal;
};

/** Whoever has no key is nobody any more. */
function toHeld(core: Core, record: CandidateRecord): Held[] {
  const id = uuidText(record.uid);
  const seal = sealOf(core, id);
  if (seal === undefined) return [];
  return [
    {
      row: record.id,
      id,
      seatId: uuidTextOrNull(record.seat),
      stage: record.stage,
      stageAt: record.stage_at,
      appliedAt: record.applied_at,
      personId: uuidTextOrNull(record.person),
      known: knownSchema.parse(seal.open(record.sealed)),
      seal,
    },
  ];
}

/** Candidates, who waits longest in their stage first. */
export const readCandidates = (core: Core, where: string, ...params: readonly Param[]): Held[] =>
  rows<CandidateRecord>(
    core.db,
    `SELECT c.id, c.uid, s.uid AS seat, c.stage, c.stage_at, c.applied_at, p.uid AS person, c.sealed
     FROM candidate c LEFT JOIN seat s ON s.id = c.seat_id LEFT JOIN person p ON p.id = c.person_id
     WHERE ${where} ORDER BY c.stage_at, c.id`,
    ...params,
  ).flatMap((record) => toHeld(core, record));

/** Faults NOT_FOUND on whoever is not here, or is forgotten. */
export function mustCandidate(core: Core, id: string): Held {
  const [found] = readCandidates(core, 'c.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That candidate is not here any more.');
  return found;
}

type InterviewRecord = { uid: Uint8Array; by_uid: Uint8Array | null; at: number; done: number; sealed: string };

/** All forms of a candidate, whoever may read them, in the order in which they were begun. */
export const readInterviews = (core: Core, { row, seal }: Held): Interview[] =>
  rows<InterviewRecord>(
    core.db,
    `SELECT i.uid, p.uid AS by_uid, i.at, i.done, i.sealed FROM interview i LEFT JOIN person p ON p.id = i.by_id
     WHERE i.candidate_id = ? ORDER BY i.at, i.id`,
    row,
  ).map(({ uid, by_uid, at, done, sealed }) => {
    const told = toldSchema.parse(seal.open(sealed));
    const byId = uuidTextOrNull(by_uid);
    const by = byId === null ? 'The coordinator' : nameOf(core, byId);
    return { id: uuidText(uid), at, by, byId, done: done === 1, ...told, mean: meanRating(told.ratings) };
  });

/** One line of a candidate: of interviews, what whoever uses the desk may read already. SPEC HIR-11, HIR-13. */
function rowOf(held: Held, forms: readonly Interview[], retentionDays: number): CandidateRow {
  const { id, seatId, stage, stageAt, appliedAt, known } = held;
  return {
    id,
    seatId,
    name: known.name,
    stage,
    stageAt,
    appliedAt,
    passed: known.screenings.filter(({ passed }) => passed === true).length,
    failed: known.screenings.filter(({ passed }) => passed === false).length,
    interview: meanOfInterviews(forms),
    interviews: forms.filter(({ done }) => done).length,
    deleteAt: deleteAtOf(stage, stageAt, retentionDays),
  };
}

const formsFor = (core: Core, held: Held): { all: Interview[]; shown: Interview[] } => {
  const all = readInterviews(core, held);
  return { all, shown: readable(all, viewerOf(core).id, held.stage) };
};

export function candidateRows(core: Core, withClosed: boolean): CandidateRow[] {
  const days = retentionDaysOf(core.db);
  return readCandidates(core, '1')
    .filter(({ stage }) => withClosed || isRunning(stage))
    .map((held) => rowOf(held, formsFor(core, held).shown, days));
}

export function candidate(core: Core, id: string): Candidate {
  const held = mustCandidate(core, id);
  const { all, shown } = formsFor(core, held);
  return {
    ...rowOf(held, shown, retentionDaysOf(core.db)),
    ...held.known,
    interviewForms: shown,
    hiddenForms: all.length - shown.length,
    personId: held.personId,
  };
}

type SeatRecord = {
  id: number;
  uid: Uint8Array;
  title: string;
  team: string;
  opened_on: string;
  needed_on: string | null;
  state: Seat['state'];
  person: Uint8Array | null;
};
export type HeldSeat = Omit<Seat, 'running'> & { readonly row: number };

/** Seats, open ones first, by when they are needed. */
export const readSeats = (core: Core, where: string, ...params: readonly Param[]): HeldSeat[] =>
  rows<SeatRecord>(
    core.db,
    `SELECT s.id, s.uid, s.title, s.team, s.opened_on, s.needed_on, s.state, p.uid AS person
     FROM seat s LEFT JOIN person p ON p.id = s.person_id
     WHERE ${where} ORDER BY s.state != 'open', ifnull(s.needed_on, '9999'), s.opened_on, s.id`,
    ...params,
  ).map(({ id, uid, title, team, opened_on, needed_on, state, person }) => ({
    row: id,
    id: uuidText(uid),
    title,
    team,
    openedOn: opened_on,
    neededOn: needed_on,
    state,
    personId: uuidTextOrNull(person),
  }));

/** Faults NOT_FOUND, naming the field, where it is not on this desk. */
export function mustSeat(core: Core, id: string, field = 'id'): HeldSeat {
  const [found] = readSeats(core, 's.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That seat is not on this desk.', { field });
  return found;
}
