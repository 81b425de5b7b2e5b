import type { ReactNode } from 'react';
import type { QualityReview } from '../../../contract/index.ts';
import { useNames } from '../../client/use-desk.ts';
import { qw } from '../../strings/en-quality.ts';
import { exact, moment } from '../../ui/format.ts';
import { showTab } from '../quality-store.ts';
import { Button } from '../../ui/button.tsx';

type Props = { readonly review: QualityReview; readonly zone: string; readonly now: number };

const Line = ({ children }: { readonly children: ReactNode }) => (
  <p className="break-words whitespace-pre-wrap" dir="auto">
    {children}
  </p>
);

/** Where a review stands once it is done: what its agent said of it, and what is to be done next. */
export function AgentPart({ review, zone, now }: Props) {
  const { people } = useNames();
  const { state, dispute } = review;
  if (state === 'assigned' || state === 'started') return null;
  const at = (instant: number | null) =>
    instant === null ? null : (
      <time className="text-small text-ink-2 tabular-nums" title={exact(instant, zone)}>
        {moment(instant, zone, now)}
      </time>
    );
  return (
    <section aria-label={qw.agent.label} className="border-b border-line bg-canvas px-4 py-3">
      <p className="flex flex-wrap items-baseline gap-2">
        <span className="font-bold">{qw.state[state]}</span>
        {at(review.acknowledgedAt ?? review.releasedAt ?? review.finishedAt)}
      </p>
      <p className="text-ink-2">{state === 'skipped' ? review.skipReason : qw.agent.how[state]}</p>
      {review.agentNote !== '' && <Line>“{review.agentNote}”</Line>}
      {dispute !== null && (
        <div className="mt-2 border-l-2 border-risk pl-3">
          <p className="flex flex-wrap items-baseline gap-2">
            <span className="font-semibold">{qw.agent.disputedBy(dispute.by)}</span>
            {at(dispute.at)}
          </p>
          <Line>{dispute.reason}</Line>
          {dispute.outcome === null ? (
            <p className="text-small text-ink-2">
              {qw.agent.decideBy(
                moment(dispute.deadlineAt, zone, now),
                dispute.secondReviewerId === null ? null : (people.get(dispute.secondReviewerId) ?? null),
              )}
            </p>
          ) : (
            <>
              <p className="mt-1 flex flex-wrap items-baseline gap-2">
                <span className="font-semibold">{qw.agent.outcome[dispute.outcome]}</span>
                {at(dispute.decidedAt)}
              </p>
              {dispute.note !== '' && <Line>{dispute.note}</Line>}
            </>
          )}
          {dispute.outcome === null && (
            <Button small className="mt-2" onClick={() => showTab('disputes')}>
              {qw.agent.toDisputes}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
