import type { Gate, Newcomer } from '../../contract/index.ts';
import type { HelpCount } from '../onboarding/newcomers/counts.ts';
import type { RampWeek } from '../onboarding/newcomers/ramp.ts';
import type { OnboardingTab } from '../onboarding/onboarding-store.ts';
import type { TabAction } from '../onboarding/tab-actions.ts';
import { locale, number } from './en-words.ts';

const tabs: Readonly<Record<OnboardingTab | 'label', string>> = {
  label: 'Parts of onboarding',
  newcomers: 'Newcomers',
  programmes: 'Programmes',
  certificates: 'Certificates',
};

const commands: Readonly<Record<TabAction, string>> = {
  add: 'Start a newcomer; in the other tabs a programme, a task, a certificate',
  addStage: 'Add a stage to the programme',
  open: 'Open what the cursor is on',
  tick: 'Task done or sign-off given, or not after all',
  copy: 'Copy where the material is',
  sign: 'Sign the stage, or take it back',
  pass: 'Pass the stage',
  away: 'Ill or away: days that do not count',
  pause: 'Pause the programme, or go on',
  extend: 'Give the stage more days',
  trainer: 'Who trains, and when it starts',
  end: 'End the programme early',
  ramp: 'Read the ramp curve',
  withDone: 'Show who is done too, or not',
  filter: 'Certificates of one person',
  remove: 'Archive the programme; remove the part or the certificate',
  up: 'Move the part of the programme up',
  down: 'Move the part of the programme down',
  takeBack: 'Take back the last change of the programme',
  save: 'Save the programme',
};

const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 2 });
const list = new Intl.ListFormat(locale, { type: 'conjunction' });

const counted = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;
const days = (n: number): string => counted(n, 'day', 'days');
const workDays = (n: number): string => counted(n, 'working day', 'working days');
const percent = (value: number): string => `${decimal.format(value)} %`;
const reviews = (n: number): string => counted(n, 'review', 'reviews');
const tasks = (n: number): string => counted(n, 'task', 'tasks');
const questions = (n: number): string => counted(n, 'question', 'questions');

const help: Readonly<Record<Newcomer['help'], string>> = {
  late: 'late',
  blocked: 'blocked',
  sign: 'to sign',
  due: 'due',
  paused: 'paused',
  planned: 'to begin',
  onTrack: 'on track',
  done: 'done',
  ended: 'ended',
};

/** What the chip of a newcomer says; `starts` is the day as it is written. */
function helpOf({ help: kind, lateDays }: Pick<Newcomer, 'help' | 'lateDays'>, starts: string): string {
  if (kind === 'late') return `late ${days(lateDays)}`;
  return kind === 'planned' ? `starts ${starts}` : help[kind];
}

/** `2 late, 1 blocked, 3 on track`. */
const countsText = (counts: readonly HelpCount[]): string =>
  counts.map(({ help: kind, n }) => `${number(n)} ${help[kind]}`).join(', ');

/** What a gate asks for, where nothing is counted yet. */
function gateAsks(gate: Gate): string {
  if (gate.kind === 'tickets') return `${counted(gate.atLeast, 'ticket', 'tickets')} solved`;
  if (gate.kind === 'certificate') return `certificate ${gate.name}`;
  return `QA average of ${score.format(gate.atLeast)} over ${reviews(gate.reviews)}`;
}

const board = {
  list: 'Newcomers, whom to help first',
  add: 'Start a newcomer',
  withDone: 'Done and ended too',
  stageOf: (at: number, of: number, name: string): string => `Stage ${number(at)} of ${number(of)}: ${name}`,
  allDone: (of: number): string => `All ${counted(of, 'stage', 'stages')} passed`,
  empty: 'Nobody is on a programme',
  emptyHow:
    'Put somebody new on the four weeks that come with Foredesk, or on a programme of your own. From then on this is who needs you today.',
  emptyOwn: 'You are on no programme',
  emptyOwnHow: 'When your trainer puts you on one, its stages, materials and quizzes are here.',
  toProgrammes: 'Look at the programmes',
  hints: { move: 'choose', open: 'to the page', add: 'start somebody', withDone: 'who is done too' },
};

/** How the last day moved. */
function moved(by: number): string {
  if (by === 0) return 'as planned';
  return by > 0 ? `${days(by)} later than planned` : `${days(-by)} earlier than planned`;
}

