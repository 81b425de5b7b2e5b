import type { Answer, Answers, Criterion, ScorecardBody } from '../../../contract/quality-common.ts';
import { Fault } from '../../fault.ts';
import { below, shareOf, within } from './share.ts';

/** A criterion with what was said to it. `share` is null where it is open, hidden or not applicable. */
export type Answered = {
  readonly criterion: Criterion;
  readonly shown: boolean;
  readonly share: number | null;
  readonly missing: readonly ('value' | 'cause' | 'comment')[];
};

const open: Pick<Answer, 'value' | 'comment' | 'causes'> = { value: null, comment: '', causes: [] };

/** An id may be any word, also one that every object knows. */
const answerTo = (criterion: Criterion, answers: Answers): typeof open =>
  (Object.hasOwn(answers, criterion.id) ? answers[criterion.id] : undefined) ?? open;

const given = (criterion: Criterion, answers: Answers): number | null => {
  const { value } = answerTo(criterion, answers);
  if (value !== 'na') return value === null ? null : shareOf(criterion, value);
  if (criterion.mayBeNA) return null;
  throw new Fault('INVALID', `“${criterion.name}” always applies: it has to be scored.`, {
    field: `answers.${criterion.id}.value`,
  });
};

/** What still has to be said of a criterion that is shown. SPEC QAL-7. */
const missingOf = (criterion: Criterion, answer: typeof open, share: number | null): Answered['missing'] => {
  if (share === null) return answer.value === null ? ['value'] : [];
  const { causeBelow, commentBelow } = criterion;
  return [
    ...(causeBelow !== null && below(share, causeBelow) && answer.causes.length === 0 ? (['cause'] as const) : []),
    ...(commentBelow !== null && below(share, commentBelow) && answer.comment.trim() === ''
      ? (['comment'] as const)
      : []),
  ];
};

const refuseUnknown = (criteria: ReadonlyMap<string, Criterion>, answers: Answers): void => {
  for (const id of Object.keys(answers))
    if (!criteria.has(id))
      throw new Fault('INVALID', `This scorecard has no criterion “${id}”. Score it by the version it was made with.`, {
        field: `answers.${id}`,
      });
};

/**
 * Every criterion of a card with its answer, in the order of the card. Shown is one without a condition, or whose
 * condition is met by a criterion that is itself shown and scored: what is hidden hides what depends on it, and so does
 * a circle. Refuses answers to what is not on the card, off the scale, or N/A where it is not allowed. SPEC QAL-1, QAL-5.
 */
export function answered(card: ScorecardBody, answers: Answers): readonly (readonly Answered[])[] {
  const criteria = new Map(card.sections.flatMap((section) => section.criteria.map((each) => [each.id, each])));
  refuseUnknown(criteria, answers);
  const shown = new Map<string, boolean>();
  const isShown = (criterion: Criterion): boolean => {
    const known = shown.get(criterion.id);
    if (known !== undefined) return known;
    // While it is being found out it counts as hidden: a circle ends here.
    shown.set(criterion.id, false);
    const { showIf } = criterion;
    const on = showIf === null ? undefined : criteria.get(showIf.criterion);
    const share = on === undefined || !isShown(on) ? null : given(on, answers);
    const met = showIf === null || (share !== null && within(share, showIf.atLeast, showIf.atMost));
    shown.set(criterion.id, met);
    return met;
  };
  return card.sections.map((section) =>
    section.criteria.map((criterion) => {
      const said = given(criterion, answers);
      if (!isShown(criterion)) return { criterion, shown: false, share: null, missing: [] };
      const missing = missingOf(criterion, answerTo(criterion, answers), said);
      return { criterion, shown: true, share: said, missing };
    }),
  );
}
