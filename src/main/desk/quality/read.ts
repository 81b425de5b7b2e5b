import {
  scorecardBodySchema,
  type Passage,
  type QualityReview,
  type ReviewRow,
  type ScorecardBody,
} from '../../../contract/index.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { answersOf, isToDo, standingOf } from '../../../domain/quality/registers.ts';
import { score } from '../../../domain/quality/score/score.ts';
import { authorCodes, channelCodes, eventCodes, priorityCodes } from '../../store/codes.ts';
import { row, rows, type Param, type ReadDb } from '../../store/db.ts';
import { readRegisters } from './registers.ts';

export type ReviewRecord = {
  id: number;
  uid: Uint8Array;
  ticket_id: number;
  ticket_uid: Uint8Array;
  subject: string;
  channel: number;
  priority: number;
  solved_at: number | null;
  agent_uid: Uint8Array;
  reviewer_uid: Uint8Array | null;
  card_uid: Uint8Array;
  card_id: number;
  card_name: string;
  version: number;
  session_uid: Uint8Array | null;
  session_closed: number | null;
  kind: ReviewRow['kind'];
  why: string;
  week: string;
  state: ReviewRow['state'];
  percent: number | null;
  passed: number | null;
  auto_failed: number;
  assigned_at: number;
  started_at: number | null;
  finished_at: number | null;
  released_at: number | null;
  seconds: number;
  skip: string | null;
  disputed: number;
  deadline: number | null;
  conflicts: number;
};

/** Of a session that still runs, in SQL over `reviewTables`: no score of it is told. SPEC QAC-1. */
export const inOpenSession = '(s.id IS NOT NULL AND s.closed_at IS NULL)';
export const reviewColumns = `SELECT r.id, r.uid, r.ticket_id, t.uid AS ticket_uid, t.subject, t.channel, t.priority, t.solved_at,
  a.uid AS agent_uid, p.uid AS reviewer_uid, c.uid AS card_uid, c.id AS card_id, json_extract(v.body, '$.name') AS card_name, r.version,
  s.uid AS session_uid, s.closed_at AS session_closed, r.kind, r.why, r.week, r.state,
  iif(${inOpenSession}, NULL, r.percent) AS percent, iif(${inOpenSession}, NULL, r.passed) AS passed,
  iif(${inOpenSession}, 0, r.auto_failed) AS auto_failed, r.assigned_at,
  r.started_at, r.finished_at, r.released_at, r.seconds, r.disputed,
  (SELECT value FROM review_field f WHERE f.review_id = r.id AND f.criterion = '' AND f.field = 'skipReason') AS skip,
  iif(r.state = 'disputed', (SELECT json_extract(value, '$.deadlineAt') FROM review_field f
    WHERE f.review_id = r.id AND f.criterion = '' AND f.field = 'dispute'), NULL) AS deadline,
  (SELECT count(*) FROM quality_conflict q WHERE q.review_id = r.id AND q.settled = 0) AS conflicts`;
export const reviewTables = `FROM review r JOIN ticket t ON t.id = r.ticket_id JOIN person a ON a.id = r.agent_id
  LEFT JOIN person p ON p.id = r.reviewer_id JOIN scorecard c ON c.id = r.scorecard_id
  JOIN scorecard_version v ON v.scorecard_id = r.scorecard_id AND v.version = r.version
  LEFT JOIN calibration s ON s.id = r.session_id`;

/** A golden conversation looks like any other to whoever scores it. SPEC QAC-4. */
const shownKind = ({ kind, state }: ReviewRecord): ReviewRow['kind'] =>
  kind === 'golden' && isToDo(state) ? 'random' : kind;

export const toReviewRow = (record: ReviewRecord): ReviewRow => {
  const kind = shownKind(record);
  return {
    id: uuidText(record.uid),
    ticketId: uuidText(record.ticket_uid),
    ticketNumber: record.ticket_id,
    subject: record.subject,
    channel: channelCodes.word(record.channel),
    priority: priorityCodes.word(record.priority),
    closedAt: record.solved_at,
    agentId: uuidText(record.agent_uid),
    reviewerId: uuidTextOrNull(record.reviewer_uid),
    scorecardId: uuidText(record.card_uid),
    scorecardName: record.card_name,
    version: record.version,
    kind,
    // Kept with one is why a random one of its kind would be drawn. SPEC QAC-4.
    why: kind === 'golden' ? 'Golden conversation' : record.why,
    week: record.week,
    sessionId: uuidTextOrNull(record.session_uid),
    state: record.state,
    percent: record.percent,
    passed: record.passed === null ? null : record.passed === 1,
    autoFailed: record.auto_failed === 1,
    assignedAt: record.assigned_at,
    startedAt: record.started_at,
    finishedAt: record.finished_at,
    releasedAt: record.released_at,
    seconds: record.seconds,
    skipReason: record.skip === null ? '' : (JSON.parse(record.skip) as string),
    disputed: record.disputed === 1,
    deadlineAt: record.deadline,
    conflicts: record.conflicts,
  };
};

