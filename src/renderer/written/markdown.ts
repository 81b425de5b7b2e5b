/** What is written in sessions, read as text alone: whatever is no sign of these stays as it was typed. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold'; readonly parts: readonly Inline[] }
  | { readonly kind: 'ticket'; readonly number: number };

export type Item = {
  /** How far it is indented, 0 for not. */
  readonly depth: number;
  /** `1.` in front of it; null: a dot. */
  readonly order: number | null;
  /** Of a checklist whether it is ticked; null: not of one. */
  readonly checked: boolean | null;
  readonly parts: readonly Inline[];
  /** The line it stands on, from 0. */
  readonly line: number;
};

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly parts: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] };

/** `#` and digits that are no part of a word, of a longer number, or of an address. */
const ticketSign = /(?<![\p{L}\p{N}_#/&])#(\d{1,15})(?![\p{L}\p{N}_])/gu;

function withTickets(text: string): Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(ticketSign)) {
    if (match.index > at) found.push({ kind: 'text', text: text.slice(at, match.index) });
    found.push({ kind: 'ticket', number: Number(match[1]) });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ kind: 'text', text: text.slice(at) });
  return found;
}

/** The parts of a line: every second piece between `**` is bold; one that is not closed, or empty, stays as it was typed. */
export function inlinesOf(text: string): readonly Inline[] {
  const pieces = text.split('**');
  const found: Inline[] = [];
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] ?? '';
    const isInside = at % 2 === 1;
    const isClosed = at < pieces.length - 1;
    if (isInside && isClosed && piece.trim() !== '') found.push({ kind: 'bold', parts: withTickets(piece) });
    else if (isInside) found.push(...withTickets(`**${piece}${isClosed ? '**' : ''}`));
    else found.push(...withTickets(piece));
  }
  return found;
}

const headingSign = /^(#{1,3})[ \t]+(\S.*)$/;
const itemSign = /^([ \t]*)(?:[-*+]|(\d{1,9})[.)])[ \t]+(?:\[([ xX])\][ \t]+)?(\S.*)$/;
const deepest = 8;

function itemOf(text: string, line: number): Item | null {
  const match = itemSign.exec(text);
  if (match === null) return null;
  const [, indent = '', order, tick, rest = ''] = match;
  const width = indent.replaceAll('\t', '  ').length;
  return {
    depth: Math.min(deepest, Math.floor(width / 2)),
    order: order === undefined ? null : Number(order),
    checked: tick === undefined ? null : tick !== ' ',
    parts: inlinesOf(rest),
    line,
  };
}

/** What is written, block by block. */
export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let items: Item[] = [];
  let lines: (readonly Inline[])[] = [];
  const close = (): void => {
    if (items.length > 0) blocks.push({ kind: 'list', items });
    if (lines.length > 0) blocks.push({ kind: 'paragraph', lines });
    [items, lines] = [[], []];
  };
  for (const [at, raw] of text.split(/\r\n?|\n/).entries()) {
    const line = raw.trimEnd();
    const heading = headingSign.exec(line);
    const item = itemOf(line, at);
    if (heading !== null) {
      close();
      const level = (heading[1]?.length ?? 1) as 1 | 2 | 3;
      blocks.push({ kind: 'heading', level, parts: inlinesOf(heading[2] ?? '') });
    } else if (item !== null) {
      if (lines.length > 0) close();
      items.push(item);
    } else if (line === '') close();
    else {
      if (items.length > 0) close();
      lines.push(inlinesOf(line.trimStart()));
    }
  }
  close();
  return blocks;
}

/** The text with the tick of one line the other way round; as it is where that line has none. */
export function withTick(text: string, line: number): string {
  const lines = text.split('\n');
  const old = lines[line] ?? '';
  lines[line] = old.replace(
    /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\])/,
    (_, before: string, tick: string, after: string) => `${before}${tick === ' ' ? 'x' : ' '}${after}`,
  );
  return lines.join('\n');
}
