import { describe, expect, it } from 'vitest';
import {
  answer,
  columnNames,
  dateExample,
  draftOf,
  examplesOf,
  missingFields,
  openQuestions,
  readIn,
  sendTo,
  tally,
  withSaved,
} from '../../../src/renderer/exchange/mapping.ts';
import { inspectionOf, mappingOf, orderQuestion, zoneQuestion } from './build.ts';

const asked = (): ReturnType<typeof inspectionOf> =>
  inspectionOf(
    mappingOf(
      [
        ['id', 'externalId'],
        ['made', 'createdAt'],
      ],
      { dateOrder: null, timeZone: null },
    ),
    [['1', '03/04/2026 10:00']],
    [orderQuestion, zoneQuestion],
  );

describe('questions', () => {
  it('stand open until each is answered; the suggestion answers nothing', () => {
    const draft = draftOf(asked());
    expect(openQuestions(draft).map(({ kind }) => kind)).toEqual(['dateOrder', 'timeZone']);
    const half = answer(draft, 'dateOrder', 'mdy');
    expect(openQuestions(half).map(({ kind }) => kind)).toEqual(['timeZone']);
    const whole = answer(half, 'timeZone', 'America/New_York');
    expect(openQuestions(whole)).toEqual([]);
    expect(whole.mapping).toMatchObject({ dateOrder: 'mdy', timeZone: 'America/New_York' });
  });

  it('can be answered otherwise later, and stay on screen', () => {
    const first = answer(draftOf(asked()), 'dateOrder', 'mdy');
    const second = answer(first, 'dateOrder', 'dmy');
    expect(second.mapping.dateOrder).toBe('dmy');
    expect(second.questions).toHaveLength(2);
  });
});

describe('a column that becomes a date', () => {
  const columns = [
    ['id', 'externalId'],
    ['made', 'createdAt'],
    ['done', 'custom'],
  ] as const;
  const withCells = (cell: string, more = {}) =>
    inspectionOf(mappingOf(columns, more), [['1', '2026-04-03T10:00:00Z', cell]]);

  it('asks for the order and the zone that nobody has said anything about', () => {
    const inspection = withCells('03/04/2026 10:00');
    const next = sendTo(draftOf(inspection), inspection, 2, 'solvedAt', 'Europe/Berlin');
    expect(next.mapping).toMatchObject({ dateOrder: null, timeZone: null });
    expect(openQuestions(next).map(({ kind }) => kind)).toEqual(['dateOrder', 'timeZone']);
    expect(next.questions.at(-1)?.suggested).toBe('Europe/Berlin');
  });

  it('asks nothing where its dates say all themselves', () => {
    const inspection = withCells('2026-04-03T12:00:00+02:00');
    const next = sendTo(draftOf(inspection), inspection, 2, 'solvedAt', 'Europe/Berlin');
    expect(openQuestions(next)).toEqual([]);
    expect(next.mapping.columns[2]?.field).toBe('solvedAt');
  });

  it('takes the order that the file proves, unless its own dates contradict it', () => {
    const proved = { dateOrder: 'dmy', timeZone: 'Europe/Berlin' } as const;
    const fits = withCells('03/04/2026 10:00', proved);
    expect(openQuestions(sendTo(draftOf(fits), fits, 2, 'solvedAt', 'UTC'))).toEqual([]);
    const contradicts = withCells('03/24/2026 10:00', proved);
    const next = sendTo(draftOf(contradicts), contradicts, 2, 'solvedAt', 'UTC');
    expect(openQuestions(next).map(({ kind }) => kind)).toEqual(['dateOrder']);
  });

  it('does not ask twice', () => {
    const inspection = asked();
    const answered = answer(answer(draftOf(inspection), 'dateOrder', 'dmy'), 'timeZone', 'UTC');
    const next = sendTo(answered, inspection, 0, 'updatedAt', 'UTC');
    expect(openQuestions(next)).toEqual([]);
    expect(next.questions).toHaveLength(2);
  });
});

