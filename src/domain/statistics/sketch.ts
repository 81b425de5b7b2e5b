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

export function countOf(sketch: Sketch): number {
  let count = 0;
  for (const each of sketch.values()) count += each;
  return count;
}

const inOrder = (sketch: Sketch): (readonly [bin: number, count: number])[] => [...sketch].sort(([a], [b]) => a - b);

/** The value of rank floor(share x (n - 1)), from 0, within the error; null of none. */
export function sketchQuantile(sketch: Sketch, share: number): number | null {
  const n = countOf(sketch);
  if (n === 0) return null;
  const rank = Math.floor(share * (n - 1));
  let seen = 0;
  for (const [bin, count] of inOrder(sketch)) {
    seen += count;
    if (seen > rank) return valueOfBin(bin);
  }
  return null;
}

const bytesEach = 6;

/** As bytes: bin (2), count (4), little-endian, by bin. */
export function sketchBytes(sketch: Sketch): Uint8Array {
  const bytes = new Uint8Array(sketch.size * bytesEach);
  const view = new DataView(bytes.buffer);
  for (const [at, [bin, count]] of inOrder(sketch).entries()) {
    view.setUint16(at * bytesEach, bin, true);
    view.setUint32(at * bytesEach + 2, count, true);
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

/** Bins of both with their counts, in order. */
export function sideBySide(a: Sketch, b: Sketch): { readonly bin: number; readonly a: number; readonly b: number }[] {
  const bins = [...new Set([...a.keys(), ...b.keys()])].sort((one, other) => one - other);
  return bins.map((bin) => ({ bin, a: a.get(bin) ?? 0, b: b.get(bin) ?? 0 }));
}
