import { useQuery } from '@tanstack/react-query';
import type { CalibrationSession, ReviewRow } from '../../../contract/index.ts';
import { openDialog } from '../../app/window-store.ts';
import { orpc } from '../../client/client.ts';
import { useInfo, useNames } from '../../client/use-desk.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Avatar } from '../../ui/marks.tsx';
import { openReview } from '../quality-store.ts';

const w = qm.calibration;
const isToDo = ({ state }: ReviewRow): boolean => state === 'assigned' || state === 'started';
const isDone = ({ state }: ReviewRow): boolean => !['assigned', 'started', 'skipped'].includes(state);

/** The reviews of a session, whoever scores them: of others only how far they are is shown. */
export function useSessionReviews(id: string): readonly ReviewRow[] {
  const input = { filter: { sessionId: id }, limit: 2000 };
  return useQuery(orpc.quality.reviews.queryOptions({ input })).data?.reviews ?? [];
}

/** The first of mine that is to be done, among all of mine. */
export function scoreMine(reviews: readonly ReviewRow[], me: string | null): (() => void) | undefined {
  const own = reviews.filter(({ reviewerId }) => me !== null && reviewerId === me);
  const next = own.find(isToDo);
  return next === undefined
    ? undefined
    : () =>
        openReview(
          { id: next.id },
          own.filter(isToDo).map(({ id }) => id),
        );
}

type Props = {
  readonly session: CalibrationSession;
  readonly reviews: readonly ReviewRow[];
  readonly onClose: () => void;
};

function Mine({ session, reviews }: Omit<Props, 'onClose'>) {
  const me = useInfo().data?.me ?? null;
  const left = reviews.filter((each) => each.reviewerId === me && isToDo(each)).length;
  const score = scoreMine(reviews, me);
  if (me === null)
    return (
      <p className="flex flex-wrap items-center gap-2 text-ink-2">
        {w.noMe}
        <Button small onClick={() => openDialog('settings')}>
          {w.settings}
        </Button>
      </p>
    );
  if (!session.reviewerIds.includes(me)) return <p className="text-ink-2">{w.notMine}</p>;
  if (score === undefined) return <p className="text-ink-2">{w.mineDone}</p>;
  return (
    <Button look="primary" onClick={score} className="self-start">
      {w.mine(left)}
      <Kbd keys="b" on />
    </Button>
  );
}

/** A session that runs: mine to do, how far the others are, and nothing of what anybody gave. */
export function OpenSession({ session, reviews, onClose }: Props) {
  const { people } = useNames();
  return (
    <div className="flex flex-col gap-4 p-4">
      <p className="text-ink-2">{w.blind}</p>
      <Mine session={session} reviews={reviews} />
      <section aria-label={w.who}>
        <h3 className="border-b border-line pb-1 font-bold">{w.who}</h3>
        <ul>
          {session.reviewerIds.map((id) => {
            const own = reviews.filter(({ reviewerId }) => reviewerId === id);
            const name = people.get(id) ?? qw.someone;
            const done = own.filter(isDone).length;
            return (
              <li key={id} className="flex min-h-[36px] items-center gap-3 border-b border-line">
                <Avatar name={name} size={24} />
                <span className="min-w-0 truncate font-semibold" dir="auto">
                  {name}
                </span>
                {session.baselineId === id && (
                  <span className="text-cap text-ink-2" title={w.baselineTitle}>
                    {w.baseline}
                  </span>
                )}
                <span className="flex-1" />
                <span aria-hidden className="h-[6px] w-[120px] rounded-full bg-sunken">
                  <span
                    className="block h-full rounded-full bg-accent"
                    style={{ width: `${own.length === 0 ? 0 : (100 * done) / own.length}%` }}
                  />
                </span>
                <span className="w-[96px] text-right text-small tabular-nums">
                  {w.progress(done, session.ticketIds.length)}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      <Button onClick={onClose} className="self-start">
        {w.close}
        <Kbd keys="shift+c" />
      </Button>
    </div>
  );
}