describe('a saved mapping', () => {
  const saved = mappingOf(
    [
      ['MADE', 'createdAt'],
      ['id', 'externalId'],
    ],
    { dateOrder: 'dmy', timeZone: 'Europe/Rome', values: { status: { offen: 'pending' }, priority: {}, channel: {} } },
  );

  it('answers what the file leaves open, and finds columns in another order', () => {
    const { mapping } = withSaved(asked(), saved);
    expect(mapping.columns.map(({ header, field }) => [header, field])).toEqual([
      ['id', 'externalId'],
      ['made', 'createdAt'],
    ]);
    expect(mapping).toMatchObject({ dateOrder: 'dmy', timeZone: 'Europe/Rome' });
    expect(mapping.values.status).toEqual({ offen: 'pending' });
  });

  it('does not override the order that the file proves', () => {
    const proved = inspectionOf(
      mappingOf(
        [
          ['id', 'externalId'],
          ['made', 'createdAt'],
        ],
        { dateOrder: 'mdy' },
      ),
    );
    expect(withSaved(proved, saved).mapping.dateOrder).toBe('mdy');
  });

  it('leaves a numeric order open where it knows none itself', () => {
    expect(withSaved(asked(), { ...saved, dateOrder: 'ymd' }).mapping.dateOrder).toBeNull();
  });

  it('is refused where the file lacks a column it needs', () => {
    const other = inspectionOf(mappingOf([['nothing', 'custom']]));
    expect(() => withSaved(other, saved)).toThrow(/no column/);
  });
});

describe('columns', () => {
  it('name what is missing, but not for JSON, which brings its own', () => {
    expect(missingFields(mappingOf([['id', 'externalId']]))).toEqual(['createdAt']);
    expect(missingFields(mappingOf([['a', 'custom']]))).toEqual(['externalId', 'createdAt']);
    expect(missingFields(mappingOf([], { format: 'zendeskJson' }))).toEqual([]);
  });

  it('give three different examples that say something', () => {
    const sample = [['a'], [' '], ['a'], ['b'], [], ['c'], ['d']];
    expect(examplesOf(sample, 0)).toEqual(['a', 'b', 'c']);
    expect(examplesOf(sample, 9)).toEqual([]);
  });

  it('are told apart where headers repeat or are blank', () => {
    expect(
      columnNames(
        mappingOf([
          ['id', 'custom'],
          ['id', 'custom'],
          ['', 'custom'],
        ]),
      ),
    ).toEqual(['id', 'id (2)', 'Column 3']);
  });

  it('are counted by where they go', () => {
    const mapping = mappingOf([
      ['a', 'externalId'],
      ['b', 'custom'],
      ['c', 'ignore'],
      ['d', 'custom'],
    ]);
    expect(tally(mapping)).toEqual({ mapped: 1, custom: 2, ignored: 1 });
  });
});

describe('a date to show', () => {
  it('is one that the orders read differently, where there is one', () => {
    const inspection = inspectionOf(mappingOf([['made', 'createdAt']]), [
      ['25/12/2026'],
      ['03/04/2026'],
      ['04/04/2026'],
    ]);
    expect(dateExample(inspection)).toBe('25/12/2026');
    const both = inspectionOf(mappingOf([['made', 'createdAt']]), [['04/04/2026'], ['03/04/2026']]);
    expect(dateExample(both)).toBe('03/04/2026');
  });

  it('is read in an order and a zone; nothing is thrown for what is none', () => {
    expect(readIn('03/04/2026 10:00', 'dmy', 'UTC')).toBe(Date.UTC(2026, 3, 3, 10));
    expect(readIn('03/04/2026 10:00', 'mdy', 'America/New_York')).toBe(Date.UTC(2026, 2, 4, 15));
    expect(readIn('nonsense', 'dmy', 'UTC')).toBeNull();
    expect(readIn('03/04/2026', 'dmy', 'Nowhere/None')).toBeNull();
  });
});
