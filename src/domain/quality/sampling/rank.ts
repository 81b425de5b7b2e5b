/**
 * A number from 0 to 2^32 - 1 for a word, as if drawn by lot: the same for the same seed on every machine, whatever else is
 * in the hat. Source: Fowler, Noll and Vo's FNV-1a over code units, stirred by the finaliser of Appleby's MurmurHash3.
 */
export function rankOf(word: string, seed: number): number {
  let hash = Math.imul(seed ^ 0x811c9dc5, 0x01000193);
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The same as a share, from 0 to just below 1. */
export const lotOf = (word: string, seed: number): number => rankOf(word, seed) / 4294967296;

type Ranked = { readonly id: string; readonly rank: number };

/** By rank; two of one rank by their ids. */
export const byRank = (one: Ranked, other: Ranked): number =>
  one.rank - other.rank || (one.id < other.id ? -1 : Number(one.id > other.id));
