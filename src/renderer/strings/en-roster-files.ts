import { number } from './en-words.ts';

const fileKind: Readonly<Record<string, string>> = {
  whenIWork: 'When I Work',
  teamsShifts: 'Teams Shifts',
  zendeskTeam: 'Zendesk team members',
  peopleTable: 'A list of people',
  shiftTable: 'A list of shifts',
  stateLog: 'A log of agent states',
};

const several = (n: number, one: string, more: string): string => `${number(n)} ${n === 1 ? one : more}`;
const findings = (n: number): string => several(n, 'finding', 'findings');

/** Files into the roster and out of it. */
export const filesWords = {
  label: 'Files of the roster',
  import: 'Import',
  choose: 'Choose a file',
  another: 'Another file',
  drop: 'Drop a file of people, shifts or agent states here',
  dropHow:
    'CSV, TSV or XLSX, also from Teams Shifts and When I Work. A dry run shows what would happen; columns that look like pay are never read.',
  over: 'Let go to look at the file',
  overHow: 'Nothing is read in before you say so.',
  several: 'One file at a time: the first one was taken.',
  sending: 'Sending the file',
  looking: 'Looking at the file',
  importing: 'Importing',
  failed: 'The file could not be read',
  readAs: 'Read as',
  kind: (kind: string): string => fileKind[kind] ?? kind,
  pay: 'Pay',
  droppedTitle: (n: number): string =>
    `${several(n, 'column looks', 'columns look')} like pay and ${n === 1 ? 'was' : 'were'} dropped`,
  dropped: (names: readonly string[]): string =>
    `${names.map((name) => `“${name}”`).join(', ')}: not read, and kept nowhere.`,
  noPay: 'No column looks like pay.',
  would: 'What would happen',
  happened: 'What happened',
  count: {
    people: (n: number): string => (n === 1 ? 'person made' : 'people made'),
    shifts: (n: number): string => (n === 1 ? 'shift made' : 'shifts made'),
    states: (n: number): string => (n === 1 ? 'state made' : 'states made'),
    same: () => 'the same already',
    rejected: (n: number): string => (n === 1 ? 'row rejected' : 'rows rejected'),
  },
  issues: 'Rows that were not read, or not as they stand',
  line: 'Line',
  column: 'Column',
  reason: 'Why',
  questions: 'To be answered first',
  zone: 'Times are in',
  zoneHow: 'Where the file names no zone.',
  unknown: (n: number): string =>
    n === 1
      ? 'One person of the file is not on this desk. Who is it?'
      : `${number(n)} people of the file are not on this desk. Who are they?`,
  whoIs: (name: string): string => `Who ${name} is`,
  nobodyHere: 'Nobody here',
  createPeople: 'Add people that the desk does not know',
  createHow: 'Otherwise their rows are rejected.',
  findingsOf: (n: number): string => `${findings(n)} with the imported roster`,
  noFindings: 'The imported roster breaks no rule.',
  go: (n: number): string => `Import ${several(n, 'row', 'rows')}`,
  nothingNew: 'There is nothing new in this file.',
  undone: 'takes the whole import back.',
  done: 'Imported',
  export: 'Export',
  exportHow: 'The plan as it stands, drafts included. No pay: the desk has none.',
  what: 'What',
  whats: { people: 'People', shifts: 'Shifts' },
  format: 'As',
  formats: { csv: 'CSV', xlsx: 'Excel', teams: 'Teams Shifts', whenIWork: 'When I Work' },
  from: 'From',
  days: 'Days',
  badDays: 'A whole number from 1 to 62.',
  saveFile: 'Save the file',
  ics: 'Calendar of a person',
  icsHow: 'Published shifts as an iCalendar file, for their own calendar.',
  person: 'Person',
  saveIcs: 'Save the calendar',
  saved: (name: string): string => `${name} saved.`,
  noPeople: 'Nobody is on the roster yet.',
};
