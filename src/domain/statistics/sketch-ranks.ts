import { normal975, normalTwoSided } from './distributions.ts';
import { ordered, quantileOf, valueAt, type Ordered, type Sketch } from './sketch.ts';

export type MediansTest = {
  /** Of the second less the first. */
  readonly difference: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Two-sided, Mann and Whitney, values of one bin as ties. */
  readonly p: number;
};

/** Between which the true median lies, 95 times of 100, by the ranks of a sign test: Conover 1999, section 3.2. */
function medianInterval(all: Ordered): { readonly low: number; readonly high: number } | null {
  const half = (normal975 * Math.sqrt(all.n)) / 2;
  const [low, high] = [Math.floor(all.n / 2 - half), Math.ceil(all.n / 2 + half)];
  if (low < 0 || high > all.n - 1) return null;
  return { low: valueAt(all, low) ?? 0, high: valueAt(all, high) ?? 0 };
}

/** The U of the second over the first, ties as halves, and what ties take from its spread. */
function uOf(a: Ordered, b: Ordered): { readonly u: number; readonly ties: number } {
  let [below, u, ties] = [0, 0, 0];
  for (let i = 0, j = 0; i < a.bins.length || j < b.bins.length;) {
    const bin = Math.min(a.bins[i] ?? Infinity, b.bins[j] ?? Infinity);
    const ofA = a.bins[i] === bin ? (a.counts[i++] ?? 0) : 0;
    const ofB = b.bins[j] === bin ? (b.counts[j++] ?? 0) : 0;
    u += ofB * (below + ofA / 2);
    below += ofA;
    const t = ofA + ofB;
    ties += t ** 3 - t;
  }
  return { u, ties };
}

/**
 * Whether the second values lie above or below the first, of sketches: the rank test of Mann and Whitney 1947 by the normal
 * distribution with ties; the interval is of the difference of the medians, put together of theirs (MOVER: Zou and Donner
 * 2008, Statistics in Medicine 27). Null where one has none; no interval where so few can have none. SPEC KPI-21.
 */
export function compareMedians(first: Sketch, second: Sketch): MediansTest | null {
  const [a, b] = [ordered(first), ordered(second)];
  const [one, other] = [quantileOf(a, 0.5), quantileOf(b, 0.5)];
  if (one === null || other === null) return null;
  const [n, m] = [a.n, b.n];
  const { u, ties } = uOf(a, b);
  const all = n + m;
  const deviation = Math.sqrt(((n * m) / 12) * (all + 1 - ties / (all * (all - 1))));
  const away = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  const [own, others] = [medianInterval(a), medianInterval(b)];
  const difference = other - one;
  return {
    difference,
    interval:
      own === null || others === null
        ? null
        : {
            low: difference - Math.hypot(other - others.low, own.high - one),
            high: difference + Math.hypot(others.high - other, one - own.low),
          },
    p: deviation > 0 ? normalTwoSided(away / deviation) : 1,
  };
}
