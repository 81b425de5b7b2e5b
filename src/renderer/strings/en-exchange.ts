import type { DateOrder, Format, ImportJob, Inspection, TicketField } from '../../contract/index.ts';
import { number } from './en.ts';

const field: Record<TicketField, string> = {
  externalId: 'Ticket id',
  subject: 'Subject',
  description: 'Description',
  requester: 'Requester',
  requesterEmail: 'Requester email',
  status: 'Status',
  priority: 'Priority',
  impact: 'Impact',
  urgency: 'Urgency',
  channel: 'Channel',
  queue: 'Queue',
  assignee: 'Owner',
  category: 'Category',
  tags: 'Tags',
  createdAt: 'Created',
  updatedAt: 'Updated',
  firstResponseAt: 'First response',
  solvedAt: 'Solved',
  closedAt: 'Closed',
  firstResponseMinutes: 'Minutes to first response',
  resolutionMinutes: 'Minutes to solution',
  handleTime: 'Handle time',
  csat: 'Survey answer',
  custom: 'Custom field',
  ignore: 'Do not import',
};

const format: Record<Format, string> = {
  servicenow: 'ServiceNow log',
  zendeskCsv: 'Zendesk CSV',
  zendeskJson: 'Zendesk JSON',
  boston311: 'Boston 311',
  generic: 'Generic',
};

const containers: Record<Inspection['container'], string> = {
  csv: 'Delimited text',
  xlsx: 'Excel workbook, first sheet',
  json: 'JSON',
  ndjson: 'JSON, one record a line',
};

const delimiters: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

const order: Record<DateOrder, string> = {
  dmy: 'Day first: 31/12/2026',
  mdy: 'Month first: 12/31/2026',
  ymd: 'Year first: 2026-12-31',
};

const units = ['B', 'kB', 'MB', 'GB'] as const;

/** `340 B`, `21.8 kB`, `2.5 MB`. */
function size(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** step;
  return `${value.toFixed(step === 0 || value >= 100 ? 0 : 1)} ${units[step] ?? 'GB'}`;
}

