import type { Criterion, ScorecardBody, Section } from '../../../contract/quality-common.ts';
import { sharesOf, within } from './share.ts';

/** What is wrong with a scorecard, where, and what to do. */
export type ScorecardProblem = { readonly path: string; readonly text: string };

type Placed = { readonly criterion: Criterion; readonly path: string };

const placed = (card: ScorecardBody): readonly Placed[] =>
  card.sections.flatMap((section, s) =>
    section.criteria.map((criterion, c) => ({ criterion, path: `sections.${s}.criteria.${c}` })),
  );

const twice = (ids: readonly string[], path: (at: number) => string, what: string): ScorecardProblem[] =>
  ids.flatMap((id, at) =>
    ids.indexOf(id) < at
      ? [{ path: path(at), text: `Two ${what} are called “${id}”. Give one of them another id.` }]
      : [],
  );

const checkIds = (card: ScorecardBody, criteria: readonly Placed[]): ScorecardProblem[] => [
  ...twice(
    card.sections.map(({ id }) => id),
    (at) => `sections.${at}.id`,
    'sections',
  ),
  ...twice(
    criteria.map(({ criterion }) => criterion.id),
    (at) => `${criteria[at]?.path ?? ''}.id`,
    'criteria',
  ),
  ...twice(card.causes, (at) => `causes.${at}`, 'causes'),
];

/** Why a condition never holds or cannot be asked; null: it can. */
const conditionProblem = (criteria: readonly Placed[], at: number): string | null => {
  const asked = criteria[at]?.criterion;
  const showIf = asked?.showIf ?? null;
  if (asked === undefined || showIf === null) return null;
  if (showIf.criterion === asked.id) return 'A criterion cannot depend on itself. Choose one before it.';
  const on = criteria.findIndex(({ criterion }) => criterion.id === showIf.criterion);
  const other = criteria[on]?.criterion;
  if (other === undefined)
    return `There is no criterion “${showIf.criterion}” to depend on. Choose one that is on the card.`;
  if (on > at) return `“${other.name}” comes later. Move it before “${asked.name}”, or choose one that comes before.`;
  if (showIf.atLeast > showIf.atMost) return 'The least is above the most, so it would never be shown. Swap them.';
  const shares = sharesOf(other.scale);
  return shares === null || shares.some((share) => within(share, showIf.atLeast, showIf.atMost))
    ? null
    : `No answer to “${other.name}” lies within these bounds, so it would never be shown. Widen them.`;
};

const scaleProblem = ({ scale }: Criterion): string | null =>
  scale.kind === 'numeric' && scale.min >= scale.max ? 'The least of a scale has to be below its most.' : null;

/** How many levels can be described: one for each answer, or none. */
const levelProblem = ({ scale, levels }: Criterion): string | null => {
  const wanted = sharesOf(scale)?.length;
  return wanted === undefined || levels.length === 0 || levels.length === wanted
    ? null
    : `This scale has ${wanted} levels, but ${levels.length} are described. Describe each, or none.`;
};

const failProblem = ({ autoFail }: Criterion): string | null =>
  autoFail !== null && autoFail.at >= 1
    ? 'Every answer would fail, the best as well. Lower the share that fails.'
    : null;

const causeProblem = ({ causeBelow }: Criterion, card: ScorecardBody): string | null =>
  causeBelow !== null && causeBelow > 0 && card.causes.length === 0
    ? 'A root cause is required here, but the card has none to choose from. Add causes, or ask for none.'
    : null;

const checkCriterion = (card: ScorecardBody, criteria: readonly Placed[], at: number): ScorecardProblem[] => {
  const here = criteria[at];
  if (here === undefined) return [];
  const found: readonly (readonly [string, string | null])[] = [
    ['scale', scaleProblem(here.criterion)],
    ['levels', levelProblem(here.criterion)],
    ['autoFail', failProblem(here.criterion)],
    ['causeBelow', causeProblem(here.criterion, card)],
    ['showIf', conditionProblem(criteria, at)],
  ];
  return found.flatMap(([part, text]) => (text === null ? [] : [{ path: `${here.path}.${part}`, text }]));
};

const checkWeights = ({ name, weight, criteria }: Section, at: number): ScorecardProblem[] =>
  weight > 0 && criteria.every((criterion) => criterion.weight === 0)
    ? [
        {
          path: `sections.${at}.criteria`,
          text: `Nothing in “${name}” has a weight, so it could never count. Weigh at least one criterion.`,
        },
      ]
    : [];

const checkWhole = (card: ScorecardBody): ScorecardProblem[] => {
  if (card.sections.every(({ bonus }) => bonus))
    return [
      {
        path: 'sections',
        text: 'There is nothing but bonus: a bonus needs a score to add to. Add a section that is none.',
      },
    ];
  return card.sections.every(({ bonus, weight }) => bonus || weight === 0)
    ? [{ path: 'sections', text: 'No section has a weight, so there would never be a score. Weigh at least one.' }]
    : [];
};

/**
 * Everything that is wrong with a scorecard, each at its path; none: it can be used. A condition that is asked only of
 * what comes before can form no circle. A criterion of weight 0 is fine, with auto-fail as well: it is noted. SPEC QAL-10.
 */
export function checkScorecard(card: ScorecardBody): ScorecardProblem[] {
  const criteria = placed(card);
  return [
    ...checkIds(card, criteria),
    ...checkWhole(card),
    ...card.sections.flatMap(checkWeights),
    ...criteria.flatMap((_, at) => checkCriterion(card, criteria, at)),
  ];
}
