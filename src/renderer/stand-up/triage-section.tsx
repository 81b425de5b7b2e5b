import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { messageOf } from '../app/errors.ts';
import { orpc, type client } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { n } from '../strings/en-intake.ts';
import { s } from '../strings/en-stand-up.ts';
import { number, t } from '../strings/en.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { Button } from '../ui/button.tsx';
import { exact, moment } from '../ui/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';

type Compliance = Awaited<ReturnType<typeof client.tickets.triageCompliance>>;
type Days = keyof typeof n.shareDays;
type Share = { readonly name: string; readonly n: number; readonly complete: number };

const stretches = (['7', '30'] as const).map((value) => ({ value, label: n.shareDays[value] }));
const heads = [n.complete, n.taken, n.shareOf];

function Shares({ title, of, rows }: { readonly title: string; readonly of: string; readonly rows: readonly Share[] }) {
  return (
    <table className="w-full max-w-[450px] border-b border-line">
      <caption className="mb-1 text-left font-semibold">{title}</caption>
      <thead>
        <tr className="h-[28px] text-small text-ink-2">
          <th scope="col" className="px-2 text-left font-medium">
            {of}
          </th>
          {heads.map((head) => (
            <th key={head} scope="col" className="px-2 text-right font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} className="h-[28px] border-t border-line tabular-nums">
            <td className="max-w-[220px] truncate px-2" dir="auto">
              {row.name}
            </td>
            <td className="px-2 text-right">{number(row.complete)}</td>
            <td className="px-2 text-right">{number(row.n)}</td>
            <td className="px-2 text-right">{n.sharePercent(row.complete, row.n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Open = Compliance['incomplete'][number];

function Line({ ticket, zone, now }: { readonly ticket: Open; readonly zone: string; readonly now: number }) {
  return (
    <li>
      <button
        type="button"
        onClick={() => showTicket(ticket.id)}
        className="flex h-[30px] w-full items-center gap-2 rounded-[5px] px-2 text-left hover:bg-sunken"
      >
        <span className="w-[52px] shrink-0 text-small text-ink-2 tabular-nums">#{ticket.number}</span>
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {ticket.subject}
        </span>
        <span className="max-w-[45%] shrink-0 truncate text-small text-ink-2">{n.missingWords(ticket.missing)}</span>
        <span className="max-w-[120px] shrink-0 truncate text-small text-ink-2" dir="auto">
          {ticket.by}
        </span>
        <span
          className="w-[86px] shrink-0 text-right text-small text-ink-2 tabular-nums"
          title={exact(ticket.createdAt, zone)}
        >
          {moment(ticket.createdAt, zone, now)}
        </span>
      </button>
    </li>
  );
}

function Incomplete({ data }: { readonly data: Compliance }) {
  const zone = useZone();
  const now = useMinute();
  const id = useId();
  const { incomplete } = data;
  const all = data.n - data.complete;
  if (all === 0) return data.n > 0 && <p className="text-ink-2">{n.allComplete}</p>;
  return (
    <section aria-labelledby={id} className="max-w-[920px]">
      <h3 id={id} className="mb-1 font-semibold">
        {n.incomplete}
      </h3>
      <ul>
        {incomplete.map((ticket) => (
          <Line key={ticket.id} ticket={ticket} zone={zone} now={now} />
        ))}
      </ul>
      {all > incomplete.length && (
        <p className="mt-1 text-small text-ink-2">{n.incompleteMost(incomplete.length, all)}</p>
      )}
    </section>
  );
}

/** How many of the tickets taken in have their triage complete, and those that do not, to be opened. SPEC TRI-5. */
export function TriageSection() {
  const [days, setDays] = useState<Days>('7');
  const id = useId();
  const options = orpc.tickets.triageCompliance.queryOptions({ input: { days: Number(days) } });
  const { data, error, refetch } = useQuery({ ...options, placeholderData: keepPreviousData });
  return (
    <section aria-labelledby={id} aria-busy={data === undefined} className="flex flex-col gap-3">
      <div className="flex max-w-[920px] items-center gap-3">
        <h2 id={id} className="flex-1 text-title font-bold" title={n.shareHow}>
          {n.shareTitle}
        </h2>
        <Segmented label={n.shareOver} segments={stretches} value={days} onChange={setDays} />
      </div>
      {data === undefined && error !== null && (
        <p role="alert" className="flex items-center gap-2">
          {messageOf(error)} <Button onClick={() => void refetch()}>{s.retry}</Button>
        </p>
      )}
      {data !== undefined && (
        <>
          <p role="status" className="tabular-nums">
            {n.share(data.complete, data.n)}
          </p>
          {data.n > 0 && (
            <div className="flex max-w-[920px] flex-wrap gap-x-5 gap-y-3">
              <Shares title={n.byPerson} of={n.person} rows={data.byPerson} />
              <Shares
                title={n.byChannel}
                of={n.channel}
                rows={data.byChannel.map(({ channel, ...count }) => ({ name: t.channel[channel], ...count }))}
              />
            </div>
          )}
          <Incomplete data={data} />
        </>
      )}
    </section>
  );
}
