import { describe, expect, it } from 'vitest';
import type { Activity, RosterShift } from '../../../src/contract/roster-common.ts';
import { dayNumber } from '../../../src/domain/calendar/wall-time.ts';
import { instantOfWall, zoneOf } from '../../../src/domain/calendar/zone.ts';
import { isFree, withoutTraining, withTraining } from '../../../src/domain/training/free.ts';
import { trainingSlots, type SlotsAsked, type SlotStream } from '../../../src/domain/training/slots.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const monday = Date.UTC(2026, 2, 2);
const at = (hours: number, minutes = 0): number => monday + hours * hour + minutes * minute;
const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 16);

const shift = (personId: string, from: number, to: number, ...activities: readonly Activity[]): RosterShift => ({
  id: `shift of ${personId}`,
  personId,
  startAt: from,
  endAt: to,
  work: 'calls',
  activities: [...activities],
});
const activity = (kind: Activity['kind'], startAt: number, endAt: number): Activity => ({ kind, startAt, endAt });

/** As many needed and there in every half hour of a day. */
const stream = (required: number, present: number, days = 1): SlotStream => ({
  work: 'calls',
  able: () => true,
  intervals: Array.from({ length: 48 * days }, (_, slot) => ({
    startAt: monday + slot * 30 * minute,
    endAt: monday + (slot + 1) * 30 * minute,
    required,
    present,
  })),
});

const asked = (part: Partial<SlotsAsked>): SlotsAsked => ({
  days: [[monday, monday + day]],
  minutes: 60,
  now: monday,
  invited: ['ann'],
  trainerId: null,
  shifts: [],
  away: [],
  streams: [],
  ramp: new Map(),
  ...part,
});
const found = (part: Partial<SlotsAsked>) =>
  trainingSlots(asked(part)).map(({ startAt, personIds }) => [clock(startAt), personIds.join(' ')]);

