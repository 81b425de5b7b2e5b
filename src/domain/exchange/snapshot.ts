import { handleFieldName, readHandleSeconds } from '../tickets/handle-time.ts';
import type { Channel, Priority, Status, TicketField } from '../../contract/index.ts';
import { createDateReader, saysUtc } from './date-reader.ts';
import type { DateCell } from './date-reader.ts';
import { clip, limits } from './clip.ts';
import { shown } from './item.ts';
import type { RejectItem, WarningItem } from './item.ts';
import { isEventLog } from './plan.ts';
import type { Plan } from './plan.ts';
import {
  knownChannel,
  knownCsat,
  knownPriority,
  knownStatus,
  lookUp,
  matrixPriority,
  readMinutes,
  valueKey,
  zendeskDeleted,
} from './values.ts';

/** One row of a table of tickets: how a ticket stood when the file was made. Null: the row does not say. */
export type Snapshot = {
  readonly line: number;
  readonly externalId: string;
  readonly subject: string | null;
  readonly description: string | null;
  readonly requester: string | null;
  readonly requesterEmail: string | null;
  readonly status: Status | null;
  readonly priority: Priority | null;
  readonly channel: Channel | null;
  readonly queue: string | null;
  readonly assignee: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly csat: 'good' | 'bad' | null;
  readonly createdAt: number;
  readonly updatedAt: number | null;
  readonly firstResponseAt: number | null;
  readonly solvedAt: number | null;
  readonly closedAt: number | null;
  readonly fields: Readonly<Record<string, string>>;
};

export type Row = { readonly line: number; readonly cells: readonly string[] };
export type Sink = (issue: RejectItem | WarningItem) => void;

export type DateField = 'createdAt' | 'updatedAt' | 'firstResponseAt' | 'solvedAt' | 'closedAt';

/** Reads the cells of a row by field. */
export type Cells = {
  /** The first cell of a field that says something, trimmed; null where none does. */
  readonly text: (row: Row, field: TicketField) => { readonly value: string; readonly place: number } | null;
  readonly date: (place: number, text: string) => DateCell;
  readonly missing: (text: string) => boolean;
};

const blanks: Readonly<Record<string, ReadonlySet<string>>> = {
  servicenow: new Set(['', 'null', 'NULL', 'Null', '?', '\\N']),
  zendeskCsv: new Set(['', 'null', 'NULL', '-', '\\N']),
};
const anyBlanks: ReadonlySet<string> = new Set(['', 'null', 'NULL', '\\N']);

const nothing: DateCell = { at: null, reason: 'This is blank.' };

export function createCells(plan: Plan): Cells {
  const blank = blanks[plan.mapping.format] ?? anyBlanks;
  const order = plan.mapping.dateOrder ?? 'ymd';
  const yearOrder = plan.mapping.yearOrder ?? 'ymd';
  const inZone = createDateReader(order, plan.mapping.timeZone ?? 'UTC', yearOrder);
  const inUtc = createDateReader(order, 'UTC', yearOrder);
  // The rows of one incident repeat most of their dates: the last of each column is worth remembering.
  const last = plan.header.map((header) => ({ text: '', cell: nothing, read: saysUtc(header) ? inUtc : inZone }));
  const missing = (text: string) => blank.has(text);
  return {
    missing,
    date: (place, text) => {
      const column = last[place];
      if (column === undefined) return inZone(text);
      if (column.text !== text) Object.assign(column, { text, cell: column.read(text) });
      return column.cell;
    },
    text: (row, field) => {
      for (const place of plan.places(field)) {
        const value = (row.cells[place] ?? '').trim();
        if (!missing(value)) return { value, place };
      }
      return null;
    },
  };
}

/** A row that cannot go in; thrown within this folder only, and turned into a reject at its edge. */
export function rejectOf(
  row: Row,
  reason: string,
  column: string | null = null,
  value: string | null = null,
): RejectItem {
  return {
    kind: 'reject',
    line: row.line,
    column,
    value: value === null ? null : shown(value),
    reason,
    row: row.cells,
  };
}

