import { expect, test } from 'vitest';
import type { RuleCondition } from '../../../src/contract/rules.ts';
import {
  areWhole,
  numbersOf,
  opsFor,
  problemOf,
  toggled,
  withCondition,
  withField,
  withOp,
} from '../../../src/renderer/rules/condition-draft.ts';
import { conditionsInWords } from '../../../src/renderer/rules/condition-words.ts';

const names = { queues: new Map([['q1', 'Billing']]), people: new Map([['a1', 'Ada Grant']]) };
const billing: RuleCondition = { field: 'queue', op: 'is', values: ['q1', null] };
const urgent: RuleCondition = { field: 'priority', op: 'is', values: ['p1', 'p2'] };

test('conditions read as one sentence, with the names of queues and people', () => {
  expect(conditionsInWords({ all: [], any: [] }, names)).toBe('Every ticket.');
  expect(conditionsInWords({ all: [billing, urgent], any: [] }, names)).toBe(
    'Queue is Billing or no queue, Priority is P1 or P2',
  );
  const owner: RuleCondition = { field: 'assignee', op: 'isNot', values: ['a1', 'gone'] };
  const plan: RuleCondition = { field: 'field', name: 'Plan', op: 'contains', values: ['gold'] };
  const unset: RuleCondition = { field: 'category', op: 'absent', values: [] };
  expect(conditionsInWords({ all: [owner], any: [plan, unset] }, names)).toBe(
    'Owner is not Ada Grant or …, and any of: Plan contains gold; Category is not set',
  );
});

test('RUL-2: another field keeps the question it can take and forgets the values', () => {
  expect(withField(urgent, 'subject', false)).toEqual({ field: 'subject', op: 'is', values: [] });
  const part: RuleCondition = { field: 'subject', op: 'contains', values: ['x'] };
  expect(withField(part, 'status', false)).toEqual({ field: 'status', op: 'is', values: [] });
  expect(withOp(urgent, 'changed')).toEqual({ field: 'priority', op: 'changed', values: [] });
  expect(withOp(urgent, 'isNot').values).toEqual(['p1', 'p2']);
});

test('RUL-2: questions about a change are offered to triggers alone', () => {
  expect(opsFor('status', false)).toEqual(['is', 'isNot']);
  expect(opsFor('status', true)).toContain('changedTo');
  expect(opsFor('waiting', true)).toEqual(['is', 'isNot']);
});

test('what is missing is said at the condition', () => {
  expect(problemOf(urgent, false)).toBeNull();
  expect(problemOf({ ...urgent, values: [] }, false)).toBe('Choose at least one value.');
  expect(problemOf({ field: 'field', op: 'present', values: [] }, false)).toBe('Say which custom field.');
  expect(problemOf({ field: 'priority', op: 'changed', values: [] }, false)).toContain('for triggers');
  expect(areWhole({ all: [urgent], any: [{ ...urgent, values: [] }] })).toBe(false);
});

test('rows and values are put in and taken out', () => {
  expect(toggled(['p1'], 'p2')).toEqual(['p1', 'p2']);
  expect(toggled(['p1', null], null)).toEqual(['p1']);
  const both = { all: [billing, urgent], any: [] };
  expect(withCondition(both, 'all', 0, null)).toEqual({ all: [urgent], any: [] });
  expect(withCondition(both, 'any', 0, urgent)).toEqual({ all: [billing, urgent], any: [urgent] });
  expect(numbersOf('1, 2 3.5')).toEqual([1, 2, 3.5]);
  expect(numbersOf('two')).toBeNull();
});
