import { describe, expect, it } from 'vitest';
import type { PolicyIn } from '../../../src/contract/sla.ts';
import { at, clocksAt, line, say, policy } from './build.ts';

/** Every hour around the clock for P1, every two business hours for P3; solving in ten hours, paused on hold. */
const updates: Partial<PolicyIn> = {
  targets: {
    periodicUpdate: { p1: { minutes: 60, time: 'calendar' }, p3: { minutes: 120, time: 'business' } },
    nextResponse: { p1: { minutes: 30, time: 'calendar' } },
    resolution: { p1: { minutes: 600, time: 'calendar' } },
  },
  pauses: { resolution: ['hold'] },
};
const clock = (events: string, now: string, over: Partial<PolicyIn> = {}) =>
  clocksAt(events, now, { ...updates, ...over }).periodicUpdate;
const update = (events: string, now: string, over: Partial<PolicyIn> = {}) =>
  line(clocksAt(events, now, { ...updates, ...over }), 'periodicUpdate');
/** Each part of the ledger in a line: kind, from, to, what began it. */
const parts = (events: string, now: string, over: Partial<PolicyIn> = {}) =>
  clock(events, now, over).ledger.map(
    ({ kind, from, to, reason }) => `${kind} ${say(from) ?? ''} ${say(to) ?? ''} ${reason}`,
  );
const created = '05 09:00 created open p1';
const replied = `${created}\n05 09:10 agentReply`;

