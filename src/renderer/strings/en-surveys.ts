import type { Comparison, Csat, Nps, RecurrenceSide, SurveyResponse, Theme } from '../../contract/index.ts';
import type { Only, SurveyTab } from '../surveys/surveys-store.ts';
import type { TabAction } from '../surveys/tab-actions.ts';
import { surveyImports } from './en-surveys-import.ts';
import { locale, number } from './en-words.ts';

const one = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const two = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'negative' });
const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'negative' });
const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
const percentFine = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });

const counted = (n: number, single: string, many: string): string => `${number(n)} ${n === 1 ? single : many}`;
const responses = (n: number): string => counted(n, 'response', 'responses');

const tabs: Readonly<Record<SurveyTab | 'label', string>> = {
  label: 'Parts of feedback',
  scores: 'Scores',
  responses: 'Responses',
  themes: 'Themes',
  causes: 'Causes',
};

const commands: Readonly<Record<TabAction, string>> = {
  import: 'Import responses',
  survey: 'Which survey',
  before: 'Fewer days',
  after: 'More days',
  open: 'Open what the cursor is on',
  ticket: 'Open the ticket of the response',
  only: 'Which responses',
  find: 'Find in what was said',
  export: 'Save the responses as CSV',
  accept: 'Take all suggested codes, and on to the next',
  none: 'No code: it is read, and on to the next',
  type: 'Give a code by name',
  unread: 'Not read after all',
  byRules: 'Take what the rules suggest for all that nobody has read',
  measure: 'By NPS or by CSAT; all responses or unhappy ones',
  newCode: 'New code',
  edit: 'Change the survey’s name, the code or the problem',
  remove: 'Remove the survey, the code or the problem',
  problem: 'New problem',
  done: 'Action done, or not after all',
};

const tabNames = ['scores', 'responses', 'themes', 'causes'] as const;
const digit = (index: number): string => {
  const tab = tabNames[index];
  return `${tab === undefined ? '' : `${tabs[tab]}; `}while reading: code ${index + 1} on or off`;
};

const range = (low: number, high: number, of: (value: number) => string): string => `${of(low)} to ${of(high)}`;
const nps = (figure: Nps): string => (figure.score === null ? '–' : whole.format(figure.score));
const csat = (figure: Csat): string => (figure.share === null ? '–' : percent.format(figure.share));
const npsRange = ({ interval }: Nps): string =>
  interval === null ? '' : range(interval.low, interval.high, (value) => whole.format(value));
const csatRange = ({ interval }: Csat): string =>
  interval === null ? '' : range(interval.low, interval.high, (value) => percent.format(value));

const scores = {
  list: 'Questions that were scored',
  detail: (title: string): string => `Figures of ${title}`,
  kind: { nps: 'NPS', csat: 'CSAT' },
  nps,
  csat,
  npsRange,
  csatRange,
  n: (n: number): string => `n ${number(n)}`,
  mark: { nps: (value: number): string => whole.format(value), csat: (value: number): string => percent.format(value) },
  few: 'few: fewer than 30',
  sure: (text: string): string => `95 % sure: ${text}`,
  split: ({ promoters, passives, detractors }: Nps): string =>
    `${number(promoters)} promoters, ${number(passives)} passives, ${number(detractors)} detractors`,
  satisfied: ({ satisfied, n }: Csat): string => `${number(satisfied)} of ${number(n)} are satisfied`,
  scale: (top: number, most: number): string => `satisfied from ${one.format(top)} of ${one.format(most)} on`,
  months: 'By month',
  month: 'Month',
  queues: 'By queue',
  agents: 'By agent',
  queue: 'Queue',
  agent: 'Agent',
  figure: 'Score',
  answers: 'n',
  interval: '95 % sure',
  none: { queues: 'No queue', agents: 'Nobody' },
  noTickets: 'None of these answers is of a ticket that is here.',
  empty: 'No scores yet',
  emptyHow:
    'Import what your survey tool exports: SurveyMonkey, Typeform, Qualtrics, Google Forms or any table. Responses are matched to tickets and customers.',
  emptyDays: 'No answers in these days',
  emptyDaysHow: 'Look at more days, or at all surveys.',
  hints: { move: 'choose', survey: 'survey', days: 'days', rename: 'rename', remove: 'remove survey' },
};

