import type { DraftEvent, TicketDraft } from '../tickets/draft.ts';
import { folded } from './header-names.ts';
import { change, created, draftOf, importer } from './history.ts';
import type { Author } from './history.ts';
import type { Plan } from './plan.ts';
import { createSnapshotReader, createValueReader, customPlaces, readDates, rejectOf, warner } from './snapshot.ts';
import type { Cells, Row, Sink, Snapshot, ValueReader, Warn } from './snapshot.ts';
import { snapshotDraft } from './snapshot-draft.ts';

/** Columns that only keep count, or that other events already tell; they make no events of their own. */
const bookkeeping: ReadonlySet<string> = new Set([
  'active',
  'sys mod count',
  'sys updated by',
  'sys updated at',
  'sys updated on',
  'sys created by',
  'sys created at',
  'sys created on',
  'opened by',
  'resolved by',
  'closed by',
  'reassignment count',
]);

const placeOf = (plan: Plan, name: string) => plan.header.findIndex((header) => folded(header) === name);

type Step = { readonly row: Row; readonly mod: number; readonly at: number };

type Log = {
  readonly cells: Cells;
  readonly values: ValueReader;
  readonly plan: Plan;
  readonly tracked: readonly { readonly place: number; readonly key: string }[];
  readonly updatedBy: number;
};

export type LogReader = (rows: readonly Row[], sink: Sink) => TicketDraft | null;

/**
 * Makes one ticket of all rows of an incident (SPEC IMP-12). Rows follow `sys_mod_count`; where the times of that
 * order run backwards, they follow the times instead. What differs between two rows is an event at `sys_updated_at`.
 */
export function createLogReader(plan: Plan, cells: Cells): LogReader {
  const modPlace = placeOf(plan, 'sys mod count');
  const readSnapshot = createSnapshotReader(plan, cells);
  const log: Log = {
    cells,
    plan,
    values: createValueReader(plan, cells),
    tracked: customPlaces(plan).filter(({ key }) => !bookkeeping.has(folded(key))),
    updatedBy: placeOf(plan, 'sys updated by'),
  };
  return (rows, rawSink) => {
    const sink = onceEach(rawSink);
    const steps = inLogOrder(
      rows.flatMap((row) => stepOf(log, row, modPlace, sink)),
      sink,
    );
    const [first, last] = [steps[0], steps.at(-1)];
    if (first === undefined || last === undefined) return null;
    const start = readSnapshot(first.row, sink);
    const end = first === last ? start : readSnapshot(last.row, sink);
    if (start === null || end === null) return null;
    const warn = warner(first.row, start.externalId, sink);
    const named = { ...end, line: start.line, createdAt: start.createdAt, subject: end.subject ?? subjectOf(end) };
    // A state it does not know changes nothing, here too: the incident is as it was made.
    if (steps.length === 1) return snapshotDraft({ ...named, status: named.status ?? 'new' }, 'servicenow', warn);
    return logDraft(log, named, steps, start, warn);
  };
}

function subjectOf(snapshot: Snapshot): string | null {
  const parts = [snapshot.category, snapshot.fields['subcategory'] ?? null].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' / ');
}

/** The same words about the same value are said once per incident, not once per row. */
function onceEach(sink: Sink): Sink {
  const said = new Set<string>();
  return (issue) => {
    const key = `${issue.kind}|${issue.column ?? ''}|${issue.value ?? ''}|${issue.reason}`;
    if (issue.kind === 'warning' && said.has(key)) return;
    said.add(key);
    sink(issue);
  };
}

function stepOf(log: Log, row: Row, modPlace: number, sink: Sink): readonly Step[] {
  const id = log.cells.text(row, 'externalId')?.value ?? null;
  const dates = readDates(log.plan, log.cells, row, sink, warner(row, id, sink));
  if (dates === null) return [];
  if (dates.updatedAt === null) {
    sink(rejectOf(row, 'The row does not say when the incident was updated.'));
    return [];
  }
  return [{ row, mod: Number(row.cells[modPlace] ?? 0) || 0, at: dates.updatedAt }];
}

function inLogOrder(steps: readonly Step[], sink: Sink): readonly Step[] {
  const inTime = (list: readonly Step[]) => list.every((step, i) => step.at >= (list[i - 1]?.at ?? step.at));
  const byCount = steps.every((step, i) => step.mod > (steps[i - 1]?.mod ?? -1))
    ? steps
    : steps.toSorted((a, b) => a.mod - b.mod || a.at - b.at);
  if (inTime(byCount)) return byCount;
  const warn = warner(byCount[0]?.row ?? { line: 0, cells: [] }, null, sink);
  warn(
    'The update counter and the update times of this incident disagree; its rows were put in the order of their times.',
  );
  return steps.toSorted((a, b) => a.at - b.at || a.mod - b.mod);
}

