import { useQuery } from '@tanstack/react-query';
import type { CalibrationSession, ReviewRow } from '../../../contract/index.ts';
import { orpc } from '../../client/client.ts';
import { useNames, useZone } from '../../client/use-desk.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { exact, moment } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';
import { showReviews } from '../quality-store.ts';
import { CriteriaAgreement, OverallAgreement } from './agreement-view.tsx';
import { ItemGrid } from './item-grid.tsx';
import { ReviewerLeniency } from './leniency-view.tsx';
import { OpenSession } from './open-session.tsx';

const w = qm.calibration;

function Result({ session }: { readonly session: CalibrationSession }) {
  const { people } = useNames();
  const nameOf = (id: string): string => people.get(id) ?? qw.someone;
  const asked = useQuery(orpc.quality.sessionResult.queryOptions({ input: { id: session.id } }));
  const { data } = asked;
  if (data === undefined) return <NotRead asked={asked} />;
  const scored = data.items.some(({ scores }) => scores.length > 0);
  if (!scored) return <p className="p-4 text-ink-2">{w.result.none}</p>;
  return (
    <div className="flex flex-col gap-5 p-4">
      <OverallAgreement agreement={data.overall} />
      <ReviewerLeniency reviewers={data.reviewers} baselineId={session.baselineId} nameOf={nameOf} />
      <ItemGrid items={data.items} reviewerIds={session.reviewerIds} nameOf={nameOf} />
      <CriteriaAgreement criteria={data.criteria} />
      <Button small className="self-start" onClick={() => showReviews({ sessionId: session.id })}>
        {w.result.toReviews}
      </Button>
    </div>
  );
}

type Props = {
  readonly session: CalibrationSession;
  readonly reviews: readonly ReviewRow[];
  readonly onClose: () => void;
};

/** One session: while it runs, how far it is; once it is closed, what came of it. */
export function SessionPanel({ session, reviews, onClose }: Props) {
  const zone = useZone();
  const now = useMinute();
  const cards = useQuery(orpc.quality.cards.queryOptions()).data?.cards ?? [];
  const card = cards.find(({ id }) => id === session.scorecardId)?.name ?? w.scorecard;
  const at = session.closedAt ?? session.createdAt;
  return (
    <section aria-label={session.name} className="flex min-w-0 flex-1 flex-col overflow-y-auto border-l border-line">
      <header className="shrink-0 border-b border-line px-4 py-3">
        <h2 className="truncate text-title font-bold" dir="auto" title={session.name}>
          {session.name}
        </h2>
        <p className="flex flex-wrap gap-x-3 text-small text-ink-2 tabular-nums">
          <span dir="auto">{w.version(card, session.version)}</span>
          <span>{w.about(session.ticketIds.length, session.reviewerIds.length)}</span>
          <span>{w.progress(session.done, session.of)}</span>
          <span title={exact(at, zone)}>
            {session.state === 'closed' ? w.closedAt : w.made} {moment(at, zone, now)}
          </span>
        </p>
      </header>
      {session.state === 'open' ? (
        <OpenSession session={session} reviews={reviews} onClose={onClose} />
      ) : (
        <Result session={session} />
      )}
    </section>
  );
}
