import type { Rule, RuleRun } from '../../contract/automation.ts';
import { dayOf } from '../../domain/automation/day.ts';
import { isIdle, planActions, type Plan, type PlanContext } from '../../domain/automation/plan.ts';
import { routeTicket } from '../../domain/automation/route.ts';
import type { RuleFacts } from '../../domain/rules/facts.ts';
import { readCandidates, takeTurn } from '../store/routing.ts';
import { ruleFacts } from '../store/rule-facts.ts';
import { insertRun } from '../store/rules.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { addEvent, applyPatch, instantFor, type Author, type TicketState } from './ticket-write.ts';

/** Whom the record of a ticket names where a rule acted by itself. */
export const byRule: Author = { kind: 'system', name: 'Automation' };

export function factsOf(core: Core, ticketId: number): RuleFacts {
  const facts = ruleFacts(core.db, ticketId);
  if (facts === undefined) throw new Error(`No ticket ${ticketId}`);
  return facts;
}

function planContext(core: Core, rule: Rule, number: number): PlanContext {
  const { name: deskName, timeZone } = core.facts.settings();
  const { me, people, queues } = core.facts.context();
  const nameIn = (list: typeof people) => (id: string) => list.find((each) => each.id === id)?.name;
  return {
    kind: rule.kind,
    number,
    deskName,
    me: rule.kind === 'timed' ? null : (people.find(({ id }) => id === me) ?? null),
    today: () => dayOf(core.ports.now(), timeZone),
    queueName: nameIn(queues),
    personName: nameIn(people),
    route: (route, facts) => routeTicket(route, facts, readCandidates(core.db, core.ports.now())),
  };
}

/** What a rule would do to a ticket as it stands. Faults as planActions does. */
export const planFor = (core: Core, rule: Rule, number: number, facts: RuleFacts): Plan =>
  planActions(rule.actions, facts, planContext(core, rule, number));

/** Carries a plan out: an `automation` event that names the rule, what it says, what it changes. SPEC AUT-6. */
export function carryOut(
  core: Core,
  write: Writer,
  work: { readonly rule: Rule; readonly plan: Plan; readonly ticket: TicketState; readonly by: Author },
): void {
  const { rule, plan, ticket, by } = work;
  if (isIdle(plan)) return;
  const at = instantFor(core, ticket);
  const event = { kind: by.kind, author: by.name } as const;
  addEvent(core, write, ticket.id, at, { ...event, type: 'automation', field: rule.name, body: plan.words.join('\n') });
  for (const { type, body } of plan.messages) addEvent(core, write, ticket.id, at, { ...event, type, body });
  applyPatch(core, write, ticket, plan.patch, { at, by });
  const { assigneeId } = plan.patch;
  if (typeof assigneeId === 'string' && rule.actions.some(({ type }) => type === 'route'))
    takeTurn(core.db, assigneeId);
}

type Noted = {
  readonly ticket: { readonly id: number; readonly uid: Uint8Array };
  readonly cause: string;
  readonly words: readonly string[];
  readonly outcome?: RuleRun['outcome'];
  readonly setId?: number;
};

/** Adds to the log of runs, within the transaction of what is logged. SPEC AUT-7. */
export function noteRun(core: Core, rule: Rule, { ticket, cause, words, outcome = 'done', setId }: Noted): void {
  const at = core.ports.now();
  const uid = core.newId(at);
  insertRun(core.db, { uid, rule, ticket, at, cause, words, outcome, setId: setId ?? null });
  core.rules.ran();
}

/** Why a rule failed, in words. What the file itself refuses is no rule's failure and goes on up. */
export function failureWords(error: unknown): string {
  if (String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_')) throw error;
  return error instanceof Error ? error.message : 'It could not be done.';
}
