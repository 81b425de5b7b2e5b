import { Fault } from '../fault.ts';

/** A pattern as a person writes it, taken apart: what each part is called, and the text before, between and behind. */
export type TextPattern = {
  readonly names: readonly string[];
  /** One more than names: the text before the first part, between two, and behind the last. */
  readonly between: readonly string[];
};

const wrong = (message: string): Fault => new Fault('INVALID', message, { field: 'mapping.derived' });

/**
 * `{Product} - {Issue}: "{Words}"`: names in braces, all else as it stands. No regular expression: nothing in it can take
 * longer than one look along the text. Faults INVALID, saying why, where no text could be split by it. SPEC IMP-30.
 */
export function readPattern(pattern: string): TextPattern {
  const pieces = pattern.split(/\{([^{}]*)\}/);
  const names = pieces.filter((_, at) => at % 2 === 1).map((name) => name.trim());
  const between = pieces.filter((_, at) => at % 2 === 0);
  if (names.length === 0) throw wrong('The pattern names no part. Put a name in braces for each: {Product}: {Words}.');
  if (names.includes('')) throw wrong('A part of the pattern has no name. Write one between its braces.');
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length)
    throw wrong('Two parts of the pattern have the same name. Give each its own.');
  if (between.some((text) => /[{}]/.test(text))) throw wrong('A brace of the pattern has no other that belongs to it.');
  if (between.slice(1, -1).includes(''))
    throw wrong('Two parts of the pattern stand side by side. Write what stands between them.');
  return { names, between };
}

/**
 * The parts of a text, in the order of their names: each reaches to where the text behind it first comes, the last to the end.
 * Null where the text is not made so.
 */
export function splitText({ names, between }: TextPattern, text: string): readonly string[] | null {
  const [before = '', ...behind] = between;
  const end = behind.at(-1) ?? '';
  if (!text.startsWith(before) || !text.endsWith(end)) return null;
  const until = text.length - end.length;
  let from = before.length;
  const parts: string[] = [];
  for (const [at] of names.entries()) {
    const isLast = at === names.length - 1;
    const to = isLast ? until : text.indexOf(behind[at] ?? '', from);
    if (to < from || to > until) return null;
    parts.push(text.slice(from, to).trim());
    from = to + (behind[at] ?? '').length;
  }
  return parts;
}
