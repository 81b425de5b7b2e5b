import type { BudgetRow, Course, Enrolment, Refresher, TrainingNeed, TrainingSlot } from '../../contract/index.ts';
import type { TabAction } from '../training/tab-actions.ts';
import type { TrainingTab } from '../training/training-store.ts';
import { money } from './en-money.ts';
import { number } from './en-words.ts';

const tabs: Readonly<Record<TrainingTab | 'label', string>> = {
  label: 'Parts of training',
  refreshers: 'Refreshers',
  needs: 'Needs',
  courses: 'Courses',
  budget: 'Budget',
};

const commands: Readonly<Record<TabAction, string>> = {
  open: 'Open or change what the cursor is on',
  new: 'New refresher, course or enrolment',
  topic: 'Write a topic down',
  edit: 'Change what the cursor is on',
  tick: 'Tick the need, or the course as done',
  find: 'Find a time',
  unplace: 'Take the refresher out of the shifts',
  invite: 'Invite people',
  held: 'Refresher held, or planned again',
  callOff: 'Call off, or plan again',
  remove: 'Remove the refresher or the topic',
  agenda: 'Write the agenda',
  materials: 'Write the materials',
  preview: 'Preview what is written, or write',
  attended: 'Was there',
  missed: 'Was not there',
  excused: 'Is excused',
  allAttended: 'Everybody was there',
  asked: 'Nothing is known of whether they were there',
  enrol: 'Put somebody on the course',
  archive: 'Offer the course no more, or again',
  amount: 'Budget of this person',
  everybody: 'Budget of everybody',
  before: 'The year before, or earlier days',
  after: 'The year after, or later days',
};

const counted = (n: number, one: string, many: string): string => `${number(n)} ${n === 1 ? one : many}`;
const people = (n: number): string => counted(n, 'person', 'people');

const personMinutes = (n: number): string => counted(Math.round(n), 'person-minute', 'person-minutes');

/** How short a refresher there leaves the queues, in words. */
function shortage({ shortBefore, shortAfter }: TrainingSlot): string {
  const added = Math.round(shortAfter - shortBefore);
  if (Math.round(shortAfter) === 0) return 'the queues stay covered';
  if (added === 0) return `no shorter than the queues are already (${personMinutes(shortBefore)})`;
  if (Math.round(shortBefore) === 0) return `leaves the queues ${personMinutes(added)} short`;
  return `leaves the queues ${personMinutes(added)} shorter, ${number(Math.round(shortAfter))} in all`;
}

const refreshers = {
  list: 'Refreshers',
  states: { planned: 'planned', held: 'held', cancelled: 'called off' } satisfies Record<Refresher['state'], string>,
  groups: { planned: 'To come', held: 'Held', cancelled: 'Called off' } satisfies Record<Refresher['state'], string>,
  over: 'time is over, not marked as held',
  noTime: 'no time yet',
  span: (from: string, to: string): string => `${from} to ${to}`,
  minutes: (n: number): string => `${number(n)} min`,
  invited: (n: number): string => (n === 0 ? 'nobody invited' : `${people(n)} invited`),
  kept: (n: number, of: number): string => `${number(n)} of ${number(of)} in their shifts`,
  were: (n: number, of: number): string => `${number(n)} of ${number(of)} were there`,
  noneThisWeek: 'No refresher this week.',
  noneEither: 'No refresher this week, and none next week.',
  noneNextWeek: 'No refresher next week yet.',
  weekly: 'An hour or so each week keeps what is new and what goes wrong in mind.',
  plan: 'New refresher',
  toNeeds: 'See what is needed',
  empty: 'No refreshers yet',
  emptyHow: 'Begin with what is needed: criteria that score low, tickets that go wrong, what is new. Or plan one now.',
  emptyAgent: 'You are invited to no refresher',
  emptyAgentHow: 'Once you are, it stands here with its agenda and what there is to read.',
  trainer: (name: string): string => `led by ${name}`,
  coordinator: 'the coordinator',
  someone: 'somebody who is not here any more',
  panel: (title: string): string => `Refresher ${title}`,
  edit: 'Change',
  find: 'Find a time',
  move: 'Find another time',
  invite: 'Invite',
  held: 'Held',
  notHeld: 'Not held after all',
  callOff: 'Call off',
  again: 'Plan again',
  remove: 'Remove',
  unplace: 'No time',
  sources: 'What it is about',
  sourceKinds: { criterion: 'Review', category: 'Hard cases', topic: 'New' } satisfies Record<
    TrainingNeed['source']['kind'],
    string
  >,
  agenda: 'Agenda',
  agendaHint: 'What is gone through, in Markdown: - [ ] for a point.',
  materials: 'Materials',
  materialsHint: 'Where to read it: an address or a place on each line.',
  readers: 'everybody who is invited reads this',
  people: 'People',
  noPeople: 'Nobody is invited yet.',
  attend: {
    invited: 'invited',
    attended: 'was there',
    missed: 'was not there',
    excused: 'excused',
  } satisfies Record<Refresher['attendance'][number]['state'], string>,
  placed: 'in their shift',
  notPlaced: 'not in their shift',
  saveFailed: 'Not kept yet:',
  hints: {
    move: 'choose',
    open: 'people',
    back: 'refreshers',
    new: 'new',
    find: 'find a time',
    invite: 'invite',
    agenda: 'agenda',
    held: 'held',
    attended: 'was there',
    missed: 'was not',
    excused: 'excused',
    all: 'all were there',
  },
};

