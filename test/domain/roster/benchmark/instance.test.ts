import { describe, expect, it } from 'vitest';
import { rosterCost } from '../../../../src/domain/roster/benchmark/cost.ts';
import { parseInstance } from '../../../../src/domain/roster/benchmark/parse.ts';
import { rosterViolations } from '../../../../src/domain/roster/benchmark/violations.ts';
import { waiveImpossibleLimits } from '../../../../src/domain/roster/benchmark/waive.ts';
import { Fault } from '../../../../src/domain/fault.ts';

const text = (changes: Readonly<Record<string, string>> = {}): string => {
  const all = [
    'SECTION_HORIZON',
    '14',
    'SECTION_SHIFTS',
    'E,480,',
    'L,480,E',
    'SECTION_STAFF',
    'A,E=14|L=2,4320,960,3,2,2,1',
    'SECTION_DAYS_OFF',
    'A,0,13',
    'SECTION_SHIFT_ON_REQUESTS',
    'A,2,E,3',
    'SECTION_SHIFT_OFF_REQUESTS',
    'A,5,L,2',
    'SECTION_COVER',
    '2,E,1,100,1',
    '3,E,2,100,7',
  ].join('\n');
  return Object.entries(changes).reduce((whole, [from, to]) => whole.replace(from, to), all);
};

const instance = parseInstance(text());
/** A row as people write one: `-` for none. */
const grid = (row: string): number[][] => [Array.from(row, (letter) => 'EL'.indexOf(letter))];

describe('reading an instance (SPEC PRO-20)', () => {
  it('reads every section', () => {
    expect(instance).toEqual({
      days: 14,
      shifts: [
        { id: 'E', minutes: 480, neverBefore: [] },
        { id: 'L', minutes: 480, neverBefore: [0] },
      ],
      staff: [
        {
          id: 'A',
          maxShifts: [14, 2],
          maxMinutes: 4320,
          minMinutes: 960,
          maxRun: 3,
          minRun: 2,
          minOff: 2,
          maxWeekends: 1,
          daysOff: [0, 13],
        },
      ],
      requests: [
        { employee: 0, day: 2, shift: 0, weight: 3, on: true },
        { employee: 0, day: 5, shift: 1, weight: 2, on: false },
      ],
      cover: [
        { day: 2, shift: 0, required: 1, under: 100, over: 1 },
        { day: 3, shift: 0, required: 2, under: 100, over: 7 },
      ],
    });
    expect(parseInstance(`\uFEFF# what\r\n${text().replaceAll('\n', '\r\n\r\n')}`)).toEqual(instance);
  });

  it.each([
    ['a day that is not there', { '2,E,1,100,1': '14,E,1,100,1' }, /^Line 15 .*"14"/],
    ['a shift that is not there', { 'A,2,E,3': 'A,2,X,3' }, /^Line 11 .*no shift "X"/],
    ['an employee that is not there', { 'A,0,13': 'B,0' }, /^Line 9 .*no employee "B"/],
    ['a number that is none', { 'A,E=14|L=2,4320': 'A,E=14|L=2,many' }, /^Line 7 .*most minutes is "many"/],
    ['a limit that is none', { 'E=14|L=2': 'E=14|L' }, /^Line 7 .*"L" is not a limit/],
    ['a section of another name', { SECTION_COVER: 'SECTION_COVERS' }, /^Line 14 .*"SECTION_COVERS"/],
    ['cover twice', { '3,E,2,100,7': '2,E,2,100,7' }, /^Line 16 .*second time/],
    ['a horizon without days', { '14\n': '0\n' }, /^Line 2 .*no days/],
    [
      'something before the first section',
      { SECTION_HORIZON: '14\nSECTION_HORIZON' },
      /^Line 1 .*before the first section/,
    ],
  ])('refuses %s by its line', (_what, changes, message) => {
    const read = (): unknown => parseInstance(text(changes));
    expect(read).toThrow(Fault);
    expect(read).toThrow(message);
  });

  it('says which section is missing', () => {
    expect(() => parseInstance('SECTION_HORIZON\n7')).toThrow(/no SECTION_SHIFTS/);
  });
});

describe('the cost of a roster (SPEC PRO-21)', () => {
  it.each([
    ['--------------', 3 + 100 + 200],
    ['--EE----------', 0 + 0 + 100],
    ['-----LL-------', 3 + 2 + 100 + 200],
  ])('of %s is %i', (row, cost) => {
    expect(rosterCost(instance, grid(row))).toBe(cost);
  });

  it('charges people too many', () => {
    const two = parseInstance(text({ 'A,E=14|L=2,4320,960,3,2,2,1': 'A,E=14,4320,0,3,1,1,1\nB,E=14,4320,0,3,1,1,1' }));
    expect(rosterCost(two, [...grid('--E-----------'), ...grid('--E-----------')])).toBe(1 + 200);
  });
});

describe('the hard rules (SPEC PRO-22)', () => {
  it.each([
    ['--EE----------', []],
    ['EE------------', [/works on day 0, a day off/]],
    ['---EEEE-------', [/works 4 days in a row/]],
    ['--E---EE------', [/works 1 days in a row from day 2; the least is 2/]],
    ['--EE-EE-------', [/is off 1 days in a row/]],
    ['--LE----------', [/works L on day 2 and E the day after/]],
    ['--LLL---------', [/works L 3 times; the most is 2/]],
    ['-----EE----EE-', [/works 2 weekends/]],
    ['-----------E--', [/works 480 minutes; the least is 960/, /works 1 days in a row/]],
    ['-EE', [/not one known shift or none/]],
  ])('in %s', (row, expected) => {
    const found = rosterViolations(instance, grid(row));
    expect(found).toHaveLength(expected.length);
    for (const pattern of expected) expect(found.some((each) => pattern.test(each))).toBe(true);
  });

  it('let stretches at the edges of the horizon be short, and days off too', () => {
    const open = parseInstance(text({ 'A,0,13': '', '960,3,2,2,1': '0,3,2,2,2' }));
    expect(rosterViolations(open, grid('E-------------'))).toEqual([]);
    expect(rosterViolations(open, grid('E--EE--------E'))).toEqual([]);
    expect(rosterViolations(open, grid('-EE---------E-'))).toEqual([expect.stringMatching(/works 1 days in a row/)]);
  });

  it('limits that contradict the least minutes are left aside, and said (SPEC PRO-23)', () => {
    const odd = parseInstance(text({ 'E=14|L=2,4320,960': 'E=1|L=0,4320,960' }));
    const { instance: waived, waived: words } = waiveImpossibleLimits(odd);
    expect(words).toEqual([expect.stringMatching(/^A: .* allow 480 minutes and the least is 960/)]);
    expect(waived.staff[0]?.maxShifts).toEqual([14, 0]);
    expect(waiveImpossibleLimits(instance)).toEqual({ instance, waived: [] });
  });
});
