import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Activity, RosterShift } from '../../../../src/contract/roster-common.ts';
import { activityKinds, workKinds } from '../../../../src/contract/words.ts';
import { dayNumber } from '../../../../src/domain/calendar/wall-time.ts';
import { instantOfWall, zoneOf } from '../../../../src/domain/calendar/zone.ts';
import { splitList } from '../../../../src/domain/roster/exchange/lists.ts';
import { planRosterImport } from '../../../../src/domain/roster/exchange/plan.ts';
import type { RosterPlan } from '../../../../src/domain/roster/exchange/plan.ts';
import {
  peopleTable,
  rosterCsv,
  shiftTable,
  teamsShiftsTable,
  whenIWorkTable,
} from '../../../../src/domain/roster/exchange/write.ts';
import type { PersonOut, RosterTable, ShiftOut } from '../../../../src/domain/roster/exchange/write.ts';
import { plan, sheetOf } from './support.ts';

const minute = 60_000;
const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'] as const;
const names = ['Ada Lund', '=1+1', 'Zoë "Z" Nowak', "O'Neil, Pat", '-x', 'Kim', "'+49", 'עברית שם', 'a;b:3'];
const person = (index: number, name: string) => ({
  id: `id-${index}`,
  name,
  email: index % 2 === 0 ? `p${index}@example.org` : null,
  employeeId: index % 3 === 0 ? `00${index}` : null,
  team: index % 2 === 0 ? null : 'Support',
});
const people = names.map((name, index) => person(index, name));
const byId = new Map(people.map((each) => [each.id, each]));

/** Near the days the clocks change, so that skipped and doubled hours come up. */
const beginning = fc
  .tuple(
    fc.constantFrom('2026-03-28', '2026-10-24', '2026-03-07', '2026-10-31', '2026-04-04', '2026-10-03', '2026-06-01'),
    fc.integer({ min: 0, max: 2880 }),
  )
  .map(([day, minutes]) => Date.parse(`${day}T00:00:00Z`) + minutes * minute);

/** Activities one after another from pairs of free and busy stretches; what does not fit is left out. */
function laid(
  startAt: number,
  endAt: number,
  parts: readonly (readonly [number, number, Activity['kind']])[],
): Activity[] {
  let at = startAt;
  return parts.flatMap(([free, busy, kind]) => {
    const begin = at + free;
    at = begin + busy;
    return at <= endAt ? [{ kind, startAt: begin, endAt: at }] : [];
  });
}

const part = (unit: number) =>
  fc.tuple(
    fc.integer({ min: 0, max: 120 }).map((n) => n * unit),
    fc.integer({ min: 1, max: 60 }).map((n) => n * unit),
    fc.constantFrom(...activityKinds),
  );

const shiftOf = (unit: number): fc.Arbitrary<ShiftOut> =>
  fc
    .record({
      id: fc.uuid(),
      personId: fc.option(fc.constantFrom(...people.map(({ id }) => id))),
      startAt: beginning,
      length: fc.integer({ min: 30, max: 24 * 60 }),
      work: fc.constantFrom(...workKinds),
      parts: fc.array(part(unit), { maxLength: 4 }),
      note: fc.constantFrom('', 'Bring keys', '=HYPERLINK("x")', 'two\nlines, "quoted"'),
    })
    .map(({ length, parts, startAt, ...rest }) => ({
      ...rest,
      startAt,
      endAt: startAt + length * minute,
      activities: laid(startAt, startAt + length * minute, parts),
    }));

const readBack = (table: RosterTable, timeZone: string): RosterPlan =>
  planRosterImport({ ...sheetOf(rosterCsv(table)), people, timeZone, dateOrder: 'mdy' });

const asShift = ({ id, personId, startAt, endAt, work, activities, note }: RosterPlan['shifts'][number]): ShiftOut => ({
  id: id ?? '',
  personId,
  startAt,
  endAt,
  work,
  activities: [...activities],
  note,
});

/** A shift of one person begins once: two alike would be one too many. */
const roster = (unit: number) =>
  fc.uniqueArray(shiftOf(unit), { maxLength: 8, selector: ({ personId, startAt }) => `${personId ?? ''} ${startAt}` });

