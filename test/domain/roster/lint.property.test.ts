import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { findingSchema, type RosterShift } from '../../../src/contract/roster-common.ts';
import { prng } from '../../../src/domain/prng.ts';
import { lint } from '../../../src/domain/roster/lint/lint.ts';
import { isQueueWork, readShift, segments } from '../../../src/domain/roster/shift.ts';
import { asInput, hour, lisbon, look, minute, taken, type Found } from './build.ts';

/** Ten days around a change of the clocks in Lisbon; New York changes on other days. */
const first = fc.constantFrom('2026-03-25', '2026-10-21', '2026-06-01');
const quarter = 15 * minute;

const shiftAt = (begin: number, people: number) =>
  fc
    .record({
      person: fc.integer({ min: -1, max: people - 1 }),
      start: fc.integer({ min: 0, max: 10 * 96 }),
      length: fc.integer({ min: 4, max: 60 }),
      kind: fc.constantFrom('break', 'lunch', 'coaching', 'mail'),
      cut: fc.option(fc.tuple(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.integer({ min: 1, max: 6 }))),
    })
    .map(({ person, start, length, kind, cut }): Omit<RosterShift, 'id'> => {
      const startAt = begin + start * quarter;
      const endAt = startAt + length * quarter;
      const from = cut === null ? endAt : startAt + Math.floor(cut[0] * length) * quarter;
      const to = cut === null ? endAt : Math.min(endAt, from + cut[1] * quarter);
      return {
        personId: person < 0 ? null : `p${person}`,
        startAt,
        endAt,
        work: 'calls',
        activities: from < to ? [{ kind, startAt: from, endAt: to }] : [],
      };
    });

const availability = {
  mon: [['06:00', '22:00']],
  tue: [['06:00', '22:00']],
  wed: [['20:00', '08:00']],
  sat: [['00:00', '24:00']],
  sun: [['00:00', '24:00']],
};
const people = [
  { id: 'p0', name: 'Ada', languages: ['es'], contractMinutes: 1500 },
  { id: 'p1', name: 'Bo', timeZone: 'America/New_York', languages: ['es-MX'], availability },
  { id: 'p2', name: 'Cy', contractMinutes: 2400, availability },
];
const cover = [
  { kind: 'language', name: 'es', people: 1, hours: { wed: [['09:00', '13:00']], sat: [['22:00', '06:00']] } },
];

const rosters = first.chain((date) =>
  fc.array(shiftAt(lisbon(`${date} 00:00`), people.length), { minLength: 1, maxLength: 9 }).map((bodies) => ({
    people,
    shifts: bodies.map((body, i): RosterShift => ({ id: `s${i}`, ...body })),
    away: [
      { personId: 'p0', startAt: lisbon(`${date} 12:00`), endAt: lisbon(`${date} 12:00`) + 30 * hour },
      { personId: 'p2', startAt: lisbon(`${date} 00:00`) + 96 * hour, endAt: lisbon(`${date} 00:00`) + 110 * hour },
    ],
    holidays: [date],
    rules: { maxDaysInRow: 3, cover },
    from: lisbon(`${date} 00:00`) - 24 * hour,
    to: lisbon(`${date} 00:00`) + 13 * 24 * hour,
  })),
);

const touch = (a: Found, b: Found) => a.startAt <= b.endAt && b.startAt <= a.endAt;
const isRest = (found: Found, one: Found) =>
  found.rule === one.rule &&
  (one.rule.endsWith('Gap') ? touch(found, one) : one.shiftIds.every((id) => found.shiftIds.includes(id)));

