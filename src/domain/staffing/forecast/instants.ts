import { dayMs, minuteMs } from '../../calendar/wall-time.ts';
import { instantOfWall, offsetChanges } from '../../calendar/zone.ts';
import type { OffsetChange } from '../../calendar/zone.ts';
import type { Grid } from './grid.ts';

const changesAround = (grid: Grid, day: number): OffsetChange[] =>
  offsetChanges(grid.zone, (day - 1) * dayMs, (day + 2) * dayMs);

const around = (change: OffsetChange, local: number, length: number): number[] | null => {
  const [before, after] = [change.at + change.before, change.at + change.after];
  if (local >= before && local < after) return local + length > after ? [change.at] : [];
  const shown = change.before - change.after;
  if (local >= after && local < before && length <= shown) return [local - change.before, local - change.after];
  return null;
};

/**
 * When each interval of a local date begins, epoch ms. As a rule once. Not at all where the clock skips the whole of it,
 * and where it skips the beginning, at the change; twice where the clock shows all of it twice, and each of the two
 * gets the whole value: it is as long as any other. SPEC STF-42.
 */
export const instantsOfDay = (grid: Grid, day: number): ((slot: number) => readonly number[]) => {
  const changes = changesAround(grid, day);
  const length = grid.intervalMinutes * minuteMs;
  return (slot) => {
    const minutes = slot * grid.intervalMinutes + grid.phase;
    const local = day * dayMs + minutes * minuteMs;
    for (const change of changes) {
      const found = around(change, local, length);
      if (found) return found;
    }
    return [instantOfWall(grid.zone, day, minutes)];
  };
};
