import type { RosterShift } from '../../../contract/roster-common.ts';
import type { Adherence, AdherenceInput, AgentState } from '../../../contract/roster.ts';
import type { Span } from '../../calendar/rules.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { Fault } from '../../fault.ts';
import { instantIn } from '../../calendar/instant.ts';
import { readShifts } from '../shift.ts';
import { joinSpans } from '../spans.ts';
import { compare, type Grid } from './compare.ts';
import { addTally, figuresOf, tallies } from './figures.ts';
import { latestOf, planOf, type Stretch } from './tracks.ts';

const mostIntervals = 100_000;

/** What is asked: the stretch, and until when it is counted. */
type Asked = { readonly from: number; readonly to: number; readonly counted: number; readonly stepMs: number };

/** What is known of a person before it is laid side by side. */
type Heap = { readonly shifts: RosterShift[]; readonly states: Stretch<AgentState>[]; readonly excused: Span[] };

function refuse(message: string, field: string): never {
  throw new Fault('INVALID', message, { field });
}

function readAsked(input: AdherenceInput): Asked {
  const from = instantIn(input.from, 'from');
  const to = instantIn(input.to, 'to');
  const stepMs = input.intervalMinutes * minuteMs;
  if (to <= from) refuse('The stretch ends at or before its start. Let it end later.', 'to');
  if ((to - from) / stepMs > mostIntervals)
    refuse('Those are over 100,000 intervals. Ask for less time, or longer intervals.', 'intervalMinutes');
  const now = input.now === undefined ? to : instantIn(input.now, 'now');
  return { from, to, counted: Math.min(to, now), stepMs };
}

/** From one instant to another as they come in; an end before the start is refused. */
function readTimes(
  one: AdherenceInput['exceptions'][number] | AdherenceInput['states'][number],
  open: number,
  field: string,
): Span {
  const from = instantIn(one.startAt, `${field}.startAt`);
  const to = one.endAt === null ? Math.max(from, open) : instantIn(one.endAt, `${field}.endAt`);
  if (to < from) refuse('It ends before it starts. Check its times.', `${field}.endAt`);
  return [from, to];
}

/** Everything by person, in the order in which they are first named: by shifts, then by states. */
function gather(input: AdherenceInput, { from, to }: Asked): Map<string, Heap> {
  const heaps = new Map<string, Heap>();
  const touches = (start: number, end: number) => start < to && end > from;
  const heapOf = (id: string): Heap => {
    const heap = heaps.get(id) ?? { shifts: [], states: [], excused: [] };
    heaps.set(id, heap);
    return heap;
  };
  for (const shift of readShifts(input.shifts))
    if (shift.personId !== null && touches(shift.startAt, shift.endAt)) heapOf(shift.personId).shifts.push(shift);
  input.states.forEach((one, i) => {
    const [startAt, endAt] = readTimes(one, to, `states.${i}`);
    if (touches(startAt, endAt)) heapOf(one.personId).states.push({ value: one.state, startAt, endAt });
  });
  input.exceptions.forEach((one, i) => {
    const span = readTimes(one, to, `exceptions.${i}`);
    // Nobody is counted for an excuse alone.
    heaps.get(one.personId)?.excused.push(span);
  });
  return heaps;
}

function teamsOf(input: AdherenceInput, sums: ReadonlyMap<string, Float64Array>): Adherence['teams'] {
  const teamOf = new Map(Object.entries(input.teams));
  const teams = new Map<string, Float64Array>();
  for (const [personId, own] of sums) {
    const team = teamOf.get(personId);
    if (team === undefined) continue;
    const sum = teams.get(team) ?? tallies(1);
    addTally(sum, 0, own);
    teams.set(team, sum);
  }
  return [...teams].map(([team, sum]) => ({ team, ...figuresOf(sum) }));
}

/**
 * Adherence and conformance of a plan and a log of states: in all, by person, team and interval. Intervals are laid from
 * `from` on, the last one cut at `to`; each sum is that of its parts to the millisecond. Faults INVALID, naming the field,
 * on times that cannot be. SPEC ADH-1 to ADH-7.
 */
export function adherence(input: AdherenceInput): Adherence {
  const asked = readAsked(input);
  const { from, to, counted, stepMs } = asked;
  const count = Math.ceil((to - from) / stepMs);
  const grid: Grid = { from, stepMs, sums: tallies(count) };
  const all = tallies(1);
  const sums = new Map<string, Float64Array>();
  const people = [...gather(input, asked)].map(([personId, { shifts, states, excused }]) => {
    const own = tallies(1);
    const tracks = { plan: planOf(shifts), states: latestOf(states), excused: joinSpans(excused) };
    const deviations = compare(tracks, from, counted, own, grid);
    sums.set(personId, own);
    addTally(all, 0, own);
    return { personId, ...figuresOf(own), deviations };
  });
  return {
    all: figuresOf(all),
    people,
    teams: teamsOf(input, sums),
    intervals: Array.from({ length: count }, (_, i) => ({ at: from + i * stepMs, ...figuresOf(grid.sums, i) })),
  };
}
