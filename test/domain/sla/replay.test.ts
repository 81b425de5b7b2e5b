import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockSchema, metricSchema } from '../../../src/contract/sla.ts';
import type { Metric } from '../../../src/contract/sla.ts';
import { Fault } from '../../../src/domain/fault.ts';
import { defaultPolicy } from '../../../src/domain/sla/default-policy.ts';
import { prepareSla } from '../../../src/domain/sla/prepare.ts';
import { replay, replayClocks } from '../../../src/domain/sla/replay.ts';
import { bandOf, rowClock } from '../../../src/domain/sla/rows.ts';
import { at, calendars, clocksAt, line, policy, say, story } from './build.ts';

type Case = [name: string, metric: Metric, events: string, now: string, expected: string];
const check = (cases: Case[]) =>
  it.each(cases)('%s', (_, metric, events, now, expected) => {
    expect(line(clocksAt(events, now), metric)).toBe(expected);
  });

describe('first response (SLA-3, SLA-5, SLA-10, SLA-11)', () => {
  const p1 = '05 09:00 created new p1';
  const p3 = '05 16:00 created new p3';
  check([
    ['runs from creation', 'firstResponse', p1, '05 09:20', 'running, 20/60, due 05 10:00'],
    ['is at risk from 75 percent on', 'firstResponse', p1, '05 09:45', 'atRisk, 45/60, due 05 10:00'],
    ['just before', 'firstResponse', p1, '05 09:44', 'running, 44/60, due 05 10:00'],
    ['is not late at its due time', 'firstResponse', p1, '05 10:00', 'atRisk, 60/60, due 05 10:00'],
    ['is late after it', 'firstResponse', p1, '05 10:01', 'breached, 61/60, due 05 10:00, breached 05 10:00'],
    ['counts open hours only', 'firstResponse', p3, '06 10:00', 'running, 120/240, due 06 12:00'],
    ['waits over the night', 'firstResponse', p3, '06 03:00', 'running, 60/240, due 06 12:00'],
    [
      'is met by a reply at the due time',
      'firstResponse',
      `${p1}\n05 10:00 agentReply`,
      '07 00:00',
      'met, 60/60, due 05 10:00, met 05 10:00',
    ],
    [
      'is breached by a reply a second later',
      'firstResponse',
      `${p1}\n05 10:00:01 agentReply`,
      '07 00:00',
      `breached, ${60 + 1 / 60}/60, due 05 10:00, met ${say(at('05 10:00:01')) ?? ''}, breached 05 10:00`,
    ],
    [
      'is breached overnight where it was due at closing',
      'firstResponse',
      '05 16:00 created new p2\n05 18:00 agentReply',
      '07 00:00',
      'breached, 60/60, due 05 17:00, met 05 18:00, breached 05 17:00',
    ],
    [
      'is not answered by a note',
      'firstResponse',
      `${p1}\n05 09:10 internalNote`,
      '05 09:20',
      'running, 20/60, due 05 10:00',
    ],
    [
      'is not restarted by more messages',
      'firstResponse',
      `${p1}\n05 09:00 customerMessage\n05 09:10 customerMessage`,
      '05 09:20',
      'running, 20/60, due 05 10:00',
    ],
    [
      'only the first reply counts',
      'firstResponse',
      `${p1}\n05 09:10 agentReply\n05 09:20 agentReply`,
      '05 12:00',
      'met, 10/60, due 05 10:00, met 05 09:10',
    ],
    [
      'ends when the ticket is solved without a reply',
      'firstResponse',
      `${p1}\n05 09:30 status solved`,
      '05 12:00',
      'met, 30/60, due 05 10:00, met 05 09:30',
    ],
    [
      'stays ended when the ticket is reopened',
      'firstResponse',
      `${p1}\n05 09:30 status solved\n05 09:40 status open`,
      '05 12:00',
      'met, 30/60, due 05 10:00, met 05 09:30',
    ],
    [
      'does not pause under this policy',
      'firstResponse',
      `${p1}\n05 09:10 status pending`,
      '05 09:20',
      'running, 20/60, due 05 10:00',
    ],
  ]);

  it('pauses where the policy says so', () => {
    const events = '05 09:00 created new p1\n05 09:10 status hold\n05 09:40 status open';
    const over = { pauses: { firstResponse: ['hold' as const] } };
    expect(line(clocksAt(events, '05 09:30', over), 'firstResponse')).toBe('paused, 10/60, paused 20, due 05 10:20');
    expect(line(clocksAt(events, '05 10:00', over), 'firstResponse')).toBe('running, 30/60, paused 30, due 05 10:30');
  });
});

