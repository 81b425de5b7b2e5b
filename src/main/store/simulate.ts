import type { Rule, SimulatedRun } from '../../contract/automation.ts';
import { dayOf } from '../../domain/automation/day.ts';
import type { TriggerRule } from '../../domain/automation/fire.ts';
import { planActions, type PlanContext } from '../../domain/automation/plan.ts';
import { routeTicket } from '../../domain/automation/route.ts';
import { simulateTicket, type Fired, type Simulation } from '../../domain/automation/simulate.ts';
import { longestLook, readyTimed, type TimedRule } from '../../domain/automation/timed.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { compileConditions } from '../../domain/rules/conditions.ts';
import { firstDoneStatus } from './codes.ts';
import { column, rows, type ReadDb } from './db.ts';
import { readCandidates } from './routing.ts';
import { columnFacts, factsText, type FactsRecord } from './rule-facts.ts';
import { toRecorded, type EventRecord } from './rule-record.ts';

export type SimulateQuery = {
  readonly rules: readonly Rule[];
  readonly from: number;
  readonly to: number;
  readonly ticketId: string | undefined;
  readonly limit: number;
  readonly deskName: string;
  readonly timeZone: string;
  readonly me: { readonly id: string; readonly name: string } | null;
};

export type SimulateRead = {
  tickets: number;
  rules: { ruleId: string; name: string; fired: number; tickets: number }[];
  total: number;
  runs: SimulatedRun[];
  loops: { ticketNumber: number; rules: string[] }[];
};

const atOnce = 500;
const mostLoops = 200;

/** What rules would have done, on a connection that can only read. SPEC AUT-24 to AUT-28. */
export function simulate(db: ReadDb, query: SimulateQuery): SimulateRead {
  const tally = tallyOf(query.rules, query.limit);
  const rules = query.rules.filter(({ active }) => active);
  const simulation: Simulation = {
    triggers: rules
      .filter((rule): rule is TriggerRule => rule.kind === 'trigger')
      .map((rule) => ({ rule, fits: compileConditions(rule.conditions) })),
    timed: rules.filter((rule): rule is TimedRule => rule.kind === 'timed').map(readyTimed),
    from: query.from,
    to: query.to,
    ...peopleAndQueues(db, query),
    fired: (run) => tally.fired(run),
    looped: (number, names) => tally.looped(number, names),
  };
  const ids = ticketsOf(db, query, simulation);
  const body = rules.some(asksBody);
  for (let start = 0; start < ids.length; start += atOnce)
    playSome(db, ids.slice(start, start + atOnce), simulation, body);
  return { tickets: ids.length, ...tally.result() };
}

const asksBody = ({ conditions }: Rule): boolean =>
  [...conditions.all, ...conditions.any].some(({ field }) => field === 'body');

/** Tickets to which anything happened in that time, and those on which time alone could tell; none of drills (ESC-61). */
function ticketsOf(db: ReadDb, { ticketId, from }: SimulateQuery, { timed }: Simulation): number[] {
  if (ticketId !== undefined)
    return column<number>(db, 'SELECT id FROM ticket WHERE uid = ? AND drill = 0', uuidBytes(ticketId));
  const since = from - Math.max(0, ...timed.map(({ rule }) => longestLook(rule)));
  const open = timed.length === 0 ? '' : ` UNION SELECT id FROM ticket WHERE status < ${firstDoneStatus} AND drill = 0`;
  return column<number>(db, `SELECT id FROM ticket WHERE updated_at >= ? AND drill = 0${open} ORDER BY id`, since);
}

