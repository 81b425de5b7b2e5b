/**
 * Of sorted values, the one below which a share of them lies, read between neighbours; NaN of none.
 * Source: Hyndman & Fan, Sample quantiles in statistical packages, 1996, type 7.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (place - below);
}
