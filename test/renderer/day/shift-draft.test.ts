import { expect, test } from 'vitest';
import { landed, nudged } from '../../../src/renderer/day/drag.ts';
import { quarterMs } from '../../../src/renderer/day/geometry.ts';
import {
  addActivity,
  moveActivity,
  moveShift,
  patchOf,
  piecesOf,
  removeActivity,
  resizeActivity,
  resizeShift,
} from '../../../src/renderer/day/shift-draft.ts';
import { activity, at, shiftOf } from './build.ts';

const lunch = activity('lunch', '12:00', '12:30');
const pause = activity('break', '10:00', '10:15');
const full = shiftOf('09:00', '17:00', [pause, lunch]);

test('the parts of a shift have keys that stay while it moves', () => {
  const keys = (shift: typeof full): readonly string[] => piecesOf(shift).map(({ key, kind }) => `${key} ${kind}`);
  expect(keys(full)).toEqual(['w0 calls', 'a0 break', 'w1 calls', 'a1 lunch', 'w2 calls']);
  expect(keys(moveShift(full, quarterMs))).toEqual(keys(full));
  expect(keys(shiftOf('09:00', '10:00', [activity('mail', '09:00', '10:00')]))).toEqual(['a0 mail']);
});

test('a shift moves with all that lies in it', () => {
  const later = moveShift(full, 4 * quarterMs);
  expect([later.startAt, later.endAt]).toEqual([at('10:00'), at('18:00')]);
  expect(later.activities).toEqual([activity('break', '11:00', '11:15'), activity('lunch', '13:00', '13:30')]);
});

test('a shift is cut with what lies in it, never under a quarter of an hour nor over a day', () => {
  expect(resizeShift(full, 'end', at('12:15')).activities).toEqual([pause, activity('lunch', '12:00', '12:15')]);
  expect(resizeShift(full, 'end', at('11:00')).activities).toEqual([pause]);
  expect(resizeShift(full, 'start', at('10:05')).activities[0]).toEqual(activity('break', '10:05', '10:15'));
  expect(resizeShift(full, 'end', at('08:00')).endAt).toBe(at('09:15'));
  expect(resizeShift(full, 'start', at('20:00')).startAt).toBe(at('16:45'));
  expect(resizeShift(full, 'end', at('40:00')).endAt).toBe(at('33:00'));
});

test('an activity moves within its shift, and over another to the nearest place where it fits', () => {
  const moved = moveActivity(full, 0, 4 * quarterMs);
  expect(moved.index).toBe(0);
  expect(moved.shift.activities[0]).toEqual(activity('break', '11:00', '11:15'));
  // Onto lunch: before it is nearer, then after it.
  expect(moveActivity(full, 0, 8 * quarterMs).shift.activities[0]).toEqual(activity('break', '11:45', '12:00'));
  const over = moveActivity(full, 0, 9 * quarterMs);
  expect(over.index).toBe(1);
  expect(over.shift.activities).toEqual([lunch, activity('break', '12:30', '12:45')]);
  // Not out of the shift.
  expect(moveActivity(full, 1, 100 * quarterMs).shift.activities[1]).toEqual(activity('lunch', '16:30', '17:00'));
  expect(moveActivity(full, 0, -100 * quarterMs).shift.activities[0]).toEqual(activity('break', '09:00', '09:15'));
});

test('an activity grows up to its neighbours and the ends of its shift', () => {
  expect(resizeActivity(full, 0, 'end', at('14:00')).activities[0]).toEqual(activity('break', '10:00', '12:00'));
  expect(resizeActivity(full, 1, 'start', at('09:00')).activities[1]).toEqual(activity('lunch', '10:15', '12:30'));
  expect(resizeActivity(full, 1, 'end', at('20:00')).activities[1]).toEqual(activity('lunch', '12:00', '17:00'));
  expect(resizeActivity(full, 1, 'end', at('11:00')).activities[1]).toEqual(activity('lunch', '12:00', '12:15'));
});

test('what is added lies where it fits, shorter where there is little room, and not at all where there is none', () => {
  const added = addActivity(full, 'coaching', at('12:10'));
  expect(added?.shift.activities).toEqual([pause, lunch, activity('coaching', '12:30', '13:00')]);
  expect(added?.index).toBe(2);
  expect(addActivity(full, 'coaching', at('11:45'))?.index).toBe(1);
  const tight = shiftOf('09:00', '10:00', [activity('qa', '09:15', '10:00')]);
  expect(addActivity(tight, 'training', at('09:30'))?.shift.activities[0]).toEqual(
    activity('training', '09:00', '09:15'),
  );
  expect(addActivity(shiftOf('09:00', '10:00', [activity('qa', '09:00', '10:00')]), 'break', at('09:30'))).toBeNull();
  expect(removeActivity(full, 0).activities).toEqual([lunch]);
});

test('dragging lands on quarters of an hour; a key is one quarter', () => {
  const axis = { startAt: at('08:00'), endAt: at('18:00'), widthPx: 1000 };
  const [work, rest] = piecesOf(full);
  if (work === undefined || rest === undefined) throw new Error('The shift has parts.');
  expect(landed({ shift: full, piece: work, edge: null }, axis, 60).shift.startAt).toBe(at('09:30'));
  expect(landed({ shift: full, piece: work, edge: null }, axis, 12).shift).toEqual(full);
  expect(landed({ shift: full, piece: work, edge: 'start' }, axis, -100).shift.startAt).toBe(at('08:00'));
  expect(landed({ shift: full, piece: rest, edge: null }, axis, 49).shift.activities[0]).toEqual(
    activity('break', '10:30', '10:45'),
  );
  expect(landed({ shift: full, piece: rest, edge: 'end' }, axis, 50).shift.activities[0]).toEqual(
    activity('break', '10:00', '10:45'),
  );
  expect(nudged({ shift: full, piece: work, edge: null }, 1).shift.startAt).toBe(at('09:15'));
  expect(nudged({ shift: full, piece: work, edge: 'end' }, -1).shift.endAt).toBe(at('16:45'));
  expect(nudged({ shift: full, piece: rest, edge: null }, -1).shift.activities[0]).toEqual(
    activity('break', '09:45', '10:00'),
  );
});

test('what is sent keeps the note and the id, and says nothing of what was published', () => {
  expect(patchOf({ ...full, note: 'Covers Ines' })).toEqual({
    id: 'shift-09:00',
    personId: 'ada',
    startAt: at('09:00'),
    endAt: at('17:00'),
    work: 'calls',
    activities: [pause, lunch],
    note: 'Covers Ines',
  });
  expect('id' in patchOf({ ...full, id: undefined })).toBe(false);
});
