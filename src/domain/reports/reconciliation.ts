import type { Filter, Priority, ReportCell, ReportTable } from '../../contract/index.ts';
import { priorities } from '../../contract/words.ts';

/** Open tickets of one owner and priority, and how many of them have waited for over 24 hours. */
export type OpenCell = {
  /** Null: nobody. */
  readonly assigneeId: string | null;
  readonly priority: Priority;
  readonly open: number;
  readonly waiting: number;
};

export type LongWait = {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly requester: string;
  readonly assigneeId: string | null;
  readonly priority: Priority;
  readonly waitingSince: number;
};

export type OpenWork = {
  readonly cells: readonly OpenCell[];
  /** The longest first; `waitsTotal` of them in all. */
  readonly waits: readonly LongWait[];
  readonly waitsTotal: number;
};

type Names = ReadonlyMap<string, string>;

/** How long a customer waits before the reconciliation counts them, hours (the seeds' third pivot). */
export const longWaitHours = 24;

const base: Filter = { open: true, drill: false };
const text = (value: string | null): ReportCell => ({ value, kind: 'text' });
const count = (value: number, filter: Filter): ReportCell =>
  value === 0 ? { value, kind: 'count' } : { value, kind: 'count', filter };

const sum = (cells: readonly OpenCell[], of: 'open' | 'waiting'): number =>
  cells.reduce((total, cell) => total + cell[of], 0);

/** One row of numbers: open, of each priority, and waiting; each with the filter that finds its tickets. */
function counts(cells: readonly OpenCell[], filter: Filter): ReportCell[] {
  return [
    count(sum(cells, 'open'), filter),
    ...priorities.map((priority) =>
      count(
        sum(
          cells.filter((cell) => cell.priority === priority),
          'open',
        ),
        { ...filter, priority: [priority] },
      ),
    ),
    count(sum(cells, 'waiting'), { ...filter, waitingOverHours: longWaitHours }),
  ];
}

function byAssignee({ cells }: OpenWork, people: Names): ReportTable {
  const owners = [...new Set(cells.map(({ assigneeId }) => assigneeId))];
  const name = (id: string | null): string => (id === null ? 'Nobody' : (people.get(id) ?? 'Unknown'));
  // Nobody first: that is the row to act on.
  owners.sort((a, b) => (a === null ? -1 : b === null ? 1 : name(a).localeCompare(name(b))));
  const rows = owners.map((id) => [
    text(name(id)),
    ...counts(
      cells.filter((cell) => cell.assigneeId === id),
      { ...base, assignee: [id] },
    ),
  ]);
  return {
    key: 'assignees',
    title: 'Open by assignee',
    columns: ['Assignee', 'Open', 'P1', 'P2', 'P3', 'P4', `Waiting over ${longWaitHours} h`],
    rows: [...rows, [text('Total'), ...counts(cells, base)]],
    total: rows.length,
  };
}

function byPriority({ cells }: OpenWork): ReportTable {
  const row = (label: string, own: readonly OpenCell[], filter: Filter): ReportCell[] => {
    const unowned = own.filter(({ assigneeId }) => assigneeId === null);
    return [
      text(label),
      count(sum(own, 'open'), filter),
      count(sum(unowned, 'open'), { ...filter, assignee: [null] }),
      count(sum(own, 'waiting'), { ...filter, waitingOverHours: longWaitHours }),
    ];
  };
  return {
    key: 'priorities',
    title: 'Open by priority',
    columns: ['Priority', 'Open', 'No owner', `Waiting over ${longWaitHours} h`],
    rows: [
      ...priorities.map((priority) =>
        row(
          priority.toUpperCase(),
          cells.filter((cell) => cell.priority === priority),
          { ...base, priority: [priority] },
        ),
      ),
      row('Total', cells, base),
    ],
    total: priorities.length,
  };
}

const hourMs = 3_600_000;

function longWaits({ waits, waitsTotal }: OpenWork, people: Names, now: number): ReportTable {
  return {
    key: 'waits',
    title: `Customers waiting over ${longWaitHours} hours`,
    columns: ['Ticket', 'Subject', 'Requester', 'Assignee', 'Priority', 'Waiting since', 'Hours'],
    rows: waits.map((wait) => [
      { value: wait.number, kind: 'text', ticketId: wait.ticketId },
      { value: wait.subject, kind: 'text', ticketId: wait.ticketId },
      text(wait.requester),
      text(wait.assigneeId === null ? 'Nobody' : (people.get(wait.assigneeId) ?? 'Unknown')),
      text(wait.priority.toUpperCase()),
      { value: wait.waitingSince, kind: 'instant' },
      { value: Math.floor(((now - wait.waitingSince) / hourMs) * 10) / 10, kind: 'hours' },
    ]),
    total: waitsTotal,
  };
}

/**
 * The morning's three tables. The window and the files are both made of these, so their numbers are the same; a number
 * carries the filter that finds exactly its tickets. SPEC STU-20.
 */
export const reconciliationTables = (work: OpenWork, people: Names, now: number): readonly ReportTable[] => [
  byAssignee(work, people),
  byPriority(work),
  longWaits(work, people, now),
];
