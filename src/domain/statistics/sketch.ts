/**
 * How many values lie in each of many narrow bins, so that any quantile is told within 1 % of the value that was there, and
 * sketches of parts are added up to that of the whole. Source: Masson, Rim and Lee, DDSketch: A fast and fully-mergeable
 * quantile sketch with relative-error guarantees, VLDB 2019. Bin 0 holds all from 0 to `least`. SPEC KPI-20.
 */
export type Sketch = ReadonlyMap<number, number>;

/** Told quantiles are off by no more than this share of the true one. */
export const sketchError = 0.01;
/** Values at or below this are told as 0: a second, in minutes. */
const least = 1 / 60;
const growth = (1 + sketchError) / (1 - sketchError);
const logGrowth = Math.log(growth);
const leastBin = Math.ceil(Math.log(least) / logGrowth);

/** The bin of a value that is 0 or more. */
export const binOf = (value: number): number =>
  value <= least ? 0 : Math.ceil(Math.log(value) / logGrowth) - leastBin + 1;

/** What a bin is told as: no value in it is further away than the error. */
export const valueOfBin = (bin: number): number =>
  bin === 0 ? 0 : (2 * growth ** (bin + leastBin - 1)) / (growth + 1);

export function sketchOf(values: Iterable<number>): Map<number, number> {
  const sketch = new Map<number, number>();
  for (const value of values) addTo(sketch, value);
  return sketch;
}

export function addTo(sketch: Map<number, number>, value: number): void {
  const bin = binOf(value);
  sketch.set(bin, (sketch.get(bin) ?? 0) + 1);
}

/** Adds one sketch to another. */
export function mergeInto(sketch: Map<number, number>, other: Sketch): void {
  for (const [bin, count] of other) sketch.set(bin, (sketch.get(bin) ?? 0) + count);
}

/** A sketch with its bins in order: asked for several quantiles, it is sorted once. */
export type Ordered = { readonly n: number; readonly bins: readonly number[]; readonly counts: readonly number[] };

export function ordered(sketch: Sketch): Ordered {
  const bins = [...sketch.keys()].sort((a, b) => a - b);
  const counts = bins.map((bin) => sketch.get(bin) ?? 0);
  return { n: counts.reduce((sum, count) => sum + count, 0), bins, counts };
}

/** The value of a rank, from 0 up to n - 1, within the error; null where there is none. */
export function valueAt({ bins, counts }: Ordered, rank: number): number | null {
  let seen = 0;
  for (const [at, count] of counts.entries()) {
    seen += count;
    if (seen > rank) return valueOfBin(bins[at] ?? 0);
  }
  return null;
}

/** The value of rank floor(share x (n - 1)), within the error; null of none. */
export const quantileOf = (all: Ordered, share: number): number | null => valueAt(all, Math.floor(share * (all.n - 1)));

const bytesEach = 6;

/** As bytes: bin (2), count (4), little-endian, by bin. */
export function sketchBytes(sketch: Sketch): Uint8Array {
  const bytes = new Uint8Array(sketch.size * bytesEach);
  const view = new DataView(bytes.buffer);
  const { bins, counts } = ordered(sketch);
  for (const [at, bin] of bins.entries()) {
    view.setUint16(at * bytesEach, bin, true);
    view.setUint32(at * bytesEach + 2, counts[at] ?? 0, true);
  }
  return bytes;
}

/** Adds what bytes hold to a sketch; nothing where there are none. */
export function mergeBytes(sketch: Map<number, number>, bytes: Uint8Array | null): void {
  if (bytes === null) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + bytesEach <= bytes.byteLength; at += bytesEach) {
    const bin = view.getUint16(at, true);
    sketch.set(bin, (sketch.get(bin) ?? 0) + view.getUint32(at + 2, true));
  }
}
