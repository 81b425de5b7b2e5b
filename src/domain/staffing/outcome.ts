import type { Outcome, Stream } from '../../contract/staffing-desk.ts';
import type { Expected } from './mail-flow.ts';
import { expectations, requiredPeople, serviceLevelOf, type Arriving, type Staffing } from './stream.ts';

/** Under a tenth of a person is no shortage: a break that begins five minutes into an interval. */
export const least = 0.1;

/** Person-hours that are missing, and that are over, and where most are missing. */
function gaps(arriving: readonly Arriving[], required: readonly number[], people: readonly number[], hours: number) {
  let shortHours = 0;
  let overHours = 0;
  let worst: Outcome['worst'] = null;
  arriving.forEach(({ at }, index) => {
    const short = (required[index] ?? 0) - (people[index] ?? 0);
    if (short > 0) shortHours += short * hours;
    else overHours -= short * hours;
    if (short >= least && short > (worst?.short ?? 0)) worst = { at, short };
  });
  return { shortHours, overHours, worst };
}

/** The mean of a figure by what comes in each interval. */
function weighted(
  arriving: readonly Arriving[],
  expected: readonly Expected[],
  pick: (one: Expected) => number | null,
) {
  let sum = 0;
  let weight = 0;
  arriving.forEach(({ contacts }, index) => {
    const one = expected[index];
    const value = one === undefined ? null : pick(one);
    if (value === null || contacts <= 0) return;
    sum += value * contacts;
    weight += contacts;
  });
  return weight === 0 ? null : sum / weight;
}

/** A day of a stream in a few figures, with so many people on its work. Figures weigh by contacts. SPEC STF-25. */
export function outcomeOf(
  stream: Stream,
  staffing: Staffing,
  arriving: readonly Arriving[],
  people: readonly number[],
): Outcome {
  const expected = expectations(stream, staffing, arriving, people);
  return {
    contacts: arriving.reduce((sum, { contacts }) => sum + contacts, 0),
    serviceLevel: serviceLevelOf(arriving, expected),
    occupancy: weighted(arriving, expected, ({ occupancy }) => occupancy),
    asaSeconds: weighted(arriving, expected, ({ asaSeconds }) => asaSeconds),
    ...gaps(arriving, requiredPeople(stream, staffing, arriving), people, staffing.intervalMinutes / 60),
  };
}
