import { seededBytes } from '../../src/domain/prng.ts';
import type { DeskPorts } from '../../src/main/desk/open-desk.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** Monday 2 March 2026, 10:00 UTC: within business hours. */
export const mondayTen = Date.UTC(2026, 2, 2, 10);

type Timer = { readonly at: number; readonly run: () => void };

export type FakeClock = {
  readonly ports: DeskPorts;
  readonly now: () => number;
  /** Lets time pass; each timer runs at its own instant. */
  readonly pass: (ms: number) => void;
  /** Sleep: time passes, no timer runs. They are due then, as after a laptop's lid. */
  readonly sleep: (ms: number) => void;
  readonly timers: () => number;
};

/** A clock, timers and randomness that a test holds in its hand. */
export function fakeClock(start = mondayTen, seed = 7): FakeClock {
  let now = start;
  const timers = new Set<Timer>();
  const first = (until: number): Timer | undefined =>
    [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    timers: () => timers.size,
    sleep(ms) {
      now += ms;
    },
    pass(ms) {
      const until = now + ms;
      for (let timer = first(until); timer !== undefined; timer = first(until)) {
        timers.delete(timer);
        now = Math.max(now, timer.at);
        timer.run();
      }
      now = until;
    },
    ports: {
      now: () => now,
      randomBytes: seededBytes(seed),
      setTimer(run, delayMs) {
        const timer = { at: now + delayMs, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    },
  };
}
