import type { BreaksInput } from '../../../contract/roster.ts';
import type { RosterShift } from '../../../contract/roster-common.ts';
import { prng, type Prng } from '../../prng.ts';
import { instantIn } from '../../calendar/instant.ts';
import { readShifts } from '../shift.ts';
import { bestPlaces, placesCost } from './best-places.ts';
import { pauseSpans, placedShift, placingOf, type Placing } from './pauses.ts';
import { fill, fillShift, quartersOf, totalShort, type Quarters } from './quarters.ts';

/** So many times some shifts' pauses are taken away and placed anew, after nobody's alone can be bettered. */
const tries = (shifts: number): number => (shifts < 2 ? 0 : Math.min(1200, 300 * shifts));

/**
 * Breaks and lunches of shifts placed where they hurt least: what is short, squared, is made small; then work is parted
 * evenly. Each shift keeps its count and lengths; one that needs a break by the rules and has none gets one. What begins
 * before `now` stays. `shortBefore` and `shortAfter` are people missing, squared, in hours. Faults INVALID as
 * `readShifts`. SPEC PRO-10 to PRO-12.
 */
export function placeBreaks(input: BreaksInput): {
  shifts: RosterShift[];
  shortBefore: number;
  shortAfter: number;
} {
  const shifts = readShifts(input.shifts);
  if (shifts.length === 0) return { shifts, shortBefore: 0, shortAfter: 0 };
  const now = input.now === undefined ? -Infinity : instantIn(input.now, 'now');
  const placings = shifts.map((shift) => placingOf(shift, input.rules, now));
  const before = quartersOf(input, shifts);
  for (const shift of shifts) fillShift(before, shift);
  const shortBefore = totalShort(before);
  place(
    before,
    placings.filter((each) => each !== null),
  );
  const placed = shifts.map((shift, i) => {
    const placing = placings[i];
    return placing === null || placing === undefined ? shift : placedShift(placing);
  });
  const after = quartersOf(input, placed);
  for (const shift of placed) fillShift(after, shift);
  return { shifts: placed, shortBefore, shortAfter: totalShort(after) };
}

/** Places all pauses; `quarters` has every shift in it as it came. */
function place(quarters: Quarters, placings: readonly Placing[]): void {
  for (const placing of placings) if (placing.at !== null && !isAllowed(placing, placing.at)) lift(quarters, placing);
  for (const placing of placings) if (placing.at === null) put(quarters, placing);
  for (let moved = true; moved;) {
    moved = false;
    for (const placing of placings) moved = betterOne(quarters, placing) || moved;
  }
  const random = prng(placings.length, 15);
  for (let k = tries(placings.length); k > 0; k -= 1) betterSome(quarters, some(placings, random));
}

const isAllowed = ({ starts, pauses }: Placing, at: readonly number[]): boolean =>
  at.every(
    (start, i) => starts[i]?.includes(start) === true && start >= (at[i - 1] ?? -Infinity) + (pauses[i - 1]?.ms ?? 0),
  );

/** Takes the pauses of a shift away: it is at work then. */
function lift(quarters: Quarters, placing: Placing): void {
  const { shift, at } = placing;
  if (at !== null && shift.personId !== null)
    for (const [start, end] of pauseSpans(placing, at)) fill(quarters, shift.work, start, end, 1);
  placing.at = null;
}

function set(quarters: Quarters, placing: Placing, at: readonly number[] | null): void {
  const { shift } = placing;
  if (at !== null && shift.personId !== null)
    for (const [start, end] of pauseSpans(placing, at)) fill(quarters, shift.work, start, end, -1);
  placing.at = at;
}

const put = (quarters: Quarters, placing: Placing): void => set(quarters, placing, bestPlaces(quarters, placing));

const enough = 1e-9;

/** One shift's pauses where they are best; whether that is better than where they were. */
function betterOne(quarters: Quarters, placing: Placing): boolean {
  const before = placing.at;
  if (before === null) return false;
  lift(quarters, placing);
  const best = bestPlaces(quarters, placing) ?? before;
  const better = placesCost(quarters, placing, best) < placesCost(quarters, placing, before) - enough;
  set(quarters, placing, better ? best : before);
  return better;
}

/** Several shifts' pauses taken away together and placed one after the other; kept unless that is worse. */
function betterSome(quarters: Quarters, placings: readonly Placing[]): void {
  const before = placings.map(({ at }) => at);
  const was = costOf(quarters, placings);
  for (const placing of placings) lift(quarters, placing);
  for (const placing of placings) put(quarters, placing);
  for (const placing of placings) betterOne(quarters, placing);
  if (costOf(quarters, placings) <= was + enough) return;
  for (const placing of placings) lift(quarters, placing);
  for (const [i, placing] of placings.entries()) set(quarters, placing, before[i] ?? null);
}

/** What the pauses of some shifts cost, counted as if they were placed one after the other. */
function costOf(quarters: Quarters, placings: readonly Placing[]): number {
  let cost = 0;
  const places = placings.map(({ at }) => at);
  for (const [i, placing] of [...placings.entries()].reverse()) {
    lift(quarters, placing);
    const at = places[i];
    if (at !== null && at !== undefined) cost += placesCost(quarters, placing, at);
  }
  for (const [i, placing] of placings.entries()) set(quarters, placing, places[i] ?? null);
  return cost;
}

function some(placings: readonly Placing[], random: Prng): Placing[] {
  const chosen = new Set<Placing>();
  const wanted = Math.min(placings.length, random.int(2, 4));
  while (chosen.size < wanted) chosen.add(random.pick(placings));
  return [...chosen];
}
