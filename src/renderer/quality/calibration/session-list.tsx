import type { CalibrationSession } from '../../../contract/index.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { Entry, EntryGroup, EntryList } from '../../ui/entry-list.tsx';

const w = qm.calibration;

const Line = ({ session }: { readonly session: CalibrationSession }) => (
  <Entry id={session.id}>
    <span className="flex items-baseline gap-2">
      <span className="min-w-0 flex-1 truncate font-semibold" dir="auto" title={session.name}>
        {session.name}
      </span>
      <span className="shrink-0 text-small tabular-nums">{w.progress(session.done, session.of)}</span>
    </span>
    <span className="truncate text-cap text-ink-2">
      {w.about(session.ticketIds.length, session.reviewerIds.length)}
    </span>
  </Entry>
);

type Props = {
  readonly open: readonly CalibrationSession[];
  readonly closed: readonly CalibrationSession[];
  readonly currentId: string | null;
  readonly onChoose: (id: string) => void;
};

/** Sessions that run, then those that are closed. */
export function SessionList({ open, closed, currentId, onChoose }: Props) {
  const ids = [...open, ...closed].map(({ id }) => id);
  return (
    <EntryList label={w.list} ids={ids} currentId={currentId} onChoose={onChoose}>
      {(['open', 'closed'] as const).map((state) => {
        const own = state === 'open' ? open : closed;
        return (
          <EntryGroup key={state} title={w[state]} count={own.length}>
            {own.map((session) => (
              <Line key={session.id} session={session} />
            ))}
          </EntryGroup>
        );
      })}
    </EntryList>
  );
}
