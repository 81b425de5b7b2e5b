import { Zap } from 'lucide-react';
import type { Escalation } from '../../contract/index.ts';
import { openTicket } from '../app/window-store.ts';
import { useZone } from '../client/use-desk.ts';
import { e } from '../strings/en-escalation.ts';
import { useBoard } from '../tickets/board-store.ts';
import { cx } from '../ui/cx.ts';
import { exact, moment } from '../ui/format.ts';
import { Avatar, PriorityBars } from '../ui/marks.tsx';
import { useMinute } from '../ui/use-now.ts';
import { DrillMark } from './level-mark.tsx';
import { OwnershipChip } from './ownership-chip.tsx';

export const escalationRowId = (index: number): string => `escalation-${index}`;

const columns =
  '[grid-template-columns:72px_minmax(120px,1.6fr)_minmax(100px,170px)_minmax(120px,170px)_72px_104px] @max-[720px]:[grid-template-columns:72px_minmax(80px,1fr)_minmax(70px,120px)_104px]';

function Owner({ escalation }: { readonly escalation: Escalation }) {
  const { ownerName, ownerReason, acceptedAt } = escalation;
  return (
    <span className="flex min-w-0 items-center gap-2" title={ownerReason}>
      {ownerName !== null && <Avatar name={ownerName} />}
      <span className="flex min-w-0 flex-col">
        <span className={cx('truncate', ownerName === null && 'text-ink-2')} dir="auto">
          {ownerName ?? e.nobody}
        </span>
        {acceptedAt === null && (
          <span className="truncate text-cap leading-[13px] font-semibold text-ink-2">{e.board.notTaken}</span>
        )}
      </span>
    </span>
  );
}

type Props = { readonly escalation: Escalation; readonly index: number; readonly current: boolean };

/** Which ticket, why, with whom, since when, and how long they still have. */
export function BoardRow({ escalation, index, current }: Props) {
  const zone = useZone();
  const now = useMinute();
  const { ticket, cause, reason, automatic, openedAt, clock } = escalation;
  return (
    <div
      role="row"
      id={escalationRowId(index)}
      aria-selected={current}
      data-cursor={current || undefined}
      data-current={current || undefined}
      onClick={() => {
        useBoard.setState({ cursor: { position: index, id: ticket.id } });
        openTicket(ticket.id);
      }}
      className={cx(
        'relative grid h-[38px] items-center gap-3 border-b border-line px-4',
        columns,
        current
          ? 'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[2px] before:bg-accent'
          : 'hover:bg-canvas',
      )}
    >
      <span role="gridcell" className="flex items-center gap-2 text-ink-2 tabular-nums">
        <PriorityBars priority={ticket.priority} />#{ticket.number}
      </span>
      <span
        role="gridcell"
        className="flex min-w-0 items-center gap-2"
        title={`${ticket.subject}, ${ticket.requester}`}
      >
        {ticket.drill && <DrillMark />}
        <span className="truncate font-medium" dir="auto">
          {ticket.subject}
        </span>
      </span>
      <span
        role="gridcell"
        className="flex min-w-0 items-center gap-1 text-ink-2 @max-[720px]:hidden"
        title={reason === '' ? cause : `${cause}: ${reason}`}
      >
        {automatic && <Zap size={12} role="img" aria-label={e.board.automatic} className="shrink-0" />}
        <span className="truncate" dir="auto">
          {cause}
        </span>
      </span>
      <span role="gridcell" className="min-w-0">
        <Owner escalation={escalation} />
      </span>
      <span
        role="gridcell"
        className="truncate text-small text-ink-2 tabular-nums @max-[720px]:hidden"
        title={exact(openedAt, zone)}
      >
        {moment(openedAt, zone, now)}
      </span>
      <span role="gridcell" className="flex justify-end">
        <OwnershipChip clock={clock} zone={zone} />
      </span>
    </div>
  );
}
