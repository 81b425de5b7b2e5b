import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { CalibrationSession } from '../../../contract/index.ts';
import { placeAfter, stepOf } from '../../roster/use-list-focus.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { cx } from '../../ui/cx.ts';

const w = qm.calibration;
const optionId = (id: string): string => `session-${id}`;

function Line({
  session,
  current,
  onChoose,
}: {
  readonly session: CalibrationSession;
  readonly current: boolean;
  readonly onChoose: () => void;
}) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={line}
      id={optionId(session.id)}
      role="option"
      aria-selected={current}
      onClick={onChoose}
      className={cx(
        'flex min-h-[44px] flex-col justify-center border-b border-l-2 border-b-line pr-4 pl-[14px] select-none',
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
      )}
    >
      <span className="flex items-baseline gap-2">
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto" title={session.name}>
          {session.name}
        </span>
        <span className="shrink-0 text-small tabular-nums">{w.progress(session.done, session.of)}</span>
      </span>
      <span className="truncate text-cap text-ink-2">
        {w.about(session.ticketIds.length, session.reviewerIds.length)}
      </span>
    </div>
  );
}

type Props = {
  readonly open: readonly CalibrationSession[];
  readonly closed: readonly CalibrationSession[];
  readonly currentId: string | null;
  readonly onChoose: (id: string) => void;
};

/** Sessions that run, then those that are closed. */
export function SessionList({ open, closed, currentId, onChoose }: Props) {
  const all = [...open, ...closed];
  const at = Math.max(
    0,
    all.findIndex(({ id }) => id === currentId),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : all[placeAfter(at, step, all.length)];
    if (next === undefined) return;
    onChoose(next.id);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="listbox"
      data-board
      data-first
      tabIndex={0}
      aria-label={w.list}
      aria-activedescendant={all[at] === undefined ? undefined : optionId(all[at].id)}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      {(['open', 'closed'] as const).map((state) => {
        const own = state === 'open' ? open : closed;
        if (own.length === 0) return null;
        return (
          <div key={state} role="group" aria-label={w[state]}>
            <div
              role="presentation"
              className="flex h-[28px] items-center gap-2 border-b border-line bg-canvas px-4 text-small"
            >
              <span className="font-bold">{w[state]}</span>
              <span className="text-ink-2 tabular-nums">{own.length}</span>
            </div>
            {own.map((session) => (
              <Line
                key={session.id}
                session={session}
                current={session.id === all[at]?.id}
                onChoose={() => onChoose(session.id)}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}