/** Turns rows into snapshots; a row that cannot go in is reported to `sink` and gives null. */
export function createSnapshotReader(plan: Plan, cells: Cells): (row: Row, sink: Sink) => Snapshot | null {
  const values = createValueReader(plan, cells);
  const custom = customPlaces(plan);
  return (row, sink) => {
    const externalId = cells.text(row, 'externalId')?.value;
    if (externalId === undefined || externalId.length > limits.id) {
      sink(rejectOf(row, externalId === undefined ? 'The row has no ticket id.' : 'The ticket id is too long.'));
      return null;
    }
    if (isDeleted(plan, cells, row)) {
      const place = plan.places('status')[0] ?? -1;
      sink(rejectOf(row, 'The ticket was deleted in Zendesk.', plan.header[place] ?? null, row.cells[place] ?? null));
      return null;
    }
    const warn = warner(row, externalId, sink);
    const dates = readDates(plan, cells, row, sink, warn);
    if (dates === null) return null;
    const text = (field: TicketField) => cells.text(row, field)?.value ?? null;
    const minutes = (field: TicketField) => afterMinutes(dates.createdAt, text(field));
    return {
      line: row.line,
      externalId,
      subject: text('subject'),
      description: text('description'),
      requester: values.name(row, 'requester', limits.name, warn),
      requesterEmail: values.name(row, 'requesterEmail', limits.email, warn),
      status: values.status(row, warn),
      priority: values.priority(row, warn),
      channel: values.channel(row),
      queue: values.name(row, 'queue', limits.name, warn),
      assignee: values.name(row, 'assignee', limits.name, warn),
      category: values.name(row, 'category', limits.category, warn),
      tags: splitTags(
        plan
          .places('tags')
          .map((place) => row.cells[place] ?? '')
          .filter((t) => !cells.missing(t.trim())),
      ),
      csat: knownCsat(text('csat') ?? ''),
      ...dates,
      firstResponseAt: dates.firstResponseAt ?? minutes('firstResponseMinutes'),
      solvedAt: dates.solvedAt ?? minutes('resolutionMinutes'),
      fields: { ...customFields(row, custom, cells), ...handleField(plan, cells, row, warn) },
    };
  };
}

/** As in its JSON (SPEC IMP-13); unless the mapping says what else is meant. */
function isDeleted({ mapping }: Plan, cells: Cells, row: Row): boolean {
  if (mapping.format !== 'zendeskCsv') return false;
  const status = valueKey(cells.text(row, 'status')?.value ?? '');
  return status === zendeskDeleted && lookUp(mapping.values.status, status) === undefined;
}

export type Warn = (reason: string, column?: string | null, value?: string | null) => void;

export function warner(row: Row, externalId: string | null, sink: Sink): Warn {
  return (reason, column = null, value = null) =>
    sink({ kind: 'warning', line: row.line, column, value: value === null ? null : shown(value), reason, externalId });
}

export type Dates = Readonly<Record<Exclude<DateField, 'createdAt'>, number | null>> & { readonly createdAt: number };

const bad = Symbol('bad');

/** The dates of a row; one that is no date rejects the row and gives null. */
export function readDates(plan: Plan, cells: Cells, row: Row, sink: Sink, warn: Warn): Dates | null {
  const read = (field: DateField): number | null | typeof bad => {
    const cell = cells.text(row, field);
    if (cell === null) return null;
    const column = plan.header[cell.place] ?? null;
    const date = cells.date(cell.place, cell.value);
    if (date.at === null) {
      sink(rejectOf(row, date.reason, column, cell.value));
      return bad;
    }
    if (date.warning !== null) warn(date.warning, column, cell.value);
    return date.at;
  };
  const createdAt = read('createdAt');
  if (createdAt === bad) return null;
  if (createdAt === null) {
    const column = plan.header[plan.places('createdAt')[0] ?? -1];
    sink(rejectOf(row, 'The row does not say when the ticket was created.', column));
    return null;
  }
  const updatedAt = read('updatedAt');
  if (updatedAt === bad) return null;
  const firstResponseAt = read('firstResponseAt');
  if (firstResponseAt === bad) return null;
  const solvedAt = read('solvedAt');
  if (solvedAt === bad) return null;
  const closedAt = read('closedAt');
  return closedAt === bad ? null : { createdAt, updatedAt, firstResponseAt, solvedAt, closedAt };
}