const page = {
  label: (name: string): string => `Programme of ${name}`,
  stages: 'Stages',
  trainer: (name: string): string => `Trainer ${name}`,
  noTrainer: 'No trainer',
  starts: (date: string): string => `from ${date}`,
  ends: (date: string): string => `to ${date}`,
  moved,
  doneOn: (date: string): string => `done ${date}`,
  ended: (reason: string): string => `ended early: ${reason}`,
  ramp: (value: number): string => `ramp now ${percent(value)}`,
  pass: 'Pass stage',
  sign: { agent: 'Sign as agent', trainer: 'Sign as trainer' },
  unsign: 'Take back signature',
  away: 'Ill or away',
  pause: 'Pause',
  goOn: 'Go on',
  extend: 'More days',
  changeTrainer: 'Trainer',
  end: 'End early',
  needs: (stage: string, missing: readonly string[]): string => {
    const shown = missing.slice(0, 3);
    const more = missing.length - shown.length;
    return `${stage} still needs: ${shown.join('; ')}${more > 0 ? `; and ${number(more)} more` : ''}.`;
  },
  ready: (stage: string): string => `${stage} has all it needs and can be passed.`,
  stageState: { passed: 'passed', current: 'now', ahead: 'ahead' },
  passedOn: (date: string): string => `passed ${date}`,
  span: (from: string, to: string): string => `${from} to ${to}`,
  length: (n: number, extra: number): string =>
    extra === 0 ? days(n) : `${days(n)} ${extra > 0 ? '+' : '−'} ${number(Math.abs(extra))}`,
  rampOf: (value: number): string => `ramp ${percent(value)}`,
  tasksDone: (done: number, of: number): string => `${number(done)} of ${tasks(of)}`,
  asks: (gates: readonly string[]): string => `asks for ${list.format(gates)}`,
  done: (when: string, by: string): string => (by === '' ? `done ${when}` : `done ${when}, ${by}`),
  quiz: (n: number, pass: number): string => `Quiz: ${questions(n)}, passed from ${percent(pass)}`,
  best: (value: number, tries: number): string => `best ${percent(value)}, ${counted(tries, 'try', 'tries')}`,
  gate: { open: 'open', shut: 'shut' },
  signOff: { agent: 'Agent’s sign-off', trainer: 'Trainer’s sign-off' },
  signed: (when: string, by: string): string => (by === '' ? `signed ${when}` : `signed ${when}, ${by}`),
  notSigned: 'not signed',
  gaps: 'Days that did not count',
  noGaps: 'None so far.',
  gapKind: { pause: 'Paused', away: 'Away' },
  gapSpan: (from: string, to: string | null): string =>
    to === null ? `since ${from}` : from === to ? from : `${from} to ${to}`,
  notStarted: 'It has not begun yet.',
  hints: {
    move: 'move',
    open: 'open',
    tick: 'done',
    sign: 'sign',
    pass: 'pass',
    away: 'ill',
    ramp: 'ramp curve',
    back: 'newcomers',
  },
};

const range = (low: number, high: number): string =>
  low === high ? decimal.format(low) : `${decimal.format(low)} to ${decimal.format(high)}`;

/** Where the last week that is over lies beside earlier newcomers, in a line. */
function rampSays({ week, solved, cohort }: RampWeek, place: 'below' | 'within' | 'above' | null): string {
  const own = `Week ${number(week)}: ${number(solved ?? 0)} solved`;
  if (cohort === null) return `${own}.`;
  if (place === null) return `${own}; median of the earlier ones: ${decimal.format(cohort.median)}.`;
  const middle = `half of the earlier ones solved ${range(cohort.low, cohort.high)}`;
  const where = { below: 'below most', within: 'like most', above: 'above most' }[place];
  return `${own}, ${where}: ${middle}.`;
}

const ramp = {
  title: 'Ramp: tickets solved by week',
  figures: 'Ramp curve and days that did not count',
  others: (n: number): string => `beside ${counted(n, 'earlier newcomer', 'earlier newcomers')} of the programme`,
  noOthers: 'Nobody was on this programme before, so that there is nothing to compare with yet.',
  none: 'No week is over yet.',
  says: rampSays,
  median: 'median',
  table: 'Tickets solved by week',
  week: 'Week',
  solved: 'Solved',
  middle: 'Median',
  middleOf: 'The middle one of earlier newcomers',
  half: 'Middle half',
  halfOf: 'Half of the earlier newcomers lie in here',
  of: 'n',
  ofWhat: 'How many earlier newcomers that is',
  range,
  value: (n: number): string => decimal.format(n),
  nothing: '–',
};

const task = {
  where: 'Where to read it',
  copy: 'Copy',
  copied: 'Where the material is is on the clipboard.',
  notCopied: 'The clipboard could not be reached. Select the text and copy it by key.',
  noDetail: 'Nothing more is written about it.',
  done: 'Done',
  notDone: 'Not done after all',
  quiz: 'Take the quiz',
  again: 'Take the quiz again',
  text: 'The task',
};

