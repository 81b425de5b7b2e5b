import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Calendar, HoursInterval } from '../../../src/contract/calendar.ts';
import {
  addMinutes,
  addOpenMs,
  calendarAt,
  isOpenAt,
  minutesBetween,
  openIntervals,
  openMsBetween,
} from '../../../src/domain/calendar/arithmetic.ts';
import { compileCalendar } from '../../../src/domain/calendar/compile.ts';
import { instantOfWall, zoneOf } from '../../../src/domain/calendar/zone.ts';
import { minuteOracle, oracleAdd, oracleBetween } from './oracle.ts';

const minute = 60_000;
const zones = ['UTC', 'Europe/Lisbon', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Havana'];
const pad = (n: number) => String(n).padStart(2, '0');
const time = (quarters: number) => `${pad(Math.floor(quarters / 4))}:${pad((quarters % 4) * 15)}`;

const interval: fc.Arbitrary<HoursInterval> = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 96 }))
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => [time(from), time(to)]);
const hours = fc.array(interval, { maxLength: 3 });

/** Three weeks around a change of the clocks: in March, April, October or November of 2026. */
const start = fc.constantFrom(
  '2026-03-01',
  '2026-03-22',
  '2026-03-29',
  '2026-09-27',
  '2026-10-18',
  '2026-10-25',
  '2025-12-22',
);
const days = 21;

const world = fc.record({ start, timeZone: fc.constantFrom(...zones) }).chain(({ start: first, timeZone }) => {
  const date = fc
    .integer({ min: -2, max: days })
    .map((n) => Temporal.PlainDate.from(first).add({ days: n }).toString());
  const calendar: fc.Arbitrary<Calendar> = fc.record({
    timeZone: fc.constant(timeZone),
    hours: fc.record({ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours }),
    holidays: fc.array(date, { maxLength: 3 }),
    exceptions: fc.uniqueArray(fc.record({ date, hours }), { maxLength: 3, selector: (one) => one.date }),
    closures: fc.array(
      fc.tuple(date, interval).map(([on, [from, to]]) => ({ date: on, from, to })),
      { maxLength: 4 },
    ),
    yearly: fc.uniqueArray(
      fc.tuple(date, fc.option(hours, { nil: undefined })).map(([on, own]) => ({
        month: Number(on.slice(5, 7)),
        day: Number(on.slice(8)),
        ...(own && { hours: own }),
      })),
      { maxLength: 2, selector: (one) => `${one.month} ${one.day}` },
    ),
    alwaysOpen: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
  });
  return fc.record({ first: fc.constant(first), calendar });
});
const spot = fc.integer({ min: 0, max: days * 1440 - 1 });

const office: Calendar = {
  timeZone: 'Europe/Lisbon',
  hours: { mon: [['09:00', '12:30']], tue: [['22:00', '06:00']], fri: [['09:00', '17:00']] },
  holidays: ['2026-12-25'],
};
const instant = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2030, 0) });
const length = fc.integer({ min: 0, max: 60 * 24 * 60 * minute });

