import type { Answers, Score, ScorecardBody, Section } from '../../../contract/quality-common.ts';
import { answered, type Answered } from './answered.ts';
import { atOrBelow, below } from './share.ts';

/** A section once its criteria are weighed; weights of criteria are parts of the section, adding up to 1. */
type Weighed = {
  readonly section: Section;
  /** 0 to 1; null while nothing in it counts. */
  readonly share: number | null;
  readonly parts: readonly number[];
  readonly failed: boolean;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const hasFailed = ({ criterion, share }: Answered, what: 'section' | 'card'): boolean =>
  criterion.autoFail?.fails === what && share !== null && atOrBelow(share, criterion.autoFail.at);

/** What does not count gives its weight to the others of the section, in proportion. SPEC QAL-2, QAL-3, QAL-4. */
const weigh = (section: Section, answers: readonly Answered[]): Weighed => {
  const counting = answers.map(({ criterion, share }) => (share === null ? 0 : criterion.weight));
  const total = sum(counting);
  const parts = counting.map((weight) => (total === 0 ? 0 : weight / total));
  const failed = answers.some((each) => hasFailed(each, 'section'));
  const reached = total === 0 ? null : sum(parts.map((part, at) => part * (answers[at]?.share ?? 0)));
  return { section, share: failed ? 0 : reached, parts, failed };
};

/** The weights of sections in percent: what does not count gives its own to the others; a bonus stands beside. */
const sectionWeights = (sections: readonly Weighed[]): readonly number[] => {
  const counts = ({ section, share }: Weighed) => !section.bonus && share !== null;
  const total = sum(sections.map((each) => (counts(each) ? each.section.weight : 0)));
  return sections.map((each) => (counts(each) && total > 0 ? (100 * each.section.weight) / total : 0));
};

const bonusOf = ({ section, share }: Weighed): number => (section.bonus && share !== null ? section.weight * share : 0);

/** The whole in percent: at most 100 with its bonus, nothing once the card has failed. SPEC QAL-4, QAL-6. */
const wholeOf = (sections: readonly Weighed[], weights: readonly number[], failed: boolean): number | null => {
  if (failed) return 0;
  if (sum(weights) === 0) return null;
  const base = sum(sections.map(({ share }, at) => (weights[at] ?? 0) * (share ?? 0)));
  return Math.min(100, base + sum(sections.map(bonusOf)));
};

/** What a criterion weighs in the whole; in a bonus section, the most it can add. */
const criterionWeight = ({ section, parts }: Weighed, at: number, sectionWeight: number): number =>
  (section.bonus ? section.weight : sectionWeight) * (parts[at] ?? 0);

/**
 * The score of a form: whole, by section and by criterion, what is missing, what failed. Nothing is rounded; a score that
 * is short of the pass mark by less than a billionth has passed. Pure: the same card and answers give the same score for
 * ever. Refuses answers that do not fit the card. SPEC QAL-1 to QAL-9.
 */
export function score(card: ScorecardBody, answers: Answers): Score {
  const bySection = answered(card, answers);
  const all = bySection.flat();
  const sections = card.sections.map((section, at) => weigh(section, bySection[at] ?? []));
  const weights = sectionWeights(sections);
  const failing = all.filter((each) => hasFailed(each, 'card') || hasFailed(each, 'section'));
  const percent = wholeOf(
    sections,
    weights,
    all.some((each) => hasFailed(each, 'card')),
  );
  const missing = all.flatMap((each) => each.missing.map((what) => ({ criterion: each.criterion.id, what })));
  return {
    percent,
    outOfFive: percent === null ? null : percent / 20,
    passed: percent === null ? null : !below(percent, card.passPercent),
    complete: missing.length === 0,
    missing,
    autoFailed: failing.map(({ criterion }) => criterion.id),
    sections: sections.map((each, at) => ({
      id: each.section.id,
      percent: each.share === null ? null : 100 * each.share,
      weight: each.section.bonus ? bonusOf(each) : (weights[at] ?? 0),
      autoFailed: each.failed,
    })),
    criteria: bySection.flatMap((answers, at) =>
      answers.map(({ criterion, shown, share }, to) => {
        const weighed = sections[at];
        const weight = weighed === undefined ? 0 : criterionWeight(weighed, to, weights[at] ?? 0);
        return { id: criterion.id, shown, share, weight };
      }),
    ),
  };
}
