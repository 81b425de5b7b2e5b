import type { BreaksInput } from '../../../contract/roster.ts';
import type { RosterShift, WorkKind } from '../../../contract/roster-common.ts';
import { workKinds } from '../../../contract/words.ts';
import { minuteMs } from '../../calendar/wall-time.ts';
import { instantIn } from '../../calendar/instant.ts';
import { isQueueWork, segments } from '../shift.ts';

/** Breaks begin on quarters of an hour, and what is short is looked at by quarters. */
export const quarterMs = 15 * minuteMs;

/** By quarters from `from` on: for each kind of work, how many more are wanted than are there (below 0: too many). */
export type Quarters = {
  readonly from: number;
  readonly count: number;
  readonly short: Readonly<Record<WorkKind, Float64Array>>;
  /** 1 where anybody is asked for. Elsewhere nobody is missing, however few are there. */
  readonly asked: Readonly<Record<WorkKind, Uint8Array>>;
  /** What is short where no shift reaches: it is so wherever breaks are. */
  readonly beyond: number;
};

/** The demand on quarters, nobody there yet: as long as the shifts are. */
export function quartersOf(input: BreaksInput, shifts: readonly RosterShift[]): Quarters {
  const from = Math.floor(Math.min(...shifts.map(({ startAt }) => startAt)) / quarterMs) * quarterMs;
  const to = Math.max(...shifts.map(({ endAt }) => endAt));
  const count = Math.max(0, Math.ceil((to - from) / quarterMs)) || 0;
  const short = byWork(() => new Float64Array(count));
  const asked = byWork(() => new Uint8Array(count));
  const length = (input.intervalMinutes * minuteMs) / quarterMs;
  let beyond = 0;
  for (const [i, { at, work, required }] of input.demand.entries()) {
    const first = Math.floor((instantIn(at, `demand.${i}.at`) - from) / quarterMs);
    for (let cell = first; cell < first + length; cell += 1) {
      if (cell < 0 || cell >= count) {
        beyond += shortCost(required);
        continue;
      }
      // Of two for one quarter the greater is enough for both.
      short[work][cell] = Math.max(required, short[work][cell] ?? 0);
      asked[work][cell] = 1;
    }
  }
  return { from, count, short, asked, beyond };
}

const byWork = <Row>(make: () => Row): Record<WorkKind, Row> => {
  const [calls, chat, mail] = workKinds.map(make) as [Row, Row, Row];
  return { calls, chat, mail };
};

/** Adds somebody at a kind of work between two instants: `sign` 1 fills what is short, -1 takes it away again. */
export function fill(quarters: Quarters, work: WorkKind, startAt: number, endAt: number, sign: 1 | -1): void {
  const row = quarters.short[work];
  for (const [cell, share] of shares(quarters, startAt, endAt)) row[cell] = (row[cell] ?? 0) - sign * share;
}

/** The quarters between two instants, each with how much of it lies between them. */
export function* shares({ from, count }: Quarters, startAt: number, endAt: number): Generator<[number, number]> {
  const last = Math.min(count, Math.ceil((endAt - from) / quarterMs));
  for (let cell = Math.max(0, Math.floor((startAt - from) / quarterMs)); cell < last; cell += 1) {
    const at = from + cell * quarterMs;
    const ms = Math.min(endAt, at + quarterMs) - Math.max(startAt, at);
    if (ms > 0) yield [cell, ms / quarterMs];
  }
}

/** Adds all queue work of a shift that somebody has. */
export function fillShift(quarters: Quarters, shift: RosterShift): void {
  if (shift.personId === null) return;
  for (const { kind, startAt, endAt } of segments(shift))
    if (isQueueWork(kind)) fill(quarters, kind, startAt, endAt, 1);
}

const hour = quarterMs / (60 * minuteMs);

/** What it costs to be `short` of people for a quarter: the square, so that two short once is worse than one short twice. */
export const shortCost = (short: number): number => (short > 0 ? short * short * hour : 0);

/** What is short altogether: people missing, squared, in hours. SPEC PRO-10. */
export function totalShort({ short, asked, count, beyond }: Quarters): number {
  let sum = beyond;
  for (const work of workKinds) {
    for (let cell = 0; cell < count; cell += 1) if (asked[work][cell] === 1) sum += shortCost(short[work][cell] ?? 0);
  }
  return sum;
}
