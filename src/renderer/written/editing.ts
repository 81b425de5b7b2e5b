/** What a key does to a text: what stands from one place to another is replaced, and what is marked then. */
export type Edit = {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly mark: readonly [number, number];
};

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Bold, or no longer. Without anything marked the caret stands between the signs. */
export function bold(text: string, start: number, end: number): Edit {
  const marked = text.slice(start, end);
  if (marked.length > 4 && marked.startsWith('**') && marked.endsWith('**')) {
    const insert = marked.slice(2, -2);
    return { from: start, to: end, insert, mark: [start, start + insert.length] };
  }
  if (text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**')
    return { from: start - 2, to: end + 2, insert: marked, mark: [start - 2, end - 2] };
  return { from: start, to: end, insert: `**${marked}**`, mark: [start + 2, end + 2] };
}

const itemSign = /^([ \t]*)([-*+]|(\d{1,9})([.)]))([ \t]+)(\[[ xX]\][ \t]+)?/;

/** Enter in a list begins the next item, on an empty one it ends the list; null where the line is none. */
export function enter(text: string, start: number, end: number): Edit | null {
  const from = lineStart(text, start);
  const line = text.slice(from, lineEnd(text, start));
  const match = itemSign.exec(line);
  if (match === null || start !== end || start - from < match[0].length) return null;
  const [sign, indent = '', dot = '', order, after = '', gap = ' ', tick] = match;
  if (line.slice(sign.length).trim() === '') return { from, to: from + line.length, insert: '', mark: [from, from] };
  const next = order === undefined ? dot : `${Number(order) + 1}${after}`;
  const insert = `\n${indent}${next}${gap}${tick === undefined ? '' : '[ ] '}`;
  return { from: start, to: end, insert, mark: [start + insert.length, start + insert.length] };
}

/** Items in, or out again; null where no line is one that can go, so that Tab leads on. */
export function indent(text: string, start: number, end: number, way: 1 | -1): Edit | null {
  const from = lineStart(text, start);
  const to = lineEnd(text, Math.max(start, end - (end > start ? 1 : 0)));
  const lines = text.slice(from, to).split('\n');
  const moved = lines.map((line) => {
    if (!itemSign.test(line)) return line;
    return way === 1 ? `  ${line}` : line.replace(/^(?: {1,2}|\t)/, '');
  });
  const insert = moved.join('\n');
  if (insert === lines.join('\n')) return null;
  const first = (moved[0] ?? '').length - (lines[0] ?? '').length;
  const all = insert.length - (to - from);
  return { from, to, insert, mark: [Math.max(from, start + first), end + all] };
}

/** `#` and digits right before the caret, that a ticket is looked for by; null where there are none. */
export function ticketAt(text: string, caret: number): { readonly from: number; readonly digits: string } | null {
  const match = /(?:^|[^\p{L}\p{N}_#/&])#(\d{1,12})$/u.exec(text.slice(Math.max(0, caret - 20), caret));
  const digits = match?.[1];
  return digits === undefined ? null : { from: caret - digits.length - 1, digits };
}
