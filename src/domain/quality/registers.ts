import type { Answers, Dispute, Quote, QualityReview } from '../../contract/index.ts';

/** What was said last in one field, when (hybrid time, sorts as it happened), and by whom. */
export type Register = { readonly value: unknown; readonly hlc: string; readonly actor: string };

/** The fields of one review, by `criterion/field`; the criterion is empty for what is said of the review itself. */
export type Registers = ReadonlyMap<string, Register>;

export const fieldKey = (criterion: string, field: string): string => `${criterion}/${field}`;
export const criterionOf = (key: string): string => key.slice(0, key.lastIndexOf('/'));
export const fieldOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);

/** Still to be scored. */
export const isToDo = (state: QualityReview['state']): boolean => state === 'assigned' || state === 'started';
/** Scored, whatever became of it since. */
export const isScored = (state: QualityReview['state']): boolean => !isToDo(state) && state !== 'skipped';
/** What was disputed was given, whole or in part. */
export const isOverturned = (dispute: Pick<Dispute, 'outcome'> | null): boolean =>
  dispute?.outcome === 'overturned' || dispute?.outcome === 'partly';

/** What reviews say of themselves. */
export type Standing = {
  readonly state: QualityReview['state'];
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly releasedAt: number | null;
  readonly acknowledgedAt: number | null;
  readonly agentNote: string;
  readonly seconds: number;
  readonly skipReason: string;
  readonly dispute: Dispute | null;
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const instant = (value: unknown): number | null => (typeof value === 'number' ? value : null);

type Decided = Pick<Dispute, 'outcome' | 'note' | 'decidedAt' | 'given' | 'percentBefore'>;
type Asked = Omit<Dispute, keyof Decided>;
const undecided: Decided = { outcome: null, note: '', decidedAt: null, given: {}, percentBefore: null };

/** The dispute as it stands: what was asked, and what was decided of that very dispute. */
function disputeOf(asked: unknown, decided: unknown): Dispute | null {
  if (asked === null || asked === undefined) return null;
  const of = decided as (Partial<Decided> & { readonly of?: number }) | null | undefined;
  const dispute = asked as Asked;
  if (of === null || of === undefined || of.of !== dispute.at) return { ...dispute, ...undecided };
  const { of: _, ...said } = of;
  return { ...dispute, ...undecided, ...said };
}

/** How a review stands by its fields. SPEC QAP-4. */
export function standingOf(registers: Registers): Standing {
  const said = (field: string): unknown => registers.get(fieldKey('', field))?.value;
  return {
    state: (said('state') as QualityReview['state'] | undefined) ?? 'assigned',
    startedAt: instant(said('startedAt')),
    finishedAt: instant(said('finishedAt')),
    releasedAt: instant(said('releasedAt')),
    acknowledgedAt: instant(said('acknowledgedAt')),
    agentNote: text(said('agentNote')),
    seconds: instant(said('seconds')) ?? 0,
    skipReason: text(said('skipReason')),
    dispute: disputeOf(said('dispute'), said('decision')),
  };
}

/** The answers of a review by its fields. */
export function answersOf(registers: Registers): Answers {
  const answers: Record<string, Answers[string]> = {};
  for (const [key, { value }] of registers) {
    const criterion = criterionOf(key);
    if (criterion === '') continue;
    const known = (answers[criterion] ??= { value: null, comment: '', causes: [], quotes: [] });
    const field = fieldOf(key);
    if (field === 'value') known.value = value as Answers[string]['value'];
    else if (field === 'comment') known.comment = text(value);
    else if (field === 'causes') known.causes = value as string[];
    else if (field === 'quotes') known.quotes = value as Quote[];
  }
  return answers;
}
