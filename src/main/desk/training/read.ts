import {
  trainingSourceSchema,
  type Refresher,
  type TrainingAttendance,
  type TrainingSource,
  type TrainingTopic,
} from '../../../contract/index.ts';
import type { Activity } from '../../../contract/roster-common.ts';
import { minuteMs } from '../../../domain/calendar/wall-time.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import type { NamedSource } from '../../../domain/training/agenda.ts';
import { withoutTraining } from '../../../domain/training/free.ts';
import { row, rows, type Param, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { readCards } from '../quality/cards.ts';

/** A refresher as it is kept. */
export type RefresherRecord = {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly agenda: string;
  readonly materials: string;
  readonly startAt: number | null;
  readonly minutes: number;
  readonly trainerId: string | null;
  /** The shift of theirs that keeps the time free. */
  readonly trainerShift: string | null;
  readonly state: Refresher['state'];
  readonly sources: readonly TrainingSource[];
};

type Stored = {
  id: number;
  uid: Uint8Array;
  title: string;
  agenda: string;
  materials: string;
  start_at: number | null;
  minutes: number;
  trainer: Uint8Array | null;
  trainer_shift: string | null;
  state: Refresher['state'];
  sources: string;
};

const toRecord = (stored: Stored): RefresherRecord => ({
  row: stored.id,
  id: uuidText(stored.uid),
  title: stored.title,
  agenda: stored.agenda,
  materials: stored.materials,
  startAt: stored.start_at,
  minutes: stored.minutes,
  trainerId: uuidTextOrNull(stored.trainer),
  trainerShift: stored.trainer_shift,
  state: stored.state,
  sources: trainingSourceSchema.array().parse(JSON.parse(stored.sources)),
});

/** Planned ones first, by when they are, those without a time after them; then what is over, newest first. */
const order = `ORDER BY r.state != 'planned', r.state = 'cancelled', r.start_at IS NULL,
  iif(r.state = 'planned', r.start_at, -r.start_at), r.id DESC`;

export const readRefreshers = (db: ReadDb, where = '1', ...params: readonly Param[]): RefresherRecord[] =>
  rows<Stored>(
    db,
    `SELECT r.id, r.uid, r.title, r.agenda, r.materials, r.start_at, r.minutes, p.uid AS trainer, r.trainer_shift, r.state, r.sources
     FROM refresher r LEFT JOIN person p ON p.id = r.trainer_id WHERE ${where} ${order}`,
    ...params,
  ).map(toRecord);

/** Faults NOT_FOUND where it is not here. */
export function mustRefresher(core: Core, id: string): RefresherRecord {
  const [found] = readRefreshers(core.db, 'r.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That refresher is not here any more.');
  return found;
}

type Invited = {
  refresher: number;
  uid: Uint8Array;
  person: Uint8Array;
  state: TrainingAttendance['state'];
  shift: string | null;
  activities: string | null;
};

/** One who is invited: the row that says so, and what it says. */
export type InvitedRecord = TrainingAttendance & { readonly uid: Uint8Array; readonly shift: string | null };

/** By person the shift that keeps the time of a refresher free. */
export type Holding = ReadonlyMap<string, string>;

export const holdingOf = (
  { trainerId, trainerShift }: Pick<RefresherRecord, 'trainerId' | 'trainerShift'>,
  invited: readonly InvitedRecord[],
): Holding =>
  new Map([
    ...(trainerId === null || trainerShift === null ? [] : [[trainerId, trainerShift] as const]),
    ...invited.flatMap(({ personId, shift }) => (shift === null ? [] : [[personId, shift] as const])),
  ]);

/** When a refresher is, or null where it has no time. */
export const stretchOf = ({ startAt, minutes }: Pick<RefresherRecord, 'startAt' | 'minutes'>) =>
  startAt === null ? null : { startAt, endAt: startAt + minutes * minuteMs };

/** Who is invited, by refresher. The time is kept free only where their shift still has it. SPEC TRN-12. */
export function readInvited(db: ReadDb, refreshers: readonly RefresherRecord[]): Map<number, InvitedRecord[]> {
  const byRow = new Map(refreshers.map((each) => [each.row, each]));
  const found = rows<Invited>(
    db,
    `SELECT a.refresher_id AS refresher, a.uid, p.uid AS person, a.state, a.shift, s.activities
     FROM refresher_attendance a JOIN person p ON p.id = a.person_id
     LEFT JOIN shift s ON a.shift IS NOT NULL AND s.uid = unhex(replace(a.shift, '-', '')) AND s.person_id = a.person_id AND s.removed = 0
     ${refreshers.length === 1 ? 'WHERE a.refresher_id = ?' : ''} ORDER BY p.name COLLATE NOCASE, p.id`,
    ...(refreshers.length === 1 ? refreshers.map((each) => each.row) : []),
  );
  const isPlaced = ({ refresher, activities }: Invited): boolean => {
    const known = byRow.get(refresher);
    const stretch = known === undefined ? null : stretchOf(known);
    if (activities === null || stretch === null) return false;
    return withoutTraining(JSON.parse(activities) as Activity[], stretch) !== null;
  };
  return Map.groupBy(
    found.map((each) => ({
      refresher: each.refresher,
      uid: each.uid,
      personId: uuidText(each.person),
      state: each.state,
      shift: each.shift,
      placed: isPlaced(each),
    })),
    ({ refresher }) => refresher,
  );
}

export const invitedTo = (core: Core, refresher: RefresherRecord): InvitedRecord[] =>
  readInvited(core.db, [refresher]).get(refresher.row) ?? [];

type StoredTopic = {
  uid: Uint8Array;
  text: string;
  material: string;
  added_at: number;
  added_by: string;
};

/** Topics in the order they were written down; the refresher that took one up is named, those not taken up come first. */
export function readTopics(db: ReadDb): TrainingTopic[] {
  const taken = new Map(
    readRefreshers(db, "r.state != 'cancelled'").flatMap(({ id, sources }) =>
      sources.flatMap(({ topicId }) => (topicId === null ? [] : [[topicId, id] as const])),
    ),
  );
  return rows<StoredTopic>(
    db,
    'SELECT uid, text, material, added_at, added_by FROM training_topic ORDER BY added_at, id',
  )
    .map(({ uid, text, material, added_at, added_by }) => ({
      id: uuidText(uid),
      text,
      material,
      addedAt: added_at,
      addedBy: added_by,
      refresherId: taken.get(uuidText(uid)) ?? null,
    }))
    .toSorted((a, b) => Number(a.refresherId !== null) - Number(b.refresherId !== null));
}

/** What sources are called now, and what there is to read of them; what is gone is still told. */
export function sourceNames(db: ReadDb): (source: TrainingSource) => NamedSource {
  const criteria = new Map(
    readCards(db).flatMap(({ id, sections }) =>
      sections.flatMap((section) => section.criteria.map(({ id: own, name }) => [`${id}/${own}`, name])),
    ),
  );
  const topics = new Map(readTopics(db).map((topic) => [topic.id, topic]));
  return ({ kind, scorecardId, criterion, category, topicId }) => {
    if (kind === 'category') return { kind, title: category ?? '' };
    if (kind === 'criterion')
      return { kind, title: criteria.get(`${scorecardId ?? ''}/${criterion ?? ''}`) ?? criterion ?? '' };
    const topic = topics.get(topicId ?? '');
    return { kind, title: topic?.text ?? 'A topic that was taken away', material: topic?.material ?? '' };
  };
}

/** Faults at its field where a source says too little, or is not on this desk. */
export function checkSources(core: Core, sources: readonly TrainingSource[]): void {
  const cards = readCards(core.db);
  for (const [at, { kind, scorecardId, criterion, category, topicId }] of sources.entries()) {
    const field = `sources.${at}`;
    if (kind === 'category' && (category ?? '') === '')
      throw new Fault('INVALID', 'Say which category it is.', { field: `${field}.category` });
    if (kind === 'criterion' && !cards.some((card) => card.id === scorecardId && hasCriterion(card, criterion)))
      throw new Fault('NOT_FOUND', 'That criterion is on no scorecard of this desk.', { field: `${field}.criterion` });
    if (kind === 'topic' && !hasTopic(core.db, topicId))
      throw new Fault('NOT_FOUND', 'That topic is not here any more.', { field: `${field}.topicId` });
  }
}

/** Of its newest form: a criterion that was taken off it is trained no more. */
const hasCriterion = ({ sections }: ReturnType<typeof readCards>[number], criterion: string | null): boolean =>
  sections.some((section) => section.criteria.some(({ id }) => id === criterion));

export const hasTopic = (db: ReadDb, id: string | null): boolean =>
  id !== null && row(db, 'SELECT 1 FROM training_topic WHERE uid = ?', uuidBytes(id)) !== undefined;
