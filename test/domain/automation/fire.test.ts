import { describe, expect, it } from 'vitest';
import { ruleSchema, type TriggerEvent } from '../../../src/contract/automation.ts';
import {
  deedOf,
  fireTriggers,
  mostRuns,
  type ReadyTrigger,
  type TriggerRule,
} from '../../../src/domain/automation/fire.ts';
import { planActions } from '../../../src/domain/automation/plan.ts';
import { compileConditions } from '../../../src/domain/rules/conditions.ts';
import type { RuleFacts } from '../../../src/domain/rules/facts.ts';
import { ruleFactsOf } from '../../support/facts.ts';
import { when } from '../../support/rules.ts';

let ids = 0;
function trigger(
  name: string,
  on: readonly TriggerEvent[],
  actions: readonly object[],
  ...all: object[]
): ReadyTrigger {
  const id = `018f0000-0000-7000-8000-${String(++ids).padStart(12, '0')}`;
  const rule = ruleSchema.parse({ kind: 'trigger', id, name, on, actions, conditions: when(...all) }) as TriggerRule;
  return { rule, fits: compileConditions(rule.conditions) };
}
const tag = (name: string) => ({ type: 'addTags', tags: [name] });
const status = (to: string) => ({ type: 'status', to });
const turned = (to: string) => ({ field: 'status', op: 'changedTo', values: [to] });

/** What came of it, in order: `name (cause)`, `name failed`, `name looped: others`. */
function fire(triggers: readonly ReadyTrigger[], event: TriggerEvent, start: Partial<RuleFacts> = {}) {
  const log: string[] = [];
  let facts = ruleFactsOf(start);
  fireTriggers(
    triggers,
    { events: [event], changes: [] },
    {
      now: 0,
      facts: () => facts,
      plan: ({ actions }) =>
        planActions(actions, facts, {
          kind: 'trigger',
          number: 1,
          deskName: 'Desk',
          me: null,
          today: () => '2026-03-02',
          queueName: () => undefined,
          personName: () => undefined,
          route: () => ({ personId: null, reason: 'Nobody', considered: [] }),
        }),
      apply(rule, plan, cause) {
        log.push(`${rule.name} (${cause})`);
        if (rule.name.startsWith('Broken')) throw new Error('broken');
        facts = plan.facts;
      },
      failed: (rule) => log.push(`${rule.name} failed`),
      looped: (rule, _, others) => log.push(`${rule.name} looped: ${others.join(', ')}`),
    },
  );
  return { log, facts };
}

describe('triggers on one deed (AUT-10 to AUT-12)', () => {
  it('act in order, from the top again after each, on what the ones before did', () => {
    const { log, facts } = fire(
      [
        trigger('Third', ['updated'], [tag('c')], { field: 'tag', values: ['b'] }),
        trigger('Never', ['internalNote'], [tag('x')]),
        trigger('Second', ['updated'], [tag('b')], { field: 'tag', values: ['a'] }),
        trigger('First', ['created'], [tag('a')]),
        trigger('Fourth', ['created'], [tag('d')]),
      ],
      'created',
    );
    expect(log).toEqual(['First (created)', 'Second (updated)', 'Third (updated)', 'Fourth (created)']);
    expect(facts.tags).toEqual(['a', 'b', 'c', 'd']);
  });

  it('do nothing where nothing would change, but may once something did', () => {
    const rules = [
      trigger('Open', ['created', 'updated'], [status('open')]),
      trigger('Urgent', ['created'], [{ type: 'priority', to: 'p1' }, status('new')]),
    ];
    expect(fire(rules, 'created', { status: 'open', priority: 'p1' }).log).toEqual([
      'Urgent (created)',
      'Open (created)',
    ]);
    expect(fire([rules[0]!], 'created', { status: 'open' }).log).toEqual([]);
  });

  it('that fail, in thought or in deed, stop no other and are not tried again', () => {
    const { log, facts } = fire(
      [
        trigger('Broken', ['created'], [tag('x')]),
        trigger('Route', ['created'], [{ type: 'route', by: 'leastLoaded' }]),
        trigger('Fine', ['created'], [tag('a')]),
      ],
      'created',
    );
    expect(log).toEqual(['Broken (created)', 'Broken failed', 'Route failed', 'Fine (created)']);
    expect(facts.tags).toEqual(['a']);
  });

  it('that undo each other, or answer each other, act once and are told of as a loop', () => {
    const flip = [
      trigger('Hold', ['created', 'updated'], [status('hold')], { field: 'status', values: ['new', 'open'] }),
      trigger('Open', ['updated'], [status('open')], turned('hold')),
    ];
    expect(fire(flip, 'created').log).toEqual(['Hold (created)', 'Open (updated)', 'Hold looped: Open']);
    const talk = [
      trigger('Ping', ['created', 'internalNote'], [{ type: 'note', body: 'ping' }]),
      trigger('Pong', ['internalNote'], [{ type: 'note', body: 'pong' }]),
    ];
    expect(fire(talk, 'created').log).toEqual(['Ping (created)', 'Pong (internalNote)', 'Ping looped: Pong']);
  });

  it('whose wishes still stand are no loop', () => {
    const rules = [
      trigger('A', ['created', 'updated'], [tag('a')]),
      trigger('B', ['created', 'updated'], [tag('b')]),
      trigger('C', ['created', 'updated'], [tag('c')]),
    ];
    expect(fire(rules, 'created').log).toEqual(['A (created)', 'B (created)', 'C (created)']);
  });

  it(`act ${mostRuns} times on a ticket at most, and the next says so`, () => {
    const many = Array.from({ length: mostRuns + 5 }, (_, n) => trigger(`T${n}`, ['created'], [tag(`t${n}`)]));
    const { log, facts } = fire(many, 'created');
    expect(facts.tags).toHaveLength(mostRuns);
    expect(log.at(-1)).toBe(`T${mostRuns} looped: ${mostRuns} other rules`);
    expect(log).toHaveLength(mostRuns + 1);
  });
});

describe('what a plan is to other triggers (AUT-10)', () => {
  it('its messages by kind, and an update where anything changed', () => {
    const plan = { patch: {}, words: [], facts: ruleFactsOf() };
    const reply = { type: 'agentReply', body: 'x' } as const;
    expect(deedOf({ ...plan, messages: [reply, reply], changes: [] }).events).toEqual(['agentReply']);
    const change = { field: 'status', from: 'new', to: 'open' } as const;
    expect(deedOf({ ...plan, messages: [], changes: [change] }).events).toEqual(['updated']);
    expect(deedOf({ ...plan, messages: [], changes: [] }).events).toEqual([]);
  });
});
