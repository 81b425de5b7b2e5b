import type { Channel, Done, QualityPlan, ReviewRow, SampleWeek } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { isScored } from '../../../domain/quality/registers.ts';
import { assignReviewers } from '../../../domain/quality/sampling/assign.ts';
import { drawSample, wantedOf } from '../../../domain/quality/sampling/draw.ts';
import { stratumOf } from '../../../domain/quality/sampling/strata.ts';
import { weekAt, weekBefore, type Week } from '../../../domain/quality/week.ts';
import { readClosed } from '../../store/closed-tickets.ts';
import { row, rows, type ReadDb } from '../../store/db.ts';
import { uidOf } from '../../store/ticket-rows.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { readPeople } from '../people.ts';
import { spanOf } from '../roster/span.ts';
import { readCards, usedCard } from './cards.ts';
import { readPlan } from './plan.ts';
import { mustReview } from './read.ts';

/** Which scorecard is for a channel: the first of the plan that takes it, else the first that is active. */
function cardFor(core: Core, plan: QualityPlan, channel: Channel): { readonly id: string; readonly version: number } {
  const cards = readCards(core.db).filter(({ active }) => active);
  const chosen = plan.cards.find(({ channels }) => channels.length === 0 || channels.includes(channel))?.scorecardId;
  const card = cards.find(({ id }) => id === chosen) ?? cards[0];
  if (card === undefined)
    throw new Fault('CONFLICT', 'There is no scorecard yet. Make one, or begin with one of the templates.');
  return card;
}

/** A review to be written: of which ticket, by whom, on which form, and why. */
export type NewReview = {
  readonly ticketId: string;
  readonly agentId: string;
  readonly reviewerId: string | null;
  readonly scorecardId: string;
  readonly version: number;
  readonly sessionId?: string | null;
  readonly kind: 'random' | 'risk' | 'manual' | 'golden' | 'calibration';
  readonly why: string;
  readonly week: string;
};

