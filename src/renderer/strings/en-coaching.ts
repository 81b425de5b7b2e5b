import type { Chain, CoachingGoal, MetricRef } from '../../contract/index.ts';
import type { CoachingTab } from '../coaching/coaching-store.ts';
import type { Standing } from '../coaching/due.ts';
import type { TabAction } from '../coaching/tab-actions.ts';
import { changeWords } from './en-figures.ts';
import { number } from './en-words.ts';

const tabs: Readonly<Record<CoachingTab | 'label', string>> = {
  label: 'Parts of coaching',
  people: 'People',
  effects: 'What worked',
};

const commands: Readonly<Record<TabAction, string>> = {
  session: 'New session',
  praise: 'Praise somebody',
  goal: 'Add a goal',
  action: 'Add an action',
  cadence: 'How often there is a session',
  dossier: 'Performance review, as a file',
  open: 'Open what the cursor is on',
  edit: 'Change the goal or action',
  tick: 'Action done, or not after all',
  met: 'Goal met, or open again',
  drop: 'Goal dropped, or open again',
  remove: 'Remove the action or the session',
  held: 'Session held, or planned again',
  link: 'Link a ticket or a review',
  followUp: 'Plan the next session',
  acknowledge: 'Acknowledge the session',
  preview: 'Preview what is written, or write',
  when: 'When the session is',
  agenda: 'Write the agenda',
  notes: 'Write the notes',
  privateNotes: 'Write private notes',
  before: 'Fewer days before and after',
  after: 'More days before and after',
};

const places: Readonly<Record<'agenda' | 'notes' | 'privateNotes', string>> = {
  agenda: 'People; in a session: the agenda',
  notes: 'What worked; in a session: the notes',
  privateNotes: 'In a session: private notes',
};

const days = (n: number): string => `${number(n)} ${n === 1 ? 'day' : 'days'}`;
const counted = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;
const actions = (n: number): string => counted(n, 'action', 'actions');
const goals = (n: number): string => counted(n, 'goal', 'goals');

function standing(how: Standing): string {
  if (how.kind === 'never') return 'never';
  if (how.kind === 'today') return 'due today';
  return how.kind === 'overdue' ? `overdue ${days(how.days)}` : `due in ${days(how.days)}`;
}

const people = {
  list: 'People who are coached',
  last: (when: string): string => `last ${when}`,
  noLast: 'no session yet',
  minutes: (text: string): string => `${text} in 90 days`,
  planned: (when: string): string => `next planned ${when}`,
  actions,
  late: (n: number): string => `${number(n)} late`,
  goals,
  unread: (n: number): string => `${number(n)} not acknowledged`,
  empty: 'Nobody to coach yet',
  emptyHow:
    'Everybody of the team who leads nobody stands here, with how long ago they were coached. Add your agents, and come back.',
  team: 'Add people',
  hints: {
    move: 'choose',
    open: 'to the page',
    session: 'new session',
    praise: 'praise',
    goal: 'goal',
    action: 'action',
  },
};

const since = {
  title: { lastSession: 'Since the last session', month: 'The last 30 days' },
  over: {
    lastSession: (n: number): string => `${days(n)} since the last session, with the ${days(n)} before.`,
    month: (n: number): string =>
      `The last ${days(n)} with the ${days(n)} before: there was no session yet, or it is less than a week ago.`,
  },
  longest: 'Not more than 90 days are compared.',
  span: (from: string, split: string, to: string): string => `${from} to ${split}, and ${split} to ${to}.`,
  solved: (before: number, after: number): string =>
    `Tickets solved: ${number(before)} before, ${number(after)} since.`,
  figure: 'Figure',
  criterion: 'Criterion',
  before: 'Before (n)',
  since: 'Since (n)',
  difference: 'Difference, 95 %',
  says: 'What it says',
  criteria: 'By criterion, worst first',
  noCriteria: 'No random review was done in these days, so that no criterion was scored.',
};

