import type { RosterShift } from '../../contract/roster-common.ts';
import type { Stream, WhatIf } from '../../contract/staffing-desk.ts';
import { toInstant } from '../calendar/instant.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import type { Arriving } from './stream.ts';

type Spike = { readonly startAt: number; readonly endAt: number; readonly percent: number };

const factor = (percent: number): number => Math.max(0, 1 + percent / 100);

/** What comes under a change: more or less all day, a spike between two instants, and an opening at another time. */
export function changedArrivals(arriving: readonly Arriving[], change: WhatIf, intervalMinutes: number): Arriving[] {
  const spike: Spike | null = change.spike
    ? { startAt: toInstant(change.spike.startAt), endAt: toInstant(change.spike.endAt), percent: change.spike.percent }
    : null;
  const more = arriving.map((one) => {
    const inSpike = spike !== null && one.at >= spike.startAt && one.at < spike.endAt;
    return { ...one, contacts: one.contacts * factor(change.volumePercent) * (inSpike ? factor(spike.percent) : 1) };
  });
  return change.laterMinutes > 0 ? openedLater(more, change.laterMinutes, intervalMinutes) : more;
}

/** Who would have come between the old opening and the new one comes at the new one. SPEC STF-26. */
function openedLater(arriving: readonly Arriving[], minutes: number, intervalMinutes: number): Arriving[] {
  const opening = arriving.find(({ open }) => open)?.at;
  if (opening === undefined) return [...arriving];
  const until = opening + minutes * minuteMs;
  const isClosed = (at: number): boolean => at >= opening && at + intervalMinutes * minuteMs <= until;
  const held = arriving.reduce((sum, { at, contacts }) => sum + (isClosed(at) ? contacts : 0), 0);
  const first = arriving.find(({ at }) => at >= opening && !isClosed(at));
  return arriving.map((one) => {
    if (isClosed(one.at)) return { ...one, contacts: 0, open: false };
    return one === first ? { ...one, contacts: one.contacts + held } : one;
  });
}

export const changedStream = (stream: Stream, change: WhatIf): Stream => ({
  ...stream,
  ahtSeconds: Math.max(1, stream.ahtSeconds * factor(change.ahtPercent)),
});

/** Shifts under another opening: what lies before a later one is cut; with an earlier one the first shifts begin earlier. */
export function changedShifts(
  shifts: readonly RosterShift[],
  arriving: readonly Arriving[],
  { laterMinutes }: WhatIf,
): RosterShift[] {
  const opening = arriving.find(({ open }) => open)?.at;
  if (laterMinutes === 0 || opening === undefined) return [...shifts];
  const at = opening + laterMinutes * minuteMs;
  const early = (startAt: number): boolean => (laterMinutes > 0 ? startAt < at : Math.abs(startAt - opening) <= nearMs);
  return shifts.flatMap((shift) => {
    if (!early(shift.startAt)) return [shift];
    const startAt = laterMinutes > 0 ? at : shift.startAt + laterMinutes * minuteMs;
    if (startAt >= shift.endAt) return [];
    return [{ ...shift, startAt, activities: shift.activities.filter((each) => each.startAt >= startAt) }];
  });
}

/** A shift that begins within half an hour of the opening is one that opens. */
const nearMs = 30 * minuteMs;

const isWanted = (one: Arriving | undefined): boolean => one !== undefined && one.open && one.contacts > 0;

/** So many more or fewer on the work, wherever anybody is or is needed. */
export const changedPeople = (people: readonly number[], arriving: readonly Arriving[], agents: number): number[] =>
  people.map((count, index) => (count > 0 || isWanted(arriving[index]) ? Math.max(0, count + agents) : count));
