import type { RuleCondition, RuleConditions } from '../../contract/rules.ts';
import { Fault } from '../fault.ts';
import { fieldRules, opsFor, takesNoValue, type FieldKind } from './fields.ts';

type CheckOptions = {
  /** Whether rules here are set off by a change, so that `changed…` has a meaning. */
  readonly changes?: boolean;
};

function problemOf(condition: RuleCondition, { changes = false }: CheckOptions): string | null {
  const { field, name, op, values } = condition;
  const { kind, words } = fieldRules[field];
  if (!opsFor(field).includes(op))
    return `“${field}” cannot be asked with “${op}”. It takes ${opsFor(field).join(', ')}.`;
  if (!changes && op.startsWith('changed')) return `“${op}” is for triggers: here nothing has just changed.`;
  if (field === 'field' && name === undefined) return 'A condition on a custom field needs its name.';
  if (takesNoValue(op)) return null;
  if (values.length === 0) return `“${field} ${op}” needs at least one value.`;
  return valueProblem(condition, kind, words);
}

function valueProblem(
  { field, op, values }: RuleCondition,
  kind: FieldKind,
  words: readonly string[] | undefined,
): string | null {
  const unknown = words && values.find((value) => typeof value !== 'string' || !words.includes(value));
  if (unknown !== undefined) return `“${String(unknown)}” is no ${field}. Choose of ${(words ?? []).join(', ')}.`;
  const numbers = kind === 'number' || kind === 'hours';
  const wrong = values.find((value) =>
    numbers ? typeof value === 'string' || !Number.isFinite(value ?? 0) : typeof value === 'number',
  );
  if (wrong !== undefined)
    return `“${field}” is asked for ${numbers ? 'a number' : 'words'}, not for “${String(wrong)}”.`;
  if ((op === 'atLeast' || op === 'atMost') && values.includes(null)) return `“${field} ${op}” needs a number.`;
  return null;
}

/**
 * Refuses conditions that ask what a field cannot answer: Fault INVALID with the path of the first, below `path`.
 * SPEC RUL-2.
 */
export function checkConditions(conditions: RuleConditions, path: string, options: CheckOptions = {}): void {
  for (const list of ['all', 'any'] as const)
    conditions[list].forEach((condition, index) => {
      const problem = problemOf(condition, options);
      if (problem !== null) throw new Fault('INVALID', problem, { field: `${path}.${list}.${index}` });
    });
}
