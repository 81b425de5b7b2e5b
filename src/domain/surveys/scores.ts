import type { Csat, CsatIn, Nps, NpsIn } from '../../contract/surveys-common.ts';
import { Fault } from '../fault.ts';
import { netPromoter, type NpsCounts } from '../statistics/nps.ts';
import { wilson } from '../statistics/wilson.ts';

/** Fewer answers are said to be few. */
const enough = 30;
export const leastPromoter = 9;
export const mostDetractor = 6;

export const isDetractor = (score: number): boolean => score <= mostDetractor;

function npsCounts(scores: readonly number[]): NpsCounts {
  const counts = { promoters: 0, passives: 0, detractors: 0 };
  scores.forEach((score, at) => {
    if (!Number.isInteger(score) || score < 0 || score > 10)
      throw new Fault('INVALID', `${score} is no answer from 0 to 10.`, { field: `scores.${at}` });
    counts[score >= leastPromoter ? 'promoters' : isDetractor(score) ? 'detractors' : 'passives'] += 1;
  });
  return counts;
}

/** NPS of answers from 0 to 10, or of counts. Faults INVALID on an answer off that scale. SPEC SUR-2. */
export function npsOf(input: NpsIn): Nps {
  const { promoters, passives, detractors } = 'scores' in input ? npsCounts(input.scores) : input;
  const n = promoters + passives + detractors;
  const found = netPromoter({ promoters, passives, detractors });
  return {
    n,
    promoters,
    passives,
    detractors,
    score: found?.score ?? null,
    interval: found?.interval ?? null,
    few: n < enough,
  };
}

/** Share of who is satisfied, with the interval of Wilson. Faults INVALID where more are than answered. SPEC SUR-3. */
export function csatOf(input: CsatIn): Csat {
  const { satisfied, n } =
    'scores' in input
      ? { satisfied: input.scores.filter((score) => score >= input.top).length, n: input.scores.length }
      : input;
  if (satisfied > n)
    throw new Fault('INVALID', `More are satisfied (${satisfied}) than answered (${n}).`, { field: 'satisfied' });
  return { n, satisfied, share: n === 0 ? null : satisfied / n, interval: wilson(satisfied, n), few: n < enough };
}
