import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { ReviewRow } from '../../../contract/index.ts';
import { useNames } from '../../client/use-desk.ts';
import { placeAfter, stepOf } from '../../roster/use-list-focus.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { cx } from '../../ui/cx.ts';
import { Deadline } from './deadline.tsx';

const w = qm.disputes;
const optionId = (id: string): string => `dispute-${id}`;

function Line({
  row,
  current,
  onChoose,
}: {
  readonly row: ReviewRow;
  readonly current: boolean;
  readonly onChoose: () => void;
}) {
  const { people } = useNames();
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={line}
      id={optionId(row.id)}
      role="option"
      aria-selected={current}
      onClick={onChoose}
      className={cx(
        'flex min-h-[44px] flex-col justify-center border-b border-l-2 border-b-line pr-4 pl-[14px] select-none',
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
      )}
    >
      <span className="flex items-baseline gap-2">
        <span className="font-semibold tabular-nums">#{row.ticketNumber}</span>
        <span className="min-w-0 flex-1 truncate" dir="auto" title={row.subject}>
          {row.subject}
        </span>
      </span>
      <span className="flex h-[18px] items-center gap-2 text-small text-ink-2">
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {people.get(row.agentId) ?? qw.someone}
        </span>
        {row.deadlineAt !== null && <Deadline at={row.deadlineAt} />}
        {row.state !== 'disputed' && (
          <span>
            {w.decided}
            {row.percent !== null && `, ${qm.percent(row.percent)}`}
          </span>
        )}
      </span>
    </div>
  );
}

type Props = {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly open: readonly ReviewRow[];
  readonly decided: readonly ReviewRow[];
  readonly currentId: string | null;
  readonly onChoose: (id: string) => void;
};

/** What waits for a decision first, by its deadline. */
export function DisputeList({ list, open, decided, currentId, onChoose }: Props) {
  const all = [...open, ...decided];
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
  const parts = [
    { title: w.open, rows: open, none: w.noneOpen },
    { title: w.decided, rows: decided, none: null },
  ];
  return (
    <div
      ref={list}
      role="listbox"
      data-board
      data-first
      tabIndex={0}
      aria-label={w.list}
      aria-activedescendant={all[at] === undefined ? undefined : optionId(all[at].id)}
      onKeyDown={onKeyDown}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      {parts.map(({ title, rows, none }) =>
        rows.length === 0 && none === null ? null : (
          <div key={title} role="group" aria-label={title}>
            <div
              role="presentation"
              className="flex h-[28px] items-center gap-2 border-b border-line bg-canvas px-4 text-small"
            >
              <span className="font-bold">{title}</span>
              <span className="text-ink-2 tabular-nums">{rows.length}</span>
            </div>
            {rows.map((row) => (
              <Line key={row.id} row={row} current={row.id === all[at]?.id} onChoose={() => onChoose(row.id)} />
            ))}
            {rows.length === 0 && (
              <div role="presentation" className="flex h-[34px] items-center border-b border-line px-4 text-ink-2">
                {none}
              </div>
            )}
          </div>
        ),
      )}
    </div>
  );
}
