import { expect, test } from 'vitest';
import type { Report, ReportCell } from '../../../src/contract/index.ts';
import { builtIns } from '../../../src/domain/reports/built-in.ts';
import { comesAt, firstDue, nextWords } from '../../../src/renderer/reports/tell.ts';
import { withSeen } from '../../../src/renderer/reports/seen.ts';
import { newIssues } from '../../../src/renderer/reports/news.ts';
import { bw } from '../../../src/renderer/strings/en-reports-built.ts';
import { cellWords, isFigures } from '../../../src/renderer/ui/report-cell.ts';

const friday = Date.parse('2026-11-27T12:00:00Z');
const report = (part: Partial<Report>): Report => ({
  ...builtIns.daily,
  key: 'daily',
  builtIn: true,
  nextAt: null,
  last: null,
  failed: null,
  ...part,
});

test('when something comes is told by the day, in the zone of the desk', () => {
  const at = (iso: string, zone = 'UTC'): string => comesAt(Date.parse(iso), zone, friday);
  expect([
    at('2026-11-27T16:00:00Z'),
    at('2026-11-28T08:30:00Z'),
    at('2026-11-30T08:30:00Z'),
    at('2026-12-03T08:30:00Z'),
    at('2026-12-04T08:30:00Z'),
    at('2027-01-04T08:30:00Z'),
    at('2026-11-26T08:30:00Z'),
  ]).toEqual([
    'today at 16:00',
    'tomorrow at 08:30',
    'Monday at 08:30',
    'Thursday at 08:30',
    '4 Dec at 08:30',
    '4 Jan 2027 at 08:30',
    '26 Nov at 08:30',
  ]);
  expect(at('2026-11-27T23:30:00Z', 'Europe/Berlin')).toBe('tomorrow at 00:30');
});

test('the first to come is the earliest of those that are due', () => {
  const at = (nextAt: number | null, title: string): Report => report({ nextAt, title });
  expect(firstDue([at(null, 'a'), at(20, 'b'), at(10, 'c')])).toEqual({ title: 'c', at: 10 });
  expect(firstDue([at(null, 'a')])).toBeUndefined();
});

test('why none comes is told: paused, by hand, or nothing due', () => {
  const monday = Date.parse('2026-11-30T08:30:00Z');
  const words = (part: Partial<Report>): string => nextWords(report(part), 'UTC', friday);
  expect([words({ nextAt: monday }), words({ paused: true }), words({ time: null }), words({})]).toEqual([
    'Next Monday at 08:30',
    'Paused',
    'By hand alone',
    'None is due',
  ]);
});

test('times are told in words', () => {
  const time = { at: '09:00', weekday: 1, nth: 2, workdays: true } as const;
  expect([
    bw.timeWords(null),
    bw.timeWords({ ...time, every: 'day' }),
    bw.timeWords({ ...time, every: 'day', workdays: false }),
    bw.timeWords({ ...time, every: 'week' }),
    bw.timeWords({ ...time, every: 'workday', nth: 3 }),
    bw.timeWords({ ...time, every: 'weekday' }),
    bw.timeWords({ ...time, every: 'workday', nth: 10 }),
  ]).toEqual([
    'Made by hand alone',
    'Every working day at 09:00',
    'Every day at 09:00',
    'Every Tuesday at 09:00',
    '3rd working day of the month at 09:00',
    '2nd Tuesday of the month at 09:00',
    '10th working day of the month at 09:00',
  ]);
});

test('an issue is news once, where it came by itself and after the first look', () => {
  const row = (id: string, dueAt: number | null, madeAt = 1) => ({
    id,
    key: 'daily' as const,
    kind: 'daily' as const,
    title: id,
    period: { from: '2026-11-26', days: 1 },
    dueAt,
    madeAt,
    sentAt: null,
    comments: 0,
  });
  const rows = [row('due', 5), row('by hand', null), row('known', 3), row('before the first look', 2, 0)];
  expect(newIssues(null, rows)).toEqual([]);
  expect(newIssues({ ids: new Set(['known']), began: 1 }, rows).map(({ id }) => id)).toEqual(['due']);
});

test('what was opened is kept, the latest first, and no more than a thousand', () => {
  const seen = ['a', 'b'];
  expect(withSeen(seen, 'b')).toBe(seen);
  expect(withSeen(seen, 'c')).toEqual(['c', 'a', 'b']);
  const many = Array.from({ length: 1000 }, (_, index) => String(index));
  expect(withSeen(many, 'new')).toHaveLength(1000);
  expect(withSeen(many, 'new')[0]).toBe('new');
});

test('cells are told by their kind; figures there are none of are a dash, words nothing', () => {
  const words = (cell: ReportCell): string => cellWords(cell, 'UTC', friday);
  expect([
    words({ kind: 'count', value: 1234 }),
    words({ kind: 'share', value: 0.941 }),
    words({ kind: 'minutes', value: 45 }),
    words({ kind: 'hours', value: 25.04 }),
    words({ kind: 'text', value: 42 }),
    words({ kind: 'text', value: null }),
    words({ kind: 'share', value: null }),
    words({ kind: 'instant', value: Date.parse('2026-11-27T08:30:00Z') }),
    words({ kind: 'number', value: 4.567 }),
  ]).toEqual([
    '1,234',
    expect.stringMatching(/^94\.1\s%$/),
    expect.stringMatching(/^45\smin$/),
    '25.0 h',
    '#42',
    '',
    '–',
    '08:30',
    '4.57',
  ]);
});

test('a column holds figures where any of its rows has one', () => {
  const rows: ReportCell[][] = [
    [
      { kind: 'text', value: 'CSAT' },
      { kind: 'share', value: null },
      { kind: 'text', value: 42 },
    ],
    [
      { kind: 'text', value: 'Open' },
      { kind: 'count', value: 3 },
      { kind: 'text', value: 'steady' },
    ],
  ];
  expect([0, 1, 2, 3].map((column) => isFigures(rows, column))).toEqual([false, true, false, false]);
});
