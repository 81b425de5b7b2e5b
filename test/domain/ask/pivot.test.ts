import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultColumns, uniqueNames } from '../../../src/domain/ask/columns.ts';
import { localClock } from '../../../src/domain/ask/local-time.ts';
import { pivoter, type Measure, type Pivot, type PivotSpec, type Value } from '../../../src/domain/ask/pivot.ts';
import { localIso } from '../../../src/domain/exchange/zone-clock.ts';

type Line = readonly [Value, Value, number | null];
const names = ['owner', 'priority', 'hours'];
const made = (lines: readonly Line[], spec: Partial<PivotSpec>): Pivot => {
  const table = pivoter({ rows: ['owner'], columns: ['priority'], measure: 'count', of: null, ...spec }, names);
  for (const line of lines) table.add(line);
  return table.done();
};

const work: readonly Line[] = [
  ['Ben', 'p2', 4],
  ['Ada', 'p1', 1],
  [null, 'p2', 10],
  ['Ada', 'p2', null],
  ['Ada', 'p2', 3],
  ['Ada', 'p1', 2],
];

describe('a pivot table (ASK-30)', () => {
  it('counts rows, nothing first, and totals both ways', () => {
    expect(made(work, {})).toEqual({
      rowKeys: [[null], ['Ada'], ['Ben']],
      columnKeys: [['p1'], ['p2']],
      cells: [
        [0, 1],
        [2, 2],
        [0, 1],
      ],
      rowTotals: [1, 4, 1],
      columnTotals: [2, 4],
      grandTotal: 6,
    });
  });

  it('measures numbers, and tells nothing of a cell without any', () => {
    expect(made(work, { measure: 'sum', of: 'hours' }).cells).toEqual([
      [null, 10],
      [3, 3],
      [null, 4],
    ]);
    expect(made(work, { measure: 'count', of: 'hours' }).rowTotals).toEqual([1, 3, 1]);
    expect(made(work, { measure: 'max', of: 'hours' }).columnTotals).toEqual([2, 10]);
  });

  it('makes the total of a median of the values, not of the medians (ASK-31)', () => {
    const lines: readonly Line[] = [
      ['Ada', 'p1', 1],
      ['Ada', 'p1', 2],
      ['Ada', 'p1', 3],
      ['Ada', 'p2', 100],
    ];
    const { cells, rowTotals } = made(lines, { measure: 'median', of: 'hours' });
    expect(cells).toEqual([[2, 100]]);
    expect(rowTotals).toEqual([2.5]);
  });

  it('is one number where nothing makes rows or columns', () => {
    expect(made(work, { rows: [], columns: [] })).toMatchObject({ cells: [[6]], grandTotal: 6 });
    expect(made([], { rows: [], columns: [] })).toMatchObject({ cells: [], grandTotal: 0 });
  });

  it('orders numbers by size and texts by their numbers', () => {
    const keys = (values: readonly Value[]) =>
      made(
        values.map((value): Line => [value, 'p1', 1]),
        {},
      ).rowKeys.flat();
    expect(keys([10, 9, 'level 10', 'level 9', null, '2'])).toEqual([null, 9, 10, '2', 'level 9', 'level 10']);
    expect(keys([1, '1'])).toEqual([1, '1']);
  });

  it('refuses what it cannot measure, by its field', () => {
    const refused = (spec: Partial<PivotSpec>) => () => made(work, spec);
    expect(refused({ rows: ['ownr'] })).toThrow('There is no column “ownr”. Perhaps “owner” is meant.');
    expect(refused({ measure: 'sum' })).toThrow('Choose the column');
    expect(refused({ measure: 'sum', of: 'priority' })).toThrow('“priority” holds texts such as “p2”');
    const many = Array.from({ length: 201 }, (_, index): Line => ['Ada', index, 1]);
    expect(() => made(many, {})).toThrow('more than 200 columns');
  });
});

const measures: readonly Measure[] = ['count', 'sum', 'mean', 'median', 'min', 'max', 'p90'];

