import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCsvReader } from '../../../src/domain/exchange/csv-reader.ts';
import type { CsvRecord } from '../../../src/domain/exchange/csv-reader.ts';
import { csvText, defuse, rejectsCsv, ticketsCsv, undefuse } from '../../../src/domain/exchange/csv-write.ts';
import { sniffText } from '../../../src/domain/exchange/sniff.ts';

const comma = { delimiter: ',', newline: '\n' } as const;

function readAll(
  text: string,
  pieces: readonly number[] = [],
  dialect: Parameters<typeof createCsvReader>[0] = comma,
): readonly CsvRecord[] {
  const reader = createCsvReader(dialect);
  const cuts = [0, ...pieces.map((piece) => piece % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  const chunks = cuts.slice(1).map((cut, i) => text.slice(cuts[i], cut));
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
}

const awkward = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '',
    '"',
    '""',
    ',',
    '\n',
    '\r\n',
    '\r',
    '=1',
    "'=1",
    "''+x",
    '-5',
    '-5,5',
    '@a',
    '\t',
    ' x ',
    '+',
    'a"b',
    '\u0000',
    '\u202E',
  ),
  fc.array(fc.constantFrom('"', ',', '\n', '\r', 'a', "'", '=', ' '), { maxLength: 8 }).map((parts) => parts.join('')),
);
const width = fc.integer({ min: 1, max: 5 });
const table = width.chain((n) =>
  fc.array(fc.array(awkward, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 6 }),
);
const cuts = fc.array(fc.nat(), { maxLength: 6 });

describe('CSV reading (IMP-4)', () => {
  test('any table our writer writes reads back the same, however the text is cut (IMP-20)', () => {
    fc.assert(
      fc.property(table, cuts, (rows, pieces) => {
        const records = readAll(csvText(rows).slice(1), pieces);
        expect(records.map((record) => record.cells.map(undefuse))).toEqual(rows);
        expect(records.every((record) => record.broken === null)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('agrees with csv-parse on RFC 4180, and says the line every record begins on', () => {
    const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
    const cell = fc
      .tuple(awkward, fc.boolean())
      .map(([text, always]) => (always || /[",\r\n]/.test(text) ? quoted(text) : text));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), cuts, (lines, end, pieces) => {
        const text = lines.map((line) => line.join(',') + end).join('');
        const records = readAll(text, pieces);
        const oracle: unknown = parse(text, { relax_column_count: true, record_delimiter: end });
        expect(records.map((record) => record.cells)).toEqual(oracle);
        const starts = lines.map(
          (_, i) =>
            lines
              .slice(0, i)
              .map((line) => line.join(',') + end)
              .join('')
              .split('\n').length,
        );
        expect(records.map((record) => record.line)).toEqual(starts);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['quotes within an unquoted field', 'a"b"c,5" pipe\n', [['a"b"c', '5" pipe']]],
    ['a quote within a quoted field that nobody doubled', '"say "hi" to, her",c\n', [['say "hi" to, her', 'c']]],
    [
      'blank lines',
      'a,b\n\n\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['no line end at the end', 'a,"b"', [['a', 'b']]],
    ['empty quoted field', '"",x\n', [['', 'x']]],
    ['carriage return within a line', 'a\rb,c\r\n', [['a\rb', 'c']]],
  ])('%s', (_name, text, rows) => {
    const records = readAll(text);
    expect(records.map((record) => record.cells)).toEqual(rows);
  });

  test('an unclosed quote breaks its own line, in whatever pieces the text comes', () => {
    const text = 'a,b\n1,"never\n2,x\n3,"closed, this one"\n4,"\n5,y\n';
    fc.assert(
      fc.property(cuts, (pieces) => {
        const records = readAll(text, pieces);
        expect(records.filter((record) => record.broken !== null).map((record) => record.line).length).toBeGreaterThan(
          0,
        );
        expect(records.at(-1)).toMatchObject({ line: 6, cells: ['5', 'y'] });
      }),
    );
  });

  test('what is sniffed is what was written', () => {
    const cell = fc.stringMatching(/^[a-z ]{0,8}$/);
    const rows = fc
      .integer({ min: 2, max: 6 })
      .chain((n) => fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: 2, maxLength: 9 }));
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, delimiter, end) => {
          const text = lines.map((line) => line.join(delimiter) + end).join('');
          const newline = end === '\r' ? '\r' : '\n';
          expect(sniffText(text)).toMatchObject({ container: 'csv', dialect: { delimiter, newline } });
        },
      ),
    );
    expect(sniffText('  [{"id":1}]').container).toBe('json');
    expect(sniffText('[id],name\n1,2\n').container).toBe('csv');
  });
});

describe('CSV writing (IMP-20)', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-cmd', "'-cmd"],
    ['-12', '-12'],
    ['-12.5', '-12.5'],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ["'=x", "''=x"],
    ["it's", "it's"],
    ['a=b', 'a=b'],
  ])('%j is written as %j', (cell, written) => {
    expect(defuse(cell)).toBe(written);
    expect(undefuse(written)).toBe(cell);
  });

  test('rejects: line and reason before the row as it stood', () => {
    const reject = {
      kind: 'reject',
      line: 3,
      column: 'When',
      value: 'x',
      reason: 'No date.',
      row: ['1', '=x', 'a,b'],
    } as const;
    expect(rejectsCsv(['Id', 'What', 'When'], [reject])).toBe(
      '\uFEFFForedesk line,Foredesk reason,Id,What,When\r\n3,When: No date.,1,\'=x,"a,b"\r\n',
    );
  });

  test('tickets: times in the zone, with their offset', () => {
    const row = {
      number: 7,
      subject: '=cmd',
      requester: 'Zoë',
      channel: 'email',
      status: 'solved',
      priority: 'p1',
      category: null,
      tags: ['a', 'b'],
      createdAt: Date.UTC(2026, 0, 13, 9),
      updatedAt: Date.UTC(2026, 6, 13, 9),
      solvedAt: null,
      band: 'none',
      queue: 'Billing',
      assignee: null,
    } as const;
    const line = ticketsCsv([row], 'Europe/Berlin').split('\r\n')[1];
    expect(line).toBe(
      "7,'=cmd,Zoë,email,solved,p1,Billing,,,a b,2026-01-13T10:00:00+01:00,2026-07-13T11:00:00+02:00,,none",
    );
  });
});
