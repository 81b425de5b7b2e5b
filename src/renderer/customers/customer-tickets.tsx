import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TicketRow } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { u } from '../strings/en-customers.ts';
import { t } from '../strings/en.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { exact, moment } from '../ui/format.ts';
import { PriorityBars } from '../ui/marks.tsx';
import { useMinute } from '../ui/use-now.ts';

function Line({ row, zone, now }: { readonly row: TicketRow; readonly zone: string; readonly now: number }) {
  const done = row.status === 'solved' || row.status === 'closed';
  return (
    <li>
      <button
        type="button"
        onClick={() => showTicket(row.id)}
        className={cx(
          'flex h-[32px] w-full items-center gap-2 rounded-[5px] px-2 text-left hover:bg-sunken',
          done && 'text-ink-2',
        )}
      >
        <PriorityBars priority={row.priority} />
        <span className="w-[52px] shrink-0 text-small text-ink-2 tabular-nums">#{row.number}</span>
        <span className={cx('min-w-0 flex-1 truncate', !done && 'font-semibold')} dir="auto">
          {row.subject}
        </span>
        <span className="shrink-0 text-small text-ink-2">{t.status[row.status]}</span>
        <span
          className="w-[86px] shrink-0 text-right text-small text-ink-2 tabular-nums"
          title={exact(row.createdAt, zone)}
        >
          {moment(row.createdAt, zone, now)}
        </span>
      </button>
    </li>
  );
}

const step = 50;
const most = 200;

/** All tickets of a customer, the open ones first; each opens beside the board. */
export function CustomerTickets({ id, open }: { readonly id: string; readonly open: number }) {
  const [limit, setLimit] = useState(step);
  const zone = useZone();
  const now = useMinute();
  const options = orpc.customers.tickets.queryOptions({ input: { id, limit } });
  const { data } = useQuery({ ...options, placeholderData: keepPreviousData });
  if (data === undefined) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-small font-medium text-ink-2">{u.tickets(open, data.total)}</h3>
      {data.total === 0 && <p className="text-small text-ink-2">{u.noTickets}</p>}
      <ul>
        {data.rows.map((row) => (
          <Line key={row.id} row={row} zone={zone} now={now} />
        ))}
      </ul>
      {data.rows.length < data.total && limit < most && (
        <Button small className="self-start" onClick={() => setLimit(limit + step)}>
          {u.more}
        </Button>
      )}
    </section>
  );
}
