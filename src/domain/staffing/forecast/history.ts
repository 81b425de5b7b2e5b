import type { ForecastInput } from '../../../contract/staffing.ts';
import { dayNumber, weekdayOf } from '../../calendar/wall-time.ts';
import type { Grid } from './grid.ts';
import type { DayAhead, History } from './model.ts';

/** A slot not seen for so many days before the end is no longer open. */
const stillOpenDays = 56;

/** What is learnt from, at most: half a year says more about next week than the year before it. */
const learntDays = 182;

/** What is learnt from, and the shape of the week that is forecast. */
export type Learnt = {
  readonly history: History;
  /** Slots of a weekday that are usually open. */
  readonly open: (weekday: number) => readonly number[];
  /** Adds what a day ahead follows. */
  readonly ahead: (day: number) => DayAhead;
  /** What the volume of a day is multiplied by. */
  readonly factor: (day: number) => number;
};

const factorsOf = (events: ForecastInput['events']): ReadonlyMap<number, number> => {
  const factors = new Map<number, number>();
  for (const { date, factor } of events) {
    const day = dayNumber(date);
    factors.set(day, factor * (factors.get(day) ?? 1));
  }
  return factors;
};

const openSlots = (grid: Grid, eventDays: ReadonlyMap<number, number>): readonly (readonly number[])[] => {
  const last = grid.days.at(-1)?.day ?? 0;
  const seen = Array.from({ length: 7 }, () => new Set<number>());
  for (const { day, weekday, values } of grid.days) {
    if (day <= last - stillOpenDays || eventDays.has(day)) continue;
    for (const [slot, value] of values.entries()) if (!Number.isNaN(value)) seen[weekday]?.add(slot);
  }
  return seen.map((slots) => [...slots].sort((a, b) => a - b));
};

/** Takes events out of a grid, and finds which slots are open and which days follow a closed one. SPEC STF-43, STF-44. */
export const learn = (grid: Grid, events: ForecastInput['events']): Learnt => {
  const factors = factorsOf(events);
  const open = openSlots(grid, factors);
  const worked = new Set(grid.days.map(({ day }) => day));
  const [first, last] = [grid.days[0]?.day ?? 0, grid.days.at(-1)?.day ?? 0];
  const closed = (day: number) => day >= first && (factors.get(day) === 0 || (day <= last && !worked.has(day)));
  const ahead = (day: number): DayAhead => {
    const before = [1, 2, 3, 4, 5, 6, 7].map((back) => day - back);
    const usual = before.find((earlier) => (open[weekdayOf(earlier)]?.length ?? 0) > 0);
    return { day, weekday: weekdayOf(day), afterClosed: usual !== undefined && closed(usual) };
  };
  const days = grid.days
    .filter(({ day }) => !factors.has(day) && day > last - learntDays)
    .map((gridDay) => ({ ...gridDay, ...ahead(gridDay.day) }));
  return {
    history: { slots: grid.slots, intervalMinutes: grid.intervalMinutes, days },
    open: (weekday) => open[weekday] ?? [],
    ahead,
    factor: (day) => factors.get(day) ?? 1,
  };
};
