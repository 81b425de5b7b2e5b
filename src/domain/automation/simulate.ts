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
  const play = player(ticket, simulation);
  for (const group of groupsOf(ticket.events)) {
    const at = group[0]?.at ?? 0;
    if (at > to) break;
    play.timedUntil(at - 1);
    play.take(group, at);
    if (at >= from) play.fire(deedOfEvents(group, directory), at);
  }
  play.timedUntil(to);
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

function player(ticket: PastTicket, simulation: Simulation) {
  const { timed, triggers, directory, from } = simulation;
  let facts: PastFacts = firstFacts(ticket.facts, ticket.events, directory);
  let place = { at: Number.NaN, order: 0 };
  let asked = from - 1;
  let changedAt = facts.createdAt;
  let timedRuns = 0;
  const seen = new Set<string>();

  const note = (rule: Rule, at: number, cause: string, words: readonly string[], changes?: readonly RuleChange[]) => {
    place = { at, order: place.at === at ? place.order + 1 : 1 };
    const was = facts;
    simulation.fired({
      at,
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      subject: was.subject,
      ruleId: rule.id,
      ruleName: rule.name,
      kind: rule.kind,
      order: place.order,
      cause,
      changes: [...words],
      why: () => [...explainConditions(rule.conditions, was, { now: at, ...(changes && { changes }) })],
    });
  };

  const fire = (deed: Deed, at: number): void => {
    if (deed.events.length === 0) return;
    fireTriggers(triggers, deed, {
      now: at,
      facts: () => facts,
      plan: (rule) => simulation.plan(rule, ticket.number, facts, at),
      apply(rule, plan, cause, changes) {
        note(rule, at, cause, plan.words, changes);
        facts = afterPlan(facts, plan, at);
      },
      failed: (rule, cause, error) => note(rule, at, cause, [`Failed: ${wordsOf(error)}`]),
      looped: (rule, _, others) => simulation.looped(ticket.number, [rule.name, ...others]),
    });
  };

  /** One automation at a mark; true where it acted. */
  const act = ({ rule, fits }: ReadyTimed, mark: number): boolean => {
    if (!fits(facts, { now: mark })) {
      seen.delete(rule.id);
      return false;
    }
    if (seen.has(rule.id)) return false;
    seen.add(rule.id);
    try {
      const plan = simulation.plan(rule, ticket.number, facts, mark);
      if (isIdle(plan)) return false;
      note(rule, mark, 'time', plan.words);
      facts = afterPlan(facts, plan, mark);
      fire(deedOf(plan), mark);
      return true;
    } catch (error) {
      note(rule, mark, 'time', [`Failed: ${wordsOf(error)}`]);
      return false;
    }
  };

  /** The next mark at which an answer can differ from the one before. */
  const nextMark = (): number => {
    const first = markFrom(Math.max(from, changedAt));
    const points = timed.flatMap(({ rule }) => turningPoints(rule, facts)).map(markFrom);
    return Math.min(...[first, ...points.filter((mark) => mark > first)].filter((mark) => mark > asked));
  };

  return {
    take(group: readonly RecordedEvent[], at: number) {
      for (const event of group) facts = afterEvent(facts, event, directory);
      changedAt = at;
    },
    fire,
    timedUntil(until: number) {
      if (timed.length === 0 || facts.createdAt > until) return;
      for (let mark = nextMark(); mark <= until && timedRuns < mostTimedRuns; mark = nextMark()) {
        asked = mark;
        const acted = timed.filter((ready) => act(ready, mark));
        timedRuns += acted.length;
        if (timedRuns >= mostTimedRuns)
          simulation.looped(ticket.number, [...new Set(acted.map(({ rule }) => rule.name))]);
        // What acted may have made others fit, which are asked again a mark later.
        if (acted.length > 0) changedAt = mark + 1;
      }
    },
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : 'it could not be done');
