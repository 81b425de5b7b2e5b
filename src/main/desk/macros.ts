import type { Rule } from '../../contract/automation.ts';
import type { Done } from '../../contract/tickets.ts';
import { isIdle } from '../../domain/automation/plan.ts';
import { compileConditions } from '../../domain/rules/conditions.ts';
import { Fault } from '../../domain/fault.ts';
import type { Core } from './core.ts';
import { nameOfRule, ruleById } from './rule-save.ts';
import { carryOut, factsOf, noteRun, planFor } from './rule-work.ts';
import { atDesk, ticketState, type TicketState } from './ticket-write.ts';

function macroById(core: Core, id: string): Rule {
  const rule = ruleById(core, id);
  if (rule.kind !== 'macro')
    throw new Fault('INVALID', `“${rule.name}” is no macro: it runs by itself.`, { field: 'id' });
  return rule;
}

/** Applies a macro to tickets as one change set of the person's; those that its conditions leave out stay. SPEC AUT-8. */
export function applyMacro(core: Core, id: string, ticketIds: readonly string[]): Done {
  const rule = macroById(core, id);
  if (!rule.active) throw new Fault('CONFLICT', `${nameOfRule(rule)} is switched off. Switch it on first.`);
  const tickets = [...new Set(ticketIds)].map((ticketId) => ticketState(core, ticketId));
  const fits = compileConditions(rule.conditions);
  const now = core.ports.now();
  const fitting = tickets.filter((ticket) => fits(factsOf(core, ticket.id), { now }));
  if (fitting.length === 0)
    throw new Fault(
      'CONFLICT',
      `${nameOfRule(rule)} is not for ${tickets.length === 1 ? 'this ticket' : 'any of these tickets'}: its conditions do not hold.`,
    );
  const where = fitting.length === 1 ? `#${fitting[0]?.id ?? 0}` : `${fitting.length} tickets`;
  const label = `${nameOfRule(rule)} on ${where}`;
  const done: { ticket: TicketState; words: readonly string[] }[] = [];
  const noted = (setId: number): void => {
    for (const { ticket, words } of done) noteRun(core, rule, { ticket, cause: core.actor(), words, setId });
  };
  const { changeSet } = core.write({ name: 'automation.apply', label, noted }, (write) => {
    for (const ticket of fitting) {
      const plan = planFor(core, rule, ticket.id, factsOf(core, ticket.id));
      if (isIdle(plan)) continue;
      carryOut(core, write, { rule, plan, ticket, by: atDesk(core) });
      done.push({ ticket, words: plan.words });
    }
  });
  return { changed: done.length, label, changeSet };
}

/** What a macro would do to a ticket, texts filled in. */
export function previewMacro(core: Core, id: string, ticketId: string) {
  const rule = macroById(core, id);
  const ticket = ticketState(core, ticketId);
  const facts = factsOf(core, ticket.id);
  const plan = planFor(core, rule, ticket.id, facts);
  const said = (type: 'agentReply' | 'internalNote'): string | null => {
    const bodies = plan.messages.filter((message) => message.type === type).map(({ body }) => body);
    return bodies.length === 0 ? null : bodies.join('\n\n');
  };
  return {
    fits: compileConditions(rule.conditions)(facts, { now: core.ports.now() }),
    changes: [...plan.words],
    reply: said('agentReply'),
    note: said('internalNote'),
  };
}
