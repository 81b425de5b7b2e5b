import { expect, test } from 'vitest';
import type { DeskShift, ShiftRequest, TimeOff } from '../../../src/contract/index.ts';
import { stretchOf, stretchWords, whatWords, whenWords } from '../../../src/renderer/roster/asked-words.ts';
import { mayDecide } from '../../../src/renderer/roster/request-actions.ts';
import { groupAsked } from '../../../src/renderer/roster/requests.ts';

const day = Date.UTC(2026, 10, 24);
const hour = 3_600_000;

const timeOff = (id: string, startAt: number, state: TimeOff['state'] = 'asked'): TimeOff => ({
  id,
  personId: 'ada',
  startAt,
  endAt: startAt + 24 * hour,
  kind: 'holiday',
  note: '',
  state,
  askedAt: day,
  decidedAt: state === 'asked' ? null : startAt,
  decidedBy: null,
  reason: '',
});
const shift: DeskShift = {
  id: 's',
  personId: 'ada',
  startAt: day + 9 * hour,
  endAt: day + 17 * hour,
  work: 'calls',
  activities: [],
  note: '',
  removed: false,
  published: null,
  draft: true,
};
const swap: ShiftRequest = {
  id: 'swap',
  kind: 'swap',
  shiftId: 's',
  personId: 'ada',
  toPersonId: 'ben',
  otherShiftId: 'gone',
  state: 'asked',
  note: '',
  askedAt: day,
  decidedAt: null,
  decidedBy: null,
  reason: '',
};

test('what is asked for comes by when it begins, what was decided by when it was, latest first', () => {
  const { open, decided } = groupAsked(
    [timeOff('late', day + 72 * hour), timeOff('old', day, 'approved'), timeOff('new', day + hour, 'declined')],
    [swap],
    [shift],
  );
  expect(open.map(({ id }) => id)).toEqual(['swap', 'late']);
  expect(decided.map(({ id }) => id)).toEqual(['new', 'old']);
  expect(open[0]).toMatchObject({ shift: { id: 's' }, other: null });
});

test('time off that was approved can be withdrawn; nothing else is decided twice', () => {
  const given = { kind: 'timeOff', id: 'a', row: timeOff('a', day, 'approved') } as const;
  const swapped = { kind: 'shift', id: 'b', row: { ...swap, state: 'approved' }, shift, other: null } as const;
  expect([mayDecide(given, 'withdrawn'), mayDecide(given, 'approved')]).toEqual([true, false]);
  expect(mayDecide(swapped, 'withdrawn')).toBe(false);
});

test('whole days are said as days, others by the clock; midnight ends its day', () => {
  const words = (from: number, to: number) =>
    stretchWords({ startAt: day + from * hour, endAt: day + to * hour }, 'UTC');
  expect(words(0, 24)).toBe('Tue 24 Nov');
  expect(words(0, 72)).toBe('Tue 24 Nov to Thu 26 Nov');
  expect(words(9, 12)).toBe('Tue 24 Nov 09:00 to 12:00');
  expect(words(16, 24)).toBe('Tue 24 Nov 16:00 to 24:00');
  expect(words(22, 30)).toBe('Tue 24 Nov 22:00 to Wed 25 Nov 06:00');
  const asked = { kind: 'shift', id: 'swap', row: swap, shift, other: null } as const;
  expect(whatWords(asked, (id) => id)).toBe('Swaps shifts with ben');
  expect(whenWords({ ...asked, shift: null }, 'UTC')).toBe('The shift is gone');
});

test('whole days last until the end of the last; times are taken as typed; no length is none', () => {
  const instant = (date: string, time: string): number | null => {
    const at = Date.parse(`${date}T${time}:00Z`);
    return Number.isNaN(at) ? null : at;
  };
  const after = (date: string): string | null => (date === '2026-11-25' ? '2026-11-26' : null);
  const draft = { from: '2026-11-24', to: '2026-11-25', fromTime: '09:00', toTime: '08:00' };
  expect(stretchOf(draft, true, instant, after)).toEqual({ startAt: day, endAt: day + 48 * hour });
  expect(stretchOf(draft, false, instant, after)).toEqual({ startAt: day + 9 * hour, endAt: day + 32 * hour });
  expect(stretchOf({ ...draft, to: '2026-11-24' }, false, instant, after)).toBeNull();
  expect(stretchOf({ ...draft, to: '' }, true, instant, after)).toBeNull();
});
