import type { RuleCondition, RuleConditions, RuleField, RuleOp } from '../../contract/rules.ts';
import { checkConditions } from '../../domain/rules/check.ts';
import { fieldRules, opsOf, takesNoValue } from '../../domain/rules/fields.ts';
import { q } from '../strings/en-conditions.ts';

export type ConditionValue = RuleCondition['values'][number];
/** The two lists: all of the first, and any of the second. */
export type ConditionList = keyof RuleConditions;

export const noConditions: RuleConditions = { all: [], any: [] };
export const newCondition: RuleCondition = { field: 'queue', op: 'is', values: [] };

/** The questions of a field, those about a change only where something has just changed. */
export function opsFor(field: RuleField, changes: boolean): readonly RuleOp[] {
  return opsOf[fieldRules[field].kind].filter((op) => changes || !op.startsWith('changed'));
}

/** The condition asked of another field: the question stays where the field takes it, values never do. */
export function withField(condition: RuleCondition, field: RuleField, changes: boolean): RuleCondition {
  const ops = opsFor(field, changes);
  const op = ops.includes(condition.op) ? condition.op : (ops[0] ?? 'is');
  return { field, op, values: [] };
}

/** The condition with another question; a question that takes no value forgets them. */
export function withOp(condition: RuleCondition, op: RuleOp): RuleCondition {
  return { ...condition, op, values: takesNoValue(op) ? [] : condition.values };
}

export function toggled(values: readonly ConditionValue[], value: ConditionValue): ConditionValue[] {
  return values.includes(value) ? values.filter((held) => held !== value) : [...values, value];
}

/** `4`, or several with commas or blanks between them: `1, 2`. Null where something is no number. */
export function numbersOf(typed: string): number[] | null {
  const parts = typed.split(/[,;\s]+/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  return numbers.every(Number.isFinite) ? numbers : null;
}

/** The conditions with the one at a place changed, or without it (null). */
export function withCondition(
  conditions: RuleConditions,
  list: ConditionList,
  at: number,
  next: RuleCondition | null,
): RuleConditions {
  const rest = [...conditions[list]];
  rest.splice(at, 1, ...(next === null ? [] : [next]));
  return { ...conditions, [list]: rest };
}

/** What is wrong with a condition in words for who edits it; null for nothing. */
export function problemOf(condition: RuleCondition, changes: boolean): string | null {
  if (condition.field === 'field' && (condition.name ?? '').trim() === '') return q.needName;
  if (!takesNoValue(condition.op) && condition.values.length === 0) return q.needValue;
  try {
    checkConditions({ all: [condition], any: [] }, '', { changes });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Whether all conditions can be asked. */
export function areWhole({ all, any }: RuleConditions, changes = false): boolean {
  return [...all, ...any].every((condition) => problemOf(condition, changes) === null);
}
