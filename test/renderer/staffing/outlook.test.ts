import { expect, test } from 'vitest';
import type { StaffedStream } from '../../../src/contract/index.ts';
import { eventDraft, readEvent } from '../../../src/renderer/staffing/event-draft.ts';
import { busyPart, outlookDays, tallestDay } from '../../../src/renderer/staffing/outlook-days.ts';
import { canPlay, dayToPlay } from '../../../src/renderer/staffing/simulate.ts';

const day = (date: string, value: number) => ({ date, value, low: value - 5, high: value + 5, requiredHours: 8 });

test('days before the first contact are not drawn as days without one', () => {
  const history = [0, 0, 12, 0, 9].map((value, index) => ({ date: `2026-11-0${index + 1}`, value }));
  const event = { id: 'e', date: '2026-11-06', name: 'Sale', factor: 1.5 };
  const days = outlookDays({ history, days: [day('2026-11-06', 20)] }, [event], 28);
  expect(days.map(({ date, came }) => [date, came])).toEqual([
    ['2026-11-03', 12],
    ['2026-11-04', 0],
    ['2026-11-05', 9],
    ['2026-11-06', null],
  ]);
  expect(days.at(-1)).toMatchObject({ event, ahead: { value: 20, low: 15, high: 25, hours: 8 } });
  expect(tallestDay(days)).toBe(25);
  expect(outlookDays({ history, days: [] }, [], 2)).toHaveLength(2);
});

const interval = (at: number, forecast: number, present = 2, actual: number | null = null) => ({
  at,
  forecast,
  low: 0,
  high: forecast * 2,
  actual,
  required: forecast > 0 ? 1 : 0,
  scheduled: present,
  present,
  serviceLevel: 0.9,
  occupancy: 0.5,
  asaSeconds: 5,
});

const staffed: StaffedStream = {
  stream: {
    id: 'calls',
    name: 'Calls',
    work: 'calls',
    channels: ['phone'],
    queueIds: [],
    hours: null,
    skill: null,
    ahtSeconds: 300,
    target: { share: 0.8, withinSeconds: 20 },
    model: 'erlangA',
    patienceSeconds: 180,
    concurrency: 2,
    maxOccupancy: 0.85,
  },
  model: 'median',
  wape: 0.2,
  wapePerDay: 0.1,
  missing: null,
  serviceLevel: 0.9,
  intervals: [interval(0, 0, 0), interval(1, 5, 10, 7), interval(2, 6, 10), interval(3, 0, 0)],
};

test('a day is drawn from the first interval in which something happens to the last', () => {
  expect(busyPart(staffed.intervals).map(({ at }) => at)).toEqual([1, 2]);
  expect(busyPart([interval(0, 0, 0)])).toEqual([]);
});

test('a day is played with what came or is forecast, and with who is there less shrinkage', () => {
  const asked = dayToPlay(staffed, { intervalMinutes: 30, shrinkage: 0.1, seed: 7 });
  expect(asked).toMatchObject({
    seed: 7,
    ahtSeconds: 300,
    withinSeconds: 20,
    patienceSeconds: 180,
    intervals: [
      { at: 1, calls: 7, agents: 9 },
      { at: 2, calls: 6, agents: 9 },
    ],
  });
});

test('chat is played in talks, each longer for the one beside it; Erlang C has no patience', () => {
  const chat: StaffedStream = { ...staffed, stream: { ...staffed.stream, work: 'chat', model: 'erlangC' } };
  const asked = dayToPlay(chat, { intervalMinutes: 30, shrinkage: 0, seed: 1 });
  expect(asked?.intervals[0]?.agents).toBe(20);
  expect(asked?.ahtSeconds).toBeCloseTo(330);
  expect(asked).not.toHaveProperty('patienceSeconds');
});

test('mail is not played, nor what has no forecast, nor a day on which nothing comes', () => {
  expect(canPlay(staffed)).toBe(true);
  expect(canPlay({ ...staffed, stream: { ...staffed.stream, work: 'mail' } })).toBe(false);
  expect(canPlay({ ...staffed, missing: 'Too few days.' })).toBe(false);
  expect(
    dayToPlay({ ...staffed, intervals: [interval(0, 0)] }, { intervalMinutes: 30, shrinkage: 0, seed: 1 }),
  ).toBeNull();
});

test('an uncommon day is typed in percent and read back', () => {
  expect(readEvent({ date: '2026-12-01', name: ' Sale ', percent: '150' })).toEqual({
    event: { date: '2026-12-01', name: 'Sale', factor: 1.5 },
  });
  expect(eventDraft({ id: 'e', date: '2026-12-01', name: 'Closed', factor: 0 }, '')).toMatchObject({ percent: '0' });
  const read = readEvent({ date: '', name: ' ', percent: 'much' });
  expect('wrong' in read ? [...read.wrong] : []).toEqual(['date', 'name', 'percent']);
});
