import { byRank, rankOf } from './rank.ts';
import type { Candidate } from './strata.ts';

/** A ticket picked for what may have gone wrong; kept apart from the random sample. `score` from above 0 to 100. */
export type RiskPick = { readonly id: string; readonly score: number; readonly why: string };

/** A pause counts from a day on, and in full from three. */
const longPause = 24 * 60;
const fullPause = 3 * longPause;

/** What each sign weighs, out of 100: what a customer said weighs most. */
const weights = { csat: 40, reopened: 25, sla: 20, pause: 15 } as const;

type Risky = Pick<Candidate, 'csat' | 'reopened' | 'slaMissed' | 'longPauseMinutes'>;

/** How much there is to look at, 0 to 100. SPEC QAS-5. */
export const riskOf = ({ csat, reopened, slaMissed, longPauseMinutes }: Risky): number =>
  (csat === 'bad' ? weights.csat : 0) +
  (reopened ? weights.reopened : 0) +
  (slaMissed ? weights.sla : 0) +
  (longPauseMinutes < longPause ? 0 : weights.pause * Math.min(1, longPauseMinutes / fullPause));

const whyOf = ({ csat, reopened, slaMissed, longPauseMinutes }: Risky): string => {
  const signs = [
    csat === 'bad' ? 'low CSAT' : '',
    reopened ? 'reopened' : '',
    slaMissed ? 'SLA missed' : '',
    longPauseMinutes < longPause ? '' : `paused for ${Math.floor(longPauseMinutes / 60)} hours`,
  ].filter((sign) => sign !== '');
  const text = signs.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

type Kept = { readonly candidate: Candidate; readonly id: string; readonly score: number; readonly rank: number };

const worstFirst = (one: Kept, other: Kept): number => other.score - one.score || byRank(one, other);

/**
 * The tickets with the most to look at, at most `most`, without those of the random sample; of equal ones by lot. Only a few
 * times as many as are wanted are kept while reading. SPEC QAS-5.
 */
export function riskPicks(
  candidates: Iterable<Candidate>,
  { most, seed, without }: { readonly most: number; readonly seed: number; readonly without: ReadonlySet<string> },
): RiskPick[] {
  const kept: Kept[] = [];
  let bar = 0;
  const cut = () => {
    kept.sort(worstFirst);
    kept.length = Math.min(kept.length, most);
    if (kept.length === most) bar = kept.at(-1)?.score ?? 0;
  };
  if (most <= 0) return [];
  for (const candidate of candidates) {
    const score = riskOf(candidate);
    if (score <= 0 || score < bar || without.has(candidate.id)) continue;
    kept.push({ candidate, id: candidate.id, score, rank: rankOf(candidate.id, seed) });
    if (kept.length >= 4 * most + 64) cut();
  }
  cut();
  return kept.map(({ candidate, id, score }) => ({ id, score, why: whyOf(candidate) }));
}