describe('a calendar beside a minute-by-minute oracle (CAL-2 to CAL-17)', () => {
  it('is open in the same minutes', () => {
    fc.assert(
      fc.property(world, ({ first, calendar }) => {
        const { from, open } = minuteOracle(calendar, first, days);
        const cal = compileCalendar(calendar);
        const flags = new Uint8Array(open.length);
        for (const [a, b] of openIntervals(cal, from, from + open.length * minute)) {
          flags.fill(1, (a - from) / minute, (b - from) / minute);
        }
        expect(Buffer.from(flags).equals(Buffer.from(open))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('adds and measures the same', () => {
    fc.assert(
      fc.property(world, spot, spot, fc.integer({ min: -4000, max: 4000 }), ({ first, calendar }, a, b, minutes) => {
        const { from, open } = minuteOracle(calendar, first, days);
        const cal = compileCalendar(calendar);
        expect(minutesBetween(cal, from + a * minute, from + b * minute)).toBe(oracleBetween(open, a, b));
        const due = oracleAdd(open, a, minutes);
        if (due !== null) expect(addMinutes(cal, from + a * minute, minutes)).toBe(from + due * minute);
      }),
      { numRuns: 150 },
    );
  });

  it('knows the same edges', () => {
    fc.assert(
      fc.property(world, spot, ({ first, calendar }, i) => {
        const { from, open } = minuteOracle(calendar, first, days);
        const found = calendarAt(compileCalendar(calendar), from + i * minute);
        const at = (k: number) => from + k * minute;
        expect(found.open).toBe(open[i] === 1);
        const opens = open.indexOf(1, i);
        const closes = opens < 0 ? -1 : open.indexOf(0, opens);
        let closed = i;
        while (closed > 0 && open[closed - 1] !== 1) closed -= 1;
        if (opens >= 0) expect(found.nextOpenAt).toBe(at(opens));
        if (closes >= 0) expect(found.nextCloseAt).toBe(at(closes));
        if (closed > 0) expect(found.previousCloseAt).toBe(at(closed));
      }),
      { numRuns: 150 },
    );
  });
});

describe('laws of calendar arithmetic (CAL-10 to CAL-13)', () => {
  const cal = compileCalendar(office);

  it('what was added is what lies between', () => {
    fc.assert(
      fc.property(instant, length, fc.boolean(), (from, ms, back) => {
        const amount = back ? -ms : ms;
        expect(openMsBetween(cal, from, addOpenMs(cal, from, amount)) + 0).toBe(amount + 0);
      }),
    );
  });

  it('adds in one go or in two', () => {
    fc.assert(
      fc.property(instant, length, length, (from, a, b) => {
        expect(addOpenMs(cal, addOpenMs(cal, from, a), b)).toBe(
          b === 0 ? addOpenMs(cal, from, a) : addOpenMs(cal, from, a + b),
        );
      }),
    );
  });

  it('goes back to where it began, in open time', () => {
    fc.assert(
      fc.property(instant, length, (from, ms) => {
        fc.pre(isOpenAt(cal, from));
        expect(addOpenMs(cal, addOpenMs(cal, from, ms), -ms)).toBe(from);
      }),
    );
  });

  it('later starts and longer times never end earlier', () => {
    fc.assert(
      fc.property(instant, instant, length, length, (x, y, a, b) => {
        const [from, later] = [Math.min(x, y), Math.max(x, y)];
        const [short, long] = [Math.min(a, b) + 1, Math.max(a, b) + 1];
        expect(addOpenMs(cal, from, short)).toBeLessThanOrEqual(addOpenMs(cal, later, short));
        expect(addOpenMs(cal, from, short)).toBeLessThanOrEqual(addOpenMs(cal, from, long));
      }),
    );
  });

  it('measures in one go or in parts, forth as back', () => {
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        expect(openMsBetween(cal, a, b) + openMsBetween(cal, b, c)).toBe(openMsBetween(cal, a, c));
        expect(openMsBetween(cal, a, b) + openMsBetween(cal, b, a)).toBe(0);
      }),
    );
  });

  it('ends in open time or at its edge', () => {
    fc.assert(
      fc.property(instant, length, (from, ms) => {
        const due = addOpenMs(cal, from, ms + 1);
        expect(isOpenAt(cal, due - 1)).toBe(true);
        expect(isOpenAt(cal, addOpenMs(cal, from, -ms - 1))).toBe(true);
      }),
    );
  });

  it('answers the same in whatever order it is asked', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(instant, length), { minLength: 1, maxLength: 8 }), (asked) => {
        const shared = compileCalendar(office);
        for (const [from, ms] of asked) {
          expect(addOpenMs(shared, from, -ms)).toBe(addOpenMs(compileCalendar(office), from, -ms));
          expect(addOpenMs(shared, from, ms)).toBe(addOpenMs(compileCalendar(office), from, ms));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('wall clocks (CAL-4)', () => {
  it('agree with Temporal in any zone, at any time', () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const day = fc.integer({ min: -20_000, max: 40_000 });
    fc.assert(
      fc.property(zone, day, fc.integer({ min: 0, max: 1439 }), (id, n, minutes) => {
        const wall = new Temporal.PlainDate(1970, 1, 1)
          .add({ days: n })
          .toPlainDateTime(Temporal.PlainTime.from('00:00').add({ minutes }));
        expect(instantOfWall(zoneOf(id), n, minutes)).toBe(wall.toZonedDateTime(id).epochMilliseconds);
      }),
      { numRuns: 100 },
    );
  });

  it('agree with Temporal through every minute of the days the clocks change', () => {
    const changes: [string, string][] = [
      ['Europe/Lisbon', '2026-03-29'],
      ['Europe/Lisbon', '2026-10-25'],
      ['America/New_York', '2026-03-08'],
      ['America/New_York', '2026-11-01'],
      ['Australia/Lord_Howe', '2026-04-05'],
      ['Australia/Lord_Howe', '2026-10-04'],
      ['America/Havana', '2026-11-01'],
      ['America/Sao_Paulo', '2018-11-04'],
      ['Pacific/Apia', '2011-12-30'],
    ];
    for (const [id, date] of changes) {
      for (let minutes = -60; minutes < 1560; minutes += 1) {
        const wall = Temporal.PlainDate.from(date).toPlainDateTime().add({ minutes });
        expect(instantOfWall(zoneOf(id), Date.parse(date) / 86_400_000, minutes)).toBe(
          wall.toZonedDateTime(id).epochMilliseconds,
        );
      }
    }
  });
});
