import type { RuleCondition, RuleConditions } from '../../contract/rules.ts';
import type { RuleFacts, RuleMoment, RuleValue } from './facts.ts';
import { fieldRules } from './fields.ts';

/** Whether a ticket fits, at a moment. */
export type RuleTest = (facts: RuleFacts, moment: RuleMoment) => boolean;

/** What one condition found: for "why did it fire?". */
export type ConditionResult = { readonly condition: RuleCondition; readonly passed: boolean; readonly found: string };

const fold = (value: RuleValue): RuleValue => (typeof value === 'string' ? value.toLowerCase() : value);
const listOf = (value: RuleValue | readonly RuleValue[]): readonly RuleValue[] =>
  Array.isArray(value) ? (value as readonly RuleValue[]) : [value as RuleValue];
const isThere = (value: RuleValue): boolean => value !== null && value !== '';

function changeTest(condition: RuleCondition, wanted: ReadonlySet<RuleValue>): RuleTest {
  return (_, { changes = [] }) =>
    changes.some(({ field, name, from, to }) => {
      if (field !== condition.field || name !== condition.name || from === to) return false;
      if (condition.op === 'changed') return true;
      return wanted.has(fold(condition.op === 'changedTo' ? to : from));
    });
}

/** One condition, its values looked up once. */
function testOf(condition: RuleCondition): RuleTest {
  const { field, op, name = '', values } = condition;
  const wanted = new Set(values.map(fold));
  const words = [...wanted].filter((value) => typeof value === 'string');
  const bounds = values.filter((value) => typeof value === 'number');
  const { read } = fieldRules[field];
  const has = (facts: RuleFacts, moment: RuleMoment, test: (value: RuleValue) => boolean): boolean => {
    const found = listOf(read(facts, moment, name));
    // An empty list has no value: asked for none, it is none.
    return found.length === 0 ? test(null) : found.some(test);
  };
  const one = (value: RuleValue): boolean => wanted.has(fold(value)) || (value === '' && wanted.has(null));
  const part = (value: RuleValue): boolean =>
    typeof value === 'string' && words.some((word) => value.toLowerCase().includes(word));
  switch (op) {
    case 'is':
      return (facts, moment) => has(facts, moment, one);
    case 'isNot':
      return (facts, moment) => !has(facts, moment, one);
    case 'contains':
      return (facts, moment) => has(facts, moment, part);
    case 'containsNot':
      return (facts, moment) => !has(facts, moment, part);
    case 'present':
      return (facts, moment) => has(facts, moment, isThere);
    case 'absent':
      return (facts, moment) => !has(facts, moment, isThere);
    case 'atLeast':
      return (facts, moment) =>
        has(facts, moment, (value) => typeof value === 'number' && value >= Math.min(...bounds));
    case 'atMost':
      return (facts, moment) =>
        has(facts, moment, (value) => typeof value === 'number' && value <= Math.max(...bounds));
    case 'changed':
    case 'changedTo':
    case 'changedFrom':
      return changeTest(condition, wanted);
  }
}

/** Compiles conditions once, for any number of tickets: all of `all`, and any of `any` where there are some. SPEC RUL-3. */
export function compileConditions({ all, any }: RuleConditions): RuleTest {
  const every = all.map(testOf);
  const some = any.map(testOf);
  return (facts, moment) =>
    every.every((test) => test(facts, moment)) && (some.length === 0 || some.some((test) => test(facts, moment)));
}

/** What each condition found, in order: those of `all`, then those of `any`. SPEC RUL-4. */
export function explainConditions(
  { all, any }: RuleConditions,
  facts: RuleFacts,
  moment: RuleMoment,
): readonly ConditionResult[] {
  return [...all, ...any].map((condition) => ({
    condition,
    passed: testOf(condition)(facts, moment),
    found: listOf(fieldRules[condition.field].read(facts, moment, condition.name ?? ''))
      .map((value) => (typeof value === 'number' ? String(Math.round(value * 100) / 100) : (value ?? 'none')))
      .join(', '),
  }));
}