describe('next response (SLA-12)', () => {
  const start = '05 09:00 created new p1\n05 09:10 agentReply';
  const asked = `${start}\n05 10:00 customerMessage`;
  check([
    ['is idle until the customer writes again', 'nextResponse', start, '05 12:00', 'idle, 0/-'],
    [
      'is idle before the first response',
      'nextResponse',
      '05 09:00 created new p1\n05 09:05 customerMessage',
      '05 12:00',
      'idle, 0/-',
    ],
    ['runs from the message', 'nextResponse', asked, '05 10:10', 'running, 10/30, due 05 10:30'],
    [
      'from the oldest that is not answered',
      'nextResponse',
      `${asked}\n05 10:05 customerMessage`,
      '05 10:10',
      'running, 10/30, due 05 10:30',
    ],
    [
      'is met by the reply',
      'nextResponse',
      `${asked}\n05 10:20 agentReply`,
      '05 12:00',
      'met, 20/30, due 05 10:30, met 05 10:20',
    ],
    [
      'begins again from nothing, also after a breach',
      'nextResponse',
      `${asked}\n05 11:00 agentReply\n05 12:00 customerMessage`,
      '05 12:10',
      'running, 10/30, due 05 12:30',
    ],
    [
      'stands still while pending',
      'nextResponse',
      `${asked}\n05 10:10 status pending\n05 10:40 status open`,
      '05 10:50',
      'running, 20/30, paused 30, due 05 11:00',
    ],
    [
      'starts standing still where the ticket is pending',
      'nextResponse',
      `${start}\n05 09:10 status pending\n05 10:00 customerMessage`,
      '05 10:10',
      'paused, 0/30, paused 10, due 05 10:40',
    ],
    [
      'ends when the ticket is solved',
      'nextResponse',
      `${asked}\n05 10:10 status solved`,
      '05 12:00',
      'met, 10/30, due 05 10:30, met 05 10:10',
    ],
    [
      'does not run on a solved ticket',
      'nextResponse',
      `${start}\n05 09:20 status solved\n05 09:30 customerMessage`,
      '05 12:00',
      'idle, 0/-',
    ],
    [
      'starts with the reopening that a message brings',
      'nextResponse',
      `${start}\n05 09:20 status solved\n05 09:30 customerMessage\n05 09:30 status open`,
      '05 09:40',
      'running, 10/30, due 05 10:00',
    ],
  ]);

  it('keeps an earlier breach in the ledger', () => {
    const { nextResponse } = clocksAt(`${asked}\n05 11:00 agentReply\n05 12:00 customerMessage`, '05 12:10');
    expect(nextResponse.breachedAt).toBeNull();
    expect(nextResponse.ledger.filter(({ reason }) => reason === 'breached').map(({ from }) => say(from))).toEqual([
      '05 10:30',
    ]);
  });
});

