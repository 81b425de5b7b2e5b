import { expect, test } from 'vitest';
import type { AgentState, DeskShift } from '../../../src/contract/index.ts';
import { dayLanes, joined, longOnes } from '../../../src/renderer/staffing/lanes.ts';

const hour = 3_600_000;
const minute = 60_000;
const midnight = Date.UTC(2026, 10, 24);
const at = (hours: number): number => midnight + hours * hour;

const body = {
  personId: 'ada',
  startAt: at(9),
  endAt: at(17),
  work: 'calls' as const,
  activities: [{ kind: 'lunch' as const, startAt: at(12), endAt: at(13) }],
};
const shift: DeskShift = { ...body, id: 's', note: '', removed: false, published: body, draft: false };
const state = (kind: AgentState, from: number, to: number | null, personId = 'ada') => ({
  id: `${kind}${from}`,
  personId,
  state: kind,
  startAt: at(from),
  endAt: to === null ? null : at(to),
});
const given = { personId: 'ada', shifts: [shift], states: [], deviations: [], now: at(20) };

test('the lanes of a day have the published plan, whatever the draft is', () => {
  const draft = { ...shift, startAt: at(6), draft: true };
  const [day] = dayLanes({ ...given, shifts: [draft] }, '2026-11-24', 1, 'UTC');
  expect(day?.planned.map(({ kind, startAt }) => [kind, (startAt - midnight) / hour])).toEqual([
    ['calls', 9],
    ['lunch', 12],
    ['calls', 13],
  ]);
  expect(dayLanes({ ...given, shifts: [{ ...shift, published: null }] }, '2026-11-24', 1, 'UTC')).toEqual([]);
});

test('waiting, calls and wrap-up are drawn as one; signed out is not drawn; an open state goes on until now', () => {
  const states = [
    state('available', 9, 10),
    state('onCall', 10, 10.5),
    state('wrapUp', 10.5, 11),
    state('break', 11, 11.25),
    state('offline', 11.25, 12),
    state('mail', 12, null),
    state('chat', 9, 10, 'ben'),
  ];
  const [day] = dayLanes({ ...given, states, now: at(14) }, '2026-11-24', 1, 'UTC');
  expect(
    day?.actual.map((piece) => [piece.kind, (piece.startAt - midnight) / hour, (piece.endAt - midnight) / hour]),
  ).toEqual([
    ['available', 9, 11],
    ['break', 11, 11.25],
    ['mail', 12, 14],
  ]);
});

test('a state that began before another ended stops where that begins', () => {
  const states = [state('mail', 9, 12), state('break', 10, 11)];
  const [day] = dayLanes({ ...given, states }, '2026-11-24', 1, 'UTC');
  expect(day?.actual.map(({ endAt }) => (endAt - midnight) / hour)).toEqual([10, 11]);
});

test('a shift over midnight lies on both days, cut at it', () => {
  const night = { ...body, startAt: at(22), endAt: at(30), activities: [] };
  const days = dayLanes({ ...given, shifts: [{ ...shift, published: night }] }, '2026-11-24', 3, 'UTC');
  expect(days.map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-25']);
  expect(days.map(({ planned }) => [planned[0]?.startAt, planned[0]?.endAt])).toEqual([
    [at(22), at(24)],
    [at(24), at(30)],
  ]);
});

const deviation = (from: number, to: number, kind: AgentState | null, excused = false) => ({
  startAt: at(from),
  endAt: at(to),
  planned: 'lunch',
  state: kind,
  excused,
});

test('deviations that follow one another and are alike are one, so that one excuse covers them', () => {
  const all = joined([
    deviation(12, 12.25, 'available'),
    deviation(12.25, 12.5, 'onCall'),
    deviation(12.5, 12.75, 'onCall', true),
    deviation(12.75, 13, 'break'),
  ]);
  expect(all.map(({ startAt, endAt }) => [(startAt - midnight) / hour, (endAt - midnight) / hour])).toEqual([
    [12, 12.5],
    [12.5, 12.75],
    [12.75, 13],
  ]);
  expect(joined([deviation(12, 12.2, 'onCall'), deviation(12.3, 12.4, 'onCall')])).toHaveLength(2);
});

test('what lasts under a minute is not listed', () => {
  const short = { ...deviation(12, 13, null), endAt: at(12) + minute - 1 };
  expect(longOnes([short, { ...short, endAt: at(12) + minute }])).toHaveLength(1);
});
