import type { Calendar, HoursInterval, Weekday } from '../../contract/calendar.ts';
import { weekdays } from '../../contract/words.ts';
import type { CalendarProblem } from '../../contract/calendars.ts';
import { Fault } from '../fault.ts';
import { nextOpenAt } from './arithmetic.ts';
import { compiledFor, earliest } from './compile.ts';
import { hoursOf, rulesOf, type Rules } from './rules.ts';
import { dateOfDay, dayNumber, minutesADay, monthDay, timeOf, wallSpan, type WallSpan } from './wall-time.ts';
import { zoneOf } from './zone.ts';

const dayNames: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

type Found = { readonly problems: CalendarProblem[]; readonly spans: readonly WallSpan[] };

/** What a refusal says, at the field that caused it. */
const refusalAt = (field: string, run: () => unknown): CalendarProblem[] => {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof Fault) return [{ field, message: error.message }];
    throw error;
  }
};

const spanWords = ({ from, to }: WallSpan) => `${timeOf(from)} to ${timeOf(to > minutesADay ? to - minutesADay : to)}`;

/** Minutes of `next` that run at the same time, `next` lying so many days later. */
const overlap = (one: WallSpan, next: WallSpan, daysLater = 0): boolean => {
  const shift = daysLater * minutesADay;
  return one.from < next.to + shift && next.from + shift < one.to;
};

/** The hours of one day: each interval by itself, and each beside those before it. SPEC CAL-18. */
const checkHours = (hours: readonly HoursInterval[], field: string, where: string): Found => {
  const problems: CalendarProblem[] = [];
  const spans: WallSpan[] = [];
  hours.forEach(([from, to], i) => {
    const here = `${field}.${i}`;
    const refused = refusalAt(here, () => wallSpan(from, to, where));
    problems.push(...refused);
    if (refused.length > 0) return;
    const span = wallSpan(from, to, where);
    const other = spans.find((before) => overlap(before, span));
    if (other)
      problems.push({
        field: here,
        message: `${where}: ${spanWords(span)} overlaps ${spanWords(other)}. Join them, or move one.`,
      });
    spans.push(span);
  });
  return { problems, spans };
};

/** The night of one weekday that still runs when the next one opens. */
const checkNights = (week: readonly (readonly WallSpan[])[]): CalendarProblem[] =>
  weekdays.flatMap((day, d) => {
    const before = weekdays[(d + 6) % 7] ?? 'sun';
    return (week[d] ?? []).flatMap((span, i) => {
      const night = week[(d + 6) % 7]?.find((one) => overlap(one, span, 1));
      if (night === undefined) return [];
      const message = `${dayNames[day]} opens at ${timeOf(span.from)} while ${dayNames[before]} ${spanWords(night)} still runs. Open when it ends.`;
      return [{ field: `hours.${day}.${i}`, message }];
    });
  });

const checkWeek = (calendar: Calendar): CalendarProblem[] => {
  const found = weekdays.map((day) => checkHours(calendar.hours[day] ?? [], `hours.${day}`, dayNames[day]));
  const own = found.flatMap(({ problems }) => problems);
  return own.length > 0 || calendar.alwaysOpen === true ? own : checkNights(found.map(({ spans }) => spans));
};

const firstTwice = (keys: readonly (string | number)[], i: number): boolean => keys.indexOf(keys[i] ?? '') < i;

const checkExceptions = (calendar: Calendar): CalendarProblem[] => {
  const dates = (calendar.exceptions ?? []).map(({ date }) => date);
  return (calendar.exceptions ?? []).flatMap(({ date, hours }, i) => [
    ...refusalAt(`exceptions.${i}.date`, () => dayNumber(date)),
    ...(firstTwice(dates, i)
      ? [{ field: `exceptions.${i}.date`, message: `${date} has two exceptions. Put all its hours into one.` }]
      : []),
    ...checkHours(hours, `exceptions.${i}.hours`, date).problems,
  ]);
};

const checkYearly = (calendar: Calendar): CalendarProblem[] => {
  const days = (calendar.yearly ?? []).map(({ month, day }) => month * 100 + day);
  return (calendar.yearly ?? []).flatMap(({ month, day, hours = [] }, i) => [
    ...refusalAt(`yearly.${i}.day`, () => monthDay(month, day)),
    ...(firstTwice(days, i)
      ? [{ field: `yearly.${i}.day`, message: `${dateOfDay(month, day)} is there twice every year. Keep one of them.` }]
      : []),
    ...checkHours(hours, `yearly.${i}.hours`, dateOfDay(month, day)).problems,
  ]);
};

const checkClosures = (calendar: Calendar): CalendarProblem[] =>
  (calendar.closures ?? []).flatMap(({ date, from, to }, i) => [
    ...refusalAt(`closures.${i}.date`, () => dayNumber(date)),
    ...refusalAt(`closures.${i}.from`, () => wallSpan(from, to, `Closure of ${date}`)),
  ]);

/** An exception beside what starts on the days around it. */
const checkAround = (calendar: Calendar, rules: Rules): CalendarProblem[] =>
  (calendar.exceptions ?? []).flatMap(({ date }, i) => {
    const day = dayNumber(date);
    const pairs: [number, number][] = [
      [day - 1, day],
      [day, day + 1],
    ];
    const clash = pairs.some(([one, next]) =>
      hoursOf(rules, one).some((span) => hoursOf(rules, next).some((other) => overlap(span, other, 1))),
    );
    if (!clash) return [];
    return [{ field: `exceptions.${i}.hours`, message: `The hours of ${date} overlap a night beside them.` }];
  });

const checkOpen = (calendar: Calendar): CalendarProblem[] =>
  nextOpenAt(compiledFor(calendar), earliest) === null
    ? [{ field: 'hours', message: 'This calendar is never open, so nothing would ever be due. Give it hours.' }]
    : [];

/**
 * Everything that is wrong with a calendar, each at its field; none: it can be saved. What arithmetic makes the best of
 * (hours that overlap are one, CAL-2) is refused here, for whoever wrote it meant something else. SPEC CAL-18.
 */
export const calendarProblems = (calendar: Calendar): CalendarProblem[] => {
  const problems = [
    ...refusalAt('timeZone', () => zoneOf(calendar.timeZone)),
    ...checkWeek(calendar),
    ...checkExceptions(calendar),
    ...checkYearly(calendar),
    ...checkClosures(calendar),
    ...(calendar.holidays ?? []).flatMap((holiday, i) =>
      refusalAt(`holidays.${i}`, () => dayNumber(typeof holiday === 'string' ? holiday : holiday.date)),
    ),
  ];
  if (problems.length > 0) return problems;
  return [...checkAround(calendar, rulesOf(calendar)), ...checkOpen(calendar)];
};

/** Open minutes of a week without holidays or a change of the clocks; null where its hours cannot be read. */
export const minutesPerWeek = (calendar: Calendar): number | null => {
  const found = weekdays.map((day) => checkHours(calendar.hours[day] ?? [], '', ''));
  if (calendar.alwaysOpen === true) return 7 * minutesADay;
  const open = new Uint8Array(7 * minutesADay);
  found.forEach(({ spans }, d) => {
    for (const { from, to } of spans)
      for (let minute = from; minute < to; minute += 1) open[(d * minutesADay + minute) % open.length] = 1;
  });
  const broken = weekdays.some((day, d) => (calendar.hours[day] ?? []).length !== (found[d]?.spans.length ?? 0));
  return broken ? null : open.reduce((sum, flag) => sum + flag, 0);
};
