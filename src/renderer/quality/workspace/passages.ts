import type { Passage, Quote } from '../../../contract/index.ts';

/** A sentence of the conversation: what a key moves by and what is quoted where nothing is selected. */
export type Sentence = { readonly eventId: string; readonly from: number; readonly to: number };

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/** The sentences of what was said, in order, without the white space around them; a line ends a sentence, too. */
export function sentencesOf(conversation: readonly Passage[]): readonly Sentence[] {
  return conversation.flatMap(({ id, text }) =>
    [...sentences.segment(text)].flatMap(({ segment, index }) => {
      const from = index + segment.length - segment.trimStart().length;
      const to = index + segment.trimEnd().length;
      return from < to ? [{ eventId: id, from, to }] : [];
    }),
  );
}

/** The sentence a step leads to: from nowhere forwards to the first, backwards to the last. */
export function sentenceAfter(at: number | null, step: 1 | -1, count: number): number | null {
  if (count === 0) return null;
  if (at === null) return step === 1 ? 0 : count - 1;
  return Math.min(Math.max(at + step, 0), count - 1);
}

/** A mark over several sentences of one message, from the first to the last of them. */
export type Mark = { readonly first: number; readonly last: number };

/** A mark longer by the next sentence of the same message; the same where there is none. */
export function longer(mark: Mark, all: readonly Sentence[]): Mark {
  const next = all[mark.last + 1];
  return next !== undefined && next.eventId === all[mark.first]?.eventId ? { ...mark, last: mark.last + 1 } : mark;
}

const mostLetters = 2000;

export function quoteOf(conversation: readonly Passage[], eventId: string, from: number, to: number): Quote | null {
  const text = conversation.find(({ id }) => id === eventId)?.text.slice(from, to) ?? '';
  const cut = text.slice(0, mostLetters);
  return cut.trim() === '' ? null : { eventId, from, to: from + cut.length, text: cut };
}

/** What a mark stands for, as a quote. */
export function quoteOfMark(conversation: readonly Passage[], all: readonly Sentence[], mark: Mark): Quote | null {
  const [first, last] = [all[mark.first], all[mark.last]];
  return first === undefined || last === undefined ? null : quoteOf(conversation, first.eventId, first.from, last.to);
}

const sameQuote = (a: Quote, b: Quote): boolean => a.eventId === b.eventId && a.from === b.from && a.to === b.to;

const mostQuotes = 20;

/** A quote added, or taken away where it is there. */
export function withQuote(quotes: readonly Quote[], quote: Quote): Quote[] {
  return quotes.some((each) => sameQuote(each, quote))
    ? quotes.filter((each) => !sameQuote(each, quote))
    : [...quotes, quote].slice(0, mostQuotes);
}

/** `own`: quoted for the criterion at hand. `other`: for another. `mark`: where the keys are. */
export type Tint = 'own' | 'other' | 'mark';
export type Stretch = { readonly from: number; readonly to: number; readonly tint: Tint };
export type Piece = { readonly from: number; readonly text: string; readonly tints: ReadonlySet<Tint> };

/** A text cut where tints begin and end, each piece with the tints that lie over it. Nothing of the text is lost. */
export function piecesOf(text: string, stretches: readonly Stretch[]): readonly Piece[] {
  const cuts = stretches.flatMap(({ from, to }) => [from, to]).filter((at) => at > 0 && at < text.length);
  const edges = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => ({
    from,
    text: text.slice(from, edges[index + 1]),
    tints: new Set(stretches.filter((each) => each.from <= from && each.to > from).map(({ tint }) => tint)),
  }));
}
