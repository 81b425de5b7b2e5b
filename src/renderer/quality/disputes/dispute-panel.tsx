import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ReviewRow } from '../../../contract/index.ts';
import { orpc } from '../../client/client.ts';
import { useNames, useZone } from '../../client/use-desk.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { moment } from '../../ui/format.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useMinute } from '../../ui/use-now.ts';
import { Deadline } from './deadline.tsx';
import { CounterTable, DecisionForm } from './decision-form.tsx';
import { setDisputes, useDisputes } from './disputes-store.ts';

const w = qm.disputes;

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="flex gap-3">
    <dt className="w-[112px] shrink-0 text-ink-2">{label}</dt>
    <dd className="min-w-0 break-words tabular-nums" dir="auto">
      {children}
    </dd>
  </div>
);

type Props = {
  readonly row: ReviewRow;
  readonly onOpen: () => void;
  readonly onTicket: () => void;
  readonly onLeave: () => void;
  readonly onDecided: () => void;
};

/** One dispute: why, what was given and what is asked for, and the decision. */
export function DisputePanel({ row, onOpen, onTicket, onLeave, onDecided }: Props) {
  const { people } = useNames();
  const zone = useZone();
  const now = useMinute();
  const deciding = useDisputes((state) => state.deciding);
  const box = useRef<HTMLElement>(null);
  const asked = useQuery(orpc.quality.review.queryOptions({ input: { id: row.id } }));
  const review = asked.data;
  const ready = deciding && review !== undefined;
  useEffect(() => {
    if (ready) box.current?.querySelector<HTMLElement>('[data-outcome] [role="radio"][tabindex="0"]')?.focus();
  }, [ready]);
  if (review === undefined) return <NotRead asked={asked} />;
  const { dispute } = review;
  if (dispute === null) return null;
  const nameOf = (id: string | null): string => (id === null ? w.noSecond : (people.get(id) ?? qw.someone));
  const open = review.state === 'disputed';
  return (
    <section
      ref={box}
      aria-label={w.panel(row.ticketNumber)}
      className="flex min-w-0 flex-1 flex-col gap-4 overflow-y-auto border-l border-line p-4"
    >
      <header>
        <h2 className="text-title font-bold" dir="auto">
          #{row.ticketNumber} {row.subject}
        </h2>
        <p className="text-ink-2">{w.by(dispute.by, moment(dispute.at, zone, now))}</p>
      </header>
      <dl className="flex flex-col gap-1">
        <Fact label={w.agent}>{nameOf(row.agentId)}</Fact>
        <Fact label={w.reviewer}>{row.reviewerId === null ? qw.someone : nameOf(row.reviewerId)}</Fact>
        <Fact label={w.second}>{nameOf(dispute.secondReviewerId)}</Fact>
        {open && (
          <Fact label={w.deadline}>
            <Deadline at={dispute.deadlineAt} long />
          </Fact>
        )}
        {dispute.outcome !== null && (
          <Fact label={w.decision}>
            {w.outcomeSaid(
              w.outcome[dispute.outcome],
              dispute.decidedAt === null ? '' : moment(dispute.decidedAt, zone, now),
            )}
            {dispute.percentBefore !== null && review.score.percent !== null && (
              <span className="block tabular-nums">{w.scoreMoved(dispute.percentBefore, review.score.percent)}</span>
            )}
            {dispute.note !== '' && <span className="block text-ink-2">{dispute.note}</span>}
          </Fact>
        )}
      </dl>
      <section aria-label={w.reason} className="border-l-2 border-risk pl-3">
        <p className="break-words whitespace-pre-wrap" dir="auto">
          {dispute.reason}
        </p>
      </section>
      {deciding && open ? (
        <DecisionForm review={review} dispute={dispute} onLeave={onLeave} onDecided={onDecided} />
      ) : (
        <>
          <CounterTable review={review} counter={dispute.counter} typed={{}} wrong={[]} onChange={null} />
          <div className="flex flex-wrap gap-2">
            {open && (
              <Button look="primary" onClick={() => setDisputes({ deciding: true })}>
                {w.decide} <Kbd keys="i" on />
              </Button>
            )}
            <Button onClick={onOpen}>
              {w.openReview} <Kbd keys="enter" />
            </Button>
            <Button look="quiet" onClick={onTicket}>
              {w.openTicket} <Kbd keys="shift+t" />
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
