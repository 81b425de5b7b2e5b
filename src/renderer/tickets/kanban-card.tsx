import { memo, type DragEvent } from 'react';
import type { TicketRow, View } from '../../contract/index.ts';
import type { Directory } from '../client/use-desk.ts';
import { LevelMark } from '../escalation/level-mark.tsx';
import { p } from '../strings/en-people.ts';
import { t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { Avatar, ChannelIcon, PriorityBars } from '../ui/marks.tsx';
import { SlaChip } from './sla-chip.tsx';

type CardProps = {
  readonly row: TicketRow;
  readonly by: View['kanbanBy'];
  readonly names: Directory;
  readonly zone: string;
  readonly top: number;
  readonly current: boolean;
  readonly picked: boolean;
  readonly movable: boolean;
  readonly onPick: () => void;
  readonly onDragStart: (event: DragEvent) => void;
};

/** A ticket on the board: what it is, whose it is, and its clock. */
export const Card = memo(
  function Card({ row, by, names, zone, top, current, picked, movable, onPick, onDragStart }: CardProps) {
    const owner = row.assigneeId === null ? null : (names.people.get(row.assigneeId) ?? '…');
    const away = row.assigneeId !== null && names.away.has(row.assigneeId);
    const said = owner !== null && away ? p.ownerAway(owner) : owner;
    const queue = row.queueId === null ? t.bar.noQueue : (names.queues.get(row.queueId) ?? '…');
    return (
      <div
        id={`card-${row.id}`}
        role="option"
        aria-selected={current}
        draggable={movable}
        onDragStart={onDragStart}
        onClick={onPick}
        style={{ transform: `translateY(${top}px)` }}
        className={cx(
          'absolute inset-x-0 top-0 flex h-[88px] flex-col gap-1 border-b border-line px-3 py-2',
          current
            ? 'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[2px] before:bg-accent'
            : picked
              ? 'bg-accent-soft/50'
              : 'bg-surface hover:bg-canvas',
        )}
      >
        <div className="flex min-h-5 items-center gap-2 text-small text-ink-2">
          {picked && (
            <input
              type="checkbox"
              className="check"
              tabIndex={-1}
              checked
              readOnly
              aria-label={t.board.select(row.number)}
            />
          )}
          <span className="tabular-nums">#{row.number}</span>
          <PriorityBars priority={row.priority} />
          <LevelMark level={row.level} drill={row.drill} />
          <span className="flex-1" />
          <ChannelIcon channel={row.channel} />
          {by !== 'assignee' && owner !== null && said !== null && (
            <span role="img" aria-label={t.board.owner(said)} title={said} className="inline-flex">
              <Avatar name={owner} away={away} />
            </span>
          )}
        </div>
        <p className={row.waiting ? 'truncate font-bold' : 'truncate font-[500]'} dir="auto" title={row.subject}>
          {row.subject}
        </p>
        <div className="flex min-w-0 items-center gap-2 text-small text-ink-2">
          <span className="min-w-0 flex-1 truncate">
            <bdi>{row.requester}</bdi> · <bdi>{queue}</bdi>
          </span>
          {row.clock !== null && <SlaChip {...row.clock} zone={zone} />}
        </div>
      </div>
    );
  },
  (a, b) =>
    a.row === b.row &&
    a.top === b.top &&
    a.current === b.current &&
    a.picked === b.picked &&
    a.names === b.names &&
    a.by === b.by &&
    a.zone === b.zone,
);