describe('where a refresher fits (TRN-10)', () => {
  it('is nowhere where nobody is invited, nobody has a shift, or the desk is empty', () => {
    expect(trainingSlots(asked({}))).toEqual([]);
    expect(trainingSlots(asked({ invited: [], shifts: [shift('ann', at(9), at(17))] }))).toEqual([]);
    expect(trainingSlots(asked({ shifts: [shift('ben', at(9), at(17))] }))).toEqual([]);
    expect(trainingSlots(asked({ days: [] }))).toEqual([]);
  });

  it('is inside queue work from end to end, every quarter of an hour, none over more than half of another', () => {
    const lunch = activity('lunch', at(10, 30), at(11));
    expect(found({ shifts: [shift('ann', at(9), at(12, 15), lunch)] })).toEqual([
      ['09:00', 'ann'],
      ['09:30', 'ann'],
      ['11:00', 'ann'],
    ]);
    // A block of chats in a shift of calls is queue work; coaching is not.
    const chat = activity('chat', at(9, 30), at(10));
    expect(found({ shifts: [shift('ann', at(9), at(10), chat)] })).toEqual([['09:00', 'ann']]);
    expect(found({ shifts: [shift('ann', at(9), at(10), { ...chat, kind: 'coaching' })] })).toEqual([]);
  });

  it('has those first in which most can come, then those that leave the queues least short, then the earliest', () => {
    const shifts = [shift('ann', at(9), at(13)), shift('ben', at(11), at(13))];
    const base = stream(3, 4);
    const streams = [
      {
        ...base,
        intervals: base.intervals.map((each) => ({ ...each, required: each.startAt >= at(11, 30) ? 4 : 3 })),
      },
    ];
    const slots = trainingSlots(asked({ shifts, streams, invited: ['ann', 'ben'] }));
    expect(
      slots.map(({ startAt, personIds, shortBefore, shortAfter }) => [
        clock(startAt),
        personIds.length,
        shortBefore,
        shortAfter,
      ]),
    ).toEqual([
      // 30 minutes of one too few (4 - 2 over 3), and 30 of two too few.
      ['11:00', 2, 0, 90],
      ['11:30', 2, 0, 120],
      ['12:00', 2, 0, 120],
      ['09:00', 1, 0, 0],
      ['09:30', 1, 0, 0],
      ['10:00', 1, 0, 0],
      ['10:30', 1, 0, 0],
    ]);
  });

  it('counts what is short already, parts of an interval, and who is new as the part of one they are', () => {
    const shifts = [shift('ann', at(9, 15), at(10))];
    const [slot] = trainingSlots(
      asked({ shifts, minutes: 45, streams: [stream(5, 4)], ramp: new Map([['ann', { rampPercent: 50 }]]) }),
    );
    // One too few for 45 minutes; half of one more too few.
    expect(slot).toMatchObject({ startAt: at(9, 15), endAt: at(10), shortBefore: 45, shortAfter: 67.5 });
    const mail = { ...stream(5, 4), work: 'mail' as const };
    const unable = { ...stream(5, 4), able: () => false };
    expect(trainingSlots(asked({ shifts, minutes: 45, streams: [mail, unable] }))[0]).toMatchObject({
      shortBefore: 90,
      shortAfter: 90,
    });
  });

  it('is not in the past, nor where somebody is away, nor beyond the days asked for', () => {
    const shifts = [shift('ann', at(9), at(12))];
    expect(found({ shifts, now: at(10, 50) })).toEqual([['11:00', 'ann']]);
    expect(found({ shifts, away: [{ personId: 'ann', startAt: at(9), endAt: at(11) }] })).toEqual([['11:00', 'ann']]);
    expect(found({ shifts: [shift('ann', at(23), at(26))] })).toEqual([['23:00', 'ann']]);
    expect(
      found({
        shifts: [shift('ann', at(23, 30), at(25))],
        days: [
          [monday, monday + day],
          [monday + day, monday + 2 * day],
        ],
      }),
    ).toEqual([
      ['23:30', 'ann'],
      // By itself of the day after, where it lies over half of that at most.
      ['00:00', 'ann'],
    ]);
  });

  it('needs the trainer there where they are on the roster, whose work is missed as well', () => {
    const shifts = [shift('ann', at(9), at(12)), shift('tess', at(11), at(15))];
    expect(found({ shifts, trainerId: 'tess' })).toEqual([['11:00', 'ann']]);
    expect(found({ shifts, trainerId: 'olga' })).toHaveLength(5);
    const [slot] = trainingSlots(asked({ shifts, trainerId: 'tess', streams: [stream(4, 4)] }));
    expect(slot).toMatchObject({ personIds: ['ann'], shortBefore: 0, shortAfter: 120 });
  });

  it('gives twenty at most', () => {
    expect(found({ shifts: [shift('ann', at(0), at(24))] })).toHaveLength(20);
  });

  it('follows the clock on the wall on days of 23 and 25 hours', () => {
    const zone = zoneOf('Europe/Lisbon');
    const midnight = (date: string, plus = 0) => instantOfWall(zone, dayNumber(date) + plus, 0);
    for (const [date, hours] of [
      ['2026-03-29', 23],
      ['2026-10-25', 25],
    ] as const) {
      const [from, to] = [midnight(date), midnight(date, 1)];
      expect(to - from).toBe(hours * hour);
      const nine = instantOfWall(zone, dayNumber(date), 9 * 60);
      const slots = trainingSlots(
        asked({ days: [[from, to]], now: from, shifts: [shift('ann', nine, nine + 2 * hour)] }),
      );
      expect(slots.map(({ startAt }) => (startAt - nine) / minute)).toEqual([0, 30, 60]);
      // The hour that there is twice, or not at all, is not counted twice: all quarters of the day have a place.
      const night = trainingSlots(
        asked({ days: [[from, to]], now: from, minutes: 15, shifts: [shift('ann', from, from + 4 * hour)] }),
      );
      expect(night).toHaveLength(16);
      expect(night.at(-1)?.endAt).toBe(from + 4 * hour);
    }
  });
});

describe('training in a shift (TRN-11, TRN-12)', () => {
  const stretch = { startAt: at(10), endAt: at(11) };
  const training = activity('training', at(10), at(11));

  it('fits where the shift is free, at its very ends too', () => {
    expect(isFree(shift('ann', at(10), at(11)), stretch)).toBe(true);
    expect(isFree(shift('ann', at(10, 15), at(17)), stretch)).toBe(false);
    expect(isFree(shift('ann', at(9), at(17), activity('break', at(9, 45), at(10))), stretch)).toBe(true);
    expect(isFree(shift('ann', at(9), at(17), activity('break', at(10, 45), at(11, 15))), stretch)).toBe(false);
  });

  it('makes room in queue work that was put there, and gives it back', () => {
    const chat = activity('chat', at(9), at(12));
    const lunch = activity('lunch', at(13), at(14));
    const laid = withTraining([chat, lunch], stretch);
    expect(laid).toEqual([activity('chat', at(9), at(10)), training, activity('chat', at(11), at(12)), lunch]);
    expect(withoutTraining(laid, stretch)).toEqual([chat, lunch]);
    expect(withoutTraining(withTraining([], stretch), stretch)).toEqual([]);
  });

  it('is taken out exactly, or not at all', () => {
    expect(withoutTraining([activity('training', at(10), at(11, 15))], stretch)).toBeNull();
    expect(withoutTraining([activity('meeting', at(10), at(11))], stretch)).toBeNull();
    const breaks = [activity('break', at(9, 45), at(10)), training, activity('break', at(11), at(11, 15))];
    expect(withoutTraining(breaks, stretch)).toEqual([breaks[0], breaks[2]]);
  });
});