describe('resolution (SLA-4, SLA-13, SLA-14)', () => {
  const p3 = '05 09:00 created new p3';
  const p1 = '05 09:00 created open p1';
  check([
    ['runs in business time', 'resolution', p3, '06 10:00', 'breached, 540/480, due 05 17:00, breached 05 17:00'],
    [
      'is met when solved',
      'resolution',
      `${p1}\n05 10:00 status solved`,
      '07 00:00',
      'met, 60/120, due 05 11:00, met 05 10:00',
    ],
    [
      'stays as solved when closed',
      'resolution',
      `${p1}\n05 10:00 status solved\n06 10:00 status closed`,
      '07 00:00',
      'met, 60/120, due 05 11:00, met 05 10:00',
    ],
    [
      'is met when closed at once',
      'resolution',
      `${p1}\n05 10:00 status closed`,
      '07 00:00',
      'met, 60/120, due 05 11:00, met 05 10:00',
    ],
    [
      'stands still while pending',
      'resolution',
      `${p1}\n05 09:30 status pending`,
      '05 12:00',
      'paused, 30/120, paused 150, due 05 13:30',
    ],
    [
      'goes on after it',
      'resolution',
      `${p1}\n05 09:30 status pending\n05 12:00 status open`,
      '05 12:30',
      'running, 60/120, paused 150, due 05 13:30',
    ],
    [
      'pending to hold is one pause',
      'resolution',
      `${p1}\n05 09:30 status pending\n05 10:00 status hold\n05 11:00 status open`,
      '05 11:00',
      'running, 30/120, paused 90, due 05 12:30',
    ],
    [
      'a breach before a pause stays',
      'resolution',
      `${p1}\n05 11:30 status pending`,
      '05 12:00',
      'breached, 150/120, paused 30, due 05 11:00, breached 05 11:00',
    ],
    [
      'paused exactly at its due time it is not late',
      'resolution',
      `${p1}\n05 11:00 status pending`,
      '05 12:00',
      'paused, 120/120, paused 60, due 05 12:00',
    ],
    [
      'pauses count wall time also while closed',
      'resolution',
      '05 16:00 created open p3\n05 16:30 status pending\n06 09:30 status open',
      '06 10:00',
      'running, 60/480, paused 1020, due 06 17:00',
    ],
    [
      'reopened, it goes on with the time spent',
      'resolution',
      `${p1}\n05 10:00 status solved\n05 20:00 status open`,
      '05 20:30',
      'atRisk, 90/120, due 05 21:00',
    ],
    [
      'created solved, it is met at once',
      'resolution',
      '05 09:00 created solved p1',
      '05 20:30',
      'met, 0/120, due 05 11:00, met 05 09:00',
    ],
  ]);

  it('starts again where the policy says so', () => {
    const events = `${p1}\n05 12:00 status solved\n05 20:00 status open`;
    expect(line(clocksAt(events, '05 20:30', { reopen: 'restart' }), 'resolution')).toBe(
      'running, 30/120, due 05 22:00',
    );
    expect(line(clocksAt(events, '05 20:30'), 'resolution')).toBe('breached, 210/120, due 05 11:00, breached 05 11:00');
  });
});

describe('changes of the target (SLA-7, SLA-8)', () => {
  const gold = policy({
    name: 'Gold',
    targets: { resolution: { p1: { minutes: 30, time: 'calendar' }, p3: { minutes: 60, time: 'calendar' } } },
  });
  const later = (events: string, now: string) => line(clocksAt(events, now, {}, { gold }), 'resolution');

  it.each([
    [
      'a shorter target keeps the time spent',
      '05 09:00 created open p2\n05 10:00 priority p1',
      '05 10:10',
      'running, 70/120, due 05 11:00',
    ],
    [
      'one already used up is due at the change, never before it',
      '05 09:00 created open p2\n05 13:00 priority p1',
      '05 13:10',
      'breached, 250/120, due 05 13:00, breached 05 13:00',
    ],
    [
      'at that instant it is not late yet',
      '05 09:00 created open p2\n05 13:00 priority p1',
      '05 13:00',
      'atRisk, 240/120, due 05 13:00',
    ],
    [
      'a longer target takes a breach back',
      '05 09:00 created open p1\n05 12:00 priority p2',
      '05 12:10',
      'running, 190/480, due 05 17:00',
    ],
    [
      'from business to calendar time',
      '05 16:00 created open p3\n06 09:30 priority p1',
      '06 09:40',
      'atRisk, 100/120, due 06 10:00',
    ],
    ['without a target nothing runs', '05 09:00 created open p4', '05 13:10', 'idle, 0/-'],
    [
      'a target that comes later starts the clock',
      '05 09:00 created open p4\n05 10:00 priority p1',
      '05 10:10',
      'running, 10/120, due 05 12:00',
    ],
    [
      'one that goes and comes keeps the time spent',
      '05 09:00 created open p1\n05 10:00 priority p4\n05 12:00 priority p1',
      '05 12:10',
      'running, 70/120, due 05 13:00',
    ],
    ['another policy', '05 09:00 created open p1\n05 09:10 policy gold', '05 09:15', 'running, 15/30, due 05 09:30'],
    [
      'another calendar',
      '05 09:00 created open p3\n05 10:00 calendar late',
      '05 13:00',
      'running, 120/480, due 05 19:00',
    ],
    [
      'queue and assignee change nothing',
      '05 09:00 created open p1\n05 09:10 queue Billing\n05 09:10 assignee Ana',
      '05 09:20',
      'running, 20/120, due 05 11:00',
    ],
  ])('%s', (_, events, now, expected) => {
    expect(later(events, now)).toBe(expected);
  });

  it('a policy brings its calendar', () => {
    const shifted = { shifted: policy({ calendar: 'late' }) };
    const events = '05 09:00 created open p3\n05 10:00 policy shifted';
    expect(line(clocksAt(events, '05 13:00', {}, shifted), 'resolution')).toBe('running, 120/480, due 05 19:00');
  });

  it('says so in the ledger', () => {
    const { resolution } = clocksAt('05 09:00 created open p2\n05 10:00 priority p1', '05 10:10');
    expect(resolution.ledger.map(({ reason, targetMinutes }) => [reason, targetMinutes])).toEqual([
      ['created', 480],
      ['priority p1', 120],
    ]);
  });

  it('takes a policy given with the event', () => {
    const events = [...story('05 09:00 created open p1'), { at: at('05 09:10'), type: 'policy' as const, to: gold }];
    const clocks = replay({ policy: policy(), calendars, events, now: at('05 09:15') });
    expect(line(clocks, 'resolution')).toBe('running, 15/30, due 05 09:30');
    expect(clocks.resolution.why).toContain('when the policy became Gold');
  });
});