function afterMinutes(createdAt: number, text: string | null): number | null {
  const minutes = text === null ? null : readMinutes(text);
  return minutes === null ? null : createdAt + Math.round(minutes * 60_000);
}

/** Tags of any number of cells, split at commas, semicolons and blanks, without repeats. */
export function splitTags(texts: readonly string[]): readonly string[] {
  const tags = texts.flatMap((text) => text.split(/[,;\s]+/)).filter((tag) => tag !== '');
  return [...new Set(tags.map((tag) => clip(tag, limits.tag)))].slice(0, limits.tags);
}

type CustomPlace = { readonly place: number; readonly key: string };

/** Columns kept as fields: the custom ones, and those whose value says more than what is read from it. */
export function customPlaces(plan: Plan): readonly CustomPlace[] {
  const kept = (
    ['custom', 'impact', 'urgency', 'csat', 'firstResponseMinutes', 'resolutionMinutes', 'handleTime'] as const
  ).flatMap((field) => plan.places(field));
  return kept.map((place) => ({ place, key: plan.header[place] ?? '' }));
}

/** Work on a ticket in seconds, under a name of its own beside what its column says; nothing where that is no time. */
function handleField(plan: Plan, cells: Cells, row: Row, warn: Warn): Readonly<Record<string, string>> {
  const cell = cells.text(row, 'handleTime');
  if (cell === null) return {};
  const header = plan.header[cell.place] ?? '';
  const seconds = readHandleSeconds(cell.value, header);
  if (seconds !== null) return { [handleFieldName]: String(seconds) };
  warn(
    'This is no length of time, such as 754 or 0:12:34: it is kept as it is, and counts in no figure.',
    header,
    cell.value,
  );
  return {};
}

function customFields(row: Row, custom: readonly CustomPlace[], cells: Cells): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const { place, key } of custom) {
    const value = (row.cells[place] ?? '').trim();
    if (!cells.missing(value) && key !== '__proto__') fields[key] = value;
  }
  return fields;
}

export type ValueReader = {
  readonly name: (row: Row, field: TicketField, max: number, warn: Warn) => string | null;
  readonly status: (row: Row, warn: Warn) => Status | null;
  readonly priority: (row: Row, warn: Warn) => Priority | null;
  readonly channel: (row: Row) => Channel | null;
};

export function createValueReader(plan: Plan, cells: Cells): ValueReader {
  const { values, format } = plan.mapping;
  const isServiceNow = format === 'servicenow';
  return {
    name: (row, field, max, warn) => {
      const cell = cells.text(row, field);
      if (cell === null || cell.value.length <= max) return cell?.value ?? null;
      warn(`Longer than ${max} characters; it was cut.`, plan.header[cell.place], cell.value);
      return clip(cell.value, max);
    },
    status: (row, warn) => {
      const cell = cells.text(row, 'status');
      if (cell === null) return null;
      const status = lookUp(values.status, valueKey(cell.value)) ?? knownStatus(cell.value, isServiceNow);
      const otherwise = isEventLog(plan) ? 'it changes nothing' : 'the ticket is read as open';
      if (status === null) warn(`This status is not mapped; ${otherwise}.`, plan.header[cell.place], cell.value);
      return status;
    },
    priority: (row, warn) => {
      const cell = cells.text(row, 'priority');
      const level = (field: TicketField) => cells.text(row, field)?.value ?? '';
      if (cell === null) return matrixPriority(level('impact'), level('urgency'));
      const priority = lookUp(values.priority, valueKey(cell.value)) ?? knownPriority(cell.value);
      if (priority === null)
        warn('This priority is not mapped; it is read as P3.', plan.header[cell.place], cell.value);
      return priority;
    },
    channel: (row) => {
      const cell = cells.text(row, 'channel');
      if (cell === null) return null;
      return lookUp(values.channel, valueKey(cell.value)) ?? knownChannel(cell.value) ?? 'other';
    },
  };
}
