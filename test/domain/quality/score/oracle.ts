import type { Answers, Criterion, ScorecardBody } from '../../../../src/contract/quality-common.ts';

/**
 * The score another way: every criterion is given its part of 100 at first, as if all applied; then those that do not give
 * theirs away one after the other, to who is left in the section, and the sections that are left empty to the other sections.
 */
export function scoreByHandingOver(card: ScorecardBody, answers: Answers): number | null {
  const all = new Map(card.sections.flatMap((section) => section.criteria.map((each) => [each.id, each])));
  const shareOf = ({ id, scale }: Criterion): number | null => {
    const value = answers[id]?.value ?? null;
    if (value === null || value === 'na') return null;
    if (scale.kind === 'yesNo') return value;
    return scale.kind === 'points' ? (value - 1) / (scale.points - 1) : (value - scale.min) / (scale.max - scale.min);
  };
  const visible = (each: Criterion): boolean => {
    if (each.showIf === null) return true;
    const on = all.get(each.showIf.criterion)!;
    const share = shareOf(on);
    return visible(on) && share !== null && share >= each.showIf.atLeast && share <= each.showIf.atMost;
  };
  const share = (each: Criterion) => (visible(each) ? shareOf(each) : null);
  const fails = (each: Criterion, what: 'section' | 'card') => {
    const reached = share(each);
    return each.autoFail?.fails === what && reached !== null && reached <= each.autoFail.at;
  };
  if ([...all.values()].some((each) => fails(each, 'card'))) return 0;

  const sections = card.sections.map((section) => {
    const weights = section.criteria.map(({ weight }) => weight);
    section.criteria.forEach((each, at) => {
      if (share(each) !== null) return;
      const mine = weights[at]!;
      const left = weights.reduce((sum, one) => sum + one, 0) - mine;
      // An empty heir list: what is given away is lost, and the section with it.
      section.criteria.forEach((_, other) => {
        if (other !== at) weights[other]! += left > 0 ? (mine * weights[other]!) / left : 0;
      });
      weights[at] = 0;
    });
    const total = weights.reduce((sum, one) => sum + one, 0);
    const reached = weights.reduce((sum, one, at) => sum + one * (share(section.criteria[at]!) ?? 0), 0);
    const failed = section.criteria.some((each) => fails(each, 'section'));
    return { section, counts: failed || total > 0, reached: failed || total === 0 ? 0 : reached / total };
  });

  const plain = sections.filter(({ section }) => !section.bonus);
  const weights = plain.map(({ section }) => section.weight);
  plain.forEach(({ counts }, at) => {
    if (counts) return;
    const mine = weights[at]!;
    const left = weights.reduce((sum, one) => sum + one, 0) - mine;
    plain.forEach((_, other) => {
      if (other !== at) weights[other]! += left > 0 ? (mine * weights[other]!) / left : 0;
    });
    weights[at] = 0;
  });
  const total = weights.reduce((sum, one) => sum + one, 0);
  if (total === 0) return null;
  const base = weights.reduce((sum, one, at) => sum + (100 * one * plain[at]!.reached) / total, 0);
  const bonus = sections.reduce((sum, { section, reached }) => sum + (section.bonus ? section.weight * reached : 0), 0);
  return Math.min(100, base + bonus);
}
