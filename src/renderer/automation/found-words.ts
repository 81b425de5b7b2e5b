import type { RuleCondition } from '../../contract/index.ts';
import { valueWords, type ConditionNames } from '../rules/condition-words.ts';

const named: ReadonlySet<RuleCondition['field']> = new Set([
  'status',
  'priority',
  'channel',
  'band',
  'waiting',
  'queue',
  'assignee',
]);

/** What a condition found, as the simulator says it: ids and words of closed lists by their names. */
export function foundWords({ field }: RuleCondition, found: string, names: ConditionNames): string {
  if (!named.has(field)) return found;
  const value = (text: string): string | null => (text === 'none' && field !== 'band' ? null : text);
  return found
    .split(', ')
    .map((text) => valueWords(field, value(text), names))
    .join(', ');
}
