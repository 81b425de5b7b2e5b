import type { Rule, SimulatedRun } from '../../contract/automation.ts';
import { explainConditions } from '../rules/conditions.ts';
import type { RuleChange, RuleFacts } from '../rules/facts.ts';
import { deedOf, fireTriggers, type Deed, type ReadyTrigger } from './fire.ts';
import { afterEvent, afterPlan, firstFacts, type PastFacts } from './history.ts';
import { isIdle, type Plan } from './plan.ts';
import { deedOfEvents, type Directory, type RecordedEvent } from './record.ts';
import { markFrom, turningPoints, type ReadyTimed } from './timed.ts';

/** A ticket with its record in order; `facts` as its row stands now. */
export type PastTicket = {
  readonly id: string;
  readonly number: number;
  readonly facts: RuleFacts;
  readonly events: readonly RecordedEvent[];
};

/** A rule that would have acted; `why` is worked out when it is asked for. */
export type Fired = Omit<SimulatedRun, 'why'> & { readonly why: () => SimulatedRun['why'] };

export type Simulation = {
  readonly triggers: readonly ReadyTrigger[];
  readonly timed: readonly ReadyTimed[];
  readonly from: number;
  readonly to: number;
  readonly directory: Directory;
  readonly plan: (rule: Rule, number: number, facts: RuleFacts, at: number) => Plan;
  readonly fired: (run: Fired) => void;
  readonly looped: (number: number, rules: readonly string[]) => void;
};

/** Timed automations that keep setting each other off are stopped after so many runs on a ticket. SPEC AUT-26. */
export const mostTimedRuns = 200;

/**
 * Plays a ticket's own record again with these rules: the triggers after each thing that was done, the timed automations
 * at the marks in between, each seeing what the ones before it would have done. SPEC AUT-24 to AUT-27.
 */
export function simulateTicket(ticket: PastTicket, simulation: Simulation): void {
  const { from, to, directory } = simulation;
  const play = playOf(ticket, simulation);
  for (const group of groupsOf(ticket.events)) {
    const at = group[0]?.at ?? 0;
    if (at > to) break;
    timedUntil(play, at - 1);
    for (const event of group) play.facts = afterEvent(play.facts, event, directory);
    play.changedAt = at;
    if (at >= from) fire(play, deedOfEvents(group, directory), at);
  }
  timedUntil(play, to);
}

/** What happened at one instant was one command's. What rules did then is left out: these rules do it anew. */
function groupsOf(events: readonly RecordedEvent[]): RecordedEvent[][] {
  const groups: RecordedEvent[][] = [];
  for (const event of events) {
    if (event.byRule) continue;
    const last = groups.at(-1);
    if (last?.[0]?.at === event.at) last.push(event);
    else groups.push([event]);
  }
  return groups;
}

/** A ticket in the middle of being played. */
type Play = {
  readonly ticket: PastTicket;
  readonly simulation: Simulation;
  /** The timed automations that fitted at the last mark: they act again only after they stopped fitting. */
  readonly seen: Set<string>;
  facts: PastFacts;
  changedAt: number;
  /** The last mark at which the timed automations were asked. */
  asked: number;
  timedRuns: number;
  /** Which run of its instant came last. */
  place: { readonly at: number; readonly order: number };
};

const playOf = (ticket: PastTicket, simulation: Simulation): Play => ({
  ticket,
  simulation,
  seen: new Set(),
  facts: firstFacts(ticket.facts, ticket.events, simulation.directory),
  changedAt: ticket.facts.createdAt,
  asked: simulation.from - 1,
  timedRuns: 0,
  place: { at: Number.NaN, order: 0 },
});

type Run = {
  readonly rule: Rule;
  readonly at: number;
  readonly cause: Fired['cause'];
  readonly words: readonly string[];
  readonly changes?: readonly RuleChange[];
};

function note(play: Play, { rule, at, cause, words, changes }: Run): void {
  const { ticket, simulation, place, facts: was } = play;
  play.place = { at, order: place.at === at ? place.order + 1 : 1 };
  simulation.fired({
    at,
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    subject: was.subject,
    ruleId: rule.id,
    ruleName: rule.name,
    kind: rule.kind,
    order: play.place.order,
    cause,
    changes: [...words],
    why: () => [...explainConditions(rule.conditions, was, { now: at, ...(changes && { changes }) })],
  });
}

function fire(play: Play, deed: Deed, at: number): void {
  if (deed.events.length === 0) return;
  const { ticket, simulation } = play;
  fireTriggers(simulation.triggers, deed, {
    now: at,
    facts: () => play.facts,
    plan: (rule) => simulation.plan(rule, ticket.number, play.facts, at),
    apply(rule, plan, cause, changes) {
      note(play, { rule, at, cause, words: plan.words, changes });
      play.facts = afterPlan(play.facts, plan, at);
    },
    failed: (rule, cause, error) => note(play, { rule, at, cause, words: [failed(error)] }),
    looped: (rule, _, others) => simulation.looped(ticket.number, [rule.name, ...others]),
  });
}

/** One automation at a mark; true where it acted. */
function act(play: Play, { rule, fits }: ReadyTimed, mark: number): boolean {
  const { ticket, simulation, seen } = play;
  if (!fits(play.facts, { now: mark })) {
    seen.delete(rule.id);
    return false;
  }
  if (seen.has(rule.id)) return false;
  seen.add(rule.id);
  const run = { rule, at: mark, cause: 'time' };
  try {
    const plan = simulation.plan(rule, ticket.number, play.facts, mark);
    if (isIdle(plan)) return false;
    note(play, { ...run, words: plan.words });
    play.facts = afterPlan(play.facts, plan, mark);
    fire(play, deedOf(plan), mark);
    return true;
  } catch (error) {
    note(play, { ...run, words: [failed(error)] });
    return false;
  }
}

/** The next mark at which an answer can differ from the one before. */
function nextMark({ simulation, facts, changedAt, asked }: Play): number {
  const first = markFrom(Math.max(simulation.from, changedAt));
  const points = simulation.timed.flatMap(({ rule }) => turningPoints(rule, facts)).map(markFrom);
  return Math.min(...[first, ...points.filter((mark) => mark > first)].filter((mark) => mark > asked));
}

function timedUntil(play: Play, until: number): void {
  const { ticket, simulation } = play;
  if (simulation.timed.length === 0 || play.facts.createdAt > until) return;
  for (let mark = nextMark(play); mark <= until && play.timedRuns < mostTimedRuns; mark = nextMark(play)) {
    play.asked = mark;
    const acted = simulation.timed.filter((ready) => act(play, ready, mark));
    play.timedRuns += acted.length;
    if (play.timedRuns >= mostTimedRuns)
      simulation.looped(ticket.number, [...new Set(acted.map(({ rule }) => rule.name))]);
    // What acted may have made others fit, which are asked again a mark later.
    if (acted.length > 0) play.changedAt = mark + 1;
  }
}

const failed = (error: unknown): string => `Failed: ${error instanceof Error ? error.message : 'it could not be done'}`;
