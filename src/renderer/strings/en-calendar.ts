import type { CalendarDay, ClockChange, OfficialHoliday, Weekday } from '../../contract/index.ts';
import { dayMs, dayNumber } from '../../domain/calendar/wall-time.ts';
import type { DayRule } from '../calendar/draft.ts';
import { locale, number } from './en-words.ts';

const utc = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
const long = utc({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' });
const short = utc({ weekday: 'short', day: 'numeric', month: 'short' });
const month = utc({ month: 'long' });
const dayMonth = utc({ day: 'numeric', month: 'long' });
const at = (date: string): number => dayNumber(date) * dayMs;
/** `Sun 28 March 2027`: one thing, without the comma that some locales set. */
const longDate = (date: string): string => long.format(at(date)).replace(',', '');

const days: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

const kinds: Record<CalendarDay['kind'], string> = {
  open: 'Open',
  closed: 'Closed',
  holiday: 'Holiday',
  half: 'Shorter day',
  extra: 'Hours of its own',
};

const reasons: Record<CalendarDay['why'], string> = {
  weekly: 'by the weekly hours',
  always: 'around the clock',
  holiday: 'closed on this date',
  exception: 'hours of this date',
  yearly: 'every year',
  closure: 'closed for a part',
  missing: 'this date was left out in the zone',
};

const types: Record<OfficialHoliday['type'], string> = {
  public: 'Public',
  bank: 'Bank',
  optional: 'Optional',
  school: 'School',
  observance: 'Observance',
};

/** `7 h`, `7 h 30 min`, `45 min`, `0 h`: whole hours stay hours, however many. */
function hours(minutes: number): string {
  const whole = Math.round(minutes);
  const rest = whole % 60;
  if (whole > 0 && whole < 60) return `${whole} min`;
  return rest === 0 ? `${number(whole / 60)} h` : `${number(Math.floor(whole / 60))} h ${rest} min`;
}

const several = (n: number, one: string, more: string): string => `${number(n)} ${n === 1 ? one : more}`;
const dayCount = (n: number): string => several(n, 'day', 'days');

/** Calendars: the list, the editor, the year. */
export const c = {
  hours,
  days,
  kinds,
  reasons,
  types,
  date: longDate,
  shortDate: (date: string): string => short.format(at(date)),
  everyYear: (monthDay: string): string => `${dayMonth.format(at(`2000-${monthDay}`))}, every year`,
  month: (n: number): string => month.format(Date.UTC(2000, n - 1, 1)),
  title: 'Calendars',
  list: 'Calendars of this desk',
  loading: 'Reading the calendars',
  empty: 'No calendars yet',
  emptyHow: 'A calendar says when work is done. Clocks in business time count by it.',
  add: 'New calendar',
  newName: (n: number): string => (n === 1 ? 'New calendar' : `New calendar ${n}`),
  copyName: (name: string): string => `${name}, copy`,
  unsaved: 'not saved yet',
  usedBy: (names: readonly string[]): string =>
    names.length === 0 ? 'No policy counts by it.' : `Counts for ${names.join(', ')}.`,
  version: (n: number): string => `Version ${n}`,
  since: (when: string): string => `since ${when}`,
  always: 'since ever',
  name: 'Name',
  needName: 'Give it a name.',
  zone: 'Time zone',
  zoneAs: (zone: string, offset: string): string => `${zone}, ${offset}`,
  useZone: (typed: string): string => `Use ${typed}`,
  weekly: 'Weekly hours',
  weeklyHow:
    'Such as 09:00-12:00, 13:00-17:00. A night 22:00-06:00 belongs to the day it starts on; a day ends at 24:00.',
  closed: 'Closed',
  noHours: 'None',
  aroundTheClock: 'Open around the clock',
  copyDown: (day: string): string => `Copy ${day} to other days`,
  copyTo: { weekdays: 'To Monday to Friday', all: 'To every day', next: 'To the next day' },
  yearWaits: 'What it comes to is told once the hours that are marked can be read.',
  weekWaits: 'once all hours can be read',
  perWeek: (minutes: number): string => `${hours(minutes)} in a usual week`,
  differ: 'Days that differ',
  differNone: (year: number): string => `Nothing differs in ${year}.`,
  differElsewhere: (n: number): string => `${dayCount(n)} more in other years.`,
  addDay: 'Add a day',
  addCountry: 'Holidays of a country',
  byCountry: 'By country',
  addIcs: 'From a file',
  removeDay: (what: string): string => `Remove ${what}`,
  ruleKind: { closed: 'Closed', hours: 'Open', part: 'Part closed' } satisfies Record<DayRule['kind'], string>,
  save: 'Save',
  saveAs: 'From when it counts',
  now: 'From now on',
  ever: 'Always',
  nowHow: 'What was counted and promised until now stays.',
  everHow: 'Every clock is counted anew, those that ended too.',
  discard: 'Discard changes',
  duplicate: 'Duplicate',
  remove: 'Remove',
  more: 'More about this calendar',
  tryIt: 'Try on the last 90 days',
  fixFirst: 'Some fields cannot be saved as they are. Each says why.',
  year: (year: number): string => `Year ${year}`,
  before: 'Year before',
  after: 'Year after',
  yearHow: 'Arrows move over the days, Page up and down over months, [ and ] over years. Enter edits the day.',
  total: (minutes: number, open: number): string => `${hours(minutes)} on ${dayCount(open)}`,
  holidays: (n: number): string => several(n, 'holiday', 'holidays'),
  halves: (n: number): string => several(n, 'shorter day', 'shorter days'),
  extras: (n: number): string => several(n, 'day with hours of its own', 'days with hours of their own'),
  marks: { open: '', closed: '–', holiday: 'H', half: '½', extra: '+', change: '↻' },
  legend: 'What the marks mean',
  clockChange: 'Change of the clocks',
  noChanges: (zone: string): string => `The clocks of ${zone} do not change.`,
  change: ({ date, from, to, kind }: ClockChange): string =>
    `${longDate(date)}, ${from} → ${to}: ${
      kind === 'skipped' ? 'a time in between moves forward' : 'the time between comes twice and counts as it passes'
    }`,
  changes: 'Next changes of the clocks',
  week: (n: number): string => `Week ${n}`,
  weekHours: 'Open hours of the week',
  weekdayHeads: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  dayOpen: (minutes: number): string => (minutes === 0 ? 'closed' : `${hours(minutes)} open`),
  dayHours: (day: CalendarDay): string => day.hours.map(([from, to]) => `${from}-${to}`).join(', '),
  why: ({ kind, why, name }: CalendarDay): string =>
    [kinds[kind], name, reasons[why]].filter((each) => each !== null).join(', '),
  day: 'Date',
  badDate: 'Write the date as 2026-12-24, or choose it.',
  dayKind: 'This day is',
  dayKinds: { usual: 'As usual', closed: 'Closed', hours: 'Open at', part: 'Closed at' },
  openAt: 'Open at',
  closedAt: 'Closed at',
  needHours: 'Write from when to when, such as 09:00-12:00.',
  yearly: 'Every year',
  dayName: 'What it is called',
  optional: 'optional',
  dayNameHint: 'Christmas Eve, stock-taking',
  apply: 'Apply',
  cancel: 'Cancel',
  country: 'Country',
  state: 'State',
  region: 'Region',
  whole: 'All of it',
  years: 'Years',
  kindsOf: 'Kinds',
  preview: 'Days found',
  here: 'here already',
  standsIn: 'stands in for a free day',
  all: 'Tick all',
  none: 'Tick none',
  addFound: (n: number): string => (n === 0 ? 'Add' : `Add ${dayCount(n)}`),
  noneFound: 'Nothing is known for these years and kinds.',
  searching: 'Looking them up',
  ics: 'Holidays from a file',
  icsHow: 'An ICS file, as calendars and governments offer them. Drop it here, or choose it. Nothing in it is run.',
  chooseFile: 'Choose a file',
  anotherFile: 'Choose another file',
  dropHere: 'Drop the ICS file to read its holidays',
  fileOf: (name: string): string => `In ${name}`,
  skipped: (n: number): string => `${several(n, 'event', 'events')} not taken`,
  skippedLine: (line: number, what: string, why: string): string =>
    `Line ${line}${what === '' ? '' : `, ${what}`}: ${why}`,
  outside: (n: number): string => `${several(n, 'event lies', 'events lie')} in other years.`,
  tooBig: 'That file is over 4 MB. Choose one with holidays alone.',
  discarded: 'Changes discarded.',
  commands: {
    list: 'Calendars: go to the list',
    add: 'New calendar',
    year: 'Go to the year of the calendar',
    edit: 'Go to the fields of the calendar',
    day: 'Calendar: add a day that differs',
    country: 'Calendar: add holidays of a country',
    ics: 'Calendar: add holidays from a file',
    save: 'Save the calendar',
    duplicate: 'Duplicate the calendar',
    remove: 'Remove the calendar',
  },
};
