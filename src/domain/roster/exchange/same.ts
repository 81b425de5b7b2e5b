import type { Activity, WorkKind } from '../../../contract/roster-common.ts';
import type { AgentState } from '../../../contract/roster.ts';

/** A shift as far as it is compared: whose, when, which work, which activities. Not its id, nor its line. */
export type ShiftLike = {
  readonly personId: string | null;
  readonly newPerson?: string | null;
  readonly startAt: number;
  readonly endAt: number;
  readonly work: WorkKind;
  readonly activities: readonly Activity[];
};

type StateLike = Pick<ShiftLike, 'personId' | 'newPerson' | 'startAt'> & {
  readonly endAt: number | null;
  readonly state: AgentState;
};

/** Equal for two shifts exactly when they are the same. */
export const shiftKey = ({ personId, newPerson, startAt, endAt, work, activities }: ShiftLike): string =>
  JSON.stringify([
    personId,
    newPerson ?? null,
    startAt,
    endAt,
    work,
    activities.map((each) => [each.kind, each.startAt, each.endAt]),
  ]);

/** Equal for two states exactly when they are the same. */
export const stateKey = ({ personId, newPerson, state, startAt, endAt }: StateLike): string =>
  JSON.stringify([personId, newPerson ?? null, state, startAt, endAt]);

/** Whether two shifts are the same: whose, when, which work, which activities. SPEC RIO-11. */
export const sameShift = (a: ShiftLike, b: ShiftLike): boolean => shiftKey(a) === shiftKey(b);

/**
 * The shifts of a file that are not there yet, in the order of the file. Of open shifts that are alike as many are
 * missing as the file has more than there are. SPEC RIO-11.
 */
export function missingShifts<T extends ShiftLike>(drafts: readonly T[], there: readonly ShiftLike[]): readonly T[] {
  const counts = new Map<string, number>();
  for (const shift of there) counts.set(shiftKey(shift), (counts.get(shiftKey(shift)) ?? 0) + 1);
  return drafts.filter((draft) => {
    const key = shiftKey(draft);
    const left = counts.get(key) ?? 0;
    if (left > 0) counts.set(key, left - 1);
    return left === 0;
  });
}

/** The same for states. */
export function missingStates<T extends StateLike>(drafts: readonly T[], there: readonly StateLike[]): readonly T[] {
  const known = new Set(there.map(stateKey));
  return drafts.filter((draft) => !known.has(stateKey(draft)));
}

/** The first line on which each thing stands: gives the line before, or null where it is the first. */
export function createSeen() {
  const lines = new Map<string, number>();
  return (key: string, line: number): number | null => {
    const before = lines.get(key);
    if (before === undefined) lines.set(key, line);
    return before ?? null;
  };
}
