import { memo } from 'react';
import { openTicket } from '../app/window-store.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { useBoard } from '../tickets/board-store.ts';
import { SlaChip } from '../tickets/sla-chip.tsx';
import { t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { Avatar, PriorityBars } from '../ui/marks.tsx';
import type { Line } from './lines.ts';

export const lineId = (index: number): string => `line-${index}`;

type Props = {
  readonly line: Line;
  readonly index: number;
  readonly current: boolean;
  readonly walked: boolean;
  readonly onWalked: (done: boolean) => void;
};

/** A ticket and why it is told of; dimmed, and ticked, once gone through. */
export const LineRow = memo(function LineRow({ line, index, current, walked, onWalked }: Props) {
  const { people } = useNames();
  const zone = useZone();
  const { ticket, why } = line;
  const owner = ticket.assigneeId === null ? null : (people.get(ticket.assigneeId) ?? '…');
  return (
    <div
      role="row"
      id={lineId(index)}
      aria-selected={current}
      data-cursor={current || undefined}
      data-current={current || undefined}
      onClick={() => {
        useBoard.setState({ cursor: { position: index, id: ticket.id } });
        openTicket(ticket.id);
      }}
      className={cx(
        'relative grid h-[34px] items-center gap-3 border-b border-line px-4 [grid-template-columns:16px_60px_20px_minmax(0,1fr)_minmax(0,260px)_24px_108px] max-[900px]:[grid-template-columns:16px_52px_20px_minmax(0,3fr)_minmax(0,2fr)_24px_108px] max-[640px]:[grid-template-columns:16px_52px_20px_minmax(0,1fr)_24px_108px]',
        current
          ? 'bg-accent-soft print:bg-transparent before:absolute before:inset-y-0 before:left-0 before:w-[2px] before:bg-accent'
          : 'hover:bg-canvas',
        walked && 'text-ink-3',
      )}
    >
      <span role="gridcell" className="flex">
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          checked={walked}
          onChange={(event) => onWalked(event.target.checked)}
          onClick={(event) => event.stopPropagation()}
          aria-label={t.board.select(ticket.number)}
        />
      </span>
      <span role="gridcell" className="text-ink-3 tabular-nums in-data-current:text-ink-2">
        #{ticket.number}
      </span>
      <span role="gridcell">
        <PriorityBars priority={ticket.priority} />
      </span>
      <span
        role="gridcell"
        dir="auto"
        title={ticket.subject}
        className={cx('truncate', walked ? 'font-normal' : 'font-semibold')}
      >
        {ticket.subject}
      </span>
      <span role="gridcell" className="truncate text-small text-ink-2 max-[640px]:hidden" title={why}>
        {why}
      </span>
      <span role="gridcell">
        {owner !== null && (
          <span role="img" aria-label={t.board.owner(owner)} title={owner} className="inline-flex">
            <Avatar name={owner} />
          </span>
        )}
      </span>
      <span role="gridcell" className="flex justify-end">
        {ticket.clock !== null && <SlaChip {...ticket.clock} zone={zone} />}
      </span>
    </div>
  );
});
