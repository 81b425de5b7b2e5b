import { expect, test } from 'vitest';
import type { View } from '../../src/contract/index.ts';
import { fitColumns, toggleColumn, tracksOf } from '../../src/renderer/tickets/columns.ts';
import {
  groupFilter,
  isChanged,
  same,
  usedFields,
  withoutField,
  withValues,
} from '../../src/renderer/tickets/filter-fields.ts';
import {
  allPicked,
  asSelection,
  isPicked,
  nothingPicked,
  pick,
  pickedCount,
  togglePick,
} from '../../src/renderer/tickets/selection.ts';
import { clickedSort } from '../../src/renderer/tickets/sorting.ts';

const view: View = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'At risk',
  pinned: true,
  urgent: false,
  filter: { status: ['open'] },
  sort: [{ by: 'due', descending: false }],
  groupBy: null,
  layout: 'table',
  kanbanBy: 'status',
  columns: [
    { key: 'number', width: 66 },
    { key: 'subject', width: 226 },
    { key: 'queue', width: 92 },
    { key: 'due', width: 184 },
  ],
};

test('a selection is some tickets, or all of the view but some', () => {
  const two = pick(nothingPicked, ['a', 'b'], true);
  expect(asSelection(two, {})).toEqual({ ids: ['a', 'b'] });
  expect(asSelection(togglePick(two, 'a'), {})).toEqual({ ids: ['b'] });
  expect(asSelection(nothingPicked, {})).toBeNull();
  const allButOne = togglePick(allPicked, 'a');
  expect(isPicked(allButOne, 'a')).toBe(false);
  expect(isPicked(allButOne, 'z')).toBe(true);
  expect(pickedCount(allButOne, 1_000_000)).toBe(999_999);
  expect(asSelection(allButOne, view.filter)).toEqual({ filter: { status: ['open'] }, except: ['a'] });
});

test('a click sorts by one column, Shift and a click by several', () => {
  const due = clickedSort([], 'due', false);
  expect(due).toEqual([{ by: 'due', descending: false }]);
  expect(clickedSort(due, 'due', false)).toEqual([{ by: 'due', descending: true }]);
  const both = clickedSort(due, 'priority', true);
  expect(both.map((key) => key.by)).toEqual(['due', 'priority']);
  const turned = clickedSort(both, 'priority', true);
  expect(turned[1]).toEqual({ by: 'priority', descending: true });
  expect(clickedSort(turned, 'priority', true)).toEqual(due);
  expect(clickedSort(both, 'priority', false)).toEqual([{ by: 'priority', descending: false }]);
});

test('filters gain and lose fields, and a group narrows them', () => {
  const filter = withValues(view.filter, 'assignee', [null, 'me']);
  expect(usedFields(filter)).toEqual(['status', 'assignee']);
  expect(withValues(filter, 'assignee', [])).toEqual(view.filter);
  expect(withoutField({ createdFrom: 1, createdTo: 2, open: true }, 'created')).toEqual({ open: true });
  expect(groupFilter({ priority: ['p1', 'p2'] }, 'priority', 'p2')).toEqual({ priority: ['p2'] });
  expect(groupFilter({}, 'assignee', null)).toEqual({ assignee: [null] });
});

test('a view is changed when filter, sort or grouping differ, not by the order of keys or by its shape', () => {
  expect(isChanged(view, undefined)).toBe(false);
  expect(isChanged(view, { filter: { status: ['open'] }, layout: 'kanban' })).toBe(false);
  expect(isChanged(view, { groupBy: 'band' })).toBe(true);
  expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(same({ a: 1, b: [2, 3] }, { b: [2, 3], a: 1 })).toBe(true);
  expect(same([1, 2], [2, 1])).toBe(false);
});

test('where there is no room the least needed columns give way, and the subject takes the rest', () => {
  expect(fitColumns(view.columns, 800)).toEqual(view.columns);
  expect(fitColumns(view.columns, 420).map((column) => column.key)).toEqual(['number', 'subject', 'due']);
  expect(tracksOf(view.columns)).toBe('36px 66px minmax(120px, 1fr) 92px 184px');
  expect(toggleColumn(view.columns, 'requester').map((column) => column.key)).toEqual([
    'number',
    'subject',
    'requester',
    'queue',
    'due',
  ]);
  expect(toggleColumn([{ key: 'due', width: 100 }], 'due')).toHaveLength(1);
});