/** `40 s`, `2 min 05 s`, `1 h 12 min`. */
function span(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

const rows = (n: number): string => `${number(n)} ${n === 1 ? 'row' : 'rows'}`;
const tickets = (n: number): string => `${number(n)} ${n === 1 ? 'ticket' : 'tickets'}`;
const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

function pace(job: Pick<ImportJob, 'rowsRead' | 'rowsPerSecond' | 'secondsLeft'>): string {
  const left = job.secondsLeft === null ? [] : [`about ${span(job.secondsLeft)} left`];
  const rate = job.rowsPerSecond > 0 ? [`${number(job.rowsPerSecond)} rows a second`] : [];
  return [rows(job.rowsRead), ...rate, ...left].join(', ');
}

function outcome({ create, update, skip, reject }: ImportJob['counts'], done: boolean): string {
  const parts = [
    create > 0 ? `${tickets(create)} ${done ? 'created' : 'to create'}` : '',
    update > 0 ? `${number(update)} ${done ? 'updated' : 'to update'}` : '',
    skip > 0 ? `${number(skip)} ${done ? 'skipped' : 'to skip'}` : '',
    reject > 0 ? `${rows(reject)} ${done ? 'rejected' : 'to reject'}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'Nothing in this file to import.' : `${joined(parts)}.`;
}

export const x = {
  field,
  format,
  order,
  size,
  span,
  rows,
  tickets,
  pace,
  outcome,
  steps: {
    label: 'Steps of the import',
    file: 'File',
    dates: 'Dates and times',
    columns: 'Columns',
    dryRun: 'Dry run',
    import: 'Import',
    history: 'Past imports',
    state: { done: 'done', now: 'to do now', later: 'not yet open' },
  },
  drop: {
    title: 'Drop an export here, or choose a file',
    how: 'CSV, Excel, JSON, or one of these packed as zip or gz. Nothing is written before you have seen a dry run.',
    choose: 'Choose file',
    other: 'Choose another file',
    over: 'Drop the file to read it',
    overHow: 'It is copied to the desk and looked at. Nothing is written yet.',
    busy: 'An import is running. Wait for it, or cancel it, then drop the next file.',
    several: 'One file at a time: the first one was taken.',
    empty: 'This file is empty. Export it again with its tickets, then choose it here.',
    tooBig: 'This file is over 4 GB. Export a shorter time, or import it with the command line.',
    unreadable:
      'This file could not be read from the disk. Check that it is still there and is no folder, then choose it again.',
    failed: 'The file was not taken',
  },
  file: {
    reading: (sent: number, bytes: number): string => `Copying ${size(sent)} of ${size(bytes)}`,
    looking: 'Looking at every row: dates, zones and values',
    name: 'File',
    readAs: 'Read as',
    contents: 'Contents',
    found: 'Notes',
    contentsOf: ({ container, encoding, delimiter, bytes }: Inspection): string => {
      const split = delimiter === null ? [] : [`split at ${delimiters[delimiter] ?? `“${delimiter}”`}`];
      const text = container === 'xlsx' ? [] : [encoding];
      return [containers[container], ...split, ...text, size(bytes)].join(', ');
    },
  },
  dates: {
    order: 'Date order',
    yearOrder: 'Year first',
    zone: 'Time zone',
    suggested: 'suggested',
    orderProved: 'The dates of this file can be read one way only.',
    orderSaved: (name: string): string =>
      `The saved mapping “${name}” says so, and no date in this file speaks against it.`,
    orderPreset: 'Boston 311 writes the month first, and no date in this file speaks against it.',
    orderYear: 'No date of this file can be read two ways.',
    orderAgainst: 'The file itself shows the other order. Rows whose dates cannot be read this way will be rejected.',
    zoneKnown: 'For times that name no zone of their own.',
    another: 'Another zone',
    answer: 'Answer first; nothing is guessed.',
    reads: (text: string, meant: string): string => `${text} is ${meant}`,
    open: (n: number): string => `${n} ${n === 1 ? 'question' : 'questions'} to answer`,
    none: 'Dates in JSON say everything themselves.',
    later: 'Opens when a file has been read.',
  },
  columns: {
    later: 'Opens when the questions on dates are answered.',
    table: 'Columns of the file',
    column: 'Column of the file',
    examples: 'Examples',
    goesTo: 'Goes to',
    noHeader: (n: number): string => `Column ${n}, no header`,
    noExample: 'blank in the first rows',
    fieldOf: (header: string): string => `Ticket field for ${header}`,
    shared: 'Several columns: the first that is not blank counts.',
    missing: (fields: readonly string[]): string =>
      `No column goes to ${joined(fields)}. Choose it in the table; without it no ticket can be made.`,
    summary: (mapped: number, custom: number, ignored: number): string =>
      [
        `${mapped} to ticket fields`,
        `${custom} kept as custom fields`,
        ...(ignored > 0 ? [`${ignored} left out`] : []),
      ].join(', '),
    fixed: 'Zendesk JSON is read as its API gives it, with comments and history; there is nothing to map.',
    detected: 'as detected',
    edited: 'edited',
    mapping: 'Mapping',
    menu: 'Mappings',
    asDetected: 'As detected',
    saveAs: 'Save under a name',
    saveInto: (name: string): string => `Save the changes into “${name}”`,
    remove: (name: string): string => `Delete “${name}”`,
    foundByHeader: (name: string): string => `The saved mapping “${name}” fits these headers and is used.`,
    used: (name: string): string => `The saved mapping “${name}” is used.`,
    saved: (name: string): string => `Mapping “${name}” saved. It is found again by its headers.`,
    deleted: (name: string): string => `Mapping “${name}” deleted.`,
    saveTitle: 'Save this mapping',
    name: 'Name',
    nameHint: 'A file with the same headers finds it again by itself.',
    nameTaken: (name: string): string => `“${name}” is there already and will be replaced.`,
    needName: 'Give it a name.',
    save: 'Save',
    cancel: 'Cancel',
    misfit: 'That mapping does not fit this file',
  },
  values: {
    title: { status: 'Values of status', priority: 'Values of priority', channel: 'Values of channel' },
    otherwise: { status: 'not mapped, open', priority: 'not mapped, P3', channel: 'not mapped, other' },
    pick: (value: string): string => `What “${value}” means`,
    add: 'Another value of the file',
    addButton: 'Add',
    more: (n: number): string => `Show ${number(n)} more`,
    none: 'No values in the first rows.',
  },
  run: {
    dryRun: 'Dry run',
    again: 'Dry run again',
    import: 'Import',
    importing: 'Importing',
    dryRunning: 'Trying it out',
    cancel: 'Cancel',
    stopping: 'Stopping',
    takingBack: 'Taking back what was written',
    starting: 'Starting',
    finishing: 'Finishing: the last changes are written as one',
    dryHow: 'Reads the whole file and says what would happen to each row. Nothing is written.',
    dryLater: 'Opens when every needed column is mapped.',
    importLater: 'Opens after a dry run.',
    importHow: 'Goes in as one batch. It can be cancelled while it runs, and undone whole afterwards.',
    importButton: (count: number): string => `Import ${tickets(count)}`,
    changesNothing: 'This file changes nothing: everything in it that can be read is on the desk already.',
    allRejected:
      'No row of this file can go in. See the reasons above, correct the mapping or the file, and try again.',
    stopped: 'The dry run was stopped. Nothing was written.',
    cancelled: 'The import was cancelled. Nothing was left behind: the desk is as it was before.',
    failedDry: 'The dry run failed',
    failed: 'The import failed',
    failedNothing: 'Nothing was left behind.',
    lost: 'The desk was started again meanwhile. A dry run wrote nothing, and an import that was not finished was taken back. Choose the file again.',
    retry: 'Try again',
    read: (n: number): string => `${rows(n)} read.`,
    openBoard: 'Open the board',
    undo: 'Undo import',
    undoing: 'Taking it back',
    undone: 'This import has been undone: its tickets are gone, and what it had changed is as it was.',
    saveRejects: 'Save rejected rows',
    rejectsSaved: (name: string): string => `Saved as ${name}.`,
    noRejects: 'The rejected rows are not kept any more. Run the dry run again.',
    doneToast: (name: string): string => `Imported ${name}`,
    undoneNote: 'Undone.',
    undoneToast: (name: string): string => `Taken back: import of ${name}`,
    another: 'Import another file',
    stale: 'The mapping changed since the last dry run. Run it again.',
    counts: { create: 'to create', update: 'to update', skip: 'to skip', reject: 'to reject' },
    countsDone: { create: 'created', update: 'updated', skip: 'skipped', reject: 'rejected' },
    eventsOf: (n: number): string => `with ${number(n)} ${n === 1 ? 'event' : 'events'}`,
    unit: (kind: 'create' | 'update' | 'skip' | 'reject'): string => (kind === 'reject' ? 'rows' : 'tickets'),
  },
  plan: {
    show: 'Show',
    create: 'Create',
    update: 'Update',
    skip: 'Skip',
    rejects: 'Rejected rows',
    warnings: 'Warnings',
    firstRejects: (shown: number, total: number): string =>
      `${number(shown)} of ${number(total)} are shown. “Save rejected rows” has all of them.`,
    firstPlan: (shown: number, total: number): string => `The first ${number(shown)} of ${number(total)}.`,
    line: 'Line',
    record: 'Record',
    id: 'Ticket id',
    subject: 'Subject',
    reason: 'Reason',
    kind: 'Kind',
    column: 'Column',
    value: 'Value',
    reject: 'Rejected',
    warning: 'Warning',
    noSubject: 'no subject',
  },
  history: {
    table: 'Past imports',
    none: 'Nothing has been imported yet.',
    how: 'Undo removes an import whole: every ticket it made, and every change it made to older ones.',
    file: 'File',
    format: 'Read as',
    at: 'Date',
    created: 'Created',
    updated: 'Updated',
    rejected: 'Rejected',
    state: 'State',
    undone: 'undone',
    undo: 'Undo',
    undoOf: (name: string, at: string): string => `Undo the import of ${name}, ${at}`,
    undoing: 'Undoing',
    sample: 'Sample desk',
    failed: 'The past imports could not be read',
    failedHow: 'Load the window again.',
  },
  said: {
    reading: (percent: number): string => `Copying the file, ${percent} %`,
    looking: 'The file is being looked at',
    ready: (name: string, open: number): string =>
      open === 0
        ? `${name} has been read. Check the columns, then start the dry run.`
        : `${name} has been read. ${open} ${open === 1 ? 'question has' : 'questions have'} to be answered.`,
    answered: 'All answered. The columns are open.',
  },
};

export const formatName = (name: string): string =>
  name === 'sample' ? x.history.sample : Object.hasOwn(format, name) ? format[name as Format] : name;
