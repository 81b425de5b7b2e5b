import type { Criterion, QualityConflict } from '../../../contract/index.ts';
import { valueText } from '../workspace/scales.ts';

type Side = 'here' | 'there';

/** Which side counts now: of two sayings the later one does until somebody chooses. SPEC QAP-5. */
export const counting = ({ here, there }: Pick<QualityConflict, 'here' | 'there'>): Side =>
  there.at > here.at ? 'there' : 'here';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const isQuote = (value: unknown): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';

/** What one side said, as it is read in the form: a level, causes, quoted passages, or the words themselves. */
export function sideText(
  { kind, field }: Pick<QualityConflict, 'kind' | 'field'>,
  said: string,
  criterion: Criterion | null,
): string {
  if (kind !== 'value' || field === 'comment') return said;
  const value = parsed(said);
  if (field === 'value') {
    const given = value === 'na' || typeof value === 'number' ? value : null;
    return criterion === null ? (given === null ? '' : String(given)) : valueText(criterion, given);
  }
  if (Array.isArray(value)) return value.map((each) => (isQuote(each) ? `“${each.text}”` : String(each))).join(', ');
  return typeof value === 'object' && value !== null && 'reason' in value ? String(value.reason) : said;
}