const page = {
  label: (name: string): string => `Page of ${name}`,
  figures: (name: string): string => `Figures, goals and sessions of ${name}`,
  every: 'Session every',
  days: 'days',
  cadence: 'Days between sessions',
  cadenceWrong: 'A whole number of days, 1 to 365.',
  session: 'New session',
  praise: 'Praise',
  goal: 'Add goal',
  action: 'Add action',
  dossier: 'Performance review',
  goals: 'Goals',
  actions: 'Actions',
  praised: 'Praise',
  sessions: 'Sessions',
  noGoals: 'No goals yet. A goal with a figure shows later whether it worked.',
  noActions: 'No actions.',
  noPraise: 'No praise yet.',
  noSessions: 'No sessions yet.',
  goalState: { open: 'open', met: 'met', dropped: 'dropped' } satisfies Record<CoachingGoal['state'], string>,
  set: (when: string): string => `set ${when}`,
  closed: (state: string, when: string): string => `${state} ${when}`,
  by: (date: string): string => `by ${date}`,
  late: (date: string): string => `late, was due ${date}`,
  done: (when: string): string => `done ${when}`,
  owner: (name: string): string => `does: ${name}`,
  measured: (name: string): string => `measured by ${name}`,
  notMeasured: 'no figure',
  praiseFrom: (by: string, when: string): string => `${by}, ${when}`,
  ticket: (n: number): string => `#${n}`,
  state: { planned: 'planned', held: 'held' },
  missed: 'planned, not marked as held',
  acknowledged: 'acknowledged',
  notAcknowledged: 'not acknowledged',
  minutes: (n: number): string => `${number(n)} min`,
  coach: (name: string): string => `with ${name}`,
  hints: {
    move: 'move',
    open: 'open or change',
    tick: 'done',
    met: 'met',
    drop: 'dropped',
    remove: 'remove',
    back: 'people',
  },
};

const session = {
  title: (name: string): string => `Session with ${name}`,
  alone: 'Session',
  close: 'Back',
  date: 'Date',
  time: 'Time',
  minutes: 'Minutes',
  minutesWrong: 'A whole number, 0 to 480.',
  state: 'State',
  states: { planned: 'Planned', held: 'Held' },
  held: 'Mark as held',
  again: 'Not held',
  followUp: 'Follow-up',
  acknowledge: 'Acknowledge',
  remove: 'Remove session',
  preview: 'Preview',
  write: 'Write',
  coach: 'Coach',
  agenda: 'Agenda',
  notes: 'Notes',
  privateNotes: 'Private notes',
  bothRead: (name: string): string => `Coach and ${name} read this`,
  onlyYou: 'Only you read this',
  nothing: 'Nothing written.',
  agendaHint: 'What to talk about. “- [ ] ” begins a checklist, # and digits a ticket.',
  notesHint: 'What was said and agreed.',
  privateHint: 'For yourself. It is in no history and nobody else’s desk.',
  tickets: 'Tickets that fit',
  ticket: (n: number): string => `Open ticket #${n}`,
  kept: 'Kept',
  keeping: 'Keeping',
  notKept: 'Not kept yet',
  written: 'What is written',
  side: 'Evidence, actions and goals',
  evidence: 'Evidence',
  noEvidence: 'No tickets or reviews are linked.',
  link: 'Link',
  unlink: (name: string): string => `Take ${name} away`,
  review: (n: number): string => `Review of #${n}`,
  gone: 'not here any more',
  acknowledgedBy: (name: string, when: string): string => `Acknowledged by ${name}, ${when}`,
  waitsForYou: 'You have not acknowledged this yet.',
  waits: (name: string): string => `${name} has not acknowledged it yet.`,
  followUpSaid: (when: string): string => `Next session: ${when}`,
  done: 'done',
  hints: {
    written: 'agenda, notes, private',
    preview: 'preview',
    link: 'link',
    goal: 'goal',
    action: 'action',
    when: 'when',
    back: 'out of the text, back',
  },
};

