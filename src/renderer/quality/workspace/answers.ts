import type { Answer, Answers, Criterion, Score, ScorecardBody } from '../../../contract/index.ts';

export const noAnswer: Answer = { value: null, comment: '', causes: [], quotes: [] };

/** What was said here and is not kept yet, by criterion. */
export type Held = Readonly<Record<string, Partial<Answer>>>;

/** The answers as they stand on screen: what the desk has, with what is on its way over it. */
export function withHeld(answers: Answers, held: Held): Answers {
  const said = Object.entries(held).map(([id, part]) => [id, { ...(answers[id] ?? noAnswer), ...part }] as const);
  return said.length === 0 ? answers : { ...answers, ...Object.fromEntries(said) };
}

/** The held answers without those fields that are kept now and have not been changed since they were sent. */
export function withoutKept(held: Held, criterion: string, sent: Partial<Answer>): Held {
  const { [criterion]: own = {}, ...others } = held;
  const left = Object.fromEntries(
    Object.entries(own).filter(([field, value]) => sent[field as keyof Answer] !== value),
  ) as Partial<Answer>;
  return Object.keys(left).length === 0 ? others : { ...others, [criterion]: left };
}

export const criteriaOf = (card: ScorecardBody): readonly Criterion[] =>
  card.sections.flatMap(({ criteria }) => criteria);

/** The criteria that are asked now, in the order of the card. */
export function shownCriteria(card: ScorecardBody, score: Score): readonly Criterion[] {
  const shown = new Set(score.criteria.filter((each) => each.shown).map(({ id }) => id));
  return criteriaOf(card).filter(({ id }) => shown.has(id));
}

/** How many of what is asked have been answered; N/A is an answer. */
export function countScored(card: ScorecardBody, score: Score, answers: Answers): { scored: number; of: number } {
  const shown = shownCriteria(card, score);
  return { scored: shown.filter(({ id }) => (answers[id]?.value ?? null) !== null).length, of: shown.length };
}

export type Missing = Score['missing'][number]['what'];

/** What is still to be said, by criterion. */
export function missingBy(score: Score): ReadonlyMap<string, readonly Missing[]> {
  const by = new Map<string, Missing[]>();
  for (const { criterion, what } of score.missing) by.set(criterion, [...(by.get(criterion) ?? []), what]);
  return by;
}

/** The next criterion after one that still needs something, going round; null where none does. */
export function nextOpen(shown: readonly Criterion[], score: Score, after: string | null): string | null {
  const open = new Set(score.missing.map(({ criterion }) => criterion));
  const at = shown.findIndex(({ id }) => id === after);
  const round = [...shown.slice(at + 1), ...shown.slice(0, at + 1)];
  return round.find(({ id }) => open.has(id))?.id ?? null;
}

/** A cause added, or taken away where it is there. */
export const toggled = (list: readonly string[], word: string): string[] =>
  list.includes(word) ? list.filter((each) => each !== word) : [...list, word];
