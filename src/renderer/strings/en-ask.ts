import type { AskPivotSpec, AskView } from '../../contract/index.ts';
import type { AskTab } from '../ask/ask-store.ts';
import type { TabAction } from '../ask/tab-actions.ts';
import { locale, number } from './en-words.ts';

const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
/** With one place always, and with two: figures of a column stand under each other. */
const placed = [1, 2].map(
  (places) => new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: 2 }),
);

const tabs: Readonly<Record<AskTab | 'label', string>> = {
  label: 'Parts of Ask',
  question: 'Question',
  pivot: 'Pivot',
};

const commands: Readonly<Record<TabAction | 'run' | 'save' | 'new', string>> = {
  run: 'Ask the question',
  save: 'Save the question',
  new: 'Begin a new question',
  write: 'Write the question',
  stop: 'Stop what is being answered',
  saved: 'Saved questions',
  views: 'Views and their columns',
  rows: 'Rows of the pivot',
  columns: 'Columns of the pivot',
  measure: 'What the pivot measures',
  of: 'Which column it measures',
  source: 'What the pivot is made of',
  csv: 'Save the answer as CSV',
  xlsx: 'Save the answer as XLSX',
  json: 'Save the answer as JSON',
};

const measure: Readonly<Record<AskPivotSpec['measure'], string>> = {
  count: 'Count',
  sum: 'Sum',
  mean: 'Mean',
  median: 'Median',
  min: 'Least',
  max: 'Greatest',
  p90: '90 % below',
};

const kind: Readonly<Record<AskView['columns'][number]['kind'], string>> = {
  text: 'text',
  number: 'number',
  minutes: 'minutes',
  time: 'time',
  ms: 'epoch ms',
  flag: '0 or 1',
  ticket: 'ticket',
  id: 'id',
};

const rows = (n: number): string => `${number(n)} ${n === 1 ? 'row' : 'rows'}`;

/** Ask: questions in SQL, and pivot tables. */
export const aw = {
  tabs,
  commands,
  measure,
  kind,
  figure: (value: number, places = 0): string =>
    (places === 0 ? figures : (placed[places - 1] ?? figures)).format(value),
  none: '(none)',
  total: 'Total',
  notYours: 'This is for whoever leads',
  notYoursMore: 'Questions read the work of everybody. Coordinators, supervisors, leads and trainers can ask them.',
  editor: 'Question in SQL',
  hint: 'SELECT status, count(*) FROM tickets GROUP BY 1',
  offered: 'What can come next',
  run: 'Ask',
  stop: 'Stop',
  save: 'Save',
  new: 'New',
  running: 'Being answered',
  stopped: 'Stopped. Nothing was answered.',
  answer: 'Answer',
  read: (n: number, ms: number): string => `${rows(n)} in ${figures.format(Math.max(1, Math.round(ms)))} ms`,
  made: (n: number, ms: number): string => `Made of ${rows(n)} in ${figures.format(Math.max(1, Math.round(ms)))} ms`,
  cut: {
    rows: 'There are more: the first 10,000 are shown. Save it as a file for up to 100,000.',
    size: 'There is more: 8 MB are shown.',
  },
  clipped: (n: number): string => `${number(n)} long ${n === 1 ? 'text is' : 'texts are'} cut.`,
  noRows: 'Nothing fits. The question was understood and found no rows.',
  try: 'Try one of these',
  tryMore: 'Ask anything of the views at the side in SQL; nothing can be changed from here.',
  side: 'Saved questions and views',
  views: 'Views',
  savedList: 'Saved questions',
  noSaved: 'None yet. S saves the one you are on.',
  viewsList: 'Views and their columns',
  hints: {
    run: 'ask',
    write: 'write',
    saved: 'saved',
    views: 'views',
    open: 'open',
    back: 'back to the answer',
    move: 'move',
    question: 'the question',
    rows: 'rows',
    columns: 'columns',
    measure: 'measure',
    source: 'made of',
    behind: 'its rows',
    save: 'save',
  },
  fileSaved: (name: string): string => `Saved ${name}`,
  fileCut: { rows: 'It has the first 100,000 rows.', size: 'It has the first 64 MB.' },
  replaced: 'What was typed gave way',
  undo: 'Undo',
  filesAre: 'Save as',
  pivot: {
    table: 'Pivot table',
    of: 'Made of',
    question: 'The question',
    rows: 'Rows',
    columns: 'Columns',
    measure: 'Measure',
    column: 'Column',
    choose: 'Choose what makes the rows',
    chooseMore: 'R chooses rows, C columns, M what is measured. Each cell then leads to the rows behind it.',
    ask: 'Ask a question first',
    askMore: 'The columns of its answer make the table. Or make it of the tickets of a board.',
    add: 'none',
    nothing: 'Nothing to count',
    behind: (what: string): string => `Rows behind ${what}`,
    everything: 'all of it',
    behindCut: { rows: 'There are more: the first 10,000 are shown.', size: 'There is more: 8 MB are shown.' },
  },
  saveTitle: 'Save the question',
  name: 'Name',
  nameNeed: 'Give it a name.',
  saveNew: 'Another name saves another question.',
  withPivot: 'Saved with its pivot table.',
} as const;
