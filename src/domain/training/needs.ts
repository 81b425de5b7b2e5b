import type { TrainingNeed, TrainingSource, TrainingTopic } from '../../contract/training.ts';
import { compare, leastSample } from '../metrics/compare.ts';
import { together } from '../metrics/together.ts';
import { meanOf } from '../statistics/mean.ts';
import type { Share } from '../statistics/proportions.ts';

/** What a criterion scored in reviews, out of five, each with whose work it was. */
export type CriterionScores = {
  readonly scorecardId: string;
  readonly criterion: string;
  readonly name: string;
  readonly scores: readonly { readonly personId: string; readonly score: number }[];
};

/** Closed tickets of a category by who owned them; `successes` are those that were escalated or reopened. */
export type CategoryTickets = {
  readonly category: string;
  readonly by: readonly (Share & { readonly personId: string })[];
};

export type TrainingFacts = {
  readonly criteria: readonly CriterionScores[];
  readonly categories: readonly CategoryTickets[];
  /** Those that no refresher was held about. */
  readonly topics: readonly TrainingTopic[];
  /** Of refreshers that are planned: what each is about. */
  readonly planned: readonly { readonly id: string; readonly sources: readonly TrainingSource[] }[];
};

/** Out of five; a mean below it is a blind spot. SPEC TRN-1. */
export const goodMean = 4;
/** Fewer scores or tickets of one person say nothing of them. */
const fewestOfOne = 3;

/** A need with what it is ordered by: the share of the work that falls short of what it should be. */
type Found = { readonly need: Omit<TrainingNeed, 'refresherId'>; readonly strength: number };

export const sourceKey = ({ kind, scorecardId, criterion, category, topicId }: TrainingSource): string =>
  JSON.stringify([kind, scorecardId, criterion, category, topicId]);

const noSource = { scorecardId: null, criterion: null, category: null, topicId: null };

const belowThat = (n: number): string => (n === 0 ? '' : `; ${n} ${n === 1 ? 'person is' : 'people are'} below that`);

function byPerson(scores: CriterionScores['scores']): [personId: string, own: number[]][] {
  const by = new Map<string, number[]>();
  for (const { personId, score } of scores) {
    const own = by.get(personId);
    if (own === undefined) by.set(personId, [score]);
    else own.push(score);
  }
  return [...by];
}

/** People below a mean, worst first; whoever has too few scores is none of them. */
const below = (scores: CriterionScores['scores'], mean: number): string[] =>
  byPerson(scores)
    .map(([personId, own]) => ({ personId, n: own.length, mean: meanOf(own).mean ?? mean }))
    .filter((own) => own.n >= fewestOfOne && own.mean < mean)
    .toSorted((a, b) => a.mean - b.mean)
    .map(({ personId }) => personId);

function criterionNeed({ scorecardId, criterion, name, scores }: CriterionScores): Found[] {
  const { n, mean, low, high } = meanOf(scores.map(({ score }) => score));
  if (mean === null || mean >= goodMean) return [];
  const personIds = below(scores, mean);
  const interval =
    low === null || high === null ? '' : ` (${Math.max(0, low).toFixed(1)} to ${Math.min(5, high).toFixed(1)})`;
  const why = `${mean.toFixed(1)} of 5${interval} over ${n} ${n === 1 ? 'score' : 'scores'}${belowThat(personIds.length)}`;
  const source = { ...noSource, kind: 'criterion' as const, scorecardId, criterion };
  return [
    {
      need: { source, title: name, why, n, few: n < leastSample, personIds },
      strength: (goodMean - mean) / goodMean,
    },
  ];
}

const sum = (shares: readonly Share[]): Share => ({
  n: shares.reduce((all, { n }) => all + n, 0),
  successes: shares.reduce((all, { successes }) => all + successes, 0),
});

const percent = ({ n, successes }: Share): string => `${Math.round((100 * successes) / n)} %`;

/** People of whose tickets of it more go wrong than of all of it, worst first. */
function worse({ by }: CategoryTickets, all: Share): string[] {
  const shareOf = ({ n, successes }: Share): number => successes / n;
  return by
    .filter((own) => own.n >= fewestOfOne && shareOf(own) > shareOf(all))
    .toSorted((a, b) => shareOf(b) - shareOf(a) || b.n - a.n)
    .map(({ personId }) => personId);
}

/**
 * Categories of which a larger share was escalated or reopened than of all others together, by a test of two shares
 * (Campbell 2007) with its p raised for every category that was looked at (Holm 1979) and the interval of the difference
 * clear of nought (Newcombe 1998). Of too few tickets nothing is claimed. SPEC TRN-2.
 */
function categoryNeeds(categories: readonly CategoryTickets[]): Found[] {
  const whole = sum(categories.flatMap(({ by }) => by));
  const looked = categories
    .map((category) => ({ category, own: sum(category.by) }))
    .map(({ category, own }) => ({
      category,
      own,
      others: { n: whole.n - own.n, successes: whole.successes - own.successes },
    }))
    .filter(({ own, others }) => own.n >= leastSample && others.n >= leastSample);
  const judged = together(looked.map(({ own, others }) => compare({ a: others, b: own, measure: 'mean' })));
  return looked.flatMap(({ category, own, others }, at) => {
    const told = judged[at];
    if (told?.verdict !== 'react' || (told.difference ?? 0) <= 0) return [];
    const why = `${percent(own)} of ${own.n} tickets were escalated or reopened, ${percent(others)} of ${others.n} others`;
    const source = { ...noSource, kind: 'category' as const, category: category.category };
    const personIds = worse(category, own);
    return [
      {
        need: { source, title: category.category, why, n: own.n, few: false, personIds },
        strength: own.successes / own.n - others.successes / others.n,
      },
    ];
  });
}

const topicNeed = ({ id, text, material, addedBy }: TrainingTopic): Found => ({
  need: {
    source: { ...noSource, kind: 'topic', topicId: id },
    title: text,
    why: `Written down by ${addedBy}${material === '' ? '' : `: ${material}`}`,
    n: 1,
    few: false,
    personIds: [],
  },
  strength: 0,
});

/**
 * What could be trained next, strongest first: how much of the work falls short (a criterion of what a good mean is, a
 * category of what goes well elsewhere), then topics in the order they were written down, then what is known from too few.
 * One that a planned refresher has names it. SPEC TRN-1 to TRN-3.
 */
export function trainingNeeds({ criteria, categories, topics, planned }: TrainingFacts): TrainingNeed[] {
  const taken = new Map(
    planned.flatMap(({ id, sources }) => sources.map((source) => [sourceKey(source), id] as const)),
  );
  const found = [...criteria.flatMap(criterionNeed), ...categoryNeeds(categories), ...topics.map(topicNeed)];
  return found
    .toSorted((a, b) => Number(a.need.few) - Number(b.need.few) || b.strength - a.strength)
    .map(({ need }) => ({ ...need, refresherId: taken.get(sourceKey(need.source)) ?? null }));
}
