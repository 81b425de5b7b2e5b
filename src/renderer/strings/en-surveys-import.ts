import type { ColumnKind, SurveyInspection } from '../../contract/index.ts';
import { number } from './en-words.ts';

const counted = (n: number, single: string, many: string): string => `${number(n)} ${n === 1 ? single : many}`;
const responses = (n: number): string => counted(n, 'response', 'responses');

const kinds: Readonly<Record<ColumnKind, string>> = {
  nps: 'NPS, 0 to 10',
  csat: 'CSAT, a number',
  csatWords: 'CSAT, in words',
  verbatim: 'Own words',
  list: 'A few words, with commas',
  email: 'Address of who answers',
  ticket: 'Ticket',
  time: 'When it came',
  responseId: 'Id of the response',
  ignore: 'Not read',
};

const shapes: Readonly<Record<SurveyInspection['shape'], string>> = {
  surveyMonkey: 'SurveyMonkey',
  typeform: 'Typeform',
  qualtrics: 'Qualtrics',
  googleForms: 'Google Forms',
  other: 'A table',
};

/** What the import of a survey says. */
export const surveyImports = {
  title: 'Import responses',
  choose: 'Choose a file',
  drop: 'Drop the export of a survey here',
  dropHow:
    'CSV or XLSX, as SurveyMonkey, Typeform, Qualtrics or Google Forms write it, or any table with one response a row. At most 20,000 at once.',
  several: 'One file at a time: the first is taken.',
  sending: 'Reading the file',
  file: (shape: SurveyInspection['shape'], rows: number): string => `${shapes[shape]}, ${responses(rows)}`,
  other: 'Another file',
  into: 'Into',
  newSurvey: 'A new survey',
  name: 'Its name',
  needName: 'Say what it is called.',
  zone: 'Times without a zone are in',
  columns: 'Questions of the file',
  column: 'Question',
  kind: 'Read as',
  kindOf: (title: string): string => `What “${title}” is`,
  kinds,
  most: 'of',
  mostOf: (title: string): string => `The most of “${title}”`,
  top: 'satisfied from',
  topOf: (title: string): string => `Satisfied with “${title}” from`,
  group: 'one figure with',
  groupOf: (title: string): string => `“${title}” is one figure with all that have this name`,
  groupHint: 'alone',
  counts: (answer: string): string => `What “${answer}” counts`,
  notCounted: '–',
  answers: 'What each answer counts',
  comeIn: (n: number): string => (n === 1 ? 'response comes in' : 'responses come in'),
  same: (n: number): string => (n === 1 ? 'is here already' : 'are here already'),
  rejected: (n: number): string => (n === 1 ? 'row is not read' : 'rows are not read'),
  matched: 'Matched',
  matches: {
    ticket: 'by ticket number',
    foreign: 'by id elsewhere',
    solved: 'by address and ticket solved last',
    customer: 'to a customer alone',
    none: 'to nobody',
  },
  issues: 'What is not read, or read otherwise',
  line: 'Line',
  where: 'Question',
  reason: 'Why',
  more: (n: number): string => `and ${number(n)} more`,
  question: 'To be answered first',
  submit: (n: number): string => (n === 0 ? 'Nothing new to import' : `Import ${responses(n)}`),
  cancel: 'Cancel',
};
