import { columnOrderingFeature, columnSizingFeature, tableFeatures, type ColumnDef } from '@tanstack/react-table';
import type { ColumnKey, TicketRow, View } from '../../contract/index.ts';
import { t } from '../strings/en.ts';

export const boardFeatures = tableFeatures({ columnSizingFeature, columnOrderingFeature });
export type BoardFeatures = typeof boardFeatures;

export const columnKeys: readonly ColumnKey[] = [
  'number',
  'priority',
  'subject',
  'requester',
  'queue',
  'channel',
  'assignee',
  'due',
  'status',
  'category',
  'tags',
  'created',
  'updated',
  'solved',
];

/** Widths that a column starts with, px, as in the look. */
export const startWidths: Record<ColumnKey, number> = {
  number: 66,
  priority: 30,
  subject: 226,
  requester: 118,
  queue: 92,
  channel: 30,
  assignee: 34,
  due: 184,
  status: 84,
  category: 120,
  tags: 140,
  created: 104,
  updated: 104,
  solved: 104,
};

/** Too narrow for a word: the header is read out but not shown. */
export const iconColumns: ReadonlySet<ColumnKey> = new Set(['priority', 'channel', 'assignee']);
export const checkPx = 36;
export const narrowest = 28;
const subjectPx = 120;

export const boardColumns: ColumnDef<BoardFeatures, TicketRow>[] = columnKeys.map((key) => ({
  id: key,
  header: t.column[key],
  size: startWidths[key],
  minSize: narrowest,
  maxSize: 800,
}));

type Columns = View['columns'];

/** The order in which columns give way where the board is too narrow for all of them. */
const givesWay: readonly ColumnKey[] = [
  'tags',
  'category',
  'updated',
  'created',
  'solved',
  'queue',
  'requester',
  'channel',
  'status',
  'assignee',
  'priority',
];

const needed = (columns: Columns): number =>
  columns.reduce((sum, { key, width }) => sum + (key === 'subject' ? subjectPx : width), checkPx);

/** The columns that fit a width, px; what is chosen is kept, the rest comes back when there is room. */
export function fitColumns(columns: Columns, width: number): Columns {
  let fitting = columns;
  for (const key of givesWay) {
    if (needed(fitting) <= width) break;
    fitting = fitting.filter((column) => column.key !== key);
  }
  return fitting;
}

/** CSS grid tracks: the box to tick, then each column; the subject takes what is left. */
export function tracksOf(columns: Columns): string {
  const grows = columns.some(({ key }) => key === 'subject') ? 'subject' : columns.at(-1)?.key;
  const tracks = columns.map(({ key, width }) =>
    key === grows ? `minmax(${Math.min(width, subjectPx)}px, 1fr)` : `${width}px`,
  );
  return [`${checkPx}px`, ...tracks].join(' ');
}

/** Adds a column at its place in the usual order, or takes it away; the last one stays. */
export function toggleColumn(columns: Columns, key: ColumnKey): Columns {
  if (columns.some((column) => column.key === key)) {
    return columns.length === 1 ? columns : columns.filter((column) => column.key !== key);
  }
  const place = columnKeys.indexOf(key);
  const before = columns.findIndex((column) => columnKeys.indexOf(column.key) > place);
  const at = before === -1 ? columns.length : before;
  return [...columns.slice(0, at), { key, width: startWidths[key] }, ...columns.slice(at)];
}

export const widen = (columns: Columns, key: ColumnKey, width: number): Columns =>
  columns.map((column) => (column.key === key ? { key, width } : column));
