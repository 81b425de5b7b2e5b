import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivedSchema } from '../../../src/contract/index.ts';
import { createDeriver, derivedCount } from '../../../src/domain/exchange/derive.ts';
import { createProfile, joined, looksSwapped } from '../../../src/domain/exchange/profile.ts';
import { readPattern, splitText } from '../../../src/domain/exchange/text-pattern.ts';
import { zoneOf } from '../../../src/domain/calendar/zone.ts';
import { ticketDays } from '../../../src/domain/metrics/days.ts';

const split = (pattern: string, text: string) => splitText(readPattern(pattern), text);

describe('a text is split by a pattern (IMP-30)', () => {
  it('each part to where what is behind it first comes, the last to the end', () => {
    expect(split('{a} - {b}: "{c}"', 'CL1 - Too small: "He said: "no" - twice"')).toEqual([
      'CL1',
      'Too small',
      'He said: "no" - twice',
    ]);
    expect(split('[{a}] {b}', '[] ')).toEqual(['', '']);
    expect(split('{a}|{b}', 'none')).toBeNull();
    expect(split('x{a}', 'yz')).toBeNull();
    // What is before and behind may not lie over each other.
    expect(split('ab{a}ba', 'aba')).toBeNull();
  });

  it('gives back what was put together, wherever no part holds what stands between', () => {
    const part = fc.stringMatching(/^[a-z0-9]{0,8}$/);
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(' - ', ': "', '||'),
        (parts, mark) => {
          const pattern = parts.map((_, at) => `{p${at}}`).join(mark);
          expect(split(pattern, parts.join(mark))).toEqual(parts);
        },
      ),
    );
  });

  it.each([
    ['no part', /names no part/],
    ['{a}{b}', /side by side/],
    ['{} - {b}', /has no name/],
    ['{a} - {A}', /same name/],
    ['{a} - }', /brace/],
  ])('refuses %j, saying why', (pattern, words) => {
    expect(() => readPattern(pattern)).toThrow(words);
  });
});

describe('columns are made of others (IMP-30, IMP-31)', () => {
  const steps = [
    { kind: 'split', column: 'text', pattern: '{Code}: {Words}' },
    { kind: 'lookUp', column: 'Code', letters: 2, header: 'Kind', values: ['Beauty', 'Home'] },
    { kind: 'lookUp', column: 'Words', header: 'Said', values: { YES: 'agreed' } },
  ].map((each) => derivedSchema.parse(each));

  it('one of another that was made before it; what is not as expected is blank and said', () => {
    const { header, cells } = createDeriver(steps, ['Id', 'Text']);
    expect([header, derivedCount(steps)]).toEqual([['Id', 'Text', 'Code', 'Words', 'Kind', 'Said'], 4]);
    const warned: string[] = [];
    const warn = (reason: string, column: string, value: string) => void warned.push(`${column} ${value}: ${reason}`);
    expect(cells(['1', 'be77: Yes'], warn)).toEqual(['1', 'be77: Yes', 'be77', 'Yes', 'Beauty', 'agreed']);
    expect([warned, cells(['2'], warn), warned]).toEqual([[], ['2', '', '', '', '', ''], []]);
    expect(cells(['3', 'free text'], warn)).toEqual(['3', 'free text', '', '', '', '']);
    expect(cells(['4', 'xx1: constructor'], warn)).toEqual(['4', 'xx1: constructor', 'xx1', 'constructor', '', '']);
    expect(warned).toEqual([
      'text free text: This is not as the pattern {Code}: {Words} says; the columns made of it are blank.',
      'Code xx1: The table of Kind has nothing for this; it is blank.',
      'Words constructor: The table of Said has nothing for this; it is blank.',
    ]);
  });

  it('a part at an end may be of nothing but the blank beside it', () => {
    const { cells } = createDeriver(
      [derivedSchema.parse({ kind: 'split', column: 'Text', pattern: '{A} - {B}' })],
      ['Text'],
    );
    expect([cells(['Router - ']), cells([' - broken'])].map((row) => row.slice(1))).toEqual([
      ['Router', ''],
      ['', 'broken'],
    ]);
  });

  it('refuses a column that is not there, and a table with one code twice', () => {
    expect(() => createDeriver(steps, ['Id'])).toThrow(/no column "text"/);
    const twice = derivedSchema.parse({
      kind: 'lookUp',
      column: 'Id',
      letters: 2,
      header: 'K',
      values: ['Home', 'Hope'],
    });
    expect(() => createDeriver([twice], ['Id'])).toThrow(/code "ho"/);
  });
});

describe('dates that a spreadsheet swapped (IMP-32)', () => {
  const seen = (dates: readonly string[]): boolean => {
    const profile = createProfile(['at'], [0], []);
    for (const date of dates) profile.add([date]);
    return looksSwapped(joined([profile.dates(0)]));
  };
  const texts = ['1/17/2023', '6/26/2023', '3/14/2023', '9/20/2023', '12/31/2023'];
  const years = ['2023-04-03', '2023-12-10', '2023-01-12', '2023-09-12', '2023-08-11'];
  it('are suspected only where none of one kind and each of the other has a day above 12', () => {
    expect(seen([...texts, ...years])).toBe(true);
    expect(seen([...texts, ...years, '2023-04-13'])).toBe(false);
    expect(seen([...texts, ...years, '4/3/2023'])).toBe(false);
    expect([seen(texts), seen(years), seen([...texts, ...years.slice(1)])]).toEqual([false, false, false]);
  });
});

describe('days of a ticket (IMP-33)', () => {
  const lisbon = zoneOf('Europe/Lisbon');
  const at = (text: string): number => Date.parse(text);
  it('are those of the calendar, to its solution or to today; less than so many is timely', () => {
    const createdAt = at('2026-03-28T23:30Z');
    // The day of 23 hours counts as one.
    const solved = (text: string) => ticketDays({ createdAt, solvedAt: at(text) }, lisbon, 0, 14);
    expect(solved('2026-03-29T22:59Z')).toEqual({ toResolve: 1, open: null, isTimely: true });
    expect(solved('2026-03-29T23:00Z')).toEqual({ toResolve: 2, open: null, isTimely: true });
    expect(solved('2026-04-10T12:00Z')).toMatchObject({ toResolve: 13, isTimely: true });
    expect(solved('2026-04-11T12:00Z')).toMatchObject({ toResolve: 14, isTimely: false });
    const open = ticketDays({ createdAt, solvedAt: null }, lisbon, at('2026-04-20T12:00Z'), 14);
    expect(open).toEqual({ toResolve: null, open: 23, isTimely: false });
  });
});
