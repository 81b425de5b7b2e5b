import type { ImportJob, Inspection, Mapping, Question, TicketField } from '../../../src/contract/index.ts';

type Column = readonly [header: string, field: TicketField];

export const mappingOf = (columns: readonly Column[], more: Partial<Mapping> = {}): Mapping => ({
  format: 'generic',
  columns: columns.map(([header, field]) => ({ header, field })),
  dateOrder: 'ymd',
  timeZone: 'UTC',
  values: { status: {}, priority: {}, channel: {} },
  ...more,
});

export const inspectionOf = (
  mapping: Mapping,
  sample: readonly (readonly string[])[] = [],
  questions: readonly Question[] = [],
): Inspection => ({
  fileName: 'tickets.csv',
  bytes: 100,
  container: 'csv',
  encoding: 'UTF-8',
  delimiter: ',',
  mapping,
  savedMapping: null,
  sample: sample.map((row) => [...row]),
  questions: [...questions],
  notes: [],
});

export const orderQuestion: Question = {
  kind: 'dateOrder',
  text: 'Which is it?',
  options: [
    { value: 'dmy', label: 'Day first' },
    { value: 'mdy', label: 'Month first' },
  ],
  suggested: 'dmy',
};

export const zoneQuestion: Question = {
  kind: 'timeZone',
  text: 'Which zone?',
  options: [{ value: 'Europe/Lisbon', label: 'Europe/Lisbon' }],
  suggested: 'Europe/Lisbon',
};

export const jobOf = (more: Partial<ImportJob> = {}): ImportJob => ({
  id: '01900000-0000-7000-8000-000000000001',
  mode: 'dryRun',
  state: 'done',
  fileName: 'tickets.csv',
  rowsRead: 10,
  bytesRead: 100,
  bytesTotal: 100,
  rowsPerSecond: 5,
  secondsLeft: null,
  counts: { create: 0, update: 0, skip: 0, reject: 0, events: 0 },
  plan: [],
  issues: [],
  issuesTotal: 0,
  changeSet: null,
  error: null,
  ...more,
});