describe('remedies (LNT-14)', () => {
  it('take their finding away and bring no error that was not there', () => {
    let tried = 0;
    fc.assert(
      fc.property(rosters, (roster) => {
        const before = look(roster);
        for (const found of before) {
          for (const remedy of found.remedies) {
            const shifts = taken(roster.shifts, remedy);
            for (const one of shifts) expect(readShift(one, 'x')).toEqual(one);
            const after = look({ ...roster, shifts });
            const label = `${found.text} / ${remedy.label}`;
            expect(
              after
                .filter((one) => one.personId !== null || one.rule.endsWith('Gap'))
                .filter((one) => isRest(found, one))
                .map(({ text }) => text),
              label,
            ).toEqual([]);
            const fresh = after.filter(
              (one) =>
                one.severity === 'error' &&
                one.personId !== null &&
                !before.some((old) => old.rule === one.rule && old.severity === 'error' && touch(old, one)),
            );
            expect(
              fresh.map(({ text }) => text),
              label,
            ).toEqual([]);
            tried += 1;
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(tried).toBeGreaterThan(500);
  });
});

describe('findings beside slow ones', () => {
  it('are what the contract promises, whatever the figures of the rules', () => {
    const minutes = fc.double({ min: 15, max: 900, noNaN: true });
    const figures = fc.record({ minRestMinutes: minutes, maxShiftMinutes: minutes, minShiftMinutes: minutes });
    fc.assert(
      fc.property(rosters, figures, (roster, rules) => {
        for (const found of look({ ...roster, rules: { ...roster.rules, ...rules } })) {
          const { remedies, ...rest } = findingSchema.parse(found);
          expect({ ...rest, remedies: remedies.map(({ shiftId }) => shiftId) }).toEqual({
            ...found,
            remedies: found.remedies.map(({ shiftId }) => shiftId),
          });
          expect(found.text).toMatch(/\.$/);
          expect(found.text + found.fix).not.toMatch(/undefined|NaN|Infinity|null/);
        }
      }),
    );
  });

  it('of cover are the minutes in which too few are at work (LNT-10)', () => {
    fc.assert(
      fc.property(rosters, ({ away, ...roster }) => {
        const findings = look({ ...roster, away, rules: { ...roster.rules, off: [] } }).filter(
          ({ rule }) => rule === 'languageGap',
        );
        const busy = (id: string, at: number) =>
          roster.shifts.some(
            (one) =>
              one.personId === id &&
              segments(one).some((part) => isQueueWork(part.kind) && part.startAt <= at && at < part.endAt),
          ) && !away.some((one) => one.personId === id && one.startAt <= at && at < one.endAt);
        for (let at = roster.from; at < roster.to; at += quarter) {
          const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Lisbon');
          const [holiday] = roster.holidays;
          const since = clock.hour < 6 ? clock.toPlainDate().subtract({ days: 1 }) : clock.toPlainDate();
          const asked =
            (clock.dayOfWeek === 3 && clock.hour >= 9 && clock.hour < 13) ||
            (since.dayOfWeek === 6 && (clock.hour >= 22 || clock.hour < 6));
          const short = asked && since.toString() !== holiday && !['p0', 'p1'].some((id) => busy(id, at));
          expect(findings.filter((one) => one.startAt <= at && at < one.endAt)).toHaveLength(short ? 1 : 0);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('of two shifts at once are the pairs that overlap, each told once (LNT-3, LNT-11)', () => {
    fc.assert(
      fc.property(rosters, (roster) => {
        const { shifts } = roster;
        const pairs = shifts.flatMap((a, i) =>
          shifts
            .slice(i + 1)
            .filter(
              (b) => a.personId !== null && a.personId === b.personId && a.startAt < b.endAt && b.startAt < a.endAt,
            )
            .map((b) => [a.id, b.id].sort().join()),
        );
        const told = look(roster)
          .filter(({ rule, severity }) => ['doubleBooking', 'overnightOverlap'].includes(rule) && severity === 'error')
          .map(({ shiftIds }) => shiftIds.toSorted().join());
        expect(told.toSorted()).toEqual(pairs.toSorted());
      }),
    );
  });

  it('are the same whichever way the shifts come, and in a part of the time as in all of it', () => {
    fc.assert(
      fc.property(rosters, fc.integer({ min: 0, max: 900 }), (roster, cut) => {
        const plain = { ...roster, rules: { maxDaysInRow: 3 } };
        const words = (found: readonly Found[]) => found.map(({ rule, text, shiftIds }) => [rule, text, ...shiftIds]);
        const all = look(plain);
        expect(words(look({ ...plain, shifts: roster.shifts.toReversed() })).toSorted()).toEqual(words(all).toSorted());
        const from = roster.from + cut * quarter;
        const part = look({ ...plain, from });
        expect(part.map(({ rule, startAt }) => [rule, startAt])).toEqual(
          all.filter(({ endAt }) => endAt > from).map(({ rule, startAt }) => [rule, startAt]),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('a roster of 100 people and four weeks', () => {
  it('is looked over in well under a second, remedies and all', () => {
    const { int, chance } = prng(7);
    const begin = lisbon('2026-03-02 00:00');
    const crowd = Array.from({ length: 100 }, (_, i) => ({ id: `p${i}`, contractMinutes: 2400, languages: ['en'] }));
    const shifts = crowd.flatMap(({ id }) =>
      Array.from({ length: 28 }, (_, date) => date)
        .filter((date) => date % 7 < 5 || chance(0.1))
        .map((date): RosterShift => {
          const startAt = begin + (date * 24 + int(7, 12)) * hour;
          const lunch = { kind: 'lunch' as const, startAt: startAt + 4 * hour, endAt: startAt + 4.5 * hour };
          const activities = chance(0.9) ? [lunch] : [];
          return { id: `${id} ${date}`, personId: id, startAt, endAt: startAt + 8.5 * hour, work: 'calls', activities };
        }),
    );
    const input = asInput({ people: crowd, shifts });
    lint(input);
    const start = performance.now();
    const { findings } = lint(input);
    const took = performance.now() - start;
    expect(findings.length).toBeGreaterThan(100);
    // 20 to 50 ms on a quiet machine; the bound leaves room for a busy one.
    expect(took).toBeLessThan(500);
  });
});