describe('out and in again (RIO-12)', () => {
  test.each([minute, 1000])('shifts in our own format are the same, also read in another zone (%i ms)', (unit) => {
    fc.assert(
      fc.property(roster(unit), fc.constantFrom(...zones), fc.constantFrom(...zones), (shifts, written, read) => {
        const back = readBack(shiftTable(shifts, byId, written), read);
        expect(back.issues).toEqual([]);
        expect(back.shifts.map(asShift)).toEqual(shifts);
      }),
    );
  });

  test('people in our own format are the same', () => {
    const word = fc.constantFrom('Voice', 'a;b', 'x:3', '"q"', 'level (4)', 'Rückfragen', '=sum', 'p|q', "it's");
    const out: fc.Arbitrary<PersonOut> = fc.record({
      id: fc.uuid(),
      name: fc.constantFrom(...names, 'Open', 'null', '-'),
      email: fc.option(fc.constantFrom('ada@example.org', 'root@localhost')),
      employeeId: fc.option(fc.constantFrom('0042', '-7')),
      phone: fc.option(fc.constantFrom('+351 21', '(030) 1', '=1')),
      team: fc.option(fc.constantFrom('Tier 1', '@home', '-')),
      role: fc.option(word),
      skills: fc.option(
        fc.uniqueArray(fc.record({ name: word, level: fc.option(fc.integer({ min: 1, max: 5 })) }), {
          minLength: 1,
          selector: ({ name }) => name,
        }),
      ),
      languages: fc.option(fc.uniqueArray(fc.constantFrom('en', 'pt-BR', 'x;y'), { minLength: 1 })),
      timeZone: fc.option(fc.constantFrom(...zones)),
      contractMinutes: fc.option(fc.integer({ min: 0, max: 10_080 })),
      active: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(fc.uniqueArray(out, { maxLength: 6, selector: ({ id }) => id }), (list) => {
        const known = list.map(({ id, name, email }) => ({ id, name, email }));
        const sheet = sheetOf(rosterCsv(peopleTable(list)));
        const back = planRosterImport({ ...sheet, people: known, timeZone: 'UTC' });
        expect(back.issues).toEqual([]);
        const again = back.people.map(({ line: _line, personId, key: _key, ...rest }) => ({
          id: personId ?? '',
          ...rest,
        }));
        expect(again).toEqual(list);
      }),
    );
  });

  /** What other systems keep of a shift: minutes on the wall, breaks as their sum. Away from changes of the clocks. */
  const plain = fc.record({
    personId: fc.option(fc.constantFrom('id-0', 'id-2', 'id-3')),
    day: fc.integer({ min: dayNumber('2026-06-13'), max: dayNumber('2026-06-30') }),
    from: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 60, max: 23 * 60 }),
    work: fc.constantFrom(...workKinds),
    pause: fc.constantFrom(0, 5, 15, 30, 45),
  });

  test.each([
    ['Teams Shifts', teamsShiftsTable],
    [
      'When I Work',
      (shifts: readonly RosterShift[], who: typeof byId, timeZone: string) =>
        whenIWorkTable(shifts, who, { timeZone, schedule: 'Support' }),
    ],
  ] as const)('%s keeps who, when, which work and how long the breaks are', (_name, write) => {
    fc.assert(
      fc.property(
        fc.uniqueArray(plain, {
          minLength: 1,
          maxLength: 6,
          selector: ({ personId, day }) => `${personId ?? ''} ${day}`,
        }),
        fc.constantFrom(...zones),
        (drafts, timeZone) => {
          const shifts = drafts.map(({ day, from, length, pause, ...rest }, index): RosterShift => {
            const startAt = instantOfWall(zoneOf(timeZone), day, from);
            const rested = { kind: 'lunch', startAt: startAt + minute, endAt: startAt + (pause + 1) * minute } as const;
            return {
              id: String(index),
              ...rest,
              startAt,
              endAt: startAt + length * minute,
              activities: pause === 0 ? [] : [rested],
            };
          });
          const table = write(shifts, byId, timeZone);
          expect(table.header.join()).not.toMatch(/rate|cost/i);
          const back = readBack(table, timeZone);
          expect(back.issues).toEqual([]);
          const kept = ({ personId, startAt, endAt, work, activities }: Omit<RosterShift, 'id'>) => ({
            personId,
            startAt,
            endAt,
            work,
            pause: activities.reduce((sum, each) => sum + each.endAt - each.startAt, 0),
          });
          expect(back.shifts.map((shift) => kept({ ...shift, activities: [...shift.activities] }))).toEqual(
            shifts.map(kept),
          );
        },
      ),
    );
  });

  test('a time read from a file is the instant the calendar gives that wall time', () => {
    fc.assert(
      fc.property(beginning, fc.constantFrom(...zones), (at, timeZone) => {
        const text = new Date(at).toISOString();
        const [date, time] = [text.slice(0, 10), text.slice(11, 16)];
        const [first] = plan(`Agent,Date,Start,End\nAda Lund,${date},${time},${time}\n`, { timeZone }).shifts;
        const [hours, minutes] = time.split(':').map(Number);
        const wall = (hours ?? 0) * 60 + (minutes ?? 0);
        expect(first?.startAt).toBe(instantOfWall(zoneOf(timeZone), dayNumber(date), wall));
        expect(first?.endAt).toBe(instantOfWall(zoneOf(timeZone), dayNumber(date) + 1, wall));
      }),
    );
  });

  test('separators within quotes are text', () => {
    expect(splitList('a; "b;c" , d|e\nf;;')).toEqual(['a', '"b;c"', 'd', 'e', 'f']);
  });
});
