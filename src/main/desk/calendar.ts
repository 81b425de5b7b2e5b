import { addMinutes, calendarAt, minutesBetween, openIntervals } from '../../domain/calendar/arithmetic.ts';
import { compiledFor } from '../../domain/calendar/compile.ts';
import { toInstant } from '../../domain/calendar/instant.ts';
import { os } from './router-base.ts';

/** Pure rules as procedures: they need no desk. */
export function calendar() {
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
  };
}