const only: Readonly<Record<Only, string>> = {
  all: 'All',
  low: 'Unhappy',
  unread: 'Not read yet',
  words: 'With words',
  unmatched: 'Of no ticket',
};

const matchedBy: Readonly<Record<NonNullable<SurveyResponse['matchedBy']>, string>> = {
  ticket: 'matched by the number of the ticket',
  foreign: 'matched by the ticket’s id in the system it came from',
  solved: 'matched by address: the ticket solved last, within 14 days',
  customer: 'matched by address to the customer; no ticket solved within 14 days',
};

const responsesTab = {
  list: 'Responses',
  panel: 'The response',
  count: responses,
  only,
  onlyField: 'Show',
  surveyField: 'Survey',
  allSurveys: 'All surveys',
  code: 'Code',
  anyCode: 'Any code',
  find: 'Find in what was said',
  score: (score: number, most: number): string => `${two.format(score)} of ${one.format(most)}`,
  unhappy: 'unhappy',
  noWords: 'no words',
  unread: 'not read',
  ticket: (n: number, subject: string): string => `#${n} ${subject}`,
  noTicket: 'No ticket',
  matchedBy,
  unmatched: 'Matched to nobody: neither ticket nor address is known here.',
  email: 'Address',
  codes: 'Codes',
  noCodes: 'None.',
  suggested: (found: readonly string[]): string => `suggested by ${found.map((word) => `“${word}”`).join(', ')}`,
  take: (name: string): string => `Take the code ${name}`,
  turnDown: (name: string): string => `Not ${name}`,
  remove: (name: string): string => `Take off the code ${name}`,
  type: 'Give a code',
  newCode: (name: string): string => `New code “${name}”`,
  readAt: (when: string): string => `Read ${when}`,
  notRead: 'Nobody has read these words yet.',
  reading: 'Reading: digits put codes on and off',
  empty: 'No responses yet',
  emptyMine: 'No responses on your tickets yet',
  emptyMineHow: 'What customers answer about tickets of yours stands here once it was imported.',
  nothing: 'No response is like that',
  nothingHow: 'Show all of them, or look for other words.',
  showAll: 'Show all',
  saved: (n: number): string => `${responses(n)} saved as CSV`,
  hints: {
    move: 'choose',
    read: 'read one after the other',
    ticket: 'ticket',
    only: 'show',
    find: 'find',
    code: 'to 9: code on or off',
    accept: 'take all',
    none: 'no code',
    type: 'by name',
    leave: 'back',
    next: 'next',
  },
};

const verdicts: Readonly<Record<Theme['verdict'], string>> = {
  lower: 'scores lower',
  higher: 'scores higher',
  noDifference: 'no sure difference',
  few: 'too few to say',
};

function difference({ difference: found, interval }: Comparison): string {
  if (found === null) return '';
  const sure = interval === null ? '' : ` (${signed.format(interval.low)} to ${signed.format(interval.high)})`;
  return `${signed.format(found)}${sure}`;
}

const themes = {
  list: 'Themes by what they cost',
  unused: 'Not mentioned in these days',
  mentions: (n: number, share: number): string => `${counted(n, 'mention', 'mentions')}, ${percent.format(share)}`,
  with: ({ a, b }: Comparison): string =>
    `${b.value === null ? '–' : two.format(b.value)} with it (n ${number(b.n)}), ${a.value === null ? '–' : two.format(a.value)} without (n ${number(a.n)})`,
  difference,
  cost: (value: number | null): string =>
    value === null
      ? 'no scores'
      : value > 0
        ? `costs ${two.format(value)}`
        : value < 0
          ? `adds ${two.format(-value)}`
          : 'costs nothing',
  verdict: verdicts,
  chance: (p: number | null): string =>
    p === null
      ? ''
      : p < 0.001
        ? 'p < 0.001'
        : `p ${new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(p)}`,
  measure: 'Score',
  measures: { nps: 'NPS (0 to 10)', csat: 'CSAT (1 to 5)' },
  how: 'Costs: how much higher the mean is without those who mention it. p is raised for all codes looked at together.',
  read: (read: number, all: number): string =>
    read === all
      ? `All ${number(all)} with words are read.`
      : `${number(read)} of ${number(all)} with words are read; only those count.`,
  words: 'In few words',
  word: (word: string, n: number): string => `${word} ${number(n)}`,
  suggestedBy: (words: readonly string[]): string =>
    words.length === 0 ? 'no words suggest it' : `suggested by ${words.join(', ')}`,
  empty: 'No codes yet',
  emptyHow:
    'A code says what somebody speaks of: “Refund”, “Waiting”. Give it words that suggest it, and read responses with them.',
  newCode: 'New code',
  byRules: 'Code the rest by rules',
  hints: {
    move: 'choose',
    open: 'who mentions it',
    add: 'new code',
    edit: 'change',
    remove: 'remove',
    problem: 'problem',
    measure: 'score',
  },
};

