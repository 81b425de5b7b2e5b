/**
 * Hybrid logical time (Kulkarni et al., "Logical Physical Clocks", 2014): wall ms, a counter for what happened within
 * one, and the desk it happened on. As text it sorts the way it happened, on one desk and, later, across merged ones.
 */
export type HybridClock = { readonly next: (nowMs: number) => string; readonly observe: (stamp: string) => void };

/**
 * A desk in eight letters: the end of its id, which is drawn by lot. Its beginning is the time it was made: two desks of one
 * minute would be taken for one.
 */
export const nodeName = (id: string): string => id.replaceAll('-', '').slice(-8);

export function hybridClock(node: string, last = ''): HybridClock {
  let [wall, counter] = parse(last);
  return {
    next(nowMs) {
      if (nowMs > wall) {
        wall = nowMs;
        counter = 0;
      } else counter += 1;
      return `${wall.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(6, '0')}-${node}`;
    },
    observe(stamp) {
      const [otherWall, otherCounter] = parse(stamp);
      if (otherWall < wall || (otherWall === wall && otherCounter <= counter)) return;
      wall = otherWall;
      counter = otherCounter;
    },
  };
}

function parse(stamp: string): [wall: number, counter: number] {
  const [wall, counter] = stamp.split('-');
  return [Number.parseInt(wall ?? '', 16) || 0, Number.parseInt(counter ?? '', 16) || 0];
}