const slots = {
  title: (name: string): string => `A time for ${name}`,
  list: 'Times that fit',
  from: (date: string, to: string): string => `${date} to ${to}, as the roster is planned`,
  none: 'No time fits in these days.',
  noneHow:
    'Somebody who is invited has to be at queue work for the whole of it, and whoever leads it too if they are on the roster.',
  nobody: 'Nobody is invited yet. Invite people first, then look for a time.',
  come: (n: number, of: number): string =>
    n === of ? `all ${number(of)} can come` : `${number(n)} of ${number(of)} can come`,
  without: (names: string): string => `without ${names}`,
  shortage,
  earlier: 'Earlier',
  later: 'Later',
  hints: { move: 'choose', place: 'put into the plan', publish: 'and publish', days: 'other days' },
};

const needs = {
  list: 'What to train next',
  topics: 'Topics',
  title: 'Of the last 90 days, strongest first',
  titleAgent: 'What is new and will be told',
  few: 'too few to build on',
  planned: (title: string): string => `in “${title}”`,
  helps: (names: string): string => `would help most: ${names}`,
  more: (n: number): string => `and ${number(n)} more`,
  kinds: { criterion: 'Review criterion', category: 'Category', topic: 'Topic' } satisfies Record<
    TrainingNeed['source']['kind'],
    string
  >,
  n: (n: number): string => `n = ${number(n)}`,
  ticked: (n: number): string => `${number(n)} ticked`,
  make: 'Make a refresher',
  topic: 'Write a topic down',
  empty: 'Nothing stands out',
  emptyHow:
    'Criteria of random reviews under 4 of 5 and categories that go wrong more often than others stand here, with what you write down.',
  emptyAgent: 'No topics yet',
  emptyAgentHow: 'What is new and has to be told stands here.',
  hints: { move: 'choose', tick: 'tick', make: 'make a refresher', topic: 'topic', edit: 'change', remove: 'remove' },
};

const months = (n: number): string => counted(n, 'month', 'months');

const courses = {
  list: 'Courses',
  course: 'Course',
  provider: 'Provider',
  cost: 'For one',
  hours: 'Hours',
  certificate: 'Certificate',
  noCertificate: 'none',
  certificateOf: ({ certificate, validMonths }: Pick<Course, 'certificate' | 'validMonths'>): string =>
    certificate === null
      ? 'no certificate'
      : validMonths === null
        ? certificate
        : `${certificate}, ${months(validMonths)}`,
  archived: 'not offered any more',
  hoursOf: (n: number): string => (n === 0 ? '' : `${number(n)} h`),
  empty: 'No courses yet',
  emptyHow: 'Write down what can be taken: courses of vendors, certifications, with what they cost for one person.',
  emptyAgentHow: 'Courses that can be taken stand here once they are written down.',
  new: 'New course',
  hints: { move: 'choose', open: 'change', new: 'new course', enrol: 'put somebody on it', archive: 'offer no more' },
};

