import { isIdle } from '../../domain/automation/plan.ts';
import { markMs, readyTimed, type ReadyTimed, type TimedRule } from '../../domain/automation/timed.ts';
import { ruleActor } from '../store/change-log.ts';
import { transaction } from '../store/db.ts';
import { ruleFacts } from '../store/rule-facts.ts';
import { prefilterOf, type Prefilter } from '../store/rule-sql.ts';
import { forgetGone, forgetSeen, freshTickets, noteSeen, seenTickets } from '../store/timed.ts';
import { mergeTouched, type Touched } from '../store/writer.ts';
import type { TimedSource } from './alarm.ts';
import type { Core } from './core.ts';
import { byRule, carryOut, factsOf, failureWords, noteRun, planFor } from './rule-work.ts';
import { ticketById } from './ticket-write.ts';

/** Acted on in one go; what is left follows at once, so that others come in between. */
const atOnce = 200;

export type TimedWork = { readonly runs: number; readonly tickets: ReadonlySet<number>; readonly more: boolean };

const activeTimed = (core: Core): readonly ReadyTimed[] =>
  core.rules
    .list()
    .filter((rule): rule is TimedRule => rule.kind === 'timed' && rule.active)
    .map(readyTimed);

/** The timed automations on the desk's timer: at the start, and at each mark from then on. SPEC AUT-16. */
export function timedRules(core: Core): TimedSource {
  let next = 0;
  return {
    nextAt() {
      if (!core.rules.list().some(({ kind, active }) => kind === 'timed' && active)) return null;
      // The clock may have been set back: no mark is further away than one step.
      return Math.min(next, markAfter(core.ports.now()));
    },
    run(now) {
      // Set first: what is announced below looks at the timer.
      next = markAfter(now);
      if (runTimed(core).more) next = now;
    },
  };
}

const markAfter = (now: number): number => (Math.floor(now / markMs) + 1) * markMs;

/** Runs each in order on what it has not acted on, some hundreds of tickets at most. */
export function runTimed(core: Core): TimedWork {
  const touched: Touched = { tickets: new Map(), entities: new Map(), customers: new Set() };
  const tickets = new Set<number>();
  const progress: Progress = { left: atOnce, runs: 0, touched, tickets };
  for (const ready of activeTimed(core)) {
    transaction(core.db, () => runOne(core, ready, progress));
    if (progress.left <= 0) break;
  }
  if (touched.tickets.size > 0) core.announce(touched);
  else if (core.rules.takeRan()) core.hub.changed('automation', null);
  return { runs: progress.runs, tickets, more: progress.left <= 0 };
}

type Progress = { left: number; runs: number; readonly touched: Touched; readonly tickets: Set<number> };

function runOne(core: Core, ready: ReadyTimed, progress: Progress): void {
  const { rule, fits } = ready;
  const now = core.ports.now();
  const filter = prefilterOf(rule, now);
  forgetUnfit(core, ready, filter, now);
  for (const ticketId of freshTickets(core.db, rule, filter, filter.exact ? progress.left : -1)) {
    if (progress.left <= 0) return;
    const facts = ruleFacts(core.db, ticketId);
    if (facts === undefined || !fits(facts, { now })) continue;
    noteSeen(core.db, rule, ticketId);
    progress.left -= 1;
    if (!actOn(core, rule, ticketId, progress.touched)) continue;
    progress.runs += 1;
    progress.tickets.add(ticketId);
  }
}

/** Acts again only on what stopped fitting in between. SPEC AUT-18. */
function forgetUnfit(core: Core, { rule, fits }: ReadyTimed, filter: Prefilter, now: number): void {
  forgetGone(core.db, rule, filter);
  if (filter.exact) return;
  for (const ticketId of seenTickets(core.db, rule)) {
    const facts = ruleFacts(core.db, ticketId);
    if (facts === undefined || !fits(facts, { now })) forgetSeen(core.db, rule, ticketId);
  }
}

/** True where it did anything; what fails is logged and done no more until the ticket fits anew. */
function actOn(core: Core, rule: TimedRule, ticketId: number, touched: Touched): boolean {
  const ticket = ticketById(core, ticketId);
  if (ticket === undefined) return false;
  try {
    const plan = planFor(core, rule, ticketId, factsOf(core, ticketId));
    if (isIdle(plan)) return false;
    const command = {
      actor: ruleActor,
      name: 'automation.timed',
      label: `Timed automation “${rule.name}” on #${ticketId}`,
      noted: (setId: number) => noteRun(core, rule, { ticket, cause: 'time', words: plan.words, setId }),
    };
    const done = core.alarmLog.commit(command, (write) => carryOut(core, write, { rule, plan, ticket, by: byRule }));
    mergeTouched(touched, done.touched);
    return true;
  } catch (error) {
    noteRun(core, rule, { ticket, cause: 'time', words: [failureWords(error)], outcome: 'failed' });
    return false;
  }
}
