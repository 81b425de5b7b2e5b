/**
 * How many letters have to be put in, left out, replaced or swapped with their neighbour to make one word of another, no
 * letter touched twice. Fred J. Damerau, "A technique for computer detection and correction of spelling errors" (1964),
 * in the form known as optimal string alignment.
 */
export function spellingDistance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const swaps = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swapped = swaps ? (before[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced, swapped));
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}

/** Letters that may be wrong: one in a short word, a third of a long one. */
const allowance = (word: string): number => Math.max(1, Math.floor(word.length / 3));

/** The word somebody may have meant, without regard to case; null where none is near enough to be worth asking. */
export function nearWord(given: string, known: readonly string[]): string | null {
  const word = given.toLowerCase();
  let best: { readonly word: string; readonly off: number } | null = null;
  for (const each of known) {
    const off = spellingDistance(word, each.toLowerCase());
    if (off <= allowance(word) && off < (best?.off ?? Infinity)) best = { word: each, off };
  }
  if (best !== null) return best.word;
  // `zone` for `timeZone`: a word that is a good part of another.
  return word.length < 4 ? null : (known.find((each) => each.toLowerCase().includes(word)) ?? null);
}
