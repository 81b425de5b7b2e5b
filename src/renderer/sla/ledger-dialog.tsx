import { useQuery } from '@tanstack/react-query';
import { Ban, Check, Copy, Moon, Pause, Play, type LucideIcon } from 'lucide-react';
import type { Metric, Segment } from '../../contract/index.ts';
import { metrics } from '../../contract/words.ts';
import { messageOf } from '../app/errors.ts';
import { say } from '../app/toasts.tsx';
import { openDialog, useWindow } from '../app/window-store.ts';
import { useCalendarName } from '../calendar/names.ts';
import { orpc, type client } from '../client/client.ts';
import { useBoard } from '../tickets/board-store.ts';
import { c } from '../strings/en-clocks.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { duration, exact, moment } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';
import { SnoozeForm } from './snooze-form.tsx';

type Answer = Awaited<ReturnType<typeof client.sla.ledger>>;

const icons: Readonly<Record<Segment['kind'], LucideIcon>> = {
  counting: Play,
  paused: Pause,
  closed: Moon,
  done: Check,
  idle: Ban,
};

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    say({ title: c.ledger.copied });
  } catch {
    say({ title: c.ledger.notCopied, tone: 'risk' });
  }
}

function Line({ segment, zone }: { readonly segment: Segment; readonly zone: string }) {
  const now = useMinute();
  const { from, to, kind, reason, countedMinutes, targetMinutes } = segment;
  const Icon = icons[kind];
  return (
    <tr className="border-b border-line">
      <td className="py-1 pr-3 whitespace-nowrap" title={exact(from, zone)}>
        {moment(from, zone, now)}
      </td>
      <td className="py-1 pr-3 whitespace-nowrap" title={exact(to, zone)}>
        {moment(to, zone, now)}
      </td>
      <td className="py-1 pr-3 whitespace-nowrap">
        <span className="inline-flex items-center gap-[6px]">
          <Icon size={12} aria-hidden />
          {c.ledger.kind[kind]}
        </span>
      </td>
      <td className="py-1 pr-3">{c.ledger.reasonOf(reason)}</td>
      <td className="py-1 pr-3 text-right">{countedMinutes === 0 ? '–' : duration(countedMinutes)}</td>
      <td className="py-1 text-right">{targetMinutes === null ? '–' : duration(targetMinutes)}</td>
    </tr>
  );
}

/** With the same widths in every table, so that the tables read as one. */
const heads = [
  { head: c.ledger.from, look: 'w-[118px]' },
  { head: c.ledger.to, look: 'w-[118px]' },
  { head: c.ledger.what, look: 'w-[112px]' },
  { head: c.ledger.reason, look: '' },
  { head: c.ledger.counted, look: 'w-[84px] text-right' },
  { head: c.ledger.target, look: 'w-[72px] text-right' },
] as const;

function Section({ metric, data }: { readonly metric: Metric; readonly data: Answer }) {
  const clock = data.clocks[metric];
  if (clock.ledger.length === 0) return null;
  return (
    <section aria-label={t.metric[metric]} className="flex flex-col gap-2">
      <div className="flex items-center gap-2">
        <h3 className="flex-1 font-bold">{t.metric[metric]}</h3>
        <Button small icon={<Copy size={13} aria-hidden />} onClick={() => void copy(clock.why)}>
          {c.ledger.copy}
        </Button>
      </div>
      <p className="select-text">{clock.why}</p>
      <table className="w-full table-fixed border-collapse text-small tabular-nums">
        <caption className="sr-only">{c.ledger.table(t.metric[metric])}</caption>
        <thead className="text-left text-ink-2">
          <tr className="border-b border-line-strong">
            {heads.map(({ head, look }) => (
              <th key={head} scope="col" className={`pr-3 pb-1 font-medium last:pr-0 ${look}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clock.ledger.map((segment, index) => (
            <Line key={index} segment={segment} zone={data.timeZone} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Snoozes({ data }: { readonly data: Answer }) {
  const now = useMinute();
  if (data.snoozes.length === 0) return null;
  return (
    <section aria-label={c.ledger.snoozes}>
      <h3 className="font-bold">{c.ledger.snoozes}</h3>
      <ul className="text-small">
        {data.snoozes.map(({ metric, until, by, at, reason }) => (
          <li key={`${metric} ${at}`}>
            {c.ledger.snoozeLine(t.metric[metric], moment(until, data.timeZone, now), by)}: {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Body({ data }: { readonly data: Answer }) {
  const { policy, calendar, timeZone, ticket } = data;
  const calendarName = useCalendarName();
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={c.ledger.title(ticket.number)}
      className="flex max-h-[74vh] flex-col gap-5 overflow-y-auto p-4 -outline-offset-2"
    >
      <p className="text-ink-2" dir="auto">
        {c.ledger.policy(policy.name, policy.version)}, {c.ledger.calendar(calendarName(calendar), timeZone)}
      </p>
      {metrics.map((metric) => (
        <Section key={metric} metric={metric} data={data} />
      ))}
      <Snoozes data={data} />
      <SnoozeForm data={data} />
    </div>
  );
}

/** The open ticket, else the one under the cursor of the board. */
const useLedgerTicket = (): string | null => {
  const open = useWindow((state) => state.ticketId);
  const pointed = useBoard((state) => state.cursor.id);
  return open ?? pointed;
};

/** Every stretch of a ticket's clocks with its reason, and holding back their warnings. */
export function LedgerDialog() {
  const open = useWindow((state) => state.dialog === 'ledger');
  const id = useLedgerTicket();
  const { data, error } = useQuery(
    orpc.sla.ledger.queryOptions({ input: { id: id ?? '' }, enabled: open && id !== null, staleTime: 0 }),
  );
  const title = data === undefined ? c.ledger.show : c.ledger.title(data.ticket.number);
  return (
    <Dialog title={title} open={open && id !== null} onClose={() => openDialog(null)} width={760}>
      {error !== null && (
        <p className="p-4">
          {c.ledger.failed}. {messageOf(error)}
        </p>
      )}
      {error === null && data !== undefined && <Body key={data.ticket.id} data={data} />}
    </Dialog>
  );
}
