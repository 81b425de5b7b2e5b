export type Piece = { readonly text: string; readonly found: boolean };

/** A text in pieces, those that suggested a code apart from the others. */
export function marked(text: string, found: readonly string[]): Piece[] {
  if (found.length === 0) return [{ text, found: false }];
  const longest = found.toSorted((a, b) => b.length - a.length);
  const pattern = new RegExp(longest.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gu');
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: hit, index } of text.matchAll(pattern)) {
    if (index > from) pieces.push({ text: text.slice(from, index), found: false });
    pieces.push({ text: hit, found: true });
    from = index + hit.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), found: false });
  return pieces;
}
