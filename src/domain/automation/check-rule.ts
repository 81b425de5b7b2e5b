import type { Action, Rule } from '../../contract/automation.ts';
import type { RuleConditions } from '../../contract/rules.ts';
import { Fault } from '../fault.ts';
import { checkConditions } from '../rules/check.ts';
import { placeholderProblem } from './placeholders.ts';

/** The ids there are on the desk. */
export type KnownIds = { readonly queues: ReadonlySet<string>; readonly people: ReadonlySet<string> };

/**
 * Refuses a rule that could not do what it says: conditions its fields cannot answer, queues or people that are not here,
 * unknown placeholders. Fault INVALID with the path of the first, below `path`. SPEC AUT-2.
 */
export function checkRule(rule: Rule, known: KnownIds, path = 'rule'): void {
  checkConditions(rule.conditions, `${path}.conditions`, { changes: rule.kind === 'trigger' });
  checkIds(rule.conditions, known, `${path}.conditions`);
  if (rule.kind === 'timed' && rule.conditions.all.length + rule.conditions.any.length === 0)
    throw new Fault('INVALID', 'A timed automation needs a condition: without one it would act on every open ticket.', {
      field: `${path}.conditions`,
    });
  rule.actions.forEach((action, index) => {
    const problem = actionProblem(action, rule.kind, known);
    if (problem !== null) throw new Fault('INVALID', problem, { field: `${path}.actions.${index}` });
  });
}

const missing = {
  queue: 'That queue is not on this desk. Choose one of the queues here.',
  assignee: 'That person is not on this desk. Choose one of the people here.',
} as const;

function checkIds(conditions: RuleConditions, known: KnownIds, path: string): void {
  for (const list of ['all', 'any'] as const)
    conditions[list].forEach(({ field, values }, index) => {
      if (field !== 'queue' && field !== 'assignee') return;
      const ids = field === 'queue' ? known.queues : known.people;
      if (values.some((value) => value !== null && !ids.has(String(value))))
        throw new Fault('INVALID', missing[field], { field: `${path}.${list}.${index}` });
    });
}

function actionProblem(action: Action, kind: Rule['kind'], known: KnownIds): string | null {
  switch (action.type) {
    case 'queue':
      return action.to === null || known.queues.has(action.to) ? null : missing.queue;
    case 'assignee':
      if (action.to === 'me')
        return kind === 'timed' ? 'A timed automation runs by itself: there is no “me” to give the ticket to.' : null;
      return action.to === null || known.people.has(action.to) ? null : missing.assignee;
    case 'route':
      return action.among.every((id) => known.people.has(id)) ? null : missing.assignee;
    case 'reply':
    case 'note':
      return action.body.trim() === '' ? 'There are no words to say.' : placeholderProblem(action.body);
    case 'field':
      return action.to === null ? null : placeholderProblem(action.to);
    default:
      return null;
  }
}
