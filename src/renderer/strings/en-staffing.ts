import type { StaffingTab } from '../staffing/staffing-store.ts';
import type { TabAction } from '../staffing/tab-actions.ts';
import { adherenceWords } from './en-staffing-day.ts';
import { decimal, percent, several, wait } from './en-staffing-parts.ts';
import { settingsWords } from './en-staffing-settings.ts';
import { whatIfWords } from './en-staffing-what-if.ts';
import { number } from './en-words.ts';

const tabs: Readonly<Record<StaffingTab | 'label', string>> = {
  label: 'Parts of staffing',
  forecast: 'Forecast',
  whatIf: 'What if',
  adherence: 'Adherence',
  load: 'Load and handover',
  breaches: 'Late by tonight',
  settings: 'Settings',
};

const commands: Readonly<Record<TabAction, string>> = {
  before: 'Day before',
  after: 'Day after',
  today: 'Go to today',
  date: 'Go to a date',
  streamBefore: 'Stream before',
  streamAfter: 'Next stream',
  span: 'Longer or shorter span of days',
  add: 'Add here: an uncommon day, a stream',
  edit: 'Edit here: an uncommon day, the change, the note, a stream; excuse a deviation',
  remove: 'Remove the uncommon day or the stream',
  pick: 'Choose who is absent',
  clear: 'Back to the plan',
  state: 'Say what an agent does now',
  takeBack: 'Take an excuse back',
  copy: 'Copy the handover note',
  print: 'Print the handover note',
  again: 'Draft the note anew, reckon late tickets anew, play another seed',
  save: 'Save the settings of staffing',
  run: 'Simulate the day, or save the form',
};

/** What each model of a forecast does, in a line. */
const models: Readonly<Record<string, string>> = {
  'seasonal naive': 'What came on the same weekday a week before.',
  'moving average': 'The mean of the last weeks, by weekday and time of day.',
  'exponential smoothing': 'Level and week, the latest days counting most.',
  'median level and trend': 'The median day, with its level and trend.',
  'calendar effects': 'Weekday, time of day, holidays and days after a closing.',
  'few profiles (SVD)': 'A few typical shapes of a day, mixed by weekday.',
};

const forecast = {
  label: 'Forecast of contacts',
  stream: 'Stream',
  horizon: 'Days ahead',
  days: (n: number): string => `${number(n)} days`,
  chart: (stream: string): string => `${stream}, contacts per day. Arrow keys choose a day.`,
  perDay: 'Contacts per day',
  came: 'came',
  expected: 'forecast',
  band: '4 of 5 days lie in here',
  today: 'today',
  hours: 'Required hours',
  perDayTable: 'Figures by day',
  columns: {
    date: 'Day',
    came: 'Came',
    forecast: 'Forecast',
    band: '4 of 5 within',
    hours: 'Required hours',
    event: 'Uncommon day',
    time: 'From',
    required: 'Required',
    scheduled: 'Scheduled',
    level: 'Service level',
  },
  within: (low: number, high: number): string => `${decimal(low)} to ${decimal(high)}`,
  dayCame: (day: string, n: number): string => `${day}: ${decimal(n)} came`,
  dayAhead: (day: string, value: number, low: number, high: number, hours: number): string =>
    `${day}: ${decimal(value)} forecast, ${decimal(low)} to ${decimal(high)}, ${decimal(hours)} h required`,
  profile: (day: string): string => `${day}, by the clock`,
  profileTable: 'Figures by interval',
  profileEmpty: 'Nothing is expected on this day: closed, or no contacts on such days so far.',
  reforecast: (factor: number): string => {
    const off = Math.round((factor - 1) * 100);
    return off === 0
      ? 'So far today as planned.'
      : `So far today ${Math.abs(off)} % ${off > 0 ? 'over' : 'under'} plan; the rest of the day is forecast by that.`;
  },
  test: 'How far off it was',
  testTable: 'Back-test of every model',
  model: 'Model',
  perInterval: 'Interval',
  perWholeDay: 'Day',
  chosen: 'chosen',
  wape: 'WAPE: the sum of what it was off by, over the sum of what came.',
  means: (days: number, minutes: number, interval: number, day: number): string =>
    `The last ${several(days, 'day', 'days')} were forecast as if they were still to come. A whole day was off by ${percent(day)}, ` +
    `an interval of ${minutes} min by ${percent(interval)}: of 100 contacts in a day count on ${Math.max(1, Math.round(day * 100))} more or fewer.`,
  fewDays: (days: number): string =>
    `Only ${several(days, 'day', 'days')} could be tried, so take it as a first guess.`,
  roughIntervals: 'Few contacts come in an interval, so trust the day more than its intervals.',
  models,
  missing: 'No forecast yet',
  missingHow:
    'It is made from tickets that came in. Import an export of your help desk, or work with this desk for some weeks.',
  toImport: 'Open Import',
  hints: { day: 'day before, after', stream: 'stream', span: 'days ahead', add: 'uncommon day' },
  events: {
    title: 'Uncommon days',
    how: 'Days that are not like others: left out of what is learnt, and forecast as a share of a usual day.',
    none: 'None yet. A sale, a closing, a mailing: N adds one, for days to come or gone.',
    list: 'Uncommon days',
    add: 'Uncommon day',
    edit: 'Edit',
    remove: 'Remove',
    date: 'Date',
    name: 'What is it',
    namePlaceholder: 'Spring sale',
    factor: 'Volume, % of a usual day',
    factorHint: '150 is half as much again, 0 is closed.',
    save: 'Save the day',
    cancel: 'Cancel',
    form: (isNew: boolean): string => (isNew ? 'New uncommon day' : 'Edit the uncommon day'),
    badDate: 'Choose a date.',
    badName: 'Say what is uncommon about it.',
    badFactor: 'A number from 0 (closed) to 10,000.',
    share: (factor: number): string => (factor === 0 ? 'closed' : percent(factor)),
  },
};

