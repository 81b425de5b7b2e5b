import type { Criterion, Dispute, QualityReview, ReviewRow } from '../../../contract/index.ts';
import { choicesOf, readNumeric, type Value } from '../workspace/scales.ts';

export type Outcome = NonNullable<Dispute['outcome']>;

/** What the decider typed or chose, by criterion; empty: as it was given. */
export type Typed = Readonly<Record<string, string>>;

export const typedOf = (value: Value): string => String(value);

/** What a decision begins with: nothing changed where it is upheld or partly so, what the agent asked for where it is overturned. */
export const firstTyped = (outcome: Outcome, counter: Dispute['counter']): Typed =>
  outcome === 'overturned'
    ? Object.fromEntries(Object.entries(counter).map(([id, value]) => [id, typedOf(value)]))
    : {};

/** A value as it was chosen or typed; null where it is none of the criterion's. */
export function readTyped(criterion: Criterion, typed: string): Value | null {
  const text = typed.trim();
  if (text === 'na') return criterion.mayBeNA ? 'na' : null;
  if (criterion.scale.kind === 'numeric') return readNumeric(criterion, text);
  return choicesOf(criterion).find(({ value }) => String(value) === text)?.value ?? null;
}

export type Read = {
  /** Only what differs from what was given. */
  readonly values: Record<string, Value>;
  /** Criteria whose words are no value. */
  readonly wrong: readonly string[];
};

export function readDecision(criteria: readonly Criterion[], answers: QualityReview['answers'], typed: Typed): Read {
  const values: Record<string, Value> = {};
  const wrong: string[] = [];
  for (const criterion of criteria) {
    const text = typed[criterion.id] ?? '';
    if (text.trim() === '') continue;
    const value = readTyped(criterion, text);
    if (value === null) wrong.push(criterion.id);
    else if (value !== (answers[criterion.id]?.value ?? null)) values[criterion.id] = value;
  }
  return { values, wrong };
}

/** Criteria that are disputed first, each part in the order of the form. */
export const disputedFirst = (criteria: readonly Criterion[], counter: Dispute['counter']): readonly Criterion[] => [
  ...criteria.filter(({ id }) => Object.hasOwn(counter, id)),
  ...criteria.filter(({ id }) => !Object.hasOwn(counter, id)),
];

/** Open disputes, the nearest deadline first. */
export const byDeadline = <T extends Pick<ReviewRow, 'ticketNumber' | 'deadlineAt'>>(
  rows: readonly T[],
): readonly T[] =>
  rows.toSorted((a, b) => (a.deadlineAt ?? 0) - (b.deadlineAt ?? 0) || a.ticketNumber - b.ticketNumber);