const states = {
  planned: 'planned',
  booked: 'booked',
  done: 'done',
  cancelled: 'called off',
} satisfies Record<Enrolment['state'], string>;

const budget = {
  list: 'Budget by person',
  year: (year: number): string => `Budget ${String(year)}`,
  before: 'The year before',
  after: 'The year after',
  everybody: (amount: string): string => `${amount} for everybody`,
  change: 'Change',
  total: (spent: string, setAside: string, of: string): string => `${spent} spent and ${setAside} set aside of ${of}`,
  line: ({ spent, setAside, left }: BudgetRow, currency: string): string =>
    `${money(spent, currency)} spent, ${money(setAside, currency)} set aside, ${
      left < 0 ? `${money(-left, currency)} over` : `${money(left, currency)} left`
    }`,
  of: (amount: string): string => `of ${amount}`,
  own: 'their own amount',
  over: (amount: string): string => `${amount} over`,
  overTold: (name: string, amount: string): string => `${name} is ${amount} over the budget`,
  courses: (name: string, year: number): string => `Courses of ${name} in ${String(year)}`,
  noCourses: 'No course in this year.',
  enrol: 'Add enrolment',
  amount: 'Amount',
  states,
  empty: 'Nobody to train yet',
  emptyHow:
    'Everybody of the team who leads nobody stands here with their budget of the year. Add your agents, and come back.',
  team: 'Add people',
  hints: {
    move: 'choose',
    open: 'courses',
    back: 'people',
    enrol: 'add enrolment',
    amount: 'amount',
    everybody: 'everybody’s',
    year: 'year',
    done: 'done or not',
    edit: 'change',
  },
};

const form = {
  topic: 'Topic',
  newTopic: 'New topic',
  topicText: 'What is new',
  topicNeed: 'Say what it is.',
  material: 'Where to read it',
  materialHint: 'An address or a place; it goes along with the refresher.',
  refresher: 'Refresher',
  newRefresher: 'New refresher',
  name: 'Name',
  nameNeed: 'Give it a name.',
  minutes: 'Minutes',
  minutesWrong: 'A whole number, 15 to 240.',
  minutesHint: '60 to 90 do best.',
  trainer: 'Who leads it',
  noTrainer: 'The coordinator',
  invite: 'Invite people',
  inviteSearch: 'Find people',
  inviteList: 'Everybody of the team',
  inviteNone: 'Nobody is called that.',
  invited: (n: number): string => `${people(n)} invited`,
  all: 'Everybody',
  nobody: 'Nobody',
  course: 'Course',
  newCourse: 'New course',
  courseNeed: 'Give the course a name.',
  provider: 'Provider',
  cost: (currency: string): string => `Cost for one, ${currency}`,
  price: (currency: string): string => `Cost, ${currency}`,
  costWrong: 'An amount, 0 or more.',
  hours: 'Hours',
  hoursWrong: 'A number of hours, 0 to 2,000.',
  link: 'Where it is found',
  certificate: 'Certificate it gives',
  certificateHint: 'Left empty: it gives none. Once done, it is given by itself.',
  months: 'Valid for, months',
  monthsHint: 'Left empty: it does not expire.',
  monthsWrong: 'A whole number of months, 1 to 120.',
  monthsAlone: 'Months need a certificate.',
  optional: 'optional',
  enrolment: 'Enrolment',
  newEnrolment: 'New enrolment',
  person: 'Who',
  on: 'On',
  onNeed: 'Say when.',
  state: 'Where it stands',
  states,
  noCourses: 'There is no course to take yet. Write one down first.',
  toCourses: 'To the courses',
  amountOf: (name: string): string => `Budget of ${name}`,
  everybody: 'Budget of everybody',
  amount: (currency: string): string => `A year, ${currency}`,
  amountHint: 'Left empty: what everybody has.',
  currency: 'Currency',
  currencyWrong: 'Three capitals, such as USD.',
  currencyHint: 'Amounts are not converted.',
  add: 'Add',
  save: 'Save',
};

/** What the Training screen says. */
export const tw = { tabs, commands, refreshers, slots, needs, courses, budget, form, money, people };
