import type { Span } from '../calendar/rules.ts';

/** Sorts spans and joins those that overlap or touch; drops those without length. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0]);
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last === undefined || span[0] > last[1]) joined.push(span);
    else if (span[1] > last[1]) joined[joined.length - 1] = [last[0], span[1]];
  }
  return joined;
}

/** What is left of joined spans outside of other joined ones. */
export function cutSpans(spans: readonly Span[], holes: readonly Span[]): Span[] {
  if (holes.length === 0) return [...spans];
  const rest: Span[] = [];
  let first = 0;
  for (const [start, end] of spans) {
    let from = start;
    while ((holes[first]?.[1] ?? Infinity) <= from) first += 1;
    for (let k = first; k < holes.length && from < end; k += 1) {
      const [closes, opens] = holes[k] ?? [Infinity, Infinity];
      if (closes >= end) break;
      if (closes > from) rest.push([from, closes]);
      from = Math.max(from, opens);
    }
    if (from < end) rest.push([from, end]);
  }
  return rest;
}

/** What joined spans and other joined ones have in common. */
export function sharedSpans(spans: readonly Span[], others: readonly Span[]): Span[] {
  const shared: Span[] = [];
  let k = 0;
  for (let i = 0; i < spans.length;) {
    const [a, b] = spans[i] ?? [0, 0];
    const [c, d] = others[k] ?? [Infinity, Infinity];
    const from = Math.max(a, c);
    const to = Math.min(b, d);
    if (from < to) shared.push([from, to]);
    if (b <= d) i += 1;
    else k += 1;
  }
  return shared;
}

/** Of spans, together. */
export const spanMs = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);

/** The longest of spans; null of none. */
export const longestSpan = (spans: readonly Span[]): Span | null =>
  spans.reduce<Span | null>((best, span) => (best && best[1] - best[0] >= span[1] - span[0] ? best : span), null);
