import { normal975, normalTwoSided } from './distributions.ts';
import { countOf, sideBySide, sketchQuantile, type Sketch } from './sketch.ts';

export type MediansTest = {
  /** Of the second less the first. */
  readonly difference: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Two-sided, Mann and Whitney, values of one bin as ties. */
  readonly p: number;
};

/** Between which the true median lies, 95 times of 100, by the ranks of a sign test: Conover 1999, section 3.2. */
function medianInterval(sketch: Sketch): { readonly low: number; readonly high: number } | null {
  const n = countOf(sketch);
  const half = (normal975 * Math.sqrt(n)) / 2;
  const [low, high] = [Math.floor(n / 2 - half), Math.ceil(n / 2 + half)];
  if (low < 0 || high > n - 1) return null;
  const at = (rank: number): number => sketchQuantile(sketch, n === 1 ? 0 : rank / (n - 1)) ?? 0;
  return { low: at(low), high: at(high) };
}

/** The U of the second over the first, ties as halves, and what ties take from its spread. */
function uOf(a: Sketch, b: Sketch): { readonly u: number; readonly ties: number } {
  let [below, u, ties] = [0, 0, 0];
  for (const each of sideBySide(a, b)) {
    u += each.b * (below + each.a / 2);
    below += each.a;
    const t = each.a + each.b;
    ties += t ** 3 - t;
  }
  return { u, ties };
}

/**
 * Whether the second values lie above or below the first, of sketches: the rank test of Mann and Whitney 1947 by the normal
 * distribution with ties; the interval is of the difference of the medians, put together of theirs (MOVER: Zou and Donner
 * 2008, Statistics in Medicine 27). Null where one has none; no interval where so few can have none. SPEC KPI-21.
 */
export function compareMedians(a: Sketch, b: Sketch): MediansTest | null {
  const [one, other] = [sketchQuantile(a, 0.5), sketchQuantile(b, 0.5)];
  if (one === null || other === null) return null;
  const [n, m] = [countOf(a), countOf(b)];
  const { u, ties } = uOf(a, b);
  const all = n + m;
  const deviation = Math.sqrt(((n * m) / 12) * (all + 1 - ties / (all * (all - 1))));
  const away = Math.max(0, Math.abs(u - (n * m) / 2) - 0.5);
  const [first, second] = [medianInterval(a), medianInterval(b)];
  const difference = other - one;
  return {
    difference,
    interval:
      first === null || second === null
        ? null
        : {
            low: difference - Math.hypot(other - second.low, first.high - one),
            high: difference + Math.hypot(second.high - other, one - first.low),
          },
    p: deviation > 0 ? normalTwoSided(away / deviation) : 1,
  };
}