describe('risk (SLA-6) and the next change (SLA-9)', () => {
  const rules = (atRiskPercent: number) => prepareSla({ policy: policy({ atRiskPercent }), calendars });
  const first = (percent: number, created: string, now: string) => {
    const events = [{ at: at(created), type: 'created' as const, to: 'new', from: 'p1' }];
    const { state, riskAt, nextAt } = replayClocks(rules(percent), events, at(now)).firstResponse;
    return [state, say(riskAt), nextAt === null ? null : say(nextAt)];
  };

  it.each([
    [75, '05 09:00', ['running', '05 09:45', '05 09:45']],
    [75, '05 09:45', ['atRisk', '05 09:45', '05 10:00:00.001']],
    [75, '05 10:00:00.001', ['breached', '05 09:45', null]],
    [0, '05 09:00', ['atRisk', '05 09:00', '05 10:00:00.001']],
    [100, '05 09:59', ['running', '05 10:00', '05 10:00']],
    [100, '05 10:00', ['atRisk', '05 10:00', '05 10:00:00.001']],
  ])('%i percent at %s', (percent, now, [state, riskAt, nextAt]) => {
    const found = first(percent, '05 09:00', now);
    expect(found.map((value) => value?.replace(/^(.*:\d\d):00\.000$/, '$1'))).toEqual(
      [state, riskAt, nextAt].map((value) => value ?? undefined),
    );
  });

  it('waits for nothing while paused or done', () => {
    const events = [
      { at: at('05 09:00'), type: 'created' as const, to: 'pending', from: 'p1' },
      { at: at('05 09:10'), type: 'agentReply' as const, to: null, from: null },
    ];
    const clocks = replayClocks(rules(75), events, at('05 09:30'));
    expect(clocks.firstResponse.nextAt).toBeNull();
    expect(clocks.resolution.nextAt).toBeNull();
  });

  it('is never due where the calendar is never open', () => {
    const { resolution } = clocksAt('05 09:00 created open p3', '09 09:00', { calendar: 'never' });
    expect([resolution.state, resolution.dueAt, resolution.spentMinutes]).toEqual(['running', null, 0]);
    expect(resolution.why).toContain('never due');
  });
});

