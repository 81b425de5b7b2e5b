/**
 * Chances of several tests made at once, raised so that all together are wrong no more often than one would be; null stays
 * null and counts as no test. Source: Holm, A simple sequentially rejective multiple test procedure, 1979. SPEC QAG-8.
 */
export function holm(chances: readonly (number | null)[]): (number | null)[] {
  const order = chances.flatMap((p, at) => (p === null ? [] : [{ p, at }])).sort((a, b) => a.p - b.p);
  const raised: (number | null)[] = chances.map(() => null);
  let least = 0;
  order.forEach(({ p, at }, rank) => {
    least = Math.min(1, Math.max(least, p * (order.length - rank)));
    raised[at] = least;
  });
  return raised;
}