function logDraft(log: Log, end: Snapshot, steps: readonly Step[], start: Snapshot, warn: Warn): TicketDraft {
  const template = snapshotDraft(
    { ...end, status: 'new', solvedAt: null, closedAt: null, firstResponseAt: null },
    'servicenow',
    warn,
  );
  const { status: _s, priority: _p, queue: _q, assignee: _a, solvedAt: _d, events: _e, ...base } = template;
  const history = steps.reduce<readonly DraftEvent[]>((events, step, i) => {
    const previous = steps[i - 1];
    const at = Math.max(step.at, events.at(-1)?.at ?? end.createdAt);
    if (previous === undefined) return [...events, ...opening(log, start, step, at)];
    return [...events, ...differences(log, previous.row, step, at, warn)];
  }, []);
  return draftOf(
    { ...base, updatedAt: history.at(-1)?.at ?? end.createdAt },
    withResolution(chained(history), end),
    null,
  );
}

/** The first row: as the incident was made where it is update 0, else what had become of it by then. */
function opening(log: Log, start: Snapshot, step: Step, at: number): readonly DraftEvent[] {
  const asMade = step.mod === 0;
  const status = start.status ?? 'new';
  const when = asMade ? start.createdAt : at;
  const author = asMade ? importer : authorOf(log, step.row);
  const customer: Author = { kind: 'customer', name: start.requester ?? 'Unknown requester' };
  return [
    created(start.createdAt, customer, asMade ? status : 'new', start.priority ?? 'p3'),
    ...(start.queue === null ? [] : [change(when, 'queue', author, null, start.queue)]),
    ...(start.assignee === null ? [] : [change(when, 'assignee', author, null, start.assignee)]),
    ...(asMade || status === 'new' ? [] : [change(when, 'status', author, 'new', status)]),
  ];
}

function authorOf(log: Log, row: Row): Author {
  const name = (row.cells[log.updatedBy] ?? '').trim();
  return { kind: 'agent', name: log.cells.missing(name) ? 'Unknown agent' : name };
}

const followed = ['status', 'priority', 'queue', 'assignee', 'category', 'requester', 'channel'] as const;

function differences(log: Log, before: Row, step: Step, at: number, warn: Warn): readonly DraftEvent[] {
  const { row } = step;
  const events: DraftEvent[] = [];
  for (const field of followed) {
    const place = log.plan.places(field)[0];
    if (place === undefined || before.cells[place] === row.cells[place]) continue;
    const [from, to] = [valueOf(log, field, before, silent), valueOf(log, field, row, warn)];
    if (from === to || (to === null && !canBeCleared.has(field))) continue;
    events.push(change(at, field, authorOf(log, row), from, to));
  }
  for (const { place, key } of log.tracked) {
    const [from, to] = [before.cells[place] ?? '', row.cells[place] ?? ''];
    if (from === to) continue;
    const said = (text: string) => (log.cells.missing(text.trim()) ? null : text.trim());
    events.push(change(at, 'field', authorOf(log, row), said(from), said(to), key));
  }
  return events;
}

/** Each change of status begins where the last one ended: rows whose state is unknown leave a gap. */
function chained(events: readonly DraftEvent[]): readonly DraftEvent[] {
  let status: string | null = null;
  return events.flatMap((event) => {
    if (event.type !== 'created' && event.type !== 'status') return [event];
    const from = status;
    status = event.to;
    if (event.type === 'created') return [event];
    return from === event.to ? [] : [{ ...event, from }];
  });
}

const canBeCleared: ReadonlySet<string> = new Set(['queue', 'assignee', 'category']);
const silent: Warn = () => undefined;

function valueOf(log: Log, field: (typeof followed)[number], row: Row, warn: Warn): string | null {
  if (field === 'status') return log.values.status(row, warn);
  if (field === 'priority') return log.values.priority(row, warn);
  if (field === 'channel') return log.values.channel(row);
  return log.values.name(row, field, 200, warn);
}

/** An incident that the log shows closed but never resolved was resolved at `resolved_at`, where that lies before. */
function withResolution(events: readonly DraftEvent[], end: Snapshot): readonly DraftEvent[] {
  const { solvedAt, createdAt } = end;
  const closing = events.findIndex((event) => event.type === 'status' && event.to === 'closed');
  const close = events[closing];
  const wasSolved = events.some(
    (event) => (event.type === 'status' || event.type === 'created') && event.to === 'solved',
  );
  if (solvedAt === null || close === undefined || wasSolved || solvedAt < createdAt || solvedAt > close.at)
    return events;
  const solve = change(Math.max(solvedAt, lastStatusAt(events, closing)), 'status', importer, close.from, 'solved');
  return [...events.slice(0, closing), solve, { ...close, from: 'solved' }, ...events.slice(closing + 1)];
}

function lastStatusAt(events: readonly DraftEvent[], before: number): number {
  return events.findLast((event, i) => i < before && (event.type === 'status' || event.type === 'created'))?.at ?? 0;
}
