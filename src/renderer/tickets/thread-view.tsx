import { ArrowLeftRight, Lock } from 'lucide-react';
import { useState } from 'react';
import type { Priority, Status, Ticket, TicketEvent } from '../../contract/index.ts';
import { sayError } from '../app/errors.ts';
import { setWindow, useWindow } from '../app/window-store.ts';
import { client } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { relationWords } from '../relations/event-words.ts';
import { MessageMenu, stepMessage } from '../relations/message-menu.tsx';
import { r } from '../strings/en-rules.ts';
import { t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { Button } from '../ui/button.tsx';
import { exact, moment } from '../ui/format.ts';
import { Avatar } from '../ui/marks.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { isUnbroken, unkerned } from '../ui/long-words.ts';
import { isMessage, latestOwn, shownEvents } from './thread.ts';
import { useNewest } from './use-newest.ts';

type EventProps = { readonly event: TicketEvent; readonly zone: string; readonly now: number };

/** More than this is shown when asked for: a log pasted into a ticket would hold up the window. */
const mostShown = 12_000;
function Body({ text }: { readonly text: string }) {
  const [whole, showWhole] = useState(false);
  const shown = whole || text.length <= mostShown ? text : text.slice(0, mostShown);
  return (
    <>
      <p className={cx('break-words whitespace-pre-wrap select-text', isUnbroken(shown) && unkerned)} dir="auto">
        {shown}
      </p>
      {shown.length < text.length && (
        <Button small className="mt-1" onClick={() => showWhole(true)}>
          {t.panel.showWhole(text.length)}
        </Button>
      )}
    </>
  );
}

type MessageProps = EventProps & { readonly ticketId: string; readonly last: boolean };

/** What was said to this ticket can become a ticket of its own. */
const splittable: ReadonlySet<string> = new Set(['customerMessage', 'agentReply', 'internalNote']);

function Message({ event, zone, now, ticketId, last }: MessageProps) {
  const note = event.type === 'internalNote';
  const label = relationWords(event) ?? (note || event.type === 'csat' ? t.event[event.type] : null);
  return (
    <article
      data-event={event.id}
      tabIndex={last ? 0 : -1}
      onKeyDown={stepMessage}
      className={cx('group/message flex gap-2 rounded-md', note && '-mx-2 bg-risk-soft px-2 py-[6px]')}
    >
      <Avatar name={event.author.name} size={24} />
      <div className="min-w-0 flex-1 pt-[2px]">
        <div className="flex items-baseline gap-2">
          <span className="truncate font-bold" dir="auto">
            {event.author.name}
          </span>
          <time className="shrink-0 text-small text-ink-2 tabular-nums" title={exact(event.at, zone)}>
            {moment(event.at, zone, now)}
          </time>
          {label !== null && (
            <span className="inline-flex items-center gap-1 text-cap font-semibold text-risk">
              {note && <Lock size={10} aria-hidden />}
              {label}
            </span>
          )}
          <span className="flex-1" />
          {splittable.has(event.type) && <MessageMenu ticketId={ticketId} eventId={event.id} />}
        </div>
        <Body text={event.body ?? ''} />
      </div>
    </article>
  );
}

function valueWord(event: TicketEvent, value: string): string {
  const words: Readonly<Record<string, string>> = event.type === 'status' ? t.status : t.priority;
  return event.type === 'status' || event.type === 'priority' ? (words[value] ?? value) : value;
}

/** A ticket begins with its first priority in `from` and its first status in `to`: `Ticket created, P1, open`. */
function createdWords({ from, to }: TicketEvent): string {
  const priority = t.priority[from as Priority] as string | undefined;
  const status = t.status[to as Status] as string | undefined;
  return [t.event.created, priority, status?.toLowerCase()].filter((word) => word !== undefined).join(', ');
}

/** What a change says: `Status from Open to Pending`. */
function changeWords(event: TicketEvent): string {
  const told = relationWords(event);
  if (told !== null) return told;
  if (event.type === 'automation') return r.event.line(event.field ?? t.event.automation, event.body ?? '');
  const words = plainWords(event);
  // A reason that was given stands with what it was given for.
  return event.body === null || event.body === '' ? words : `${words}: “${event.body}”`;
}

function plainWords(event: TicketEvent): string {
  if (event.type === 'created') return createdWords(event);
  const what = event.type === 'field' ? (event.field ?? t.event.field) : t.event[event.type];
  const from = event.from === null || event.from === '' ? null : valueWord(event, event.from);
  const to = event.to === null || event.to === '' ? null : valueWord(event, event.to);
  if (from !== null && to !== null) return t.events.from(what, from, to);
  if (to !== null) return t.events.set(what, to);
  return from === null ? what : t.events.cleared(what, from);
}

function ChangeLine({ event, zone, now }: EventProps) {
  const by = event.author.kind === 'system' ? '' : ` ${t.events.by(event.author.name)}`;
  return (
    <p className="flex gap-2 pl-[5px] text-small text-ink-2">
      <ArrowLeftRight size={13} strokeWidth={1.8} aria-hidden className="mt-[2px] shrink-0" />
      <span className="min-w-0 break-words" title={exact(event.at, zone)}>
        <bdi>{changeWords(event)}</bdi>
        {by}, {moment(event.at, zone, now)}
      </span>
    </p>
  );
}

/** Events before those that came with the ticket, read on demand. */
function useEarlier(ticket: Ticket) {
  const [earlier, setEarlier] = useState<readonly TicketEvent[]>([]);
  const [busy, setBusy] = useState(false);
  const missing = ticket.earlierEvents - earlier.length;
  const load = async (): Promise<void> => {
    setBusy(true);
    try {
      const skipNewest = ticket.events.length + earlier.length;
      const found = await client.tickets.events({ id: ticket.id, skipNewest });
      setEarlier((held) => [...found.events, ...held]);
    } catch (error) {
      sayError(error);
    } finally {
      setBusy(false);
    }
  };
  return { events: [...earlier, ...ticket.events], missing, busy, load };
}

const shownAs = [
  { value: 'talk', label: t.panel.conversation },
  { value: 'all', label: t.panel.allEvents },
] as const;

/** What was said and what was changed, in order. Everything is text: nothing a customer writes is ever markup. */
export function Thread({ ticket }: { readonly ticket: Ticket }) {
  const shown = useWindow((state) => state.shown);
  const zone = useZone();
  const now = useMinute();
  const { events, missing, busy, load } = useEarlier(ticket);
  const { talk, release } = useNewest(latestOwn(ticket.events));
  const list = shownEvents(events, shown);
  const latest = list.findLast(isMessage);
  return (
    <div ref={talk} className="flex flex-col gap-3 px-4 pt-[10px] pb-4">
      <div className="flex items-center justify-between gap-2">
        {missing > 0 ? (
          <button
            type="button"
            disabled={busy}
            onClick={() => {
              release();
              void load();
            }}
            className="rounded-[4px] text-small font-semibold text-on-soft hover:underline"
          >
            {t.panel.earlier(missing)}. {t.panel.loadEarlier}
          </button>
        ) : (
          <span className="text-small text-ink-2">{t.panel.show}</span>
        )}
        <Segmented
          label={t.panel.show}
          segments={shownAs}
          value={shown}
          onChange={(value) => setWindow({ shown: value })}
        />
      </div>
      {list.length === 0 && <p className="text-small text-ink-2">{t.panel.noMessages}</p>}
      {list.map((event) =>
        isMessage(event) ? (
          <Message key={event.id} event={event} zone={zone} now={now} ticketId={ticket.id} last={event === latest} />
        ) : (
          <ChangeLine key={event.id} event={event} zone={zone} now={now} />
        ),
      )}
    </div>
  );
}
