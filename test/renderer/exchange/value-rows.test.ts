import { describe, expect, it } from 'vitest';
import type { ImportIssue } from '../../../src/contract/index.ts';
import { hasColumn, valueRows, withValue } from '../../../src/renderer/exchange/value-rows.ts';
import { inspectionOf, mappingOf } from './build.ts';

const columns = [
  ['id', 'externalId'],
  ['State', 'status'],
] as const;
const found = { values: { status: { offen: 'open' }, priority: {}, channel: {} } } as const;
const issue = (column: string, value: string): ImportIssue => ({
  line: 9,
  severity: 'warning',
  column,
  value,
  reason: 'This status is not mapped; the ticket is read as open.',
});

describe('values of a column', () => {
  const mapping = mappingOf(columns, found);
  const inspection = inspectionOf(mapping, [
    ['1', 'Offen'],
    ['2', 'Seltsam'],
    ['3', ' '],
    ['4', '-'],
  ]);

  it('come from the first rows and from the mapping; what nothing explains comes first', () => {
    expect(valueRows('status', mapping, inspection, [])).toEqual([
      { key: 'seltsam', meaning: null },
      { key: 'offen', meaning: 'open' },
    ]);
  });

  it('keep their place when they are given a meaning', () => {
    const mapped = withValue(mapping, 'status', 'Seltsam', 'hold');
    expect(valueRows('status', mapped, inspection, [])).toEqual([
      { key: 'seltsam', meaning: 'hold' },
      { key: 'offen', meaning: 'open' },
    ]);
  });

  it('take in what a dry run could not read of that column, and of no other', () => {
    const rows = valueRows('status', mapping, inspection, [issue('State', 'Ganz neu?!'), issue('Other', 'x')]);
    expect(rows.map(({ key }) => key)).toEqual(['seltsam', 'ganz neu?!', 'offen']);
  });

  it('are known by the words of many systems without a mapping', () => {
    const bare = mappingOf(columns);
    const rows = valueRows('status', bare, inspectionOf(bare, [['1', 'Awaiting customer']]), []);
    expect(rows).toEqual([{ key: 'awaiting customer', meaning: 'pending' }]);
  });

  it('have nothing to do with what every object has by nature', () => {
    const bare = mappingOf(columns);
    const rows = valueRows(
      'status',
      bare,
      inspectionOf(bare, [
        ['1', 'constructor'],
        ['2', '__proto__'],
      ]),
      [],
    );
    expect(rows).toEqual([{ key: 'constructor', meaning: null }]);
    expect(withValue(bare, 'status', '__proto__', 'open')).toBe(bare);
  });

  it('are shown only where a column goes to the field', () => {
    expect(hasColumn(mapping, 'status')).toBe(true);
    expect(hasColumn(mapping, 'channel')).toBe(false);
  });
});
