import { describe, expect, it } from 'vitest';
import type { RosterShift } from '../../../src/contract/roster-common.ts';
import { streamSchema, type Stream, type WhatIf } from '../../../src/contract/staffing-desk.ts';
import { breachForecast } from '../../../src/domain/staffing/breach-forecast.ts';
import { chatAgents } from '../../../src/domain/staffing/concurrency.ts';
import { changesOf } from '../../../src/domain/staffing/moves.ts';
import { outcomeOf } from '../../../src/domain/staffing/outcome.ts';
import { performance, required } from '../../../src/domain/staffing/required.ts';
import {
  expectations,
  openedMail,
  requiredPeople,
  serviceLevelOf,
  type Arriving,
} from '../../../src/domain/staffing/stream.ts';
import { changedArrivals, changedShifts } from '../../../src/domain/staffing/what-if.ts';

const minute = 60_000;
const at = (time: string): number => Date.parse(`2026-03-04T${time}:00Z`);
const staffing = { shrinkage: 0.1, intervalMinutes: 30 };
const plain = { shrinkage: 0, intervalMinutes: 30 };

const stream = (work: Stream['work'], more: Partial<Stream> = {}): Stream =>
  streamSchema.parse({
    id: work,
    name: work,
    work,
    channels: ['phone'],
    ahtSeconds: 300,
    target: { share: 0.8, withinSeconds: 20 },
    ...more,
  });
/** Half hours from 09:00 on. */
const arriving = (...contacts: (number | 'closed')[]): Arriving[] =>
  contacts.map((each, i) => ({
    at: at('09:00') + i * 30 * minute,
    contacts: each === 'closed' ? 6 : each,
    open: each !== 'closed',
  }));
const load = ({ model, ahtSeconds, target, maxOccupancy, patienceSeconds }: Stream, calls: number) => ({
  model,
  ahtSeconds,
  target,
  maxOccupancy,
  patienceSeconds,
  intervalMinutes: 30,
  calls,
});

describe('who is required (STF-22)', () => {
  it('for chats by places, each talk a tenth longer beside another', () => {
    const chat = stream('chat', { ahtSeconds: 600, target: { share: 0.8, withinSeconds: 60 }, concurrency: 3 });
    const asked = { ...load(chat, 40), shrinkage: 0.1, concurrency: 3 };
    const [people] = requiredPeople(chat, staffing, arriving(40));
    expect(people).toBe(chatAgents({ ...asked, slowdown: 0.1 }).scheduledAgents);
    // So many that another slowdown would ask for others.
    expect(people).not.toBe(chatAgents({ ...asked, slowdown: 0.2 }).scheduledAgents);
    expect(people).not.toBe(chatAgents({ ...asked, slowdown: 0 }).scheduledAgents);
  });

  it('nobody under a contact every four hours, and nobody while it is closed', () => {
    const calls = stream('calls');
    expect(requiredPeople(calls, staffing, arriving(0.124, 0.125, 'closed'))).toEqual([
      0,
      required({ ...load(calls, 0.125), shrinkage: 0.1 }).scheduledAgents,
      0,
    ]);
  });
});

describe('what to expect (STF-23, STF-24)', () => {
  it('mail that comes while nobody works waits for the opening, and its time begins there', () => {
    expect(openedMail(arriving('closed', 'closed', 4, 5)).map(({ value }) => value)).toEqual([0, 0, 16, 5]);
    const mail = stream('mail', { ahtSeconds: 600, target: { share: 0.95, withinSeconds: 1800 } });
    // Two people finish six in half an hour: what came at night is done an hour after the opening, half of it in time.
    const expected = expectations(mail, plain, arriving('closed', 'closed', 0, 0, 0), [0, 0, 1, 1, 1]);
    expect(expected[2]!.serviceLevel ?? null).toBe(0.5);
  });

  it('calls and chats with the people there, less shrinkage, rounded to whole agents', () => {
    const calls = stream('calls');
    // 5.6 less a tenth is 5.04, 4.0 less a tenth is 3.6: five and four.
    const [five, four] = expectations(calls, staffing, arriving(20, 20), [5.6, 4]);
    expect(five!.serviceLevel).toBe(performance({ ...load(calls, 20), agents: 5 }).serviceLevel);
    expect(four!.serviceLevel).toBe(performance({ ...load(calls, 20), agents: 4 }).serviceLevel);
  });

  it('a day weighs its intervals by what comes in them', () => {
    const each = (serviceLevel: number) => ({ serviceLevel, occupancy: null, asaSeconds: null });
    expect(serviceLevelOf(arriving(30, 10), [each(1), each(0)])).toBe(0.75);
    expect(serviceLevelOf(arriving(0, 0), [each(1), each(0)])).toBeNull();
  });
});

