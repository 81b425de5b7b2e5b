import { useQuery } from '@tanstack/react-query';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { goTo } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { placeAfter, stepOf } from '../ui/list-steps.ts';
import { sw } from '../strings/en-staffing.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { clockTime, duration } from '../ui/format.ts';
import { BreachChart } from './breach-chart.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { setStaffing, useStaffing } from './staffing-store.ts';
import { useTabActions } from './tab-actions.ts';
import { firstMark, stageOf, useFirstFocus } from '../app/use-focus.ts';

const w = sw.breaches;
const everyMinute = 60_000;
const rowId = (index: number): string => `late-${index}`;
const columns = 'grid items-center gap-3 px-4 [grid-template-columns:60px_minmax(120px,1fr)_64px_minmax(120px,150px)]';

type Ticket = {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly dueAt: number;
  readonly doneAt: number | null;
};

type RowProps = { readonly ticket: Ticket; readonly index: number; readonly current: boolean; readonly zone: string };

function Row({ ticket, index, current, zone }: RowProps) {
  const { dueAt, doneAt } = ticket;
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-selected={current}
      data-cursor={current || undefined}
      onClick={() => showTicket(ticket.id)}
      className={cx(
        'relative h-[34px] border-b border-line tabular-nums',
        columns,
        current
          ? 'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[2px] before:bg-accent'
          : 'hover:bg-canvas',
      )}
    >
      <span role="gridcell" className="text-ink-2">
        #{ticket.number}
      </span>
      <span role="gridcell" className="truncate" dir="auto" title={ticket.subject}>
        {ticket.subject}
      </span>
      <span role="gridcell" className="font-semibold">
        {clockTime(dueAt, zone)}
      </span>
      <span role="gridcell" className="flex items-center gap-1 text-late">
        <TriangleAlert size={12} aria-hidden className="shrink-0" />
        {doneAt === null
          ? w.never
          : w.doneLate(clockTime(doneAt, zone), duration(Math.max(1, (doneAt - dueAt) / 60_000)))}
      </span>
    </div>
  );
}

/** The tickets that will be late; Enter opens the one under the cursor. */
function Late({
  tickets,
  all,
  zone,
}: {
  readonly tickets: readonly Ticket[];
  readonly all: number;
  readonly zone: string;
}) {
  const lateId = useStaffing((state) => state.lateId);
  const grid = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    tickets.findIndex(({ id }) => id === lateId),
  );
  useEffect(() => {
    grid.current?.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    const current = tickets[at];
    if (step !== null) setStaffing({ lateId: tickets[placeAfter(at, step, tickets.length)]?.id ?? null });
    else if ((event.key === 'Enter' || event.key === 'o') && current !== undefined) showTicket(current.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        ref={grid}
        {...firstMark}
        role="grid"
        tabIndex={0}
        aria-label={w.list}
        aria-activedescendant={rowId(at)}
        onKeyDown={onKeyDown}
      >
        <div role="rowgroup">
          <div role="row" className={cx('h-[28px] border-y border-line bg-canvas text-small text-ink-2', columns)}>
            {w.heads.map((label) => (
              <span key={label} role="columnheader" className="truncate">
                {label}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {tickets.map((ticket, index) => (
            <Row key={ticket.id} ticket={ticket} index={index} current={index === at} zone={zone} />
          ))}
        </div>
      </div>
      {all > tickets.length && <p className="px-4 py-2 text-small text-ink-2">{w.more(tickets.length, all)}</p>}
    </>
  );
}

type Moves = readonly { readonly label: string; readonly saves: number; readonly late: number }[];

function MoveList({ moves, why }: { readonly moves: Moves; readonly why: string }) {
  return (
    <section aria-label={w.moves} className="flex flex-col gap-2">
      <h2 className="text-title font-bold">{w.moves}</h2>
      {moves.length === 0 && <p className="text-ink-2">{why}</p>}
      <ul className="flex flex-col gap-2">
        {moves.map(({ label, saves, late }) => (
          <li key={label} className="rounded-md border border-line px-3 py-2">
            <span className="block font-semibold">{label}</span>
            <span className="text-small text-ink-2 tabular-nums">{w.saves(saves, late)}</span>
          </li>
        ))}
      </ul>
      <Button className="self-start" onClick={() => goTo('day')}>
        {w.toDay}
      </Button>
    </section>
  );
}

/** What will be late by the end of today, hour by hour and ticket by ticket, and what would save some. */
export function BreachesTab() {
  const zone = useZone();
  const asked = useQuery({ ...orpc.staffing.breaches.queryOptions(), refetchInterval: everyMinute });
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, stageOf(asked.data?.tickets.length));
  useTabActions({ again: () => void asked.refetch() });
  const { data } = asked;
  if (data === undefined) return <NotRead asked={asked} />;
  const staffed = data.hours.some(({ capacity }) => capacity > 0);
  return (
    <section aria-label={w.label} ref={box} className="flex min-h-0 flex-1 flex-col">
      <div className="@container flex min-h-0 flex-1">
        <div className="min-w-0 flex-1 overflow-y-auto">
          <div className="px-4 pt-3">
            <div role="status">
              <h2 className={cx('text-title font-bold', data.late > 0 && 'text-late')}>{w.headline(data.late)}</h2>
            </div>
            <p className="mb-2 text-small text-ink-2">
              {w.how} {w.asOf(clockTime(data.at, zone))}
            </p>
            <BreachChart hours={data.hours} zone={zone} />
          </div>
          <div className="mt-3">
            {data.tickets.length > 0 ? (
              <Late tickets={data.tickets} all={data.late} zone={zone} />
            ) : (
              <Empty title={w.noneTitle} icon={<CircleCheck size={28} strokeWidth={1.4} aria-hidden />}>
                {w.noneHow}
              </Empty>
            )}
          </div>
        </div>
        <div className="w-[280px] shrink-0 overflow-y-auto border-l border-line px-4 py-3">
          <MoveList moves={data.moves} why={data.late === 0 ? w.nothingToSave : staffed ? w.noMoves : w.noStaff} />
        </div>
      </div>
      <Hints
        hints={[
          ['arrowup / arrowdown', w.hints.ticket],
          ['enter', w.hints.open],
          ['r', w.hints.again],
        ]}
      />
    </section>
  );
}