const recurrence: Readonly<Record<RecurrenceSide['verdict'], string>> = {
  less: 'less since',
  more: 'more since',
  same: 'no sure difference since',
  early: 'not yet: too few since, or before',
};

const causes = {
  pareto: 'What is mentioned most',
  of: 'Of',
  ofs: { low: 'Unhappy responses', all: 'All that were read' },
  from: (n: number): string => `of ${responses(n)} that were read`,
  row: (name: string, count: number, share: number, cumulative: number): string =>
    `${name}: ${counted(count, 'mention', 'mentions')}, ${percentFine.format(share)}, ${percentFine.format(cumulative)} with those before it`,
  cumulative: (share: number): string => percent.format(share),
  vital: 'vital few',
  line: '80 %',
  noPareto: 'Nothing is mentioned yet. Read responses and give them codes first.',
  problems: 'Problems',
  noProblems:
    'No problems yet. Take one from what is mentioned most, ask why up to five times, and say what is done about it.',
  newProblem: 'New problem',
  why: 'Why',
  noAction: 'nothing is done about it yet',
  by: (date: string): string => `by ${date}`,
  late: (date: string): string => `late: ${date}`,
  done: (date: string): string => `done ${date}`,
  ofResponses: 'Responses',
  ofTickets: 'Tickets',
  side: (which: string, { comparison: { a, b }, verdict }: RecurrenceSide): string =>
    `${which}: ${a.value === null ? '–' : percentFine.format(a.value)} before (n ${number(a.n)}), ${b.value === null ? '–' : percentFine.format(b.value)} since (n ${number(b.n)}), ${recurrence[verdict]}`,
  hints: {
    move: 'choose',
    lists: 'other list',
    open: 'who mentions it; change the problem',
    add: 'new problem',
    done: 'done',
    remove: 'remove',
    of: 'of whom',
  },
};

const form = {
  cancel: 'Cancel',
  add: 'Add',
  save: 'Save',
  optional: 'optional',
  newCode: 'New code',
  code: 'Code',
  name: 'Name',
  needName: 'Give it a name.',
  theme: 'Theme above it',
  words: 'Words that suggest it',
  wordsHint: 'Whole words or phrases, without regard to case and accents. A star stands for any ending: deliver*',
  removeWord: (word: string): string => `Remove ${word}`,
  rename: 'Name of the survey',
  newProblem: 'New problem',
  problem: 'Problem',
  title: 'What goes wrong',
  needTitle: 'Say what goes wrong.',
  ofCode: 'Mentioned as',
  noCode: 'No code',
  category: 'Category of tickets',
  noCategory: 'None',
  categoryHint: 'Then it is also told whether such tickets come less often.',
  why: (n: number): string => (n === 1 ? 'Why?' : `Why that? (${n})`),
  action: 'What is done about it',
  needAction: 'Say what was done first.',
  owner: 'Who',
  nobody: 'Nobody yet',
  due: 'Until',
  done: 'It is done',
};

const head = {
  import: 'Import',
  survey: 'Survey',
  all: 'All surveys',
  days: 'Days',
  span: (days: number): string =>
    ({ 30: '30 days', 90: '90 days', 365: '1 year', 730: '2 years', 3660: '10 years' })[days] ?? `${days} days`,
};

/** Words of the Feedback screen. */
export const fw = {
  tabs,
  commands,
  digit,
  scores,
  responses: responsesTab,
  themes,
  causes,
  import: surveyImports,
  form,
  head,
  /** Months by name, `2026-11` as `Nov 2026`. */
  month: (month: string): string =>
    new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
      Date.parse(`${month}-15`),
    ),
};
