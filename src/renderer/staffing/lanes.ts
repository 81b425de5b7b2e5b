import type { ActivityKind, Adherence, AgentState, AgentStateEntry, DeskShift } from '../../contract/index.ts';
import { segments } from '../../domain/roster/shift.ts';
import { dayOf, dayStart } from '../ui/days.ts';
import { addDays, hoursOf, overlaps, type Stretch } from '../day/geometry.ts';

export type Piece<K> = Stretch & { readonly kind: K };
export type Deviation = Adherence['people'][number]['deviations'][number];

/** One day of somebody: what was planned and what was done, on one axis. */
export type DayLanes = {
  readonly date: string;
  readonly axis: Stretch;
  readonly planned: readonly Piece<ActivityKind>[];
  readonly actual: readonly Piece<AgentState>[];
  readonly deviations: readonly Deviation[];
};

const cut = <K>(piece: Piece<K>, { startAt, endAt }: Stretch): Piece<K> => ({
  ...piece,
  startAt: Math.max(piece.startAt, startAt),
  endAt: Math.min(piece.endAt, endAt),
});

type Given = {
  readonly personId: string;
  readonly shifts: readonly DeskShift[];
  readonly states: readonly AgentStateEntry[];
  readonly deviations: readonly Deviation[];
  /** A state that nobody ended goes on until now. */
  readonly now: number;
};

/** The published parts of somebody's shifts, in order. */
function plannedOf({ personId, shifts }: Given): readonly Piece<ActivityKind>[] {
  return shifts
    .flatMap(({ published }) => (published === null || published.personId !== personId ? [] : segments(published)))
    .toSorted((a, b) => a.startAt - b.startAt);
}

/** What somebody did, in order; of two that overlap, the later one counts. */
function actualOf({ personId, states, now }: Given): readonly Piece<AgentState>[] {
  const own = states.filter((each) => each.personId === personId).toSorted((a, b) => a.startAt - b.startAt);
  return own
    .map(({ state, startAt, endAt }, index) => ({
      kind: state,
      startAt,
      endAt: Math.min(endAt ?? now, own[index + 1]?.startAt ?? Infinity),
    }))
    .filter(({ startAt, endAt, kind }) => endAt > startAt && kind !== 'offline');
}

/** The days of somebody on which something was planned or done, the first first. */
export function dayLanes(given: Given, from: string, days: number, zone: string): readonly DayLanes[] {
  const [planned, actual] = [plannedOf(given), actualOf(given)];
  return Array.from({ length: days }, (_, index) => addDays(from, index)).flatMap((date) => {
    const whole = { startAt: dayStart(date, zone), endAt: dayStart(addDays(date, 1), zone) };
    const within = <K>(pieces: readonly Piece<K>[]): readonly Piece<K>[] =>
      pieces.filter((piece) => overlaps(piece, whole)).map((piece) => cut(piece, whole));
    const [plan, did] = [within(planned), within(actual)];
    if (plan.length === 0 && did.length === 0) return [];
    const axis = cut({ kind: null, ...hoursOf(date, zone, [...plan, ...did]) }, whole);
    const own = given.deviations.filter(({ startAt }) => dayOf(startAt, zone) === date);
    return [{ date, axis, planned: plan, actual: did, deviations: own }];
  });
}
