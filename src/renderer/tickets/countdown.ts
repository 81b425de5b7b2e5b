import type { ClockState } from '../../contract/index.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
const two = (n: number): string => String(n).padStart(2, '0');

/** `06:12` under an hour, `1 h 12` under a day, else null: then a date says more (LOOK). Milliseconds, not negative. */
export function span(ms: number): string | null {
  if (ms < hourMs) return `${two(Math.floor(ms / minuteMs))}:${two(Math.floor((ms % minuteMs) / 1000))}`;
  if (ms < dayMs) return `${Math.floor(ms / hourMs)} h ${two(Math.floor((ms % hourMs) / minuteMs))}`;
  return null;
}

/** How long something is late: as `span`, and whole days beyond one. */
export const lateSpan = (ms: number): string => span(ms) ?? `${Math.floor(ms / dayMs)} d`;

export type ChipState = Exclude<ClockState, 'idle'>;
type Timed = {
  readonly state: ChipState;
  readonly dueAt: number | null;
  readonly riskAt: number | null;
  /** When the thing was done, where it was: the clock counts no further. */
  readonly metAt: number | null;
};

/**
 * The state a clock is in by now: what the desk said, carried on by the window's own clock until the desk says more. A
 * clock that stands still or is met does not move.
 */
export function stateAt(clock: Timed, now: number): ChipState {
  if (clock.state === 'paused' || clock.state === 'met' || clock.state === 'breached' || clock.metAt !== null)
    return clock.state;
  if (clock.dueAt !== null && now >= clock.dueAt) return 'breached';
  if (clock.riskAt !== null && now >= clock.riskAt) return 'atRisk';
  return clock.state;
}

type Words = { readonly paused: string; readonly met: string; readonly late: string };

/**
 * What a chip says at an instant: the time left rounded up to whole seconds (00:00 is the moment it is late), the time
 * over with a minus (without, and standing still, once it is done: `late 2 h 10`), a date beyond a day, or a word.
 */
export function chipText(clock: Timed, now: number, words: Words, date: (at: number) => string): string {
  const state = stateAt(clock, now);
  if (state === 'paused') return words.paused;
  if (state === 'met') return words.met;
  if (clock.dueAt === null) return state === 'breached' ? words.late : '';
  if (state === 'breached' && clock.metAt !== null)
    return `${words.late} ${lateSpan(Math.max(0, clock.metAt - clock.dueAt))}`;
  if (state === 'breached') return `−${lateSpan(Math.max(0, now - clock.dueAt))}`;
  const left = Math.ceil(Math.max(0, clock.dueAt - now) / 1000) * 1000;
  return span(left) ?? date(clock.dueAt);
}
