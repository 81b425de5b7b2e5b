import type { ClockOutcome, Compliance, Metric, Priority } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { alwaysUnder } from '../../domain/sla/draft.ts';
import { matcherOf, type PolicyMatcher } from '../../domain/sla/match.ts';
import { metrics } from '../../contract/words.ts';
import type { PreparedSla } from '../../domain/sla/prepare.ts';
import { replayClocks, type ClockNumbers, type Clocks } from '../../domain/sla/replay.ts';
import { prepareTimeline, type SlaTimeline } from '../../domain/sla/timeline.ts';
import { firstDoneStatus, priorityCodes } from './codes.ts';
import { column, rows, type ReadDb, type WriteDb } from './db.ts';
import { slimEvents, slimEventsOf } from './derive.ts';
import { ruleFacts } from './rule-facts.ts';
import { createdFirst } from './sla-engine.ts';
import type { ClockEvent } from '../../domain/sla/engine.ts';

type Short = { readonly id: string; readonly number: number; readonly subject: string };
type TicketLine = { id: number; uid: Uint8Array; subject: string; priority: number };
const shortOf = ({ id, uid, subject }: TicketLine): Short => ({ id: uuidText(uid), number: id, subject });

const eventsOf = (db: ReadDb, id: number): readonly ClockEvent[] => createdFirst(slimEvents(db as WriteDb, id));

const atOnce = 500;

/** The events of some tickets, read in one walk where few others lie between them. */
function eventsOfAll(db: ReadDb, tickets: readonly TicketLine[]): (id: number) => readonly ClockEvent[] {
  const ids = tickets.map(({ id }) => id);
  if ((ids.at(-1) ?? 0) - (ids[0] ?? 0) > 4 * atOnce) return (id) => eventsOf(db, id);
  const known = slimEventsOf(db, ids);
  return (id) => createdFirst(known.get(id) ?? []);
}

const outcome = ({ state, targetMinutes, dueAt, metAt }: ClockNumbers): ClockOutcome => ({
  state,
  targetMinutes,
  dueAt,
  metAt,
});

const fitting = (db: ReadDb, matcher: PolicyMatcher, id: number): string => {
  const facts = matcher.trivial ? undefined : ruleFacts(db, id);
  return facts === undefined ? matcher.forAll : matcher.of(facts);
};

export type ReplayQuery = {
  readonly before: SlaTimeline;
  readonly after: SlaTimeline;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
};
type Flip = Short & {
  readonly priority: Priority;
  readonly metric: Metric;
  readonly before: ClockOutcome;
  readonly after: ClockOutcome;
};
type ComplianceRow = {
  readonly metric: Metric;
  readonly priority: Priority;
  readonly before: Compliance;
  readonly after: Compliance;
};
export type ReplayRead = {
  readonly tickets: number;
  readonly rows: ComplianceRow[];
  readonly flips: Flip[];
  readonly toBreached: number;
  readonly toMet: number;
};

const none = (): Compliance => ({ met: 0, breached: 0, open: 0 });

function count(into: Compliance, { state }: ClockNumbers): void {
  if (state === 'idle') return;
  if (state === 'met' || state === 'breached') into[state] += 1;
  else into.open += 1;
}

/** Rows by metric and priority, the outcomes that turn, as many of each kind as asked for. */
function replayTally(limit: number) {
  const cells = new Map<string, ComplianceRow>();
  const turned = { breached: [] as Flip[], met: [] as Flip[] };
  const totals = { breached: 0, met: 0 };
  const cellOf = (metric: Metric, priority: Priority): ComplianceRow => {
    const key = `${metric} ${priority}`;
    const known = cells.get(key) ?? { metric, priority, before: none(), after: none() };
    cells.set(key, known);
    return known;
  };
  return {
    add(ticket: TicketLine, before: Clocks, after: Clocks): void {
      const priority = priorityCodes.word(ticket.priority);
      for (const metric of metrics) {
        const [was, is] = [before[metric], after[metric]];
        if (was.state === 'idle' && is.state === 'idle') continue;
        const cell = cellOf(metric, priority);
        count(cell.before, was);
        count(cell.after, is);
        if ((was.state === 'breached') === (is.state === 'breached')) continue;
        const kind = is.state === 'breached' ? 'breached' : 'met';
        totals[kind] += 1;
        if (turned[kind].length < limit)
          turned[kind].push({ ...shortOf(ticket), priority, metric, before: outcome(was), after: outcome(is) });
      }
    },
    answer: (tickets: number): ReplayRead => ({
      tickets,
      rows: metrics.flatMap((metric) =>
        priorityCodes.words.flatMap((priority) => cells.get(`${metric} ${priority}`) ?? []),
      ),
      flips: [...turned.breached, ...turned.met].slice(0, limit),
      toBreached: totals.breached,
      toMet: totals.met,
    }),
  };
}

