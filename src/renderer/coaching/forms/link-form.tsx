import { useQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import type { CoachingSession, ReviewRow } from '../../../contract/index.ts';
import { queryClient } from '../../client/client.ts';
import { useZone } from '../../client/use-desk.ts';
import { TicketFinder } from '../../relations/ticket-finder.tsx';
import { cw } from '../../strings/en-coaching.ts';
import { shortDate } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';
import { say, sessionOptions, useHeld } from '../session/keeper.ts';
import { useReviewsOf } from './goal-form.tsx';

const w = cw.form;
type Evidence = CoachingSession['evidence'][number];
const none: readonly Evidence[] = [];

type ReviewsProps = {
  readonly reviews: readonly ReviewRow[];
  readonly linked: ReadonlySet<string>;
  readonly onPick: (review: ReviewRow) => void;
};

function Reviews({ reviews, linked, onPick }: ReviewsProps) {
  const zone = useZone();
  const now = useMinute();
  if (reviews.length === 0) return <p className="text-small text-ink-2">{w.noReviews}</p>;
  return (
    <div className="flex flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{w.reviews}</span>
      <ul aria-label={w.reviews} className="max-h-[180px] overflow-y-auto rounded-md border border-line">
        {reviews.map((review) => (
          <li key={review.id} className="border-b border-line last:border-b-0">
            <button
              type="button"
              disabled={linked.has(review.id)}
              onClick={() => onPick(review)}
              className="flex h-[30px] w-full items-center gap-2 px-2 text-left -outline-offset-2 hover:bg-canvas"
            >
              <span className="tabular-nums">#{review.ticketNumber}</span>
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {review.subject}
              </span>
              {linked.has(review.id) && (
                <span className="inline-flex items-center gap-1 text-small text-ink-2">
                  <Check size={12} aria-hidden className="text-met" />
                  {w.linked}
                </span>
              )}
              <span className="shrink-0 text-small text-ink-2 tabular-nums">
                {shortDate(review.finishedAt ?? review.assignedAt, zone, now)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Props = { readonly sessionId: string; readonly personId: string; readonly onClose: () => void };

/** A ticket by its number or words, or a review of their work; one at a time, and it is linked. */
export function LinkForm({ sessionId, personId, onClose }: Props) {
  const known = useQuery(sessionOptions(sessionId), queryClient).data?.evidence ?? none;
  const evidence = useHeld(sessionId).held.evidence ?? known;
  const reviews = useReviewsOf(personId);
  const linked = new Set(evidence.map(({ id }) => id));
  const link = (one: Evidence): void => {
    if (!linked.has(one.id)) say(sessionId, { evidence: [...evidence, one] });
    onClose();
  };
  return (
    <div className="flex flex-col gap-3 p-4">
      <TicketFinder
        label={w.findTicket}
        leave={linked}
        onPick={({ id, number, subject }) => link({ kind: 'ticket', id, number, title: subject, gone: false })}
      />
      <Reviews
        reviews={reviews}
        linked={linked}
        onPick={({ id, ticketNumber, subject }) =>
          link({ kind: 'review', id, number: ticketNumber, title: subject, gone: false })
        }
      />
    </div>
  );
}
