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

/** Waiting for calls, in one and after one: all are work on calls. */
export const likeCalls: ReadonlySet<AgentState> = new Set(['available', 'onCall', 'wrapUp']);
const alike = (one: AgentState | null, other: AgentState | null): boolean =>
  one === other || (one !== null && other !== null && likeCalls.has(one) && likeCalls.has(other));

/** Deviations that follow one another and are alike, as one: what is seen as one is excused as one. */
export function joined(deviations: readonly Deviation[]): readonly Deviation[] {
  const all: Deviation[] = [];
  for (const each of deviations) {
    const last = all.at(-1);
    const goesOn =
      last !== undefined &&
      last.endAt === each.startAt &&
      last.planned === each.planned &&
      last.excused === each.excused &&
      alike(last.state, each.state);
    if (goesOn)
      all[all.length - 1] = { ...last, endAt: each.endAt, state: last.state === each.state ? last.state : 'available' };
    else all.push(each);
  }
  return all;
}

const minuteMs = 60_000;
/** Those that a person would look at: of a minute and more. */
export const longOnes = (deviations: readonly Deviation[]): readonly Deviation[] =>
  deviations.filter(({ startAt, endAt }) => endAt - startAt >= minuteMs);

/** States that follow one another and are alike, as one piece. */
function joinedPieces(pieces: readonly Piece<AgentState>[]): readonly Piece<AgentState>[] {
  const all: Piece<AgentState>[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last !== undefined && last.endAt === piece.startAt && alike(last.kind, piece.kind))
      all[all.length - 1] = { ...last, endAt: piece.endAt, kind: last.kind === piece.kind ? last.kind : 'available' };
    else all.push(piece);
  }
  return all;
}

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
  const pieces = own
    .map(({ state, startAt, endAt }, index) => ({
      kind: state,
      startAt,
      endAt: Math.min(endAt ?? now, own[index + 1]?.startAt ?? Infinity),
    }))
    .filter(({ startAt, endAt, kind }) => endAt > startAt && kind !== 'offline');
  return joinedPieces(pieces);
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
