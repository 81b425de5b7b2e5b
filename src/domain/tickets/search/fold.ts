/**
 * Text as FTS5's `unicode61 remove_diacritics 2` compares it: no case, no accents.
 * Source: https://www.sqlite.org/fts5.html#unicode61_tokenizer
 */
export function fold(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFD').toLowerCase().replace(/\p{M}/gu, '');
}

/** A run of letters and digits (with their accents), which is what FTS5 takes for a word. Use a fresh copy: it is global. */
export const wordPattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** The folded words of a text, in order. */
export function words(text: string): readonly string[] {
  return (text.match(wordPattern) ?? []).map(fold);
}

/** Whether a name begins with this, as a whole or at one of its words. Both are folded here. */
export function begins(name: string, start: string): boolean {
  const folded = fold(name);
  const wanted = fold(start);
  return folded.startsWith(wanted) || words(name).some((word) => word.startsWith(wanted));
}
