import type { CandidateStage, Interview, InterviewForm } from '../../contract/index.ts';
import { interviewsOver } from './stages.ts';

/** Of those questions that were asked, each counted once; null of none. 1 to 5. */
export function meanRating(ratings: Interview['ratings']): number | null {
  return mean(Object.values(ratings).flatMap(({ rating }) => (rating === null ? [] : [rating])));
}

/** Each interview counts the same, however many questions were asked in it. SPEC HIR-13. */
export const meanOfInterviews = (forms: readonly Pick<Interview, 'mean' | 'done'>[]): number | null =>
  mean(forms.flatMap((form) => (form.done && form.mean !== null ? [form.mean] : [])));

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

type Form = Pick<Interview, 'byId' | 'done'>;

/**
 * What of the forms somebody may read: their own; others' that are done once their own is, or the candidate is out of the
 * interviews. So nobody's rating leans on another's. `viewerId` null: the coordinator. SPEC HIR-11.
 */
export function readable<F extends Form>(forms: readonly F[], viewerId: string | null, stage: CandidateStage): F[] {
  const isFree = interviewsOver(stage) || forms.some(({ byId, done }) => byId === viewerId && done);
  return forms.filter(({ byId, done }) => byId === viewerId || (done && isFree));
}

/** Where a form has two questions of one id, at which they stand; null: each has its own. */
export function twice({ questions }: InterviewForm): number | null {
  const at = questions.findIndex(({ id }, index) => questions.findIndex((other) => other.id === id) !== index);
  return at === -1 ? null : at;
}
