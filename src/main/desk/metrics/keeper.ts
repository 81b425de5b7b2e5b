import { instantOfWall, wallOf, zoneOf, type Zone } from '../../../domain/calendar/zone.ts';
import { dirtyAt, dirtyCount, ensureZone, rebuildDays, workedOutAt, type Day } from '../../store/kpi-days.ts';
import type { Core } from '../core.ts';
import { breathe } from '../breathe.ts';

/** Before any ticket. */
export const everBefore = -100_000;
/** Others wait no longer than this, but for a day that takes longer by itself. */
const longestMs = 12;

/** Keeps what is added up of tickets by day. One for the desk. */
export type FigureKeeper = {
  /** Works out what changed on some days, the last one included; others get in between two days. */
  readonly fresh: (first: number, last: number) => Promise<{ readonly at: number; readonly days: number }>;
  /** The same of all days there are, latest first, as long as the desk is open. */
  readonly catchUp: () => Promise<void>;
  readonly isOpen: () => boolean;
  readonly stop: () => void;
};

export const dayAt = (zone: Zone, day: number): Day => ({
  day,
  from: instantOfWall(zone, day, 0),
  to: instantOfWall(zone, day + 1, 0),
});

export const hourIn =
  (zone: Zone) =>
  (at: number): number =>
    Math.floor(wallOf(zone, at).minutes / 60);

/** SPEC KPI-10 to KPI-12. */
export function figureKeeper(core: Core): FigureKeeper {
  let stopped = false;

  const work = async (first: number, last: number): Promise<number> => {
    const { timeZone } = core.facts.settings();
    const zone = zoneOf(timeZone);
    ensureZone(core.db, timeZone, core.ports.now());
    const from = first <= everBefore ? undefined : instantOfWall(zone, first, 0);
    const to = last >= Number.MAX_SAFE_INTEGER ? undefined : instantOfWall(zone, last + 1, 0) - 1;
    const days = [...new Set(dirtyAt(core.db, from, to).map((at) => wallOf(zone, at).day))];
    const all = days.map((day) => dayAt(zone, day));
    for (let done = 0; done < all.length;) {
      if (done > 0) await breathe();
      // The file is closed under it.
      if (stopped) break;
      // Who came in between may have begun all days anew in another zone: these are none of its days.
      if (core.facts.settings().timeZone !== timeZone) return work(first, last);
      const until = performance.now() + longestMs;
      const goesOn = (): boolean => performance.now() < until;
      done += rebuildDays(core.db, all.slice(done), { hourOf: hourIn(zone), now: core.ports.now(), goesOn });
    }
    return days.length;
  };

  return {
    async fresh(first, last) {
      const days = await work(first, last);
      return { at: workedOutAt(core.db), days };
    },
    async catchUp() {
      if (stopped || dirtyCount(core.db) === 0) return;
      await work(everBefore, Number.MAX_SAFE_INTEGER);
    },
    isOpen: () => !stopped,
    stop() {
      stopped = true;
    },
  };
}
