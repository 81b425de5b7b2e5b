import { fold, wordPattern } from './search/fold.ts';

/** A piece of text; `hit` where it is what was searched for. Plain text: markup in it is just text. */
export type Part = { readonly text: string; readonly hit: boolean };

type Word = { readonly folded: string; readonly from: number; readonly to: number };
type Term = { readonly words: readonly string[]; readonly prefix: boolean };
type Span = { readonly from: number; readonly to: number; readonly term: number };

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(wordPattern)].map((found) => ({
    folded: fold(found[0]),
    from: found.index,
    to: found.index + found[0].length,
  }));
}

function termOf(text: string): Term {
  return { words: wordsOf(text).map((word) => word.folded), prefix: text.endsWith('*') };
}

function matches(words: readonly Word[], at: number, term: Term): boolean {
  const last = term.words.length - 1;
  return term.words.every((wanted, index) => {
    const folded = words[at + index]?.folded;
    return folded === wanted || (index === last && term.prefix && folded?.startsWith(wanted) === true);
  });
}

function hits(text: string, terms: readonly string[]): readonly Span[] {
  const wanted = terms.map(termOf).filter((term) => term.words.length > 0);
  if (wanted.length === 0) return [];
  const words = wordsOf(text);
  return words.flatMap((word, at) =>
    wanted.flatMap((term, index) => {
      const end = words[at + term.words.length - 1];
      return end && matches(words, at, term) ? [{ from: word.from, to: end.to, term: index }] : [];
    }),
  );
}

function cut(text: string, spans: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const span of spans) {
    const from = Math.max(span.from, done);
    if (from >= span.to) continue;
    if (from > done) parts.push({ text: text.slice(done, from), hit: false });
    const last = parts.at(-1);
    if (last?.hit === true) parts[parts.length - 1] = { text: last.text + text.slice(from, span.to), hit: true };
    else parts.push({ text: text.slice(from, span.to), hit: true });
    done = span.to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), hit: false });
  return parts;
}

/**
 * Cuts a text into what was searched for and what was not; joined, the parts are the text again. Words compare as in FTS5
 * (`fold`), a term of several words is a phrase, `*` at a term's end stands for "begins with". SPEC SRCH-7.
 */
export function highlight(text: string, terms: readonly string[]): Part[] {
  return cut(text, hits(text, terms));
}

/** The window of `width` that holds the most different terms, then the most hits; the earliest of those. */
function best(spans: readonly Span[], width: number): { readonly from: number; readonly to: number } | null {
  let found: { readonly from: number; readonly to: number; readonly score: number } | null = null;
  spans.forEach((first, index) => {
    let to = first.to;
    let count = 0;
    const terms = new Set<number>();
    for (let next = index; next < spans.length; next += 1) {
      const span = spans[next];
      if (!span || span.to - first.from > Math.max(width, first.to - first.from)) break;
      to = Math.max(to, span.to);
      terms.add(span.term);
      count += 1;
    }
    const score = terms.size * 1000 + Math.min(count, 999);
    if (found === null || score > found.score) found = { from: first.from, to, score };
  });
  return found;
}

const isTail = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at));
const between = (text: string, at: number) => (at > 0 && at < text.length && isTail(text, at) ? at - 1 : at);

/** Forward to where a word begins, but not past `limit`. */
function wordStart(text: string, at: number, limit: number): number {
  if (at <= 0) return 0;
  const space = text.slice(at - 1, limit).search(/\s/);
  return space < 0 ? between(text, at) : at + space;
}

/** Back to where a word ends, but not before `limit`. */
function wordEnd(text: string, at: number, limit: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(limit, at + 1).search(/\s\S*$/);
  return space < 0 ? between(text, at) : limit + space;
}

/**
 * The passage of about `width` characters that shows most of what was searched for, on one line, cut at words, with "…"
 * where text is left out; null where nothing is hit. SPEC SRCH-7.
 */
export function excerpt(text: string, terms: readonly string[], width = 160): Part[] | null {
  const line = text.replace(/\s+/g, ' ').trim();
  const window = best(hits(line, terms), width);
  if (!window) return null;
  const room = Math.max(0, width - (window.to - window.from));
  const before = Math.min(window.from, Math.max(Math.floor(room / 3), room - (line.length - window.to)));
  const from = wordStart(line, window.from - before, window.from);
  const to = wordEnd(line, Math.min(line.length, window.to + room - before), window.to);
  const parts = highlight(line.slice(from, to).trim(), terms);
  if (from > 0) parts.unshift({ text: '…', hit: false });
  if (to < line.length) parts.push({ text: '…', hit: false });
  return parts;
}
