/** Numbers that look random and are the same for the same seed on every machine. Not for secrets. */
export type Prng = {
  /** 0 <= x < 1, in steps of 2^-32. */
  readonly next: () => number;
  /** A whole number, both ends included. */
  readonly int: (from: number, to: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of a list, which may not be empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** The place in a list of weights, in proportion to them. */
  readonly weighted: (weights: readonly number[]) => number;
  /** Normally distributed, mean 0, deviation 1. */
  readonly normal: () => number;
  /** Log-normally distributed around a median; sigma is the deviation of the logarithm. */
  readonly around: (median: number, sigma: number) => number;
};

/** splitmix32's finaliser, to spread seeds: https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
function mix(value: number): number {
  let z = Math.trunc(value) + 0x9e3779b9;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** Chris Doty-Humphrey's sfc32 (small fast chaotic, 128 bits of state): https://pracrand.sourceforge.net/RNG_engines.txt */
function sfc32(seeds: readonly number[]): () => number {
  let a = mix(seeds[0] ?? 0);
  let b = mix(seeds[1] ?? 0);
  let c = mix(seeds[2] ?? 0);
  let counter = 1;
  const step = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 12; warm += 1) step();
  return step;
}

function place(weights: readonly number[], share: number): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let left = share * total;
  for (let at = 0; at < weights.length; at += 1) {
    left -= weights[at] ?? 0;
    if (left < 0) return at;
  }
  return weights.length - 1;
}

/** A generator for up to three seeds (whole numbers, taken modulo 2^32); other seeds, another stream. */
export function prng(...seeds: readonly number[]): Prng {
  const next = sfc32(seeds);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T,
    weighted: (weights) => place(weights, next()),
    normal,
    around: (median, sigma) => median * Math.exp(sigma * normal()),
  };
}

/** A source of bytes for what takes one (ids of a seeded desk). */
export function seededBytes(seed: number): (count: number) => Uint8Array {
  const { int } = prng(seed, 0x1d5);
  return (count) => Uint8Array.from({ length: count }, () => int(0, 255));
}
