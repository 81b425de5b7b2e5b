import { expect, test } from 'vitest';
import type { TimeOff } from '../../../src/contract/index.ts';
import { linesOf, rowsOf, topsOf } from '../../../src/renderer/day/board-lines.ts';
import { lanesOf, packed, spotAt, spotsOf, type LaneFilter } from '../../../src/renderer/day/lanes.ts';
import { placeOf } from '../../../src/renderer/day/use-board-handle.ts';
import { activity, at, personOf, shiftOf } from './build.ts';

const span = { startAt: at('00:00'), endAt: at('24:00') };
const all: LaneFilter = { team: null, skill: null, language: null };
const people = [
  personOf('ada', { team: 'Billing', skills: ['Refunds'], languages: ['en'] }),
  personOf('ben', { team: 'Sales', languages: ['pt'] }),
  personOf('cleo', { team: 'Billing' }),
  personOf('gone', { active: false }),
];
const ada = shiftOf('09:00', '17:00', [activity('lunch', '12:00', '12:30')]);
const open = (from: string, to: string) => ({ ...shiftOf(from, to), personId: null });
const off = (personId: string, state: TimeOff['state']): TimeOff => ({
  id: `${personId} ${state}`,
  personId,
  startAt: at('00:00'),
  endAt: at('24:00'),
  kind: 'holiday',
  note: '',
  state,
  askedAt: 0,
  decidedAt: null,
  decidedBy: null,
  reason: '',
});
const none = { shifts: [], timeOff: [], attendance: [] };

test('who works stands above, who does not below, in the order given; who has left is gone', () => {
  const lanes = lanesOf(people, { ...none, shifts: [ada] }, span, all);
  expect(lanes.staffed.map(({ id }) => id)).toEqual(['ada']);
  expect(lanes.free.map(({ id }) => id)).toEqual(['ben', 'cleo']);
  const left = { ...ada, id: 'x', personId: 'gone' };
  expect(lanesOf(people, { ...none, shifts: [left] }, span, all).staffed.map(({ id }) => id)).toEqual(['gone']);
});

test('open shifts that lie over one another stand in lanes of their own', () => {
  const shifts = [open('09:00', '12:00'), open('11:00', '15:00'), open('12:00', '14:00')];
  const lanes = lanesOf(people, { ...none, shifts }, span, all);
  expect(lanes.open.map((lane) => lane.shifts.map(({ startAt }) => startAt))).toEqual([
    [at('09:00'), at('12:00')],
    [at('11:00')],
  ]);
  expect(packed([])).toEqual([]);
});

test('filters compare without case and are all of them true', () => {
  const only = (filter: Partial<LaneFilter>): readonly string[] =>
    lanesOf(people, none, span, { ...all, ...filter }).free.map(({ id }) => id);
  expect(only({ team: 'Billing' })).toEqual(['ada', 'cleo']);
  expect(only({ skill: 'refunds' })).toEqual(['ada']);
  expect(only({ team: 'Sales', language: 'EN' })).toEqual([]);
});

test('time off shows once approved or while it is asked for, not when it was declined', () => {
  const timeOff = [off('ada', 'approved'), off('ben', 'asked'), off('cleo', 'declined')];
  const lanes = lanesOf(people, { ...none, timeOff }, span, all);
  expect(lanes.free.map(({ away }) => away.length)).toEqual([1, 1, 0]);
});

test('the cursor keeps its part, else its shift, else its time', () => {
  const lane = lanesOf(people, { ...none, shifts: [ada] }, span, all).staffed[0];
  if (lane === undefined) throw new Error('Ada works.');
  const spots = spotsOf(lane);
  expect(spots.map(({ key }) => key)).toEqual(['shift-09:00:w0', 'shift-09:00:a0', 'shift-09:00:w1']);
  expect(spotAt(spots, 'shift-09:00:a0', null)).toBe(1);
  expect(spotAt(spots, 'shift-09:00:a7', null)).toBe(0);
  expect(spotAt(spots, null, at('12:10'))).toBe(1);
  expect(spotAt(spots, null, at('08:00'))).toBe(0);
  expect(spotAt(spots, null, at('20:00'))).toBe(2);
  expect(spotAt(spots, null, null)).toBe(0);
});

test('lines are strips, then lanes, then who does not work, folded or not', () => {
  const lanes = lanesOf(people, { ...none, shifts: [ada] }, span, all);
  const rows = rowsOf(lanes, false);
  expect(rows.map(({ id }) => id)).toEqual(['ada', 'free']);
  expect(topsOf(rowsOf(lanes, true))).toEqual([0, 40, 68, 108]);
  const place = placeOf(linesOf([], rows), { lane: 'nobody', spot: 'x' }, null);
  expect(place).toMatchObject({ line: 0, spot: 'shift-09:00:w0' });
  expect(placeOf(linesOf([], rows), { lane: 'free', spot: null }, null)).toMatchObject({ line: 1, spot: 'free' });
  expect(placeOf([], { lane: null, spot: null }, null)).toBeNull();
});
