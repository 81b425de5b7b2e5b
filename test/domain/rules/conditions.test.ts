import { describe, expect, it } from 'vitest';
import { ruleConditionsSchema, type RuleConditions } from '../../../src/contract/rules.ts';
import { ruleFields } from '../../../src/contract/words.ts';
import { checkConditions } from '../../../src/domain/rules/check.ts';
import { compileConditions, explainConditions } from '../../../src/domain/rules/conditions.ts';
import type { RuleFacts } from '../../../src/domain/rules/facts.ts';
import { fieldRules } from '../../../src/domain/rules/fields.ts';

const hour = 3_600_000;
const facts: RuleFacts = {
  status: 'open',
  priority: 'p2',
  channel: 'email',
  band: 'onTime',
  queue: 'q1',
  assignee: null,
  category: 'Billing',
  tags: ['VIP', 'refund'],
  subject: 'Where is my parcel?',
  body: 'It never came.',
  requester: 'Ann Lee',
  email: 'ann@example.com',
  organisation: null,
  language: 'pt-BR',
  impact: 2,
  urgency: null,
  level: 1,
  waiting: true,
  fields: { Region: 'North' },
  createdAt: 0,
  updatedAt: 2 * hour,
  statusAt: 3 * hour,
  assignedAt: null,
  customerAt: hour,
  agentAt: null,
};
const now = 10 * hour;
const conditions = (input: unknown): RuleConditions => ruleConditionsSchema.parse(input);
const fits = (condition: object): boolean => compileConditions(conditions({ all: [condition] }))(facts, { now });

describe('conditions (RUL-2, RUL-3)', () => {
  it.each([
    [{ field: 'status', values: ['new', 'open'] }, true],
    [{ field: 'status', op: 'isNot', values: ['open'] }, false],
    [{ field: 'assignee', values: [null] }, true],
    [{ field: 'assignee', op: 'absent' }, true],
    [{ field: 'queue', values: ['q2', null] }, false],
    [{ field: 'tag', values: ['vip'] }, true],
    [{ field: 'tag', op: 'isNot', values: ['refund'] }, false],
    [{ field: 'tag', op: 'present' }, true],
    [{ field: 'category', values: ['billing'] }, true],
    [{ field: 'subject', op: 'contains', values: ['PARCEL', 'box'] }, true],
    [{ field: 'body', op: 'containsNot', values: ['refund'] }, true],
    [{ field: 'organisation', op: 'containsNot', values: ['acme'] }, true],
    [{ field: 'impact', op: 'atMost', values: [2] }, true],
    [{ field: 'urgency', op: 'atMost', values: [3] }, false],
    [{ field: 'urgency', op: 'absent' }, true],
    [{ field: 'waiting', values: ['yes'] }, true],
    [{ field: 'field', name: 'Region', values: ['north'] }, true],
    [{ field: 'field', name: 'region', op: 'present' }, false],
    [{ field: 'hoursSinceCreated', op: 'atLeast', values: [10] }, true],
    [{ field: 'hoursSinceCreated', op: 'atLeast', values: [10.01] }, false],
    [{ field: 'hoursSinceAgent', op: 'atLeast', values: [0] }, false],
  ])('%j is %s', (condition, passes) => {
    expect(fits(condition)).toBe(passes);
  });

  it('are all of the first and any of the second; none at all fit everything', () => {
    const test = (input: object) => compileConditions(conditions(input))(facts, { now });
    const yes = { field: 'status', values: ['open'] };
    const no = { field: 'status', values: ['hold'] };
    expect(test({})).toBe(true);
    expect(test({ all: [yes], any: [no, yes] })).toBe(true);
    expect(test({ all: [yes], any: [no] })).toBe(false);
    expect(test({ all: [no], any: [yes] })).toBe(false);
  });

  it('on a change ask what it changed', () => {
    const test = compileConditions(conditions({ all: [{ field: 'priority', op: 'changedTo', values: ['p1'] }] }));
    const change = { field: 'priority', from: 'p2', to: 'p1' } as const;
    expect(test(facts, { now, changes: [change] })).toBe(true);
    expect(test(facts, { now, changes: [{ ...change, to: 'p3' }] })).toBe(false);
    expect(test(facts, { now })).toBe(false);
  });

  it('tell what they found (RUL-4)', () => {
    const asked = conditions({
      all: [{ field: 'tag', values: ['vip'] }],
      any: [{ field: 'hoursSinceCreated', op: 'atLeast', values: [12] }],
    });
    expect(explainConditions(asked, facts, { now })).toEqual([
      { condition: asked.all[0], passed: true, found: 'VIP, refund' },
      { condition: asked.any[0], passed: false, found: '10' },
    ]);
  });

  it('are refused with the reason where a field cannot answer them', () => {
    const refused = (condition: object, options = {}) => {
      try {
        checkConditions(conditions({ any: [{ field: 'status', values: ['new'] }, condition] }), 'match', options);
      } catch (error) {
        return error;
      }
      return undefined;
    };
    expect(refused({ field: 'status', op: 'contains', values: ['o'] })).toMatchObject({
      code: 'INVALID',
      data: { field: 'match.any.1' },
    });
    expect(refused({ field: 'status', values: ['sleeping'] })).toMatchObject({
      message: expect.stringContaining('sleeping') as string,
    });
    expect(refused({ field: 'impact', values: ['high'] })).toMatchObject({
      message: expect.stringContaining('number') as string,
    });
    expect(refused({ field: 'field', values: ['x'] })).toMatchObject({
      message: expect.stringContaining('name') as string,
    });
    expect(refused({ field: 'subject', op: 'contains' })).toMatchObject({
      message: expect.stringContaining('value') as string,
    });
    expect(refused({ field: 'priority', op: 'changed' })).toMatchObject({
      message: expect.stringContaining('trigger') as string,
    });
    expect(refused({ field: 'priority', op: 'changed' }, { changes: true })).toBeUndefined();
  });

  it('know every field of the contract', () => {
    expect(Object.keys(fieldRules).sort()).toEqual([...ruleFields].sort());
  });
});
