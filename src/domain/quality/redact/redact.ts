import { findAll, type Found, type RedactRules } from './find.ts';

export type { RedactRules } from './find.ts';

/** A passage that was hidden: where it was, and where its label is. */
export type Hidden = Found & { readonly at: number };

export type Redacted = {
  readonly text: string;
  /** In order; `from` and `to` count in the text as it was, `at` in the redacted one. */
  readonly hidden: readonly Hidden[];
};

/** What is left of a passage once surer ones are taken out of it, without what only stands between. */
const leftOf = (text: string, one: Found, taken: readonly Found[]): Found[] => {
  const over = taken.filter(({ from, to }) => from < one.to && to > one.from).sort((a, b) => a.from - b.from);
  const ends = [...over.map(({ from }) => from), one.to];
  const starts = [one.from, ...over.map(({ to }) => to)];
  return starts.flatMap((start, at) => {
    const piece = text.slice(start, ends[at]);
    const first = piece.search(/[\p{L}\p{N}]/u);
    if (first === -1) return [];
    const from = over.length === 0 ? start : start + first;
    const to = over.length === 0 ? one.to : start + piece.replace(/[^\p{L}\p{N}]+$/u, '').length;
    return [{ ...one, from, to }];
  });
};

/** Found passages, none over another, in the order of the text: surer ones whole, of the others what is left. */
const apart = (text: string, found: readonly Found[]): Found[] => {
  const taken: Found[] = [];
  for (const one of found) taken.push(...leftOf(text, one, taken));
  return taken.sort((a, b) => a.from - b.from);
};

/**
 * A text with e-mail addresses, phone, card and account numbers and names replaced by what they were, each by its own rule.
 * Nothing of what was hidden is in the answer but its place. SPEC QAL-11.
 */
export function redactText(text: string, rules: RedactRules): Redacted {
  const hidden: Hidden[] = [];
  let made = '';
  let passed = 0;
  for (const found of apart(text, findAll(text, rules))) {
    made += text.slice(passed, found.from);
    hidden.push({ ...found, at: made.length });
    made += found.label;
    passed = found.to;
  }
  return { text: made + text.slice(passed), hidden };
}

/** A stretch of a text, by characters; `to` is where it has ended. */
type Stretch = { readonly from: number; readonly to: number };

/** One end of a stretch, from one text to the other; within a hidden passage it goes to that end of it. */
const moved = (
  hidden: readonly Hidden[],
  place: number,
  end: 'from' | 'to',
  sides: (one: Hidden) => { readonly here: Stretch; readonly there: Stretch },
): number => {
  let shift = 0;
  for (const one of hidden) {
    const { here, there } = sides(one);
    if (end === 'from' ? place < here.from : place <= here.from) break;
    if (end === 'from' ? place < here.to : place <= here.to) return there[end];
    shift = there.to - here.to;
  }
  return place + shift;
};

const original = ({ from, to }: Hidden): Stretch => ({ from, to });
const redacted = ({ at, label }: Hidden): Stretch => ({ from: at, to: at + label.length });

/** Where a passage of the text as it was stands in the redacted one; one that touches a hidden part holds all of its label. */
export const toRedacted = (hidden: readonly Hidden[], { from, to }: Stretch): Stretch => {
  const sides = (one: Hidden) => ({ here: original(one), there: redacted(one) });
  return { from: moved(hidden, from, 'from', sides), to: moved(hidden, to, 'to', sides) };
};

/** The way back: where a passage of the redacted text stands in the text as it was. */
export const toOriginal = (hidden: readonly Hidden[], { from, to }: Stretch): Stretch => {
  const sides = (one: Hidden) => ({ here: redacted(one), there: original(one) });
  return { from: moved(hidden, from, 'from', sides), to: moved(hidden, to, 'to', sides) };
};