describe('the ledger (SLA-20)', () => {
  const ledger = (events: string, now: string, metric: Metric) =>
    clocksAt(events, now)[metric].ledger.map(
      (s) => `${say(s.from) ?? ''} - ${say(s.to) ?? ''} ${s.kind} ${s.countedMinutes} (${s.reason})`,
    );

  it('shows opening, closing, pause and end', () => {
    const events = '05 16:00 created open p3\n06 10:00 status pending\n06 12:30 status open\n07 09:20 status solved';
    expect(ledger(events, '07 12:00', 'resolution')).toEqual([
      '05 16:00 - 05 17:00 counting 60 (created)',
      '05 17:00 - 06 09:00 closed 0 (closing)',
      '06 09:00 - 06 10:00 counting 60 (opening)',
      '06 10:00 - 06 12:30 paused 0 (status pending)',
      '06 12:30 - 06 17:00 counting 270 (status open)',
      '06 17:00 - 07 09:00 closed 0 (closing)',
      '07 09:00 - 07 09:20 counting 20 (opening)',
      '07 09:20 - 07 12:00 done 0 (status solved)',
    ]);
  });

  it('shows where it breached, also at closing', () => {
    expect(ledger('05 09:30 created open p1', '05 11:00', 'firstResponse')).toEqual([
      '05 09:30 - 05 10:30 counting 60 (created)',
      '05 10:30 - 05 11:00 counting 30 (breached)',
    ]);
    expect(ledger('05 16:00 created open p2', '06 09:10', 'firstResponse')).toEqual([
      '05 16:00 - 05 17:00 counting 60 (created)',
      '05 17:00 - 06 09:00 closed 0 (breached)',
      '06 09:00 - 06 09:10 counting 10 (opening)',
    ]);
  });

  it('keeps cycles apart', () => {
    const events = '05 09:00 created open p1\n05 09:10 agentReply\n05 09:20 customerMessage\n05 09:30 agentReply';
    expect(ledger(events, '05 09:40', 'nextResponse')).toEqual([
      '05 09:00 - 05 09:20 idle 0 (created)',
      '05 09:20 - 05 09:30 counting 10 (customerMessage)',
      '05 09:30 - 05 09:40 done 0 (agentReply)',
    ]);
  });

  it('does not list a thousand openings one by one', () => {
    const events = [
      { at: Date.UTC(2016, 0, 4, 9), type: 'created' as const, status: 'open' as const, priority: 'p3' as const },
    ];
    const { resolution } = replay({ policy: policy(), calendars, events, now: Date.UTC(2026, 0, 5, 9) });
    expect(resolution.ledger).toHaveLength(1);
    expect(resolution.ledger[0]?.countedMinutes).toBe(522 * 5 * 480);
  });
});

describe('in words (SLA-21)', () => {
  it.each<Case>([
    [
      'running after a pause',
      'resolution',
      '05 09:12 created open p1\n05 09:20 status pending\n05 09:44 status open',
      '05 10:24',
      'Started Mon 5 Jan 2026 09:12 when the ticket was created. Stood still 09:20 to 09:44, waiting on the customer (pending). 48 minutes of 2 h used. Due 11:36.',
    ],
    [
      'standing still',
      'resolution',
      '05 09:00 created open p1\n05 09:20 status hold',
      '06 10:00',
      'Started Mon 5 Jan 2026 09:00 when the ticket was created. Stands still since 09:20, on hold. 20 minutes of 2 h used. If it ran again now, it would be due Tue 6 Jan 11:40.',
    ],
    [
      'done in time',
      'firstResponse',
      '05 09:00 created open p1\n05 09:20 agentReply',
      '06 10:00',
      'Started Mon 5 Jan 2026 09:00 when the ticket was created. 20 of 60 minutes used. Done 09:20, in time: it was due 10:00.',
    ],
    [
      'too late, in business time',
      'firstResponse',
      '05 16:00 created open p2\n06 09:20 agentReply',
      '06 10:00',
      'Started Mon 5 Jan 2026 16:00 when the ticket was created. 80 of 60 minutes used, counting business hours only. Done Tue 6 Jan 09:20, too late: it was due 17:00.',
    ],
    [
      'late, under a shorter target',
      'resolution',
      '05 09:00 created open p2\n05 13:00 priority p1',
      '05 13:10',
      'Started Mon 5 Jan 2026 09:00 when the ticket was created. The target went from 8 h to 2 h at 13:00, when the priority became P1. 4 h 10 min of 2 h used. It was due 13:00 and is late.',
    ],
    [
      'reopened',
      'resolution',
      '05 09:00 created open p1\n05 10:00 status solved\n06 09:00 status open',
      '06 09:10',
      'Started Mon 5 Jan 2026 09:00 when the ticket was created. Was done from 10:00 to Tue 6 Jan 09:00, then reopened. 70 minutes of 2 h used. Due Tue 6 Jan 10:00.',
    ],
    [
      'next response',
      'nextResponse',
      '05 09:00 created open p1\n05 10:00 agentReply\n05 11:00 customerMessage',
      '05 11:10',
      'Started Mon 5 Jan 2026 11:00 when the customer wrote. 10 of 30 minutes used. Due 11:30.',
    ],
    [
      'paused often',
      'resolution',
      [
        '05 09:00 created open p1',
        ...[10, 20, 30, 40].flatMap((m) => [`05 09:${m} status hold`, `05 09:${m + 5} status open`]),
      ].join('\n'),
      '05 09:50',
      'Started Mon 5 Jan 2026 09:00 when the ticket was created. Stood still 4 times, 20 minutes in all; the last were these. Stood still 09:20 to 09:25, on hold. Stood still 09:30 to 09:35, on hold. Stood still 09:40 to 09:45, on hold. 30 minutes of 2 h used. Due 11:20.',
    ],
    [
      'no target',
      'resolution',
      '05 09:00 created open p4',
      '05 11:10',
      'No clock runs: there is no target for this priority.',
    ],
    [
      'nothing to answer',
      'nextResponse',
      '05 09:00 created open p1',
      '05 11:10',
      'No clock runs: the customer has not written since the first response.',
    ],
  ])('%s', (_, metric, events, now, words) => {
    expect(clocksAt(events, now)[metric].why).toBe(words);
  });

  it('rounds minutes as the ledger shows them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7_000_000 }), (after) => {
        const now = at('05 09:00') + after;
        const { resolution } = replay({ policy: policy(), calendars, events: story('05 09:00 created open p1'), now });
        const counted = resolution.ledger.reduce((sum, { countedMinutes }) => sum + countedMinutes, 0);
        // To the nearest minute, as the window's `duration` says them; the target is 2 hours.
        const shown = Math.round(counted);
        const words = shown === 0 && counted > 0 ? 'under a minute' : shown === 120 ? '2 h' : `${shown} minute`;
        expect(resolution.why).toContain(` ${words}`);
      }),
    );
  });
});

