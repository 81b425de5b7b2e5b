import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/renderer/tickets/export-view.ts';
import { layOut } from '../../src/renderer/tickets/layout.ts';
import { partsOf } from '../../src/renderer/tickets/stretch.ts';

const layout = layOut(
  [
    { key: 'p1', count: 3, folded: false },
    { key: 'p2', count: 700, folded: true },
    { key: 'p3', count: 2000, folded: false },
  ],
  true,
);

test('a stretch is read section by section: heads and folded groups are passed over, either way round', () => {
  // Items: head, 3 rows, head (folded), head, 2000 rows.
  expect(partsOf(layout, 2, 3)).toEqual([{ section: 0, offset: 1, count: 2 }]);
  const across = [
    { section: 0, offset: 2, count: 1 },
    { section: 2, offset: 0, count: 1000 },
  ];
  expect(partsOf(layout, 3, 1005)).toEqual(across);
  expect(partsOf(layout, 1005, 3)).toEqual(across);
  expect(partsOf(layout, 0, 0)).toEqual([]);
  expect(partsOf(layout, 0, layout.items - 1).reduce((sum, part) => sum + part.count, 0)).toBe(2003);
});

test('a stretch of a board without groups is one part', () => {
  const flat = layOut([{ key: null, count: 90, folded: false }], false);
  expect(partsOf(flat, 10, 19)).toEqual([{ section: 0, offset: 10, count: 10 }]);
});

test('a view exports under its own name, without what file systems refuse', () => {
  expect(fileNameOf('At risk')).toBe('At risk.csv');
  expect(fileNameOf('P1/P2: "now"?')).toBe('P1 P2 now.csv');
  expect(fileNameOf('..//')).toBe('tickets.csv');
  expect(fileNameOf('***')).toBe('tickets.csv');
});
