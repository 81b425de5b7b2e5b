import type { CalibrationSession, Done, SessionResult } from '../../../contract/index.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { agreement } from '../../../domain/quality/agreement/agreement.ts';
import { leniency } from '../../../domain/quality/drift/leniency.ts';
import { meanOf } from '../../../domain/statistics/mean.ts';
import { answersOf, isScored } from '../../../domain/quality/registers.ts';
import { weekAt } from '../../../domain/quality/week.ts';
import { row, rows, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { mustPerson } from '../person.ts';
import { mustCard, usedCard } from './cards.ts';
import { cardOf, reviewRecords, type ReviewRecord } from './read.ts';
import { readRegisters } from './registers.ts';
import { insertReview, notOwn } from './sample.ts';

type SessionRecord = {
  id: number;
  uid: Uint8Array;
  name: string;
  card_uid: Uint8Array;
  card_id: number;
  version: number;
  baseline_uid: Uint8Array | null;
  body: string;
  created_at: number;
  closed_at: number | null;
};

const selected = `SELECT s.id, s.uid, s.name, c.uid AS card_uid, c.id AS card_id, s.version, p.uid AS baseline_uid, s.body, s.created_at, s.closed_at
  FROM calibration s JOIN scorecard c ON c.id = s.scorecard_id LEFT JOIN person p ON p.id = s.baseline_id`;

type Body = { readonly reviewerIds: string[]; readonly ticketIds: string[] };

function toSession(db: ReadDb, record: SessionRecord): CalibrationSession {
  const body = JSON.parse(record.body) as Body;
  const counts = row<{ of: number; done: number }>(
    db,
    `SELECT count(*) AS "of", ifnull(sum(state NOT IN ('assigned', 'started')), 0) AS done FROM review WHERE session_id = ?`,
    record.id,
  );
  return {
    id: uuidText(record.uid),
    name: record.name,
    scorecardId: uuidText(record.card_uid),
    version: record.version,
    baselineId: uuidTextOrNull(record.baseline_uid),
    ...body,
    state: record.closed_at === null ? 'open' : 'closed',
    createdAt: record.created_at,
    closedAt: record.closed_at,
    done: counts?.done ?? 0,
    of: counts?.of ?? 0,
  };
}

export const readSessions = (db: ReadDb): CalibrationSession[] =>
  rows<SessionRecord>(db, `${selected} ORDER BY s.id DESC`).map((record) => toSession(db, record));

function mustSession(db: ReadDb, id: string): SessionRecord {
  const found = row<SessionRecord>(db, `${selected} WHERE s.uid = ?`, uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That session is not on this desk any more.');
  return found;
}

type Wanted = {
  readonly name: string;
  readonly scorecardId: string;
  readonly ticketIds: readonly string[];
  readonly reviewerIds: readonly string[];
  readonly baselineId: string | null;
};

/** The agent whose work a ticket is. Faults CONFLICT where nobody owns it. */
function agentOf(core: Core, ticketId: string): string {
  const found = row<{ id: number; agent: Uint8Array | null }>(
    core.db,
    'SELECT t.id, p.uid AS agent FROM ticket t LEFT JOIN person p ON p.id = t.assignee_id WHERE t.uid = ?',
    uuidBytes(ticketId),
  );
  if (found === undefined)
    throw new Fault('NOT_FOUND', 'That ticket is not on this desk any more.', { field: 'ticketIds' });
  if (found.agent === null)
    throw new Fault('CONFLICT', `Nobody owns #${found.id}: there is nobody whose work it is. Choose another.`, {
      field: 'ticketIds',
    });
  return uuidText(found.agent);
}

/** Several score the same conversations, each blind to the others until it is closed. SPEC QAC-1. */
export function makeSession(core: Core, input: Wanted): Done & { id: string } {
  const card = usedCard(core.db, input.scorecardId);
  const reviewers = [...new Set(input.reviewerIds)];
  if (reviewers.length < 2) throw new Fault('INVALID', 'Choose at least two who score.', { field: 'reviewerIds' });
  for (const id of reviewers) mustPerson(core, id, 'reviewerIds');
  if (input.baselineId !== null && !reviewers.includes(input.baselineId))
    throw new Fault('INVALID', 'The baseline is one of those who score.', { field: 'baselineId' });
  const tickets = [...new Set(input.ticketIds)].map((ticketId) => ({ ticketId, agentId: agentOf(core, ticketId) }));
  for (const { agentId } of tickets) for (const reviewerId of reviewers) notOwn(agentId, reviewerId);
  const now = core.ports.now();
  const uid = core.newId(now);
  const id = uuidText(uid);
  const { week } = weekAt(core.facts.settings().timeZone, now);
  const label = `Calibration “${input.name}”`;
  const { changeSet } = core.write({ name: 'quality.sessionMake', label }, (write) => {
    write.insert('calibration', uid, {
      name: input.name,
      scorecard_id: mustCard(core.db, input.scorecardId).row,
      version: card.version,
      baseline_id: input.baselineId === null ? null : mustPerson(core, input.baselineId),
      body: JSON.stringify({ reviewerIds: reviewers, ticketIds: tickets.map(({ ticketId }) => ticketId) }),
      created_at: now,
      closed_at: null,
    });
    for (const { ticketId, agentId } of tickets)
      for (const reviewerId of reviewers)
        insertReview(core, write, {
          ticketId,
          agentId,
          reviewerId,
          scorecardId: card.id,
          version: card.version,
          sessionId: id,
          kind: 'calibration',
          why: input.name,
          week,
        });
  });
  return { changed: tickets.length * reviewers.length, label, changeSet, id };
}

export function closeSession(core: Core, id: string): Done {
  const record = mustSession(core.db, id);
  const label = `Calibration “${record.name}” closed`;
  const { changeSet } = core.write({ name: 'quality.sessionClose', label }, (write) => {
    if (record.closed_at === null) write.update('calibration', record.uid, { closed_at: core.ports.now() });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

/** What came of a session; while it runs nothing of it is shown, so that nobody scores by what others gave. SPEC QAC-1, QAC-2. */
export function sessionResult(core: Core, id: string): SessionResult {
  const record = mustSession(core.db, id);
  if (record.closed_at === null)
    throw new Fault('CONFLICT', 'This session is still scored blind. Close it to see what came of it.');
  const session = toSession(core.db, record);
  const reviews = reviewRecords(core.db, 'WHERE r.session_id = ? ORDER BY r.ticket_id', record.id).filter(({ state }) =>
    isScored(state),
  );
  const { reviewerIds, ticketIds } = session;
  const given = new Map(
    reviews.map((review) => [
      `${uuidText(review.ticket_uid)} ${review.reviewer_uid && uuidText(review.reviewer_uid)}`,
      review,
    ]),
  );
  const find = (ticketId: string, reviewerId: string): ReviewRecord | undefined =>
    given.get(`${ticketId} ${reviewerId}`);
  const table = (value: (review: ReviewRecord) => number | null): (number | null)[][] =>
    ticketIds.map((ticketId) =>
      reviewerIds.map((reviewerId) => {
        const review = find(ticketId, reviewerId);
        return review === undefined ? null : value(review);
      }),
    );
  const card = cardOf(core.db, record.card_id, session.version);
  const answers = new Map(reviews.map((review) => [review.id, answersOf(readRegisters(core.db, review.id))]));
  const scores = table(({ percent }) => percent);
  const lenient = leniency({ reviewerIds, scores });
  const baseline = session.baselineId === null ? -1 : reviewerIds.indexOf(session.baselineId);
  return {
    session,
    overall: agreement({ ratings: scores, tolerance: 0 }),
    criteria: card.sections
      .flatMap(({ criteria }) => criteria)
      .map(({ id: criterion, name }) => ({
        id: criterion,
        name,
        agreement: agreement({
          ratings: table((review) => {
            const value = answers.get(review.id)?.[criterion]?.value;
            return typeof value === 'number' ? value : null;
          }),
          weights: 'quadratic',
          tolerance: 0,
        }),
      })),
    reviewers: lenient.map((each, index) => ({
      ...each,
      againstBaseline: baseline < 0 || index === baseline ? null : meanOf(differences(scores, index, baseline)),
    })),
    items: ticketIds.flatMap((ticketId) => itemOf(core, ticketId, reviewerIds, find)),
  };
}

const differences = (scores: readonly (readonly (number | null)[])[], one: number, other: number): number[] =>
  scores.flatMap((item) => {
    const [a, b] = [item[one] ?? null, item[other] ?? null];
    return a === null || b === null ? [] : [a - b];
  });

function itemOf(
  core: Core,
  ticketId: string,
  reviewerIds: readonly string[],
  find: (ticketId: string, reviewerId: string) => ReviewRecord | undefined,
): SessionResult['items'] {
  const found = row<{ id: number; subject: string }>(
    core.db,
    'SELECT id, subject FROM ticket WHERE uid = ?',
    uuidBytes(ticketId),
  );
  if (found === undefined) return [];
  const scores = reviewerIds.flatMap((reviewerId) => {
    const review = find(ticketId, reviewerId);
    return review === undefined ? [] : [{ reviewerId, reviewId: uuidText(review.uid), percent: review.percent }];
  });
  const given = scores.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  return [
    {
      ticketId,
      number: found.id,
      subject: found.subject,
      scores,
      spread: given.length < 2 ? null : Math.max(...given) - Math.min(...given),
    },
  ];
}