const quiz = {
  at: (at: number, of: number): string => `Question ${number(at)} of ${number(of)}`,
  several: 'Several may be right. Choose all that are.',
  one: 'One is right.',
  options: 'Options',
  next: 'Next',
  previous: 'Back',
  hand: 'Hand in',
  result: (value: number, pass: number, passed: boolean): string =>
    `${percent(value)}. ${passed ? 'Passed' : 'Not passed'}: ${percent(pass)} was needed.`,
  best: (value: number, tries: number): string =>
    `Your best counts: ${percent(value)} of ${counted(tries, 'try', 'tries')}.`,
  right: 'right',
  wrong: 'not right',
  answers: 'How it went, by question',
  again: 'Try again',
  close: 'Close',
  unanswered: (n: number): string =>
    n === 0 ? '' : `${questions(n)} without an answer ${n === 1 ? 'counts' : 'count'} as not right.`,
  hints: { choose: 'choose', next: 'on', previous: 'back' },
};

const form = {
  cancel: 'Cancel',
  start: 'Start a newcomer',
  begin: 'Start',
  person: 'Who',
  choosePerson: 'Choose somebody',
  needPerson: 'Choose who it is.',
  programme: 'Programme',
  needProgramme: 'Choose a programme.',
  template: (name: string): string => `${name} (template)`,
  stages: (n: number, text: string): string => `${workDays(n)}: ${text}.`,
  stage: (name: string, n: number): string => `${name} ${number(n)}`,
  startOn: 'First day',
  needDay: 'Choose a day.',
  trainer: 'Trainer',
  noTrainer: 'Nobody',
  save: 'Save',
  away: (name: string): string => `${name}: days away`,
  awayHow: 'It becomes time off on the roster, and everything after it moves.',
  from: 'From',
  to: 'Last day',
  toWrong: 'The last day is not before the first.',
  kind: 'Why',
  kinds: { sick: 'Ill', holiday: 'Holiday', other: 'Other' },
  note: 'Note',
  optional: 'may stay empty',
  awaySave: 'Take the days out',
  pause: (name: string): string => `Pause the programme of ${name}`,
  pauseHow: 'No day counts until it is gone on with.',
  pauseSave: 'Pause',
  reason: 'Reason',
  extend: (stage: string): string => `More days for ${stage}`,
  days: 'Working days more',
  daysHow: 'Below 0 takes back days that it was given.',
  daysWrong: 'A whole number, −60 to 60, but not 0.',
  extendSave: 'Give the days',
  end: (name: string): string => `End the programme of ${name} early`,
  endHow: 'They are a full agent to the staffing from then on.',
  needReason: 'Say why.',
  endSave: 'End it',
  trainerOf: (name: string): string => `Who trains ${name}`,
  certificate: 'Certificate',
  newCertificate: 'New certificate',
  name: 'Name',
  needName: 'Give it a name.',
  issuedOn: 'Issued',
  expiresOn: 'Valid until',
  expiresWrong: 'It cannot end before it was issued.',
};

const certificates = {
  list: 'Certificates, those that expire first',
  add: 'New certificate',
  edit: 'Change',
  remove: 'Remove',
  columns: {
    person: 'Person',
    name: 'Certificate',
    issued: 'Issued',
    expires: 'Valid until',
    state: 'State',
    note: 'Note',
  },
  state: { valid: 'valid', soon: 'ends soon', expired: 'expired' },
  in: (n: number): string => (n <= 0 ? 'ends today' : `ends in ${days(n)}`),
  ago: (n: number): string => `expired ${days(n)} ago`,
  forever: 'does not end',
  of: 'Person',
  everybody: 'Everybody',
  counts: (expired: number, soon: number): string =>
    [expired > 0 ? `${number(expired)} expired` : '', soon > 0 ? `${number(soon)} within 30 days` : '']
      .filter(Boolean)
      .join(', '),
  empty: 'No certificates yet',
  emptyHow:
    'Who finishes a programme gets the one it gives. Others you write down here, with the day on which they end.',
  emptyOwnHow: 'What you finish and what you are given stands here, with the day on which it ends.',
  emptyOne: 'No certificate of this person',
  all: 'Show everybody’s',
  hints: { move: 'choose', open: 'change', remove: 'remove', filter: 'one person' },
};

/** The words of onboarding. */
export const ow = {
  tabs,
  show: (tab: string): string => `Show ${tab.toLowerCase()}`,
  commands,
  help,
  helpOf,
  countsText,
  gateAsks,
  board,
  page,
  ramp,
  task,
  quiz,
  form,
  certificates,
  days,
  workDays,
  percent,
  reviews,
  tasks,
  questions,
  someone: 'Somebody who is gone',
} as const;
