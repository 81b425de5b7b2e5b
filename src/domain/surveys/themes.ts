import type { Comparison } from '../../contract/metrics.ts';
import type { Theme } from '../../contract/surveys-common.ts';
import { compare } from '../metrics/compare.ts';
import { raisedP, together } from '../metrics/together.ts';

/** A response that was read: its score, and its codes. */
export type ReadResponse = { readonly score: number | null; readonly codes: readonly string[] };
export type NamedCode = { readonly id: string; readonly name: string; readonly theme: string };

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

type Sides = { readonly mentions: number; readonly withIt: number[]; readonly without: number[] };

function sidesOf(id: string, responses: readonly ReadResponse[]): Sides {
  const [withIt, without]: [number[], number[]] = [[], []];
  let mentions = 0;
  for (const { score, codes } of responses) {
    const isOne = codes.includes(id);
    if (isOne) mentions += 1;
    if (score !== null) (isOne ? withIt : without).push(score);
  }
  return { mentions, withIt, without };
}

type Untested = Omit<Theme, 'adjustedP' | 'verdict'>;

function verdictOf({ enoughSample, verdict, difference }: Comparison): Theme['verdict'] {
  if (!enoughSample || difference === null) return 'few';
  if (verdict !== 'react') return 'noDifference';
  return difference < 0 ? 'lower' : 'higher';
}

/**
 * Codes by what they cost the mean score: how much higher it is without those who mention them, which is how many do, times how
 * much lower they score. Each is compared with all who do not mention it (MET-1), p raised for all that are looked at together
 * (Holm 1979). Codes that nobody mentions are left out. SPEC SUR-32.
 */
export function rankThemes(codes: readonly NamedCode[], responses: readonly ReadResponse[]): Theme[] {
  const all = meanOf(responses.flatMap(({ score }) => (score === null ? [] : [score])));
  const found = codes.flatMap(({ id, name, theme }): Untested[] => {
    const { mentions, withIt, without } = sidesOf(id, responses);
    if (mentions === 0) return [];
    const comparison = compare({ a: { values: without }, b: { values: withIt }, measure: 'mean' });
    const rest = comparison.a.value;
    const cost = all === null || rest === null || withIt.length === 0 ? null : rest - all;
    return [{ codeId: id, name, theme, mentions, share: mentions / responses.length, comparison, cost }];
  });
  const judged = together(found.map(({ comparison }) => comparison));
  return found
    .map((each, at) => {
      const told = judged[at] ?? each.comparison;
      return { ...each, adjustedP: raisedP(told), verdict: verdictOf(told) };
    })
    .toSorted(
      (a, b) =>
        (b.cost ?? -Infinity) - (a.cost ?? -Infinity) || b.mentions - a.mentions || a.name.localeCompare(b.name, 'en'),
    );
}
