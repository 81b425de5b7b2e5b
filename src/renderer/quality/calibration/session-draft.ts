import type { TicketRow } from '../../../contract/index.ts';

export type Picked = Pick<TicketRow, 'id' | 'number' | 'subject'>;
export type SessionDraft = {
  readonly name: string;
  readonly scorecardId: string;
  readonly reviewerIds: readonly string[];
  readonly baselineId: string | null;
  readonly tickets: readonly Picked[];
};
export type Lacking = 'needName' | 'needCard' | 'needReviewers' | 'needTickets';

/** What a session still lacks, in the order of the form; null where it can be made. */
export function lackingIn({ name, scorecardId, reviewerIds, tickets }: SessionDraft): Lacking | null {
  if (name.trim() === '') return 'needName';
  if (scorecardId === '') return 'needCard';
  if (reviewerIds.length < 2) return 'needReviewers';
  return tickets.length === 0 ? 'needTickets' : null;
}

/** A reviewer in, or out again; who is out is no baseline either. */
export function withReviewer(draft: SessionDraft, id: string): SessionDraft {
  const isIn = draft.reviewerIds.includes(id);
  return {
    ...draft,
    reviewerIds: isIn ? draft.reviewerIds.filter((each) => each !== id) : [...draft.reviewerIds, id],
    baselineId: isIn && draft.baselineId === id ? null : draft.baselineId,
  };
}
