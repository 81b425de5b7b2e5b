import { meanOf } from './mean.ts';

export function leniency({ reviewerIds, scores }: { readonly reviewerIds: readonly string[]; readonly scores: readonly (readonly (number | null)[])[] }) {
  return reviewerIds.map((reviewerId, index) => {
    const differences = scores.flatMap((item) => {
      const own = item[index] ?? null;
      const others = item.filter((value, at): value is number => at !== index && value !== null);
      return own === null || others.length === 0 ? [] : [own - others.reduce((sum, value) => sum + value, 0) / others.length];
    });
    const { n, mean, low, high } = meanOf(differences);
    return { reviewerId, n, difference: mean, low, high, p: null, moreThanChance: low !== null && high !== null && (low > 0 || high < 0) };
  });
}

export const drift = (_points: readonly { readonly at: number; readonly difference: number }[]): { perMonth: number; low: number; high: number } | null => null;

export type RedactRules = { readonly emails: boolean; readonly phones: boolean; readonly cards: boolean; readonly ibans: boolean; readonly names: readonly string[] };
export const redactText = (text: string, rules: RedactRules): { text: string } => ({
  text: rules.emails ? text.replaceAll(/[^\s@]+@[^\s@]+\.[a-z]+/gi, '[e-mail]') : text,
});
