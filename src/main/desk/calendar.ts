import { calendarSchema } from '../../contract/index.ts';
import { addMinutes, calendarAt, minutesBetween, openIntervals } from '../../domain/calendar/arithmetic.ts';
import { calendarProblems, minutesPerWeek } from '../../domain/calendar/check.ts';
import { compiledFor } from '../../domain/calendar/compile.ts';
import { toInstant } from '../../domain/calendar/instant.ts';
import { calendarYear } from '../../domain/calendar/year.ts';
import { listCalendars, removeCalendar, saveCalendar } from './calendars.ts';
import type { Core } from './core.ts';
import { knownPlaces, officialHolidays } from './holidays.ts';
import { holidaysOfIcs } from './ics.ts';
import { issueInWords } from './issue-words.ts';
import { os, together } from './router-base.ts';
import { unknownInWords, unknownKeys } from './unknown-keys.ts';

/** Takes anything, for what is being typed need not have the shape of a calendar yet. */
function check(given: unknown) {
  const unknown = unknownKeys(calendarSchema, given).map((each) => ({
    field: each.path.join('.'),
    message: unknownInWords(each),
  }));
  const read = calendarSchema.safeParse(given);
  if (unknown.length > 0 || !read.success) {
    const wrong = (read.error?.issues ?? [])
      .filter(({ code }) => code !== 'unrecognized_keys')
      .map((issue) => issueInWords(issue, given));
    return { problems: [...unknown, ...wrong], minutesPerWeek: null };
  }
  return { problems: calendarProblems(read.data), minutesPerWeek: minutesPerWeek(read.data) };
}

/** Pure rules as procedures: they need no desk. */
export function calendarRules() {
  return {
    add: os.calendar.add.handler(({ input }) => ({
      at: addMinutes(compiledFor(input.calendar), toInstant(input.from), input.minutes),
    })),
    between: os.calendar.between.handler(({ input }) => ({
      minutes: minutesBetween(compiledFor(input.calendar), toInstant(input.from), toInstant(input.to)),
    })),
    at: os.calendar.at.handler(({ input }) => calendarAt(compiledFor(input.calendar), toInstant(input.at))),
    intervals: os.calendar.intervals.handler(({ input }) => ({
      intervals: openIntervals(compiledFor(input.calendar), toInstant(input.from), toInstant(input.to)),
    })),
    check: os.calendar.check.handler(({ input }) => check(input.calendar)),
    year: os.calendar.year.handler(({ input }) => calendarYear(input.calendar, input.year)),
    regions: os.calendar.regions.handler(async () => ({ countries: await knownPlaces() })),
    holidays: os.calendar.holidays.handler(async ({ input }) => ({
      holidays: await officialHolidays(input, input.years, input.types),
    })),
    ics: os.calendar.ics.handler(({ input }) => holidaysOfIcs(input.text, input.years, input.timeZone)),
  };
}

export function calendar(core: Core) {
  return together(calendarRules(), {
    list: os.calendar.list.handler(() => ({ calendars: listCalendars(core) })),
    save: os.calendar.save.handler(({ input }) => saveCalendar(core, input)),
    remove: os.calendar.remove.handler(({ input }) => removeCalendar(core, input.key)),
  });
}