/** Tickets made between two instants, under the rules as they were and under others as if always. SPEC SLA-47. */
export function readPolicyReplay(db: ReadDb, query: ReplayQuery): ReplayRead {
  const [before, after] = [prepareTimeline(query.before), prepareTimeline(query.after)];
  const matcher = matcherOf(query.after);
  const tally = replayTally(query.limit);
  const tickets = rows<TicketLine>(
    db,
    'SELECT id, uid, subject, priority FROM ticket WHERE created_at >= ? AND created_at <= ? AND drill = 0 ORDER BY id',
    query.from,
    query.to,
  );
  for (let first = 0; first < tickets.length; first += atOnce) {
    const some = tickets.slice(first, first + atOnce);
    const events = eventsOfAll(db, some);
    for (const ticket of some) {
      const own = events(ticket.id);
      const drafted = alwaysUnder(own, fitting(db, matcher, ticket.id));
      tally.add(ticket, replayClocks(before, own, query.to), replayClocks(after, drafted, query.to));
    }
  }
  return tally.answer(tickets.length);
}

export type PreviewQuery = {
  readonly before: SlaTimeline;
  readonly after: SlaTimeline;
  readonly now: number;
  readonly limit: number;
};
type PreviewTicket = Short & {
  readonly policyBefore: string;
  readonly policyAfter: string;
  readonly clocks: { metric: Metric; before: ClockOutcome; after: ClockOutcome }[];
};
export type PreviewRead = {
  readonly open: number;
  readonly looked: number;
  readonly matched: { policy: string; tickets: number }[];
  readonly changed: number;
  readonly tickets: PreviewTicket[];
};

/** Beyond these, a preview is of those due first. SPEC SLA-46. */
const mostPreviewed = 5000;

const nameOf = (timeline: SlaTimeline, key: string): string => timeline.policies[key]?.at(-1)?.body.name ?? key;

type Sides = {
  readonly query: PreviewQuery;
  readonly rules: readonly [PreparedSla, PreparedSla];
  readonly matcher: PolicyMatcher;
};

function previewOf(db: ReadDb, { query, rules, matcher }: Sides, ticket: TicketLine) {
  const events = eventsOf(db, ticket.id);
  const was = events.findLast(({ type }) => type === 'policy')?.to ?? query.before.order.at(-1) ?? '';
  const is = fitting(db, matcher, ticket.id);
  const last = Math.max(query.now, events.at(-1)?.at ?? query.now);
  const moved: readonly ClockEvent[] =
    was === is ? events : [...events, { at: last, type: 'policy', from: was, to: is }];
  const before = replayClocks(rules[0], events, query.now);
  const after = replayClocks(rules[1], moved, last);
  const clocks = metrics
    .filter((metric) => before[metric].state !== 'idle' || after[metric].state !== 'idle')
    .map((metric) => ({ metric, before: outcome(before[metric]), after: outcome(after[metric]) }));
  const changed = was !== is || clocks.some((each) => JSON.stringify(each.before) !== JSON.stringify(each.after));
  const line = { policyBefore: nameOf(query.before, was), policyAfter: nameOf(query.after, is), clocks };
  return { is, changed, line: { ...shortOf(ticket), ...line } };
}

/** Open tickets as they would stand if the rules changed now. SPEC SLA-46. */
export function readPreview(db: ReadDb, query: PreviewQuery): PreviewRead {
  const sides: Sides = {
    query,
    rules: [prepareTimeline(query.before), prepareTimeline(query.after)],
    matcher: matcherOf(query.after),
  };
  const tickets = rows<TicketLine>(
    db,
    `SELECT id, uid, subject, priority FROM ticket WHERE status < ${firstDoneStatus} ORDER BY due_at LIMIT ?`,
    mostPreviewed,
  );
  const under = new Map(query.after.order.map((key) => [key, 0]));
  const changed: PreviewTicket[] = [];
  const same: PreviewTicket[] = [];
  let changes = 0;
  for (const ticket of tickets) {
    const found = previewOf(db, sides, ticket);
    under.set(found.is, (under.get(found.is) ?? 0) + 1);
    if (found.changed) changes += 1;
    const shown = found.changed ? changed : same;
    if (shown.length < query.limit) shown.push(found.line);
  }
  const open = column<number>(db, `SELECT count(*) FROM ticket WHERE status < ${firstDoneStatus}`)[0] ?? 0;
  return {
    open,
    looked: tickets.length,
    matched: [...under].map(([key, n]) => ({ policy: nameOf(query.after, key), tickets: n })),
    changed: changes,
    tickets: changes > 0 ? changed : same,
  };
}
