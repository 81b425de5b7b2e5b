import type { SimulateDay, Simulation } from '../../contract/staffing.ts';
import { toInstant } from '../calendar/instant.ts';
import { Fault } from '../fault.ts';
import { fanOf, meanInterval } from './fan.ts';
import { playDay } from './play-day.ts';
import type { DayPlan, DayTally } from './play-day.ts';

/** Calls that are played in some ten seconds; more was meant otherwise. */
const mostCalls = 50_000_000;

/** How one day, or one interval of many days, went; by day played. */
type Strands = {
  readonly serviceLevel: Float64Array;
  readonly asaSeconds: Float64Array;
  readonly occupancy: Float64Array;
};

const strands = (runs: number): Strands => ({
  serviceLevel: new Float64Array(runs),
  asaSeconds: new Float64Array(runs),
  occupancy: new Float64Array(runs),
});

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

function planOf(input: SimulateDay): DayPlan {
  const first = toInstant(input.intervals[0]?.at ?? 0);
  const length = input.intervalMinutes * 60;
  const starts = input.intervals.map(({ at }) => (toInstant(at) - first) / 1000);
  const early = starts.findIndex((start, index) => index > 0 && start < (starts[index - 1] ?? 0) + length);
  if (early >= 0) {
    throw new Fault('INVALID', `Interval ${early + 1} begins before the one above it has ended.`, {
      field: `intervals.${early}.at`,
    });
  }
  const calls = input.intervals.map((interval) => interval.calls);
  if (sum(calls) * input.runs > mostCalls) {
    throw new Fault('INVALID', 'That is more than fifty million calls to play. Play fewer days.', { field: 'runs' });
  }
  return {
    starts,
    length,
    calls,
    agents: input.intervals.map(({ agents }) => agents),
    aht: input.ahtSeconds,
    patience: input.patienceSeconds ?? Infinity,
    within: input.withinSeconds,
  };
}

/** Into the strands of one interval; one in which nobody called says nothing of waits, one without agents is not busy. */
function note(into: Strands, run: number, plan: DayPlan, tally: DayTally, interval: number): void {
  const offered = tally.offered[interval] ?? 0;
  const staffed = (plan.agents[interval] ?? 0) * plan.length;
  into.serviceLevel[run] = offered === 0 ? NaN : (tally.inTime[interval] ?? 0) / offered;
  into.asaSeconds[run] = offered === 0 ? NaN : (tally.waited[interval] ?? 0) / offered;
  into.occupancy[run] = staffed === 0 ? 0 : (tally.busy[interval] ?? 0) / staffed;
}

function noteDay(into: Strands, run: number, plan: DayPlan, tally: DayTally): void {
  const offered = sum(tally.offered);
  const staffed = sum(plan.agents) * plan.length;
  into.serviceLevel[run] = offered === 0 ? 1 : sum(tally.inTime) / offered;
  into.asaSeconds[run] = offered === 0 ? 0 : sum(tally.waited) / offered;
  into.occupancy[run] = staffed === 0 ? 0 : sum(tally.busy) / staffed;
}

const fansOf = ({ serviceLevel, asaSeconds, occupancy }: Strands) => ({
  serviceLevel: fanOf(serviceLevel, 1),
  asaSeconds: fanOf(asaSeconds, 0),
  occupancy: fanOf(occupancy, 0),
});

/**
 * Plays a planned day so many times and tells how the days spread. Calls come as a Poisson stream at each interval's
 * rate, take exponential time, and are answered in order; with patience given, callers give up after an exponential
 * time. Service level and waits are of all offered, as in Erlang A: who gave up was missed, and waited until then.
 * Occupancy is of the agents planned, within the intervals; overtime is left out. The day begins empty; after the last
 * interval its agents stay until nobody waits. SPEC STF-9, STF-10.
 * Faults INVALID where intervals overlap or are out of order, or over fifty million calls in all.
 */
export function simulateDay(input: SimulateDay): Simulation {
  const plan = planOf(input);
  const { runs } = input;
  const day = strands(runs);
  const abandoned = new Float64Array(runs);
  const calls = new Float64Array(runs);
  const intervals = input.intervals.map(() => strands(runs));
  for (let run = 0; run < runs; run += 1) {
    const tally = playDay(plan, input.seed, run);
    noteDay(day, run, plan, tally);
    abandoned[run] = sum(tally.abandoned);
    calls[run] = sum(tally.offered);
    intervals.forEach((into, index) => note(into, run, plan, tally, index));
  }
  const { serviceLevel, ...rest } = fansOf(day);
  return {
    runs,
    serviceLevel: { ...serviceLevel, ci95: meanInterval(day.serviceLevel) },
    ...rest,
    abandoned: fanOf(abandoned, 0),
    calls: fanOf(calls, 0),
    intervals: input.intervals.map(({ at }, index) => ({
      at: toInstant(at),
      ...fansOf(intervals[index] ?? strands(0)),
    })),
  };
}
