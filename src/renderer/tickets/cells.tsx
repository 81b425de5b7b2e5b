import { memo, useState, type ReactNode } from 'react';
import type { ColumnKey, TicketRow } from '../../contract/index.ts';
import { deskTime } from '../client/clock.ts';
import type { Directory } from '../client/use-desk.ts';
import { LevelMark } from '../escalation/level-mark.tsx';
import { p } from '../strings/en-people.ts';
import { t } from '../strings/en.ts';
import { exact, moment } from '../ui/format.ts';
import { Avatar, ChannelIcon, PriorityBars } from '../ui/marks.tsx';
import { PeoplePicker } from './pickers.tsx';
import { updateTickets } from './actions.ts';
import { SlaChip } from './sla-chip.tsx';

export type CellContext = Directory & { readonly zone: string };

function When({ at, zone }: { readonly at: number | null; readonly zone: string }) {
  if (at === null) return null;
  return (
    <span className="truncate text-small text-ink-2 tabular-nums" title={exact(at, zone)}>
      {moment(at, zone, deskTime())}
    </span>
  );
}

const plusClass =
  'inline-flex size-5 items-center justify-center rounded-full border border-dashed border-line-strong text-[11px] leading-none text-ink-2 hover:border-ink-3 hover:bg-sunken hover:text-ink';

/** A dashed plus that assigns. The list is only made when it is asked for: hundreds of rows show the plus. */
function Unowned({ id }: { readonly id: string }) {
  const [open, setOpen] = useState(false);
  const plus = (
    <button type="button" tabIndex={-1} aria-label={t.board.noOwner} title={t.board.noOwner} className={plusClass}>
      +
    </button>
  );
  if (!open) {
    return (
      <span
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {plus}
      </span>
    );
  }
  return (
    <span onClick={(event) => event.stopPropagation()}>
      <PeoplePicker
        trigger={plus}
        open
        onOpenChange={setOpen}
        chosen={[null]}
        onToggle={(option) => void updateTickets({ ids: [id] }, { assigneeId: option.value })}
      />
    </span>
  );
}

function Owner({ row, people, away }: { readonly row: TicketRow } & Pick<Directory, 'people' | 'away'>) {
  if (row.assigneeId === null) return <Unowned id={row.id} />;
  const name = people.get(row.assigneeId) ?? '…';
  const isAway = away.has(row.assigneeId);
  const said = isAway ? p.ownerAway(name) : name;
  return (
    <span role="img" aria-label={t.board.owner(said)} title={said} className="inline-flex">
      <Avatar name={name} away={isAway} />
    </span>
  );
}

function Due({ row, zone }: { readonly row: TicketRow; readonly zone: string }) {
  if (row.clock === null) return null;
  return (
    <span className="flex min-w-0 flex-1 items-center justify-end gap-2">
      <span className="truncate text-small text-ink-2">{t.metric[row.clock.metric]}</span>
      <SlaChip {...row.clock} zone={zone} />
    </span>
  );
}

function Subject({ row }: { readonly row: TicketRow }) {
  return (
    <span className="flex min-w-0 items-center gap-[6px]">
      <LevelMark level={row.level} drill={row.drill} />
      <span className={row.waiting ? 'truncate font-bold' : 'truncate font-[500]'} dir="auto" title={row.subject}>
        {row.subject}
        {row.waiting && <span className="sr-only"> ({t.board.waiting})</span>}
      </span>
    </span>
  );
}

const Plain = ({ children }: { readonly children: ReactNode }) => (
  <span className="truncate text-ink-2" dir="auto">
    {children}
  </span>
);

type Render = (row: TicketRow, context: CellContext) => ReactNode;

const renders: Record<ColumnKey, Render> = {
  number: (row) => (
    <span className="text-ink-3 tracking-[0.01em] tabular-nums in-data-current:text-ink-2">#{row.number}</span>
  ),
  priority: (row) => <PriorityBars priority={row.priority} />,
  subject: (row) => <Subject row={row} />,
  requester: (row) => <Plain>{row.requester}</Plain>,
  queue: (row, { queues }) => <Plain>{row.queueId === null ? '' : queues.get(row.queueId)}</Plain>,
  channel: (row) => <ChannelIcon channel={row.channel} />,
  assignee: (row, { people, away }) => <Owner row={row} people={people} away={away} />,
  due: (row, { zone }) => <Due row={row} zone={zone} />,
  status: (row) => <Plain>{t.status[row.status]}</Plain>,
  category: (row) => <Plain>{row.category}</Plain>,
  tags: (row) => <Plain>{row.tags.join(', ')}</Plain>,
  created: (row, { zone }) => <When at={row.createdAt} zone={zone} />,
  updated: (row, { zone }) => <When at={row.updatedAt} zone={zone} />,
  solved: (row, { zone }) => <When at={row.solvedAt} zone={zone} />,
};

type CellProps = { readonly column: ColumnKey; readonly row: TicketRow; readonly context: CellContext };

export const Cell = memo(function Cell({ column, row, context }: CellProps) {
  return renders[column](row, context);
});