function playSome(db: ReadDb, ids: readonly number[], simulation: Simulation, body: boolean): void {
  const wanted = JSON.stringify(ids);
  const eventText = `SELECT ticket_id, at, type, author_kind, author, ${body ? 'body' : 'NULL AS body'}, from_value, to_value, field
    FROM event WHERE ticket_id IN (SELECT value FROM json_each(?)) ORDER BY ticket_id, at, id`;
  const events = new Map<number, EventRecord[]>();
  for (const record of rows<EventRecord>(db, eventText, wanted)) {
    const known = events.get(record.ticket_id);
    if (known === undefined) events.set(record.ticket_id, [record]);
    else known.push(record);
  }
  const text = `${factsText} WHERE t.id IN (SELECT value FROM json_each(?)) ORDER BY t.id`;
  for (const record of rows<FactsRecord>(db, text, wanted)) {
    const ticket = { id: uuidText(record.uid), number: record.id, facts: columnFacts(db, record) };
    simulateTicket({ ...ticket, events: (events.get(record.id) ?? []).map(toRecorded) }, simulation);
  }
}

/** Names both ways, and routing among the people as they are now, with what the simulation gave them. */
function peopleAndQueues(db: ReadDb, query: SimulateQuery): Pick<Simulation, 'directory' | 'plan'> {
  const named = (table: 'person' | 'queue') =>
    rows<{ uid: Uint8Array; name: string }>(db, `SELECT uid, name FROM ${table}`).map(
      ({ uid, name }) => [uuidText(uid), name] as const,
    );
  const turned = (list: readonly (readonly [string, string])[]) => new Map(list.map(([id, name]) => [name, id]));
  const queues = named('queue');
  const people = named('person');
  const [queueIds, personIds, queueNames, personNames] = [
    turned(queues),
    turned(people),
    new Map(queues),
    new Map(people),
  ];
  const candidates = new Map(readCandidates(db, query.to).map((person) => [person.id, person]));
  let turn = Math.max(0, ...[...candidates.values()].map((person) => person.turn));
  const route: PlanContext['route'] = (rule, facts) => {
    const choice = routeTicket(rule, facts, [...candidates.values()]);
    const chosen = choice.personId === null ? undefined : candidates.get(choice.personId);
    if (chosen !== undefined) candidates.set(chosen.id, { ...chosen, open: chosen.open + 1, turn: ++turn });
    return choice;
  };
  return {
    directory: {
      queueId: (name) => queueIds.get(name) ?? name,
      personId: (name) => personIds.get(name) ?? name,
    },
    plan: (rule, number, facts, at) =>
      planActions(rule.actions, facts, {
        kind: rule.kind,
        number,
        deskName: query.deskName,
        me: rule.kind === 'timed' ? null : query.me,
        today: () => dayOf(at, query.timeZone),
        queueName: (id) => queueNames.get(id),
        personName: (id) => personNames.get(id),
        route,
      }),
  };
}

/** Counts all and keeps the latest runs: only those are explained. */
function tallyOf(rules: readonly Rule[], limit: number) {
  const counts = new Map(rules.map(({ id, name }) => [id, { name, fired: 0, tickets: new Set<number>() }]));
  const loops: SimulateRead['loops'] = [];
  let kept: Fired[] = [];
  let total = 0;
  const byTime = (a: Fired, b: Fired): number => a.at - b.at || a.ticketNumber - b.ticketNumber || a.order - b.order;
  return {
    fired(run: Fired) {
      total += 1;
      const count = counts.get(run.ruleId);
      if (count !== undefined) count.fired += 1;
      count?.tickets.add(run.ticketNumber);
      kept.push(run);
      if (kept.length >= 4 * limit) kept = kept.sort(byTime).slice(-limit);
    },
    looped(ticketNumber: number, names: readonly string[]) {
      if (loops.length < mostLoops) loops.push({ ticketNumber, rules: [...names] });
    },
    result: () => ({
      total,
      rules: [...counts].map(([ruleId, { name, fired, tickets }]) => ({ ruleId, name, fired, tickets: tickets.size })),
      runs: kept
        .sort(byTime)
        .slice(-limit)
        .map((run) => ({ ...run, why: run.why() })),
      loops,
    }),
  };
}
