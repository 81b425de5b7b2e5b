import type { ClockOutcome } from '../../contract/index.ts';
import { c } from '../strings/en-clocks.ts';
import { duration } from '../ui/format.ts';

const minuteMs = 60_000;

/** What becomes of a clock: `2 h later`, `a new clock`, `no longer late`; null where nothing does. */
export function changeInWords(before: ClockOutcome, after: ClockOutcome): string | null {
  if (before.dueAt === null && after.dueAt === null) return null;
  if (before.dueAt === null) return c.preview.newClock;
  if (after.dueAt === null) return c.preview.noLonger;
  const minutes = Math.round((after.dueAt - before.dueAt) / minuteMs);
  if (minutes === 0 && before.state === after.state) return null;
  const moved = duration(Math.abs(minutes));
  const words = [
    ...(minutes < 0 ? [c.preview.earlier(moved)] : minutes > 0 ? [c.preview.later(moved)] : []),
    ...(before.state !== 'breached' && after.state === 'breached' ? [c.preview.becomesLate] : []),
    ...(before.state === 'breached' && after.state !== 'breached' ? [c.preview.noLongerLate] : []),
  ];
  return words.length === 0 ? null : words.join(', ');
}