it('short and over are person-hours; under a tenth of a person is no shortage (STF-25)', () => {
  const calls = stream('calls');
  const came = arriving(20, 20);
  const [need = 0] = requiredPeople(calls, plain, came);
  const { shortHours, overHours, worst } = outcomeOf(calls, plain, came, [need - 0.5, need + 2]);
  expect([shortHours, overHours]).toEqual([0.25, 1]);
  expect(worst).toEqual({ at: came[0]!.at, short: 0.5 });
  expect(outcomeOf(calls, plain, came, [need - 0.09, need]).worst).toBeNull();
});

describe('another opening (STF-26)', () => {
  const change = (laterMinutes: number): WhatIf => ({ laterMinutes, volumePercent: 0 }) as WhatIf;
  const shift = (startAt: string, endAt: string): RosterShift => ({
    id: startAt,
    personId: 'ada',
    startAt: at(startAt),
    endAt: at(endAt),
    work: 'calls',
    activities: [],
  });
  it('later: who would have come before comes then, and shifts begin then', () => {
    const later = changedArrivals(arriving('closed', 4, 5, 6), change(60), 30);
    expect(later.map(({ contacts, open }) => [contacts, open])).toEqual([
      [6, false],
      [0, false],
      [0, false],
      [15, true],
    ]);
    const shifts = changedShifts([shift('09:30', '17:00'), shift('12:00', '18:00')], arriving('closed', 4), change(60));
    expect(shifts.map(({ startAt }) => startAt)).toEqual([at('10:30'), at('12:00')]);
  });
  it('earlier: the shifts that open begin earlier, the others stay', () => {
    const shifts = changedShifts(
      [shift('09:30', '17:00'), shift('12:00', '18:00')],
      arriving('closed', 4),
      change(-60),
    );
    expect(shifts.map(({ startAt }) => startAt)).toEqual([at('08:30'), at('12:00')]);
  });
});

describe('moves (STF-30)', () => {
  const short = { startAt: at('12:00'), endAt: at('13:00'), work: 'calls' as const, people: 1 };
  const shift = (from: string, to: string, activities: RosterShift['activities'] = []): RosterShift => ({
    id: 'a',
    personId: 'ada',
    startAt: at(from),
    endAt: at(to),
    work: 'calls',
    activities,
  });
  const lunch = { kind: 'lunch' as const, startAt: at('12:00'), endAt: at('12:30') };
  it('put a break elsewhere by quarters from now on, and never one that has begun', () => {
    const found = changesOf(shift('08:00', '16:00', [lunch]), { now: at('11:40'), short }, 600 * minute);
    const starts = found.flatMap(({ what }) =>
      what.kind === 'later' || what.kind === 'earlier' ? [what.startAt] : [],
    );
    expect(starts.length).toBeGreaterThan(4);
    for (const start of starts) {
      expect(start).toBeGreaterThanOrEqual(at('11:40'));
      expect(start % (15 * minute)).toBe(0);
    }
    const begun = changesOf(shift('08:00', '16:00', [lunch]), { now: at('12:10'), short }, 600 * minute);
    expect(begun.filter(({ kind }) => kind === 'break')).toEqual([]);
  });
  it('ask nobody to stay beyond the longest shift', () => {
    const spot = { now: at('09:00'), short };
    const minutes = (longest: number) =>
      changesOf(shift('04:00', '12:00'), spot, longest * minute).flatMap(({ what }) =>
        what.kind === 'stay' ? [what.minutes] : [],
      );
    expect(minutes(600)).toEqual([30, 60]);
    expect(minutes(510)).toEqual([30]);
    expect(minutes(480)).toEqual([]);
  });
});

it('what is due first is done first, and what is done after its time is late (STF-50)', () => {
  const owed = [
    { id: 'b', dueAt: at('10:15'), stream: 0 },
    { id: 'a', dueAt: at('09:40'), stream: 0 },
    { id: 'c', dueAt: at('09:50'), stream: 0 },
  ];
  const capacity = [at('09:00'), at('09:30')].map((start) => ({ at: start, perStream: [1] }));
  const done = breachForecast(owed, capacity, 30 * minute);
  expect(done.map(({ id, doneAt, late }) => [id, doneAt, late])).toEqual([
    ['a', at('09:30'), false],
    ['c', at('10:00'), true],
    ['b', null, false],
  ]);
});