const breaches = {
  label: 'Tickets that will be late',
  chart: 'Tickets due by the hour, what can be done in it, and what will be late',
  headline: (late: number): string =>
    late === 0
      ? 'No ticket will be late by the end of the day.'
      : `${several(late, 'ticket', 'tickets')} will be late by the end of the day.`,
  how: 'Taken in the order they are due, by what the people planned can do beside what comes new.',
  due: 'due',
  late: 'late',
  capacity: 'can be done',
  hour: 'Hour',
  tableDue: 'Due',
  tableLate: 'Will be late',
  tableCapacity: 'Can be done',
  list: 'Tickets that will be late',
  more: (shown: number, all: number): string => `The ${number(shown)} due first of ${number(all)}.`,
  never: 'not today',
  doneLate: (time: string, late: string): string => `${time}, ${late} late`,
  moves: 'What would save some',
  saves: (saves: number, late: number): string => `saves ${number(saves)}, ${number(late)} still late`,
  nothingToSave: 'Nothing to save: all of it is done in time.',
  noMoves: 'One more person on a stream would save none of them.',
  noneTitle: 'Nothing will be late today',
  noneHow: 'Every ticket with a clock that ends today can be done in time by who is planned.',
  noStaff: 'Nobody is planned for the rest of the day, so whatever is due will be late. Plan shifts on the Day screen.',
  toDay: 'Open Day',
  again: 'Reckon again',
  heads: ['Ticket', 'Subject', 'Due', 'Will be done'],
  asOf: (time: string): string => `As of ${time}.`,
  hints: { ticket: 'ticket', open: 'open it', again: 'reckon again' },
};

/** Staffing: forecast, what if, adherence, load, what will be late, and the settings of it. */
export const sw = {
  loading: 'Reading the staffing',
  tabs,
  commands,
  show: (tab: string): string => `Show ${tab.toLowerCase()}`,
  decimal,
  percent,
  wait,
  date: {
    previous: 'Day before',
    next: 'Day after',
    today: 'Today',
    field: 'Date',
    ask: 'Go to a date',
    go: 'Go',
  },
  none: '–',
  figures: 'Figures',
  forecast,
  breaches,
  whatIf: whatIfWords,
  adherence: adherenceWords.adherence,
  load: adherenceWords.load,
  handover: adherenceWords.handover,
  settings: settingsWords,
};