export const reviewRecords = (db: ReadDb, text: string, ...params: readonly Param[]): ReviewRecord[] =>
  rows<ReviewRecord>(db, `${reviewColumns} ${reviewTables} ${text}`, ...params);

/** How many entries a ticket has. */
export const eventsOf = (db: ReadDb, ticketId: number): number =>
  row<{ n: number }>(db, 'SELECT count(*) AS n FROM event WHERE ticket_id = ?', ticketId)?.n ?? 0;

/** A review as it is kept. Faults NOT_FOUND where it is not here. */
export function mustReview(db: ReadDb, id: string): ReviewRecord {
  const [found] = reviewRecords(db, 'WHERE r.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That review is not on this desk any more.');
  return found;
}

/** The form of a review, by the row id of its scorecard. */
export function cardOf(db: ReadDb, cardId: number, version: number): ScorecardBody {
  const found = row<{ body: string }>(
    db,
    'SELECT body FROM scorecard_version WHERE scorecard_id = ? AND version = ?',
    cardId,
    version,
  );
  return scorecardBodySchema.parse(JSON.parse(found?.body ?? '{}'));
}

/** The same for many reviews: each form is read once. */
export function cardReader(db: ReadDb): (record: Pick<ReviewRecord, 'card_id' | 'version'>) => ScorecardBody {
  const known = new Map<string, ScorecardBody>();
  return ({ card_id, version }) => {
    const key = `${card_id}/${version}`;
    const card = known.get(key) ?? cardOf(db, card_id, version);
    known.set(key, card);
    return card;
  };
}

const spoken = ['customerMessage', 'agentReply', 'internalNote'].map((type) =>
  eventCodes.code(type as 'customerMessage'),
);
const sides = { customerMessage: 'customer', agentReply: 'agent', internalNote: 'note' } as const;

/** What was said on a ticket, in order. */
export const conversationOf = (db: ReadDb, ticketId: number): Passage[] =>
  rows<{ uid: Uint8Array; at: number; type: number; author: string; author_kind: number; body: string | null }>(
    db,
    `SELECT uid, at, type, author, author_kind, body FROM event WHERE ticket_id = ? AND type IN (${spoken.join(', ')}) ORDER BY at, id`,
    ticketId,
  ).map(({ uid, at, type, author, author_kind, body }) => ({
    id: uuidText(uid),
    at,
    author,
    side: authorCodes.word(author_kind) === 'system' ? 'system' : sides[eventCodes.word(type) as keyof typeof sides],
    text: body ?? '',
  }));

/** What is scored blind still: of a session that runs. */
export const isBlind = ({ session_uid, session_closed }: ReviewRecord): boolean =>
  session_uid !== null && session_closed === null;

/**
 * Faults CONFLICT on a review that somebody else scores blind; where the desk does not know who uses it, on one that is
 * done. SPEC QAC-1.
 */
export function mustSee(record: ReviewRecord, me: string | null): void {
  const isMine = record.reviewer_uid !== null && uuidText(record.reviewer_uid) === me;
  if (isBlind(record) && !isMine && !(me === null && isToDo(record.state)))
    throw new Fault(
      'CONFLICT',
      'This is scored blind: what somebody else gives is told when the session is closed. Close it, or score your own.',
    );
}

/** One review whole, for whoever may see it. */
export function readReview(db: ReadDb, id: string, me: string | null): QualityReview {
  const record = mustReview(db, id);
  mustSee(record, me);
  const registers = readRegisters(db, record.id);
  const card = cardOf(db, record.card_id, record.version);
  const answers = answersOf(registers);
  const { dispute, acknowledgedAt, agentNote } = standingOf(registers);
  return {
    ...toReviewRow(record),
    card,
    answers,
    score: score(card, answers),
    conversation: conversationOf(db, record.ticket_id),
    dispute,
    acknowledgedAt,
    agentNote,
  };
}