describe('periodic update (SLA-15)', () => {
  it('has nothing to count before the first public reply, whatever else is said', () => {
    for (const events of [
      created,
      `${created}\n05 09:10 customerMessage\n05 09:20 internalNote`,
      `${created}\n05 09:10 status pending\n05 09:20 status open\n05 09:30 priority p3`,
    ])
      expect(update(events, '05 12:00')).toBe('idle, 0/-');
    expect(clock(created, '05 12:00').why).toBe(
      'No clock runs: it starts with a reply that leaves the ticket unsolved.',
    );
    expect(parts(created, '05 12:00')).toEqual(['idle 05 09:00 05 12:00 created']);
  });

  it('starts at a public reply and is late when the next has not come by then', () => {
    expect(update(replied, '05 09:10')).toBe('running, 0/60, due 05 10:10');
    expect(update(replied, '05 09:54')).toBe('running, 44/60, due 05 10:10');
    expect(update(replied, '05 09:55')).toBe('atRisk, 45/60, due 05 10:10');
    expect(update(replied, '05 10:10')).toBe('atRisk, 60/60, due 05 10:10');
    expect(update(replied, '05 10:11')).toBe('breached, 61/60, due 05 10:10, breached 05 10:10');
  });

  it('is ended by the next reply, in time or late, and starts anew with it', () => {
    const inTime = `${replied}\n05 10:00 agentReply`;
    expect(update(inTime, '05 10:30')).toBe('running, 30/60, due 05 11:00');
    expect(parts(inTime, '05 10:30')).toEqual([
      'idle 05 09:00 05 09:10 created',
      'counting 05 09:10 05 10:00 agentReply',
      'counting 05 10:00 05 10:30 agentReply',
    ]);
    const late = `${replied}\n05 10:30 agentReply`;
    expect(update(late, '05 10:40')).toBe('running, 10/60, due 05 11:30');
    expect(parts(late, '05 10:40')).toEqual([
      'idle 05 09:00 05 09:10 created',
      'counting 05 09:10 05 10:10 agentReply',
      'counting 05 10:10 05 10:30 breached',
      'counting 05 10:30 05 10:40 agentReply',
    ]);
  });

  it('runs on from reply to reply, however the customer writes: a message and a note move nothing', () => {
    const noisy = `${replied}\n05 09:20 customerMessage\n05 09:40 internalNote\n05 09:50 customerMessage`;
    expect(update(noisy, '05 10:00')).toBe(update(replied, '05 10:00'));
    // Beside it the question is owed its own answer.
    expect(line(clocksAt(noisy, '05 09:45', updates), 'nextResponse')).toBe('atRisk, 25/30, due 05 09:50');
  });

  it('counts on in pending and on hold unless the policy pauses it there', () => {
    const pending = `${replied}\n05 09:30 status pending\n05 10:30 status open`;
    expect(update(pending, '05 10:40')).toBe('breached, 90/60, due 05 10:10, breached 05 10:10');
    const paused = { pauses: { periodicUpdate: ['pending' as const] } };
    expect(update(pending, '05 10:00', paused)).toBe('paused, 20/60, paused 30, due 05 10:40');
    expect(update(pending, '05 10:40', paused)).toBe('running, 30/60, paused 60, due 05 11:10');
    const held = pending.replace('pending', 'hold');
    expect(update(held, '05 10:40', paused)).toBe(update(pending, '05 10:40'));
    expect(clock(pending, '05 10:40', paused).why).toBe(
      'Started Mon 5 Jan 2026 09:10 when we last replied. Stood still 09:30 to 10:30, waiting on the customer (pending). 30 of 60 minutes used. Due 11:10.',
    );
  });

  it('a reply that puts the ticket on pending starts it standing still', () => {
    const events = `${created}\n05 09:10 agentReply\n05 09:10 status pending`;
    expect(update(events, '05 12:00', { pauses: { periodicUpdate: ['pending'] } })).toBe(
      'paused, 0/60, paused 170, due 05 13:00',
    );
  });

  it('ends at solved, in time or late, and counts nothing while the ticket is solved or closed', () => {
    const solved = `${replied}\n05 10:00 status solved`;
    expect(update(solved, '05 20:00')).toBe('met, 50/60, due 05 10:10, met 05 10:00');
    expect(update(`${replied}\n05 10:20 status closed`, '05 20:00')).toBe(
      'breached, 70/60, due 05 10:10, met 05 10:20, breached 05 10:10',
    );
    expect(update(`${solved}\n05 11:00 agentReply\n05 12:00 status closed`, '05 20:00')).toBe(
      'met, 50/60, due 05 10:10, met 05 10:00',
    );
    expect(clock(solved, '05 20:00').why).toContain('50 of 60 minutes used. Done 10:00, in time: it was due 10:10.');
  });

  it('a reply that solves the ticket ends the run before it and starts none', () => {
    const late = `${replied}\n05 10:30 agentReply\n05 10:30 status solved`;
    expect(update(late, '05 12:00')).toBe('breached, 80/60, due 05 10:10, met 05 10:30, breached 05 10:10');
    const inTime = `${replied}\n05 10:00 agentReply\n05 10:00 status solved`;
    expect(update(inTime, '05 12:00')).toBe('met, 50/60, due 05 10:10, met 05 10:00');
    expect(parts(inTime, '05 12:00').at(-1)).toBe('done 05 10:00 05 12:00 agentReply');
    // Solved by its only reply, there was never anything to keep up.
    const only = `${created}\n05 10:00 agentReply\n05 10:00 status solved`;
    expect(update(only, '05 12:00')).toBe('idle, 0/-');
    expect(clock(only, '05 12:00').why).toContain('No clock runs');
    // A minute later it has begun, and is kept.
    expect(update(only.replace('10:00 status', '10:01 status'), '05 12:00')).toBe(
      'met, 1/60, due 05 11:00, met 05 10:01',
    );
  });

  it('two replies at one instant are one', () => {
    const late = `${replied}\n05 10:30 agentReply\n05 10:30 agentReply`;
    expect(update(`${late}\n05 10:30 status solved`, '05 12:00')).toBe(
      'breached, 80/60, due 05 10:10, met 05 10:30, breached 05 10:10',
    );
    expect(update(late, '05 10:40')).toBe('running, 10/60, due 05 11:30');
  });

  it('starts again on reopening only where somebody had replied', () => {
    const unheard = `${created}\n05 10:00 status solved\n05 11:00 status open`;
    expect(update(unheard, '05 12:00')).toBe('idle, 0/-');
    const heard = `${replied}\n05 10:00 status solved\n05 11:00 status open`;
    expect(update(heard, '05 11:30')).toBe('running, 30/60, due 05 12:00');
    expect(clock(heard, '05 11:30').why).toMatch(
      /^Started .*11:00 when the ticket was reopened\. 30 of 60 minutes used/,
    );
    const onceSolved = `${created}\n05 10:00 agentReply\n05 10:00 status solved\n05 11:00 status open`;
    expect(update(onceSolved, '05 11:30')).toBe('running, 30/60, due 05 12:00');
    const whileSolved = `${created}\n05 10:00 status solved\n05 10:30 agentReply\n05 11:00 status open`;
    expect(update(whileSolved, '05 11:30')).toBe('running, 30/60, due 05 12:00');
  });

  it('from nothing, also where the policy lets the resolution go on', () => {
    const events = `${replied}\n05 10:00 status solved\n05 11:00 status open`;
    for (const reopen of ['resume', 'restart'] as const)
      expect(update(events, '05 11:30', { reopen })).toBe('running, 30/60, due 05 12:00');
  });

  it('counts open time where its target is business time', () => {
    const events = '05 09:00 created open p3\n05 16:00 agentReply';
    expect(update(events, '05 18:00')).toBe('running, 60/120, due 06 10:00');
    expect(update(events, '06 10:01')).toBe('breached, 121/120, due 06 10:00, breached 06 10:00');
    expect(parts(events, '06 10:00')).toEqual([
      'idle 05 09:00 05 16:00 created',
      'counting 05 16:00 05 17:00 agentReply',
      'closed 05 17:00 06 09:00 closing',
      'counting 06 09:00 06 10:00 opening',
    ]);
  });

  it('keeps the time spent through a change of priority, and waits where the new one has no target (SLA-7, SLA-8)', () => {
    expect(update(`${replied}\n05 09:30 priority p3`, '05 10:00')).toBe('running, 50/120, due 05 11:10');
    expect(update(`${replied}\n05 09:30 priority p2`, '05 12:00')).toBe('idle, 0/-');
    expect(update('05 09:00 created open p2\n05 09:10 agentReply\n05 09:40 priority p1', '05 10:00')).toBe(
      'running, 20/60, due 05 10:40',
    );
  });

  it('is no clock at all under a policy that promises no updates', () => {
    expect(line(clocksAt(replied, '05 12:00'), 'periodicUpdate')).toBe('idle, 0/-');
    expect(policy().targets.periodicUpdate).toBeUndefined();
  });

  it('is as Zendesk measures it: the time between public comments of agents while the ticket is not solved', () => {
    // Comments at 9, 10 and 12, solved at 13, reopened at 15; each span is held against the target.
    const events = [
      '05 08:30 created open p1',
      '05 09:00 agentReply',
      '05 10:00 agentReply',
      '05 12:00 agentReply',
      '05 13:00 status solved',
      '05 15:00 status open',
    ].join('\n');
    const spans = clock(events, '05 15:30').ledger.filter(({ kind }) => kind === 'counting');
    expect(spans.map(({ from, to }) => [from, to])).toEqual([
      [at('05 09:00'), at('05 10:00')],
      [at('05 10:00'), at('05 11:00')],
      [at('05 11:00'), at('05 12:00')],
      [at('05 12:00'), at('05 13:00')],
      [at('05 15:00'), at('05 15:30')],
    ]);
  });
});
