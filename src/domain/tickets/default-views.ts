import type { ColumnKey, View } from '../../contract/index.ts';

/** The columns a board starts with; the subject takes what the window has left. */
export const defaultColumns: readonly { readonly key: ColumnKey; readonly width: number }[] = [
  { key: 'number', width: 64 },
  { key: 'priority', width: 30 },
  { key: 'subject', width: 226 },
  { key: 'requester', width: 118 },
  { key: 'queue', width: 96 },
  { key: 'channel', width: 30 },
  { key: 'assignee', width: 36 },
  { key: 'due', width: 188 },
];

type DefaultView = Omit<View, 'id' | 'pinned'> & { readonly key: string };

type Base = Pick<View, 'urgent' | 'groupBy' | 'layout' | 'kanbanBy' | 'columns'>;

/** A fresh copy for each view: none may share its columns with another. */
const base = (): Base => ({
  urgent: false,
  groupBy: null,
  layout: 'table',
  kanbanBy: 'status',
  columns: defaultColumns.map((column) => ({ ...column })),
});
const dueFirst: View['sort'] = [{ by: 'due', descending: false }];

/** The views every desk has, in order. A pinned view can be changed; deleting it brings it back as it is here. */
export const defaultViews: readonly DefaultView[] = [
  { key: 'my-queue', name: 'My queue', filter: { open: true, assignee: ['me'] }, sort: dueFirst, ...base() },
  { key: 'unassigned', name: 'Unassigned', filter: { open: true, assignee: [null] }, sort: dueFirst, ...base() },
  { key: 'at-risk', name: 'At risk', filter: { open: true, band: ['atRisk'] }, sort: dueFirst, ...base() },
  {
    key: 'breached',
    name: 'Breached',
    filter: { open: true, band: ['breached'] },
    sort: dueFirst,
    ...base(),
    urgent: true,
  },
  {
    key: 'p1',
    name: 'P1 incidents',
    filter: { open: true, priority: ['p1'] },
    sort: dueFirst,
    ...base(),
    urgent: true,
  },
  {
    key: 'pending',
    name: 'Pending customer',
    filter: { status: ['pending'] },
    sort: [{ by: 'updated', descending: false }],
    ...base(),
  },
  {
    key: 'owner-off',
    name: 'Owner off shift',
    filter: { open: true, assignee: ['off'] },
    sort: dueFirst,
    ...base(),
  },
  {
    key: 'solved-today',
    name: 'Solved today',
    filter: { solvedToday: true },
    sort: [{ by: 'solved', descending: true }],
    ...base(),
  },
  { key: 'open', name: 'All open', filter: { open: true }, sort: dueFirst, ...base() },
  { key: 'all', name: 'All tickets', filter: {}, sort: [{ by: 'created', descending: true }], ...base() },
];
