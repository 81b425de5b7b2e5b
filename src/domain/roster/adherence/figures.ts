import type { AdherenceFigures } from '../../../contract/roster.ts';
import { minuteMs } from '../../calendar/wall-time.ts';

/** Places in a tally, in ms: whole numbers, so that parts add up to their sum exactly. */
export const tallyKeys = { scheduled: 0, adherent: 1, excused: 2, planned: 3, worked: 4 } as const;
const width = 5;
export type TallyKey = (typeof tallyKeys)[keyof typeof tallyKeys];

/** Tallies side by side: one for each of so many places. */
export const tallies = (places: number): Float64Array => new Float64Array(width * places);

/** Adds ms to one figure of one place. */
export function addMs(sums: Float64Array, place: number, key: TallyKey, ms: number): void {
  const at = width * place + key;
  sums[at] = (sums[at] ?? 0) + ms;
}

/** Adds one tally to another. */
export function addTally(sums: Float64Array, place: number, other: Float64Array): void {
  for (const key of Object.values(tallyKeys)) addMs(sums, place, key, other[key] ?? 0);
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/**
 * Adherence: scheduled time in which the state fits, of scheduled time. Conformance: queue work done, of queue work
 * planned, which may pass 1. Excused time is in neither. SPEC ADH-3, ADH-4. The two as workforce management tells them
 * apart: adherence asks when, conformance how much (Cleveland, Call Center Management on Fast Forward, 2012).
 */
export function figuresOf(sums: Float64Array, place = 0): AdherenceFigures {
  const ms = (key: TallyKey) => sums[width * place + key] ?? 0;
  const [scheduled, adherent, planned, worked] = [
    ms(tallyKeys.scheduled),
    ms(tallyKeys.adherent),
    ms(tallyKeys.planned),
    ms(tallyKeys.worked),
  ];
  return {
    scheduledMinutes: scheduled / minuteMs,
    adherentMinutes: adherent / minuteMs,
    excusedMinutes: ms(tallyKeys.excused) / minuteMs,
    plannedWorkMinutes: planned / minuteMs,
    workedMinutes: worked / minuteMs,
    adherence: share(adherent, scheduled),
    conformance: share(worked, planned),
  };
}
