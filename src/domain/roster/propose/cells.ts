import type { ProposeInput } from '../../../contract/roster.ts';
import type { RosterShift, WorkKind } from '../../../contract/roster-common.ts';
import { workKinds } from '../../../contract/words.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { coverage } from '../coverage.ts';
import { instantIn } from '../../calendar/instant.ts';

/** The intervals of a proposal, from `from` on, and how many more are wanted in each beside what stands already. */
export type Cells = {
  readonly from: number;
  readonly stepMs: number;
  readonly count: number;
  /** Length of an interval in hours. */
  readonly hours: number;
  /** Kinds of work that somebody is wanted for. */
  readonly works: readonly WorkKind[];
  /** Of each of `works`: people wanted, less those who stand; NaN where nothing was said. */
  readonly wanted: readonly Float64Array[];
  /** As it was given, to be reported; NaN where nothing was said. */
  readonly required: readonly Float64Array[];
};

/** Reads the demand onto intervals between two instants; what is wanted before or after is not looked at. */
export function cellsOf(input: ProposeInput, standing: readonly RosterShift[], from: number, to: number): Cells {
  const stepMs = input.intervalMinutes * minuteMs;
  const count = Math.ceil((to - from) / stepMs);
  const asked = new Set(input.demand.filter(({ required }) => required > 0).map(({ work }) => work));
  const works = workKinds.filter((work) => asked.has(work));
  if (works.length === 0) works.push('calls');
  const required = works.map(() => new Float64Array(count).fill(NaN));
  for (const [i, { at, work, required: people }] of input.demand.entries()) {
    const cell = Math.floor((instantIn(at, `demand.${i}.at`) - from) / stepMs);
    const row = required[works.indexOf(work)];
    if (row === undefined || cell < 0 || cell >= count) continue;
    // Two of one interval, from a finer grid: the greater is enough for both.
    row[cell] = Math.max(people, row[cell] || 0);
  }
  const { scheduled } = coverage({
    shifts: standing,
    people: input.people,
    from,
    to: from + count * stepMs,
    intervalMinutes: input.intervalMinutes,
  });
  const wanted = required.map((row, w) => row.map((people, i) => people - (scheduled[works[w] ?? 'calls'][i] ?? 0)));
  return { from, stepMs, count, hours: input.intervalMinutes / 60, works, wanted, required };
}

/** How much of each interval a shift fills, from interval `first` on. */
export type Filling = { readonly first: number; readonly shares: Float64Array };

/**
 * What a shift fills. A break that it will have is not placed yet, so it is taken from the middle evenly: from all but
 * the first and last hour, where breaks do not go.
 */
export function fillingOf({ from, stepMs, count }: Cells, startAt: number, endAt: number, breakMs: number): Filling {
  const first = Math.max(0, Math.floor((startAt - from) / stepMs));
  const last = Math.min(count, Math.ceil((endAt - from) / stepMs));
  const shares = new Float64Array(Math.max(0, last - first));
  const [inner, outer] = [startAt + 60 * minuteMs, endAt - 60 * minuteMs];
  const rate = breakMs > 0 && outer > inner ? Math.min(1, breakMs / (outer - inner)) : 0;
  for (let i = 0; i < shares.length; i += 1) {
    const at = from + (first + i) * stepMs;
    const there = Math.min(endAt, at + stepMs) - Math.max(startAt, at);
    const pausing = Math.max(0, Math.min(outer, at + stepMs) - Math.max(inner, at));
    shares[i] = (there - rate * pausing) / stepMs;
  }
  return { first, shares };
}