describe('the paragraph and the ledger agree (SLA-12, SLA-21)', () => {
  const began = (events: string, now: string, metric: Metric, changes: Parameters<typeof clocksAt>[2] = {}) => {
    const { ledger, startedAt, why } = clocksAt(events, now, changes)[metric];
    return { reason: ledger.find(({ from }) => from === startedAt)?.reason, why: why.split('. ')[0] };
  };
  const asked = '05 09:00 created open p1\n05 10:00 agentReply\n05 10:00 status pending\n05 11:00 customerMessage';

  it('on what began a clock: a message that opens a ticket again is what is awaited, not its status', () => {
    expect(
      began(`${asked}\n05 11:00 status open`, '05 11:20', 'nextResponse', { pauses: { nextResponse: ['pending'] } }),
    ).toEqual({
      reason: 'customerMessage',
      why: 'Started Mon 5 Jan 2026 11:00 when the customer wrote',
    });
  });

  it('also where priority or calendar are set as the ticket is made', () => {
    const events = '05 09:00 created open p2\n05 09:00 priority p1\n05 09:00 calendar late';
    expect(began(events, '05 13:00', 'resolution')).toEqual({
      reason: 'created',
      why: 'Started Mon 5 Jan 2026 09:00 when the ticket was created',
    });
  });

  it('but a pause from the same instant on tells why it is one', () => {
    const { ledger } = clocksAt('05 09:00 created open p1\n05 09:00 status hold', '05 09:50').resolution;
    expect(ledger).toMatchObject([{ kind: 'paused', reason: 'status hold' }]);
  });
});

describe('what is refused (SLA-1, SLA-2)', () => {
  const refusal = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      if (error instanceof Fault) return `${error.code}: ${error.message}`;
      throw error;
    }
    return 'was not refused';
  };
  it.each([
    ['events out of order', '05 09:00 created\n05 08:00 agentReply', 'Event 2 is earlier'],
    ['also after now', '05 09:00 created\n09 08:00 agentReply\n08 08:00 agentReply', 'Event 3 is earlier'],
    ['events before created', '05 09:00 agentReply\n05 10:00 created', 'The first event must be "created"'],
    ['created twice', '05 09:00 created\n05 10:00 created', 'Event 2 is a second "created"'],
    ['an unknown policy', '05 09:00 created\n05 10:00 policy silver', 'Event 2 names the policy "silver"'],
    ['an unknown calendar', '05 09:00 created\n05 10:00 calendar moon', 'Event 2 names the calendar "moon"'],
  ])('%s', (_, events, words) => {
    const message = refusal(() => clocksAt(events, '06 00:00'));
    expect(message).toMatch(/^INVALID/);
    expect(message).toContain(words);
  });

  it('a status that is none', () => {
    const rules = prepareSla({ policy: policy(), calendars });
    const created = { at: 0, type: 'created' as const, from: null, to: null };
    expect(refusal(() => replayClocks(rules, [created, { ...created, type: 'status', to: '-100' }], 1))).toContain(
      'Event 2 names the status "-100"',
    );
  });

  it('a policy whose calendar is not there', () => {
    expect(refusal(() => clocksAt('05 09:00 created', '06 00:00', { calendar: 'mars' }))).toMatch(
      /^INVALID: .*"mars", which is not there/,
    );
  });

  it('but a ticket without events has idle clocks, as has one of tomorrow', () => {
    const empty = replay({ policy: policy(), calendars, events: [], now: at('05 09:00') });
    expect(metricSchema.options.map((metric) => empty[metric].state)).toEqual(metricSchema.options.map(() => 'idle'));
    const tomorrow = clocksAt('06 09:00 created open p1', '05 09:00');
    expect(metricSchema.options.map((metric) => tomorrow[metric].state)).toEqual(
      metricSchema.options.map(() => 'idle'),
    );
  });
});

