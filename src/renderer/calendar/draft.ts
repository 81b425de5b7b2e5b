import type { Calendar, DeskCalendar, FoundHoliday, HoursInterval, Weekday } from '../../contract/index.ts';
import { weekdays } from '../../contract/words.ts';
import { hoursAsText, hoursFromText } from '../../domain/calendar/hours-text.ts';
import { dateOfDay } from '../../domain/calendar/wall-time.ts';

/** When a day that differs is: one date, or a day of every year. */
export type RuleDay = { readonly date: string } | { readonly month: number; readonly day: number };

/** A day that differs, as it stands in the editor: closed, with hours of its own, or closed for a part of it. */
export type DayRule = {
  readonly id: string;
  readonly on: RuleDay;
  readonly kind: 'closed' | 'hours' | 'part';
  /** As typed; what is open (`hours`) or what is closed (`part`). */
  readonly hours: string;
  readonly name: string;
};

/** A calendar while it is edited: texts as they are typed. */
export type Draft = {
  /** Null: not on the desk yet. */
  readonly key: string | null;
  readonly name: string;
  readonly timeZone: string;
  readonly alwaysOpen: boolean;
  readonly hours: Readonly<Record<Weekday, string>>;
  readonly days: readonly DayRule[];
};

/** `2026-12-25`, or `12-25` for every year: what sorts and names it. */
export const ruleDate = (on: RuleDay): string => ('date' in on ? on.date : dateOfDay(on.month, on.day));

/** What says something about a date: its own rules first, then the yearly ones. */
export const rulesOn = (draft: Draft, date: string): readonly DayRule[] => [
  ...draft.days.filter(({ on }) => ruleDate(on) === date),
  ...draft.days.filter(({ on }) => ruleDate(on) === date.slice(5)),
];

/** Two rules that cannot both be: only parts of a day may be several. */
export const sameKind = (a: DayRule['kind'], b: DayRule['kind']): boolean => (a === 'part') === (b === 'part');

let counted = 0;
export const newRuleId = (): string => `rule-${(counted += 1)}`;

const rule = (on: RuleDay, kind: DayRule['kind'], hours: readonly HoursInterval[], name = ''): DayRule => ({
  id: newRuleId(),
  on,
  kind,
  hours: hoursAsText(hours),
  name,
});

const ownHours = (on: RuleDay, hours: readonly HoursInterval[], name?: string): DayRule =>
  rule(on, hours.length === 0 ? 'closed' : 'hours', hours, name);

/** Named by their place, so that a calendar read twice has the same rules. */
function daysOf(calendar: Calendar): DayRule[] {
  const { holidays = [], exceptions = [], closures = [], yearly = [] } = calendar;
  const days = [
    ...holidays.map((holiday) =>
      typeof holiday === 'string'
        ? rule({ date: holiday }, 'closed', [])
        : rule({ date: holiday.date }, 'closed', [], holiday.name),
    ),
    ...exceptions.map(({ date, hours, name }) => ownHours({ date }, hours, name)),
    ...closures.map(({ date, from, to, name }) => rule({ date }, 'part', [[from, to]], name)),
    ...yearly.map(({ month, day, hours = [], name }) => ownHours({ month, day }, hours, name)),
  ];
  return days.map((day, index) => ({ ...day, id: `kept-${index}` }));
}

export function draftOf({
  key,
  name,
  calendar,
}: Pick<DeskCalendar, 'name' | 'calendar'> & { key: string | null }): Draft {
  const text = (day: Weekday): string => hoursAsText(calendar.hours[day] ?? []);
  return {
    key,
    name,
    timeZone: calendar.timeZone,
    alwaysOpen: calendar.alwaysOpen === true,
    hours: Object.fromEntries(weekdays.map((day) => [day, text(day)])) as Record<Weekday, string>,
    days: daysOf(calendar),
  };
}

/** Monday to Friday with a break for lunch: most of what one would type anyway. */
export const freshDraft = (name: string, timeZone: string): Draft => {
  const office = '09:00-12:00, 13:00-17:00';
  const hours = { mon: office, tue: office, wed: office, thu: office, fri: office, sat: '', sun: '' };
  return { key: null, name, timeZone, alwaysOpen: false, hours, days: [] };
};

/** What is wrong with texts that cannot be read, by field: `hours.mon`, or the id of a day. */
export type Wrong = Readonly<Record<string, string>>;

