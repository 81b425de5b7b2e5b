import type { Activity, RosterRules, RosterShift } from '../../../contract/roster-common.ts';
import type { Span } from '../../calendar/rules.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { isPause } from '../shift.ts';
import { quarterMs } from './quarters.ts';

/** A shift whose pauses are to be placed. */
export type Placing = {
  readonly shift: RosterShift;
  /** What stays: other activities, and pauses that have begun. */
  readonly staying: readonly Activity[];
  /** Pauses to be placed, in this order. */
  readonly pauses: readonly { readonly kind: Activity['kind']; readonly ms: number }[];
  /** Of each pause, where it may begin, ascending. */
  readonly starts: readonly (readonly number[])[];
  /** When work began that no pause has parted yet. */
  readonly workFrom: number;
  /** The longest work without a pause, in ms. */
  readonly mostMs: number;
  /** Where the pauses are: when each begins. Null: they have no place yet. */
  at: readonly number[] | null;
};

/** What has to be placed of a shift; null where nothing has, or one of them has no place to be. SPEC PRO-11. */
export function placingOf(shift: RosterShift, rules: RosterRules, now: number): Placing | null {
  const moving = shift.activities.filter(({ kind, startAt }) => isPause(kind) && startAt >= now);
  const staying = shift.activities.filter((activity) => !moving.includes(activity));
  const pauses = moving.map(({ kind, startAt, endAt }) => ({ kind, ms: endAt - startAt }));
  if (lacksBreak(shift, rules)) pauses.push({ kind: 'break', ms: rules.minBreakMinutes * minuteMs });
  const begun = staying.filter(({ kind }) => isPause(kind)).map(({ endAt }) => endAt);
  const workFrom = Math.max(shift.startAt, ...begun);
  const starts = pauses.map(({ ms }, i) => startsOf(shift, staying, ms, Math.max(now, workFrom), moving[i]?.startAt));
  if (pauses.length === 0 || starts.some((own) => own.length === 0)) return null;
  const hasRule = rules.breakAfterMinutes > 0 && !rules.off.includes('missingBreak');
  const mostMs = hasRule ? rules.breakAfterMinutes * minuteMs : Infinity;
  const at = moving.length === pauses.length ? moving.map(({ startAt }) => startAt) : null;
  return { shift, staying, pauses, starts, workFrom, mostMs, at };
}

function lacksBreak(shift: RosterShift, rules: RosterRules): boolean {
  if (rules.off.includes('missingBreak') || rules.minBreakMinutes === 0) return false;
  const minutes = (shift.endAt - shift.startAt) / minuteMs;
  return minutes > rules.breakAfterMinutes && !shift.activities.some(({ kind }) => isPause(kind));
}

/** Quarters of an hour, and where it is now: not in the first or last hour, not over what stays. */
function startsOf(
  { startAt, endAt }: RosterShift,
  staying: readonly Activity[],
  ms: number,
  earliest: number,
  now: number | undefined,
): number[] {
  const margin = 60 * minuteMs;
  const first = Math.max(startAt + margin, earliest);
  const last = endAt - margin - ms;
  const fits = (at: number): boolean =>
    at >= first && at <= last && staying.every((each) => at >= each.endAt || at + ms <= each.startAt);
  const starts = new Set(now === undefined ? [] : [now]);
  for (let at = Math.ceil(first / quarterMs) * quarterMs; at <= last; at += quarterMs) starts.add(at);
  return [...starts].filter(fits).sort((a, b) => a - b);
}

/** The spans of pauses that begin at some instants. */
export const pauseSpans = ({ pauses }: Placing, at: readonly number[]): Span[] =>
  at.map((start, i): Span => [start, start + (pauses[i]?.ms ?? 0)]);

/** The shift with its pauses where they are. */
export function placedShift({ shift, staying, pauses, at }: Placing): RosterShift {
  if (at === null) return shift;
  const placed = at.map((startAt, i): Activity => {
    const { kind, ms } = pauses[i] ?? { kind: 'break', ms: 0 };
    return { kind, startAt, endAt: startAt + ms };
  });
  return { ...shift, activities: [...staying, ...placed].sort((a, b) => a.startAt - b.startAt) };
}