const form = {
  cancel: 'Cancel',
  planSession: 'Plan session',
  when: 'When',
  needWhen: 'Choose a day and a time.',
  praise: (name: string): string => `Praise ${name}`,
  dossier: (name: string): string => `Performance review of ${name}`,
  dossierHow: 'Figures, released reviews, sessions, goals, actions and praise of these days, beside as many before.',
  from: 'From',
  days: 'Days',
  daysWrong: 'A whole number, 1 to 400.',
  needDay: 'Choose a day.',
  format: 'File',
  formats: { pdf: 'PDF', json: 'JSON' },
  withPrivate: 'With my private notes',
  withPrivateHint: 'Nobody else’s ever go along. Leave them out of what the agent gets.',
  dossierSave: 'Save file',
  dossierSaved: (file: string): string => `Saved ${file}`,
  lettersMissing: (n: number): string =>
    `${n === 1 ? '1 letter' : `${number(n)} letters`} of another script ${n === 1 ? 'is' : 'are'} an empty box in it. JSON has them all.`,
  saveJson: 'Save JSON',
  praiseText: 'What was good',
  praiseTicket: 'Ticket it is about',
  praiseNeed: 'Say what was good.',
  praiseSave: 'Praise',
  newGoal: 'New goal',
  goal: 'Goal',
  goalText: 'What is to be reached',
  goalNeed: 'Say what is to be reached.',
  metric: 'Figure that shows it',
  metricHint: 'What worked compares it before and after.',
  noMetric: 'No figure',
  due: 'By',
  optional: 'may stay empty',
  review: 'Review it came of',
  noReview: 'None',
  goalState: 'State',
  goalStates: { open: 'Open', met: 'Met', dropped: 'Dropped' } satisfies Record<CoachingGoal['state'], string>,
  newAction: 'New action',
  action: 'Action',
  actionText: 'What is to be done',
  actionNeed: 'Say what is to be done.',
  owner: 'Who does it',
  save: 'Save',
  add: 'Add',
  acknowledge: 'Acknowledge the session',
  note: 'A word to it',
  linkTitle: 'Link a ticket or a review',
  findTicket: 'Ticket',
  linked: 'Linked',
  reviews: 'Reviews of their work, newest first',
  noReviews: 'No review of their work is done yet.',
  done: 'Done',
  takeTicket: (n: number): string => `Take #${n} out`,
};

const effects = {
  label: 'What came of goals',
  regression:
    'Whoever is coached because of a bad month tends to come back by themselves: a very bad month is mostly followed by a better one, coached or not. One better goal proves little; many of them say more.',
  days: 'Days before and after',
  verdict: {
    better: 'Better by more than noise',
    worse: 'Worse by more than noise',
    noDifference: 'No difference that is more than noise',
    early: 'Too early: fewer than 30',
    notMeasured: 'No figure',
  } satisfies Record<Chain['verdict'], string>,
  together: (n: number): string =>
    n < 2
      ? ''
      : `${number(n)} goals are looked at together, which is reckoned in: by chance alone some would look better.`,
  review: 'Review',
  session: 'Session',
  difference: (text: string): string => `difference ${text}`,
  noReview: 'no review',
  noSession: 'no session',
  empty: 'No goals yet',
  emptyHow:
    'Set goals with a figure in sessions. Here stands what came of them: the figure before and after, and whether the difference is more than noise.',
  toPeople: 'Go to People',
  hints: { move: 'move', parts: 'along the chain', open: 'open', days: 'fewer, more days' },
};

/** What coaching is measured by, as the desk names it. */
const metric: Readonly<Record<Exclude<MetricRef['kind'], 'criterion'>, string>> = {
  qaScore: 'QA score',
  csat: 'CSAT',
  firstResponse: 'First response time',
  slaMet: 'SLA compliance',
  reopened: 'Reopen rate',
  escalated: 'Escalation rate',
  adherence: 'Adherence',
};

/** The words of coaching. */
export const cw = {
  tabs,
  commands,
  places,
  standing,
  people,
  since,
  page,
  session,
  form,
  effects,
  metric,
  days,
  someone: 'Somebody who is gone',
  coordinator: 'the coordinator',
  ...changeWords,
} as const;