export type Made = {
  readonly calendar: Calendar;
  readonly wrong: Wrong;
  /** Which rule became which entry: `exceptions.0` to its id. */
  readonly owners: Readonly<Record<string, string>>;
};

type ListName = 'holidays' | 'exceptions' | 'closures' | 'yearly';
type Lists = { readonly [K in ListName]: NonNullable<Calendar[K]> };

function addRule(lists: Lists, owners: Record<string, string>, each: DayRule, hours: HoursInterval[]): void {
  const name = each.name.trim() === '' ? {} : { name: each.name.trim() };
  const put = <K extends ListName>(list: K, entry: Lists[K][number]): void => {
    owners[`${list}.${lists[list].length}`] = each.id;
    (lists[list] as Lists[K][number][]).push(entry);
  };
  if (!('date' in each.on)) put('yearly', { ...each.on, ...name, ...(each.kind === 'hours' && { hours }) });
  else if (each.kind === 'closed') put('holidays', { date: each.on.date, ...name });
  else if (each.kind === 'hours') put('exceptions', { date: each.on.date, hours, ...name });
  else for (const [from, to] of hours) put('closures', { date: each.on.date, from, to, ...name });
}

/** The calendar that a draft stands for, as far as its texts can be read, and what cannot. */
export function made(draft: Draft): Made {
  const wrong: Record<string, string> = {};
  const owners: Record<string, string> = {};
  const read = (field: string, text: string): HoursInterval[] => {
    const found = hoursFromText(text);
    if ('hours' in found) return found.hours;
    wrong[field] = found.error;
    return [];
  };
  const week = weekdays.map((day) => [day, read(`hours.${day}`, draft.hours[day])] as const);
  const lists: Lists = { holidays: [], exceptions: [], closures: [], yearly: [] };
  const sorted = [...draft.days].sort((a, b) => (ruleDate(a.on) < ruleDate(b.on) ? -1 : 1));
  for (const each of sorted) addRule(lists, owners, each, each.kind === 'closed' ? [] : read(each.id, each.hours));
  const used = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  const calendar: Calendar = {
    timeZone: draft.timeZone,
    hours: Object.fromEntries(week.filter(([, hours]) => hours.length > 0)),
    ...used,
    ...(draft.alwaysOpen && { alwaysOpen: true }),
  };
  return { calendar, wrong, owners };
}

/** A problem the desk found, at the field of the editor that it belongs to. */
export function fieldOf(problem: string, owners: Made['owners']): string {
  const [head = '', second = ''] = problem.replace(/^calendar\./, '').split('.');
  if (head === 'hours') return second === '' ? 'hours' : `hours.${second}`;
  return owners[`${head}.${second}`] ?? head;
}

/** Whether saving would change anything, or something typed cannot be saved yet. */
export function isChanged(draft: Draft, base: Draft | null): boolean {
  if (base === null || draft.name !== base.name) return true;
  const now = made(draft);
  return Object.keys(now.wrong).length > 0 || JSON.stringify(now.calendar) !== JSON.stringify(made(base).calendar);
}

/** A holiday found elsewhere as a day that differs. */
export const ruleOf = ({ date, name, from, to }: FoundHoliday): DayRule =>
  from === undefined || to === undefined
    ? rule({ date }, 'closed', [], name)
    : rule({ date }, 'part', [[from, to]], name);

/** Whether a found day is in the draft already, by a rule of that date or of every year. */
export const isHere = (draft: Draft, found: FoundHoliday): boolean => {
  const kind = found.from === undefined ? 'closed' : 'part';
  return rulesOn(draft, found.date).some((one) => sameKind(one.kind, kind));
};

/** The draft with rules in place of those that cannot stand beside them. */
export function withRules(draft: Draft, added: readonly DayRule[]): Draft {
  const replaced = (old: DayRule): boolean =>
    added.some(
      (one) =>
        one.id === old.id ||
        (ruleDate(one.on) === ruleDate(old.on) && sameKind(one.kind, old.kind) && one.kind !== 'part'),
    );
  return { ...draft, days: [...draft.days.filter((old) => !replaced(old)), ...added] };
}

export const withoutRule = (draft: Draft, id: string): Draft => ({
  ...draft,
  days: draft.days.filter((one) => one.id !== id),
});