describe('bands and rows (SLA-22, SLA-23)', () => {
  const shown = (events: string, now: string) => {
    const replies = policy({
      targets: {
        firstResponse: { p3: { minutes: 60, time: 'calendar' } },
        nextResponse: { p3: { minutes: 60, time: 'calendar' } },
      },
    });
    const clocks = clocksAt(events, now, {}, { replies });
    const row = rowClock(clocks);
    return [bandOf(clocks), row && `${row.metric} ${row.state} ${say(row.dueAt) ?? ''}`];
  };
  const p1 = '05 09:00 created open p1';
  it.each([
    ['the one due first', p1, '05 09:10', ['onTime', 'firstResponse running 05 10:00']],
    ['at risk', p1, '05 09:50', ['atRisk', 'firstResponse atRisk 05 10:00']],
    ['late', p1, '05 10:10', ['breached', 'firstResponse breached 05 10:00']],
    [
      'a breach that was answered is over',
      `${p1}\n05 10:10 agentReply`,
      '05 10:11',
      ['onTime', 'resolution running 05 11:00'],
    ],
    [
      'paused',
      `${p1}\n05 09:10 agentReply\n05 09:10 status pending`,
      '05 09:20',
      ['paused', 'resolution paused 05 11:10'],
    ],
    ['solved in time', `${p1}\n05 09:10 status solved`, '05 09:20', ['none', 'resolution met 05 11:00']],
    ['solved too late', `${p1}\n05 12:10 status solved`, '05 12:20', ['none', 'resolution breached 05 11:00']],
    [
      'the one done last',
      `${p1}\n05 09:10 agentReply\n05 09:20 status solved\n05 09:30 customerMessage`,
      '05 10:20',
      ['none', 'resolution met 05 11:00'],
    ],
    [
      'an answer on a ticket without a promise to solve',
      '05 09:00 created open p3\n05 09:10 policy replies\n05 09:20 agentReply\n05 09:30 customerMessage\n05 09:40 agentReply',
      '05 10:20',
      ['none', 'nextResponse met 05 10:30'],
    ],
    ['no clock', '05 09:00 created open p4', '05 12:20', ['none', null]],
  ])('%s', (_, events, now, expected) => {
    expect(shown(events, now)).toEqual(expected);
  });
});

describe('the default policy (SLA-24)', () => {
  const clocks = (priority: string, now: string) =>
    replay({ ...defaultPolicy('Europe/Lisbon'), events: story(`05 16:00 created new ${priority}`), now: at(now) });
  const due = (priority: string, metric: Metric) => say(clocks(priority, '05 16:00')[metric].dueAt);

  it('promises what the seeds say', () => {
    expect(['p1', 'p2', 'p3', 'p4'].map((p) => due(p, 'firstResponse'))).toEqual([
      '05 17:00',
      '06 12:00',
      '06 12:00',
      '06 12:00',
    ]);
    expect(['p1', 'p2', 'p3', 'p4'].map((p) => due(p, 'resolution'))).toEqual([
      '06 16:00',
      '07 16:00',
      '08 16:00',
      '08 16:00',
    ]);
  });

  it('gives what the contract says', () => {
    for (const clock of Object.values(clocks('p2', '06 10:00'))) expect(clockSchema.parse(clock)).toEqual(clock);
  });
});