const rowOf = (core: Core, table: 'ticket' | 'person' | 'scorecard' | 'calibration', id: string): number => {
  const found = row<{ id: number }>(core.db, `SELECT id FROM ${table} WHERE uid = ?`, uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', `That ${table} is not on this desk any more.`);
  return found.id;
};

/** Writes a review that is assigned, or waits for somebody. */
export function insertReview(core: Core, write: Writer, review: NewReview): string {
  const uid = core.newId(core.ports.now());
  write.insert('review', uid, {
    ticket_id: rowOf(core, 'ticket', review.ticketId),
    scorecard_id: rowOf(core, 'scorecard', review.scorecardId),
    version: review.version,
    agent_id: rowOf(core, 'person', review.agentId),
    reviewer_id: review.reviewerId === null ? null : rowOf(core, 'person', review.reviewerId),
    session_id: review.sessionId == null ? null : rowOf(core, 'calibration', review.sessionId),
    kind: review.kind,
    why: review.why,
    week: review.week,
    assigned_at: core.ports.now(),
  });
  return uuidText(uid);
}

/** Open reviews of each reviewer: what a new one is added to. */
function loads(core: Core, plan: QualityPlan) {
  const open = rows<{ reviewer_id: number; n: number }>(
    core.db,
    `SELECT reviewer_id, count(*) AS n FROM review WHERE reviewer_id IS NOT NULL AND state IN ('assigned', 'started') GROUP BY 1`,
  );
  const byId = new Map(open.map(({ reviewer_id, n }) => [uidOf(core.db, 'person', reviewer_id), n]));
  const here = new Set(
    readPeople(core.db)
      .filter(({ active, away }) => active && !away)
      .map(({ id }) => id),
  );
  return plan.reviewerIds.filter((id) => here.has(id)).map((id) => ({ id, load: byId.get(id) ?? 0, capacity: null }));
}

/** Tickets in a week's sample already, by how they came into it. */
const drawn = (core: Core, week: string): { id: string; kind: string }[] =>
  rows<{ uid: Uint8Array; kind: string }>(
    core.db,
    `SELECT t.uid, r.kind FROM review r JOIN ticket t ON t.id = r.ticket_id WHERE r.week = ? AND r.kind IN ('random', 'risk')`,
    week,
  ).map(({ uid, kind }) => ({ id: uuidText(uid), kind }));

/** A risk review of a week becomes one of its random sample. */
function promote(core: Core, write: Writer, pick: { readonly id: string; readonly why: string }, week: string): void {
  const review = row<{ uid: Uint8Array }>(
    core.db,
    "SELECT r.uid FROM review r JOIN ticket t ON t.id = r.ticket_id WHERE t.uid = ? AND r.week = ? AND r.kind = 'risk'",
    uuidBytes(pick.id),
    week,
  );
  if (review !== undefined) write.update('review', review.uid, { kind: 'random', why: pick.why });
}

/**
 * Draws the sample of a week, or what it lacks by now: what was drawn stays drawn, and what closed since may be added.
 * Each pick goes to the reviewer with the least to do who is not its agent. SPEC QAS-1 to QAS-6.
 */
export async function draw(
  core: Core,
  input: { readonly date?: string | undefined },
): Promise<Done & { week: string; random: number; risk: number }> {
  const plan = readPlan(core);
  const { timeZone } = core.facts.settings();
  const week =
    input.date === undefined
      ? weekBefore(timeZone, core.ports.now(), 1)
      : weekAt(timeZone, spanOf(core, { from: input.date, days: 1 }).startAt);
  const closed = await core.pool.run({ kind: 'closed', query: week });
  const known = drawn(core, week.week);
  const before = new Set(known.map(({ id }) => id));
  const sample = drawSample({
    candidates: closed,
    sharePercent: plan.sharePercent,
    minPerAgent: plan.minPerAgent,
    riskPicks: plan.riskPicks,
    seed: plan.seed,
    already: known.filter(({ kind }) => kind !== 'risk').map(({ id }) => id),
  });
  const byId = new Map(closed.map((ticket) => [ticket.id, ticket]));
  const fresh = [
    ...sample.random.map(({ id, why }) => ({ id, why, kind: 'random' as const })),
    ...sample.risk.map(({ id, why }) => ({ id, why, kind: 'risk' as const })),
  ];
  const picks = fresh.filter(({ id }) => !before.has(id));
  // Its chance has come up after all: an average without it would leave out what was likeliest to be bad. SPEC QAS-4.
  const risky = new Set(known.filter(({ kind }) => kind === 'risk').map(({ id }) => id));
  const promoted = fresh.filter(({ id, kind }) => kind === 'random' && risky.has(id));
  const reviewers = assignReviewers({
    picks: picks.map(({ id }) => ({ id, agentId: byId.get(id)?.agentId ?? '' })),
    reviewers: loads(core, plan),
  });
  const label = `Sample of ${week.week}: ${picks.length} reviews`;
  const { changeSet } = core.write({ name: 'quality.draw', label }, (write) => {
    for (const pick of promoted) promote(core, write, pick, week.week);
    for (const { id, why, kind } of picks) {
      const ticket = byId.get(id);
      if (ticket === undefined) continue;
      const card = cardFor(core, plan, ticket.channel);
      const reviewerId = reviewers.get(id) ?? null;
      insertReview(core, write, {
        ticketId: id,
        agentId: ticket.agentId,
        reviewerId,
        scorecardId: card.id,
        version: card.version,
        kind,
        why,
        week: week.week,
      });
    }
  });
  const count = (kind: string): number => picks.filter((pick) => pick.kind === kind).length;
  return { changed: picks.length, label, changeSet, week: week.week, random: count('random'), risk: count('risk') };
}

type WeekRecord = { kind: string; state: ReviewRow['state']; n: number };

/** The last weeks, newest first: what was closed, wanted, drawn and done. */
export function readWeeks(core: Core, count: number): SampleWeek[] {
  const plan = readPlan(core);
  const { timeZone } = core.facts.settings();
  return Array.from({ length: count }, (_, back): Week => weekBefore(timeZone, core.ports.now(), back)).map((week) => {
    const agents = rows<{ n: number }>(
      core.db,
      'SELECT count(*) AS n FROM ticket INDEXED BY ticket_solved WHERE solved_at >= ? AND solved_at < ? AND drill = 0 AND merged_into IS NULL AND assignee_id IS NOT NULL GROUP BY assignee_id',
      week.startAt,
      week.endAt,
    ).map(({ n }) => n);
    const found = rows<WeekRecord>(
      core.db,
      'SELECT kind, state, count(*) AS n FROM review WHERE week = ? GROUP BY 1, 2',
      week.week,
    );
    const sum = (is: (record: WeekRecord) => boolean): number => found.filter(is).reduce((all, { n }) => all + n, 0);
    const isRandom = ({ kind }: WeekRecord): boolean => kind === 'random';
    const wanted = wantedOf(agents, plan);
    const done = sum((record) => isRandom(record) && isScored(record.state));
    return {
      ...week,
      closed: agents.reduce((all, n) => all + n, 0),
      wanted,
      random: sum(isRandom),
      risk: sum(({ kind }) => kind === 'risk'),
      done,
      skipped: sum(({ state }) => state === 'skipped'),
      // Tickets opened again since may leave more done than is wanted of what is closed now.
      coverage: wanted === 0 ? null : Math.min(1, done / wanted),
    };
  });
}

/** Picks one ticket for review by hand. Faults CONFLICT where nobody owns it, or it would be reviewed by its own agent. */
export function makeReview(
  core: Core,
  input: {
    readonly ticketId: string;
    readonly scorecardId?: string | undefined;
    readonly reviewerId: string | null;
    readonly kind: 'manual' | 'golden';
  },
): Done & { id: string } {
  const ticket = row<{ id: number; assignee_id: number | null; solved_at: number | null }>(
    core.db,
    'SELECT id, assignee_id, solved_at FROM ticket WHERE uid = ?',
    uuidBytes(input.ticketId),
  );
  if (ticket === undefined) throw new Fault('NOT_FOUND', 'That ticket is not on this desk any more.');
  if (ticket.assignee_id === null)
    throw new Fault(
      'CONFLICT',
      `Nobody owns #${ticket.id}, so there is nobody whose work it is. Give it an owner first.`,
    );
  const agentId = uidOf(core.db, 'person', ticket.assignee_id);
  notOwn(agentId, input.reviewerId);
  const card = input.scorecardId === undefined ? firstCard(core) : usedCard(core.db, input.scorecardId);
  const { week } = weekAt(core.facts.settings().timeZone, core.ports.now());
  const label = `Review of #${ticket.id} asked for`;
  const { result, changeSet } = core.write({ name: 'quality.reviewMake', label }, (write) =>
    insertReview(core, write, {
      ticketId: input.ticketId,
      agentId,
      reviewerId: input.reviewerId,
      scorecardId: card.id,
      version: card.version,
      kind: input.kind,
      why: input.kind === 'golden' ? goldenWhy(core.db, input.ticketId, ticket.solved_at) : 'Picked by hand',
      week,
    }),
  );
  return { changed: 1, label, changeSet, id: result };
}

/** Why a golden conversation seems to have been picked: as one of the random sample is told. SPEC QAC-4. */
function goldenWhy(db: ReadDb, ticketId: string, solvedAt: number | null): string {
  const found =
    solvedAt === null
      ? undefined
      : readClosed(db, { startAt: solvedAt, endAt: solvedAt + 1 }).find(({ id }) => id === ticketId);
  return found === undefined ? 'Random sample' : `Random sample (${stratumOf(found)})`;
}

const firstCard = (core: Core) => cardFor(core, readPlan(core), 'other');

/** Nobody reviews themselves. SPEC QAS-6. */
export function notOwn(agentId: string, reviewerId: string | null): void {
  if (reviewerId !== null && reviewerId === agentId)
    throw new Fault('INVALID', 'Nobody reviews their own work. Choose another reviewer.', { field: 'reviewerId' });
}

/** Gives reviews to somebody else, or to nobody yet. */
export function assign(
  core: Core,
  input: { readonly ids: readonly string[]; readonly reviewerId: string | null },
): Done {
  const records = input.ids.map((id) => mustReview(core.db, id));
  for (const { agent_uid, session_uid, ticket_id } of records) {
    if (session_uid !== null)
      throw new Fault(
        'CONFLICT',
        `The review of #${ticket_id} is of a calibration session: whoever was chosen for it scores it.`,
      );
    notOwn(uuidText(agent_uid), input.reviewerId);
  }
  const reviewer = input.reviewerId === null ? null : rowOf(core, 'person', input.reviewerId);
  const label =
    records.length === 1 ? `Review of #${records[0]?.ticket_id ?? 0} assigned` : `${records.length} reviews assigned`;
  const { changeSet } = core.write({ name: 'quality.assign', label }, (write) => {
    for (const { uid } of records) write.update('review', uid, { reviewer_id: reviewer });
  });
  return { changed: changeSet === null ? 0 : records.length, label, changeSet };
}
