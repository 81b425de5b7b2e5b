import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../src/contract/automation.ts';
import { rulePlaceholders } from '../../../src/contract/words.ts';
import { fillIn, placeholderProblem, type PlaceholderValues } from '../../../src/domain/automation/placeholders.ts';
import { isIdle, planActions, type PlanContext } from '../../../src/domain/automation/plan.ts';
import { ruleFactsOf } from '../../support/facts.ts';

const context: PlanContext = {
  kind: 'trigger',
  number: 7,
  deskName: 'Main desk',
  me: null,
  today: () => '2026-03-02',
  queueName: (id) => ({ q1: 'Billing', q2: 'Delivery' })[id],
  personName: (id) => ({ ada: 'Ada', bo: 'Bo' })[id],
  route: () => ({ personId: null, reason: 'Nobody who is here fits and has room.', considered: [] }),
};
const plan = (actions: readonly Action[], facts = ruleFactsOf(), given: Partial<PlanContext> = {}) =>
  planActions(actions, facts, { ...context, ...given });

describe('a plan (AUT-3, AUT-4)', () => {
  it('sees the ticket as the actions before left it, and writes only what differs at the end', () => {
    const made = plan(
      [
        { type: 'priority', to: 'p1' },
        { type: 'field', name: 'Was', to: '{{ticket.priority}} in {{ticket.queue}}' },
        { type: 'queue', to: 'q2' },
        { type: 'note', body: 'For {{ticket.queue}}' },
        { type: 'priority', to: 'p3' },
      ],
      ruleFactsOf({ queue: 'q1' }),
    );
    expect(made.patch).toEqual({ queueId: 'q2', fields: { Was: 'P1 in Billing' } });
    expect(made.messages).toEqual([{ type: 'internalNote', body: 'For Delivery' }]);
    expect(made.words).toEqual(['Queue Billing → Delivery', 'Was none → P1 in Billing', 'Note “For Delivery”']);
    expect(made.changes).toEqual([
      { field: 'queue', from: 'q1', to: 'q2' },
      { field: 'field', name: 'Was', from: null, to: 'P1 in Billing' },
    ]);
    expect(made.facts).toMatchObject({ priority: 'p3', queue: 'q2' });
  });

  it('is idle where the ticket stands so already, or in the end again', () => {
    const facts = ruleFactsOf({ tags: ['VIP'], fields: { Was: 'x' } });
    expect(isIdle(plan([{ type: 'addTags', tags: ['vip'] }], facts))).toBe(true);
    expect(isIdle(plan([{ type: 'removeTags', tags: ['refund'] }], facts))).toBe(true);
    expect(isIdle(plan([{ type: 'field', name: 'Was', to: 'x' }], facts))).toBe(true);
    expect(
      isIdle(
        plan(
          [
            { type: 'status', to: 'open' },
            { type: 'status', to: 'new' },
          ],
          facts,
        ),
      ),
    ).toBe(true);
    expect(isIdle(plan([{ type: 'reply', body: '{{ticket.owner}}' }], facts))).toBe(true);
  });

  it('knows tags without case, adds each once and takes them away in any', () => {
    const made = plan(
      [
        { type: 'addTags', tags: ['refund', 'Refund', 'vip'] },
        { type: 'removeTags', tags: ['VIP'] },
      ],
      ruleFactsOf({ tags: ['Vip', 'old'] }),
    );
    expect(made.facts.tags).toEqual(['old', 'refund']);
    expect(made.patch).toEqual({ addTags: ['refund'], removeTags: ['Vip'] });
  });

  it.each([
    [{ type: 'queue', to: 'gone' }, 'The queue it names is not on this desk any more. Change the rule.'],
    [{ type: 'assignee', to: 'gone' }, 'The person it names is not on this desk any more. Change the rule.'],
    [{ type: 'assignee', to: 'me' }, 'It gives the ticket to “me”, and nobody is set as who sits here.'],
    [
      { type: 'route', by: 'leastLoaded', skills: [], language: false, among: [] },
      'Nobody who is here fits and has room.',
    ],
  ] as const satisfies readonly (readonly [unknown, string])[])('cannot be made for %j', (action, message) => {
    expect(() => plan([{ type: 'note', body: 'first' }, action as unknown as Action])).toThrow(message);
  });

  it('takes a new ticket in hand where a macro replies, unless it says a status itself (AUT-8)', () => {
    const reply: Action = { type: 'reply', body: 'Hello' };
    const macro = { kind: 'macro' } as const;
    expect(plan([reply], ruleFactsOf(), macro).patch).toEqual({ status: 'open' });
    expect(plan([reply], ruleFactsOf()).patch).toEqual({});
    expect(plan([reply], ruleFactsOf({ status: 'pending' }), macro).patch).toEqual({});
    expect(plan([reply, { type: 'status', to: 'solved' }], ruleFactsOf(), macro).patch).toEqual({ status: 'solved' });
    expect(plan([{ type: 'note', body: 'x' }], ruleFactsOf(), macro).patch).toEqual({});
  });
});

describe('placeholders (AUT-5)', () => {
  it('each stand for what they say', () => {
    const facts = ruleFactsOf({
      requester: ' Ann  Lee ',
      assignee: 'ada',
      queue: 'q1',
      status: 'hold',
      priority: 'p2',
    });
    const body = rulePlaceholders.map((name) => `${name}={{ ${name} }}`).join('\n');
    const [message] = plan([{ type: 'note', body }], facts, { me: { id: 'bo', name: 'Bo' } }).messages;
    expect(Object.fromEntries(message!.body.split('\n').map((line) => line.split('=')))).toEqual({
      'ticket.number': '#7',
      'ticket.subject': 'Late delivery',
      'ticket.requester': ' Ann  Lee ',
      'ticket.owner': 'Ada',
      'ticket.queue': 'Billing',
      'ticket.status': 'hold',
      'ticket.priority': 'P2',
      'requester.firstName': 'Ann',
      'desk.name': 'Main desk',
      'me.name': 'Bo',
      today: '2026-03-02',
    });
    expect(placeholderProblem(body)).toBeNull();
  });

  it('that are unknown are named, with those there are', () => {
    expect(placeholderProblem('{{ticket.number}} {{ticket.nmber}}')).toMatch(/“\{\{ticket.nmber\}\}”.*\{\{today\}\}/u);
  });

  it('are filled in once: whatever is put in stands there as it is', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('{{today}}', '$&', '{{', '}}', '$1{{desk.name}}'));
    fc.assert(
      fc.property(text, fc.constantFrom(...rulePlaceholders), (value, name) => {
        const values = Object.fromEntries(rulePlaceholders.map((each) => [each, () => value])) as PlaceholderValues;
        expect(fillIn(`a{{${name}}}b`, values)).toBe(`a${value}b`);
      }),
    );
  });
});