/** The same by looking at all lines once for each cell. */
function naive(lines: readonly Line[], measure: Measure): number | null {
  if (measure === 'count') return lines.length;
  const values = lines.flatMap(([, , hours]) => (hours === null ? [] : [hours])).sort((a, b) => a - b);
  if (values.length === 0) return null;
  const sum = values.reduce((a, b) => a + b, 0);
  const share = (part: number): number => {
    const place = part * (values.length - 1);
    const low = values[Math.floor(place)]!;
    const high = values[Math.ceil(place)]!;
    return low + (high - low) * (place - Math.floor(place));
  };
  const all = {
    sum,
    mean: sum / values.length,
    median: share(0.5),
    p90: share(0.9),
    min: values[0]!,
    max: values.at(-1)!,
  };
  return all[measure];
}

const line: fc.Arbitrary<Line> = fc.tuple(
  fc.constantFrom<Value>('Ada', 'Ben', null, 7, '7'),
  fc.constantFrom<Value>('p1', 'p2', 'p3'),
  fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null }),
);

describe('of any lines', () => {
  it('every cell and total is what a naive count gives, and totals of sums are the sums', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), fc.constantFrom(...measures), (lines, measure) => {
        const table = made(lines, { measure, of: measure === 'count' ? null : 'hours' });
        const of = (keep: (line: Line) => boolean) => {
          const value = naive(lines.filter(keep), measure);
          return value === null ? null : (expect.closeTo(value, 6) as unknown);
        };
        table.rowKeys.forEach(([owner], row) => {
          expect(table.rowTotals[row]).toEqual(of((each) => each[0] === owner));
          table.columnKeys.forEach(([priority], column) =>
            expect(table.cells[row]![column]).toEqual(of((each) => each[0] === owner && each[1] === priority)),
          );
        });
        table.columnKeys.forEach(([priority], column) =>
          expect(table.columnTotals[column]).toEqual(of((each) => each[1] === priority)),
        );
        if (lines.length > 0) expect(table.grandTotal).toEqual(of(() => true));
        if (measure !== 'sum' && measure !== 'count') return;
        const sum = (values: readonly (number | null)[]) =>
          values.reduce<number>((all, value) => all + (value ?? 0), 0);
        expect(sum(table.rowTotals)).toBe(sum(table.cells.flat()));
        expect(sum(table.columnTotals)).toBe(table.grandTotal ?? 0);
      }),
    );
  });
});

describe('groups of lines', () => {
  const grouped = measures.filter((measure) => measure !== 'median' && measure !== 'p90');

  it('make the same table as the lines themselves', () => {
    const hours = fc.array(fc.option(fc.integer({ min: -99, max: 99 })), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, hours)), fc.constantFrom(...grouped), (all, measure) => {
        const one = made(
          all.flatMap(([[owner, priority], each]) => each.map((value): Line => [owner, priority, value])),
          { measure, of: 'hours' },
        );
        const table = pivoter(
          { rows: ['owner'], columns: ['priority'], measure: 'count', of: null },
          ['owner', 'priority'],
          measure,
        );
        for (const [[owner, priority], each] of all) {
          const values = each.filter((value) => value !== null);
          const some = values.length > 0;
          table.addGroup([owner, priority], {
            n: values.length,
            sum: some ? values.reduce((a, b) => a + b, 0) : null,
            min: some ? Math.min(...values) : null,
            max: some ? Math.max(...values) : null,
          });
        }
        expect(table.done()).toEqual(one);
      }),
    );
  });
});

describe('what an answer holds', () => {
  it('has no name twice', () => {
    expect(uniqueNames(['n', 'n', 'n_2', 'n'])).toEqual(['n', 'n_2', 'n_2_2', 'n_3']);
  });

  it('is told by name and content', () => {
    const rows = [
      [1, 'a', 5, null, 9],
      [2, 3, 6.5, null, 8],
    ];
    expect(resultColumns(['ticket', 'x', 'n', 'none', 'at_ms'], rows).map(({ kind }) => kind)).toEqual([
      'ticket',
      'text',
      'number',
      'text',
      'ms',
    ]);
  });

  it('has times by the clock of the desk, summer and winter (ASK-2)', () => {
    for (const zone of ['Europe/Lisbon', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']) {
      const local = localClock(zone);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
          const at = seconds * 1000;
          expect(local(at)).toBe(localIso(at, zone).slice(0, 19).replace('T', ' '));
        }),
        { numRuns: 300 },
      );
    }
    const lisbon = localClock('Europe/Lisbon');
    expect([Date.UTC(2026, 2, 29, 0, 59, 59), Date.UTC(2026, 2, 29, 1)].map(lisbon)).toEqual([
      '2026-03-29 00:59:59',
      '2026-03-29 02:00:00',
    ]);
  });
});
