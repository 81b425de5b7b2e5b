import type { RosterShift } from '../../../contract/roster-common.ts';
import { segments } from '../shift.ts';

/** What somebody does, or should do, in a stretch. */
export type Stretch<T> = { readonly value: T; readonly startAt: number; readonly endAt: number };

/** What is planned for somebody, in order, none over another: of two shifts at once the one that began first counts. */
export function planOf(shifts: readonly RosterShift[]): Stretch<RosterShift['activities'][number]['kind']>[] {
  const plan: Stretch<RosterShift['activities'][number]['kind']>[] = [];
  let at = -Infinity;
  for (const shift of shifts.toSorted((a, b) => a.startAt - b.startAt)) {
    for (const { kind, startAt, endAt } of segments(shift)) {
      if (endAt > at) plan.push({ value: kind, startAt: Math.max(startAt, at), endAt });
    }
    at = Math.max(at, shift.endAt);
  }
  return plan;
}

/**
 * One state at a time, in order: of those that overlap, the one that began last counts, and what it lay over goes on when
 * it ends; of two that began at once, the one given last. SPEC ADH-1.
 */
export function latestOf<T>(given: readonly Stretch<T>[]): Stretch<T>[] {
  const sorted = given.filter(({ startAt, endAt }) => startAt < endAt).sort((a, b) => a.startAt - b.startAt);
  const track: Stretch<T>[] = [];
  const under: Stretch<T>[] = [];
  let at = -Infinity;
  const runTo = (until: number) => {
    for (let top = under.at(-1); top !== undefined; top = under.at(-1)) {
      const endAt = Math.min(top.endAt, until);
      if (endAt > at) {
        track.push({ value: top.value, startAt: Math.max(at, top.startAt), endAt });
        at = endAt;
      }
      if (top.endAt > until) return;
      under.pop();
    }
  };
  for (const one of sorted) {
    runTo(one.startAt);
    at = one.startAt;
    under.push(one);
  }
  runTo(Infinity);
  return track;
}
