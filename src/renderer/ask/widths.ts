const letterPx = 7.3;
const padPx = 18;

/** A width that shows most of what stands in a column, px: the longest of its first texts, within bounds. */
export function widthOf(label: string, texts: readonly string[], most = 320): number {
  let letters = label.length + 1;
  for (const text of texts) letters = Math.max(letters, Math.min(text.length, 60));
  return Math.round(Math.min(most, Math.max(56, letters * letterPx + padPx)));
}
