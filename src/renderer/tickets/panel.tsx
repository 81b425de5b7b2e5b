import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useDeferredValue, useEffect, useRef } from 'react';
import type { Ticket } from '../../contract/index.ts';
import { openTicket, setWindow, useWindow } from '../app/window-store.ts';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { openCustomer } from '../customers/customers-store.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { LevelMark } from '../escalation/level-mark.tsx';
import { EscalationSection } from '../escalation/panel-section.tsx';
import { RelatedSection } from '../relations/related-section.tsx';
import { u } from '../strings/en-customers.ts';
import { t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { moment } from '../ui/format.ts';
import { PriorityBars } from '../ui/marks.tsx';
import { Resizer } from '../ui/resizer.tsx';
import { useMinute } from '../ui/use-now.ts';
import { Attachments } from './attachments.tsx';
import { useBoard } from './board-store.ts';
import { Clocks } from './clocks.tsx';
import { Composer } from './composer.tsx';
import { PanelChips } from './panel-chips.tsx';
import { takesFocus } from './show-ticket.ts';
import { Thread } from './thread-view.tsx';

function closePanel(): void {
  openTicket(null);
  useBoard.getState().handle?.focus();
}

function Head({ ticket }: { readonly ticket: Ticket }) {
  const { queues } = useNames();
  const queue = ticket.queueId === null ? t.bar.noQueue : (queues.get(ticket.queueId) ?? '…');
  const move = (to: 'next' | 'previous'): void => useBoard.getState().handle?.move(to, false);
  return (
    <div className="flex h-6 items-center gap-2">
      <PriorityBars priority={ticket.priority} />
      <span className="text-small text-ink-2 tabular-nums">#{ticket.number}</span>
      <LevelMark level={ticket.level} drill={ticket.drill} />
      <span className="min-w-0 flex-1 truncate text-small text-ink-2">
        {queue} · {t.channel[ticket.channel]}
      </span>
      <IconButton label={t.panel.previous} onClick={() => move('previous')}>
        <ChevronUp size={15} aria-hidden />
      </IconButton>
      <IconButton label={t.panel.next} onClick={() => move('next')}>
        <ChevronDown size={15} aria-hidden />
      </IconButton>
      <IconButton label={t.panel.close} onClick={closePanel} className="-mr-1">
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  );
}

/** Who asks, by what address, when it was made and where it came from. */
function Facts({ ticket }: { readonly ticket: Ticket }) {
  const zone = useZone();
  const now = useMinute();
  const { requesterEmail, source, csat } = ticket;
  return (
    <p className="flex min-w-0 gap-x-[10px] text-small whitespace-nowrap text-ink-2">
      <button
        type="button"
        title={u.show(ticket.requester)}
        onClick={() => openCustomer(ticket.requesterId)}
        className="max-w-[55%] shrink-0 truncate rounded-[3px] font-semibold text-ink hover:underline"
        dir="auto"
      >
        {ticket.requester}
      </button>
      {requesterEmail !== null && (
        <span className="truncate select-text" dir="ltr">
          {requesterEmail}
        </span>
      )}
      {source !== null && (
        <span className="shrink-0" title={`${t.panel.made} ${moment(ticket.createdAt, zone, now)}`}>
          {t.panel.source(source.system, source.externalId)}
        </span>
      )}
      {csat !== null && (
        <span className={csat === 'good' ? 'text-met' : 'text-late'}>
          {t.panel.survey} {t.panel.csat[csat].toLowerCase()}
        </span>
      )}
    </p>
  );
}

function Loaded({ ticket }: { readonly ticket: Ticket }) {
  return (
    <>
      <div className="flex shrink-0 flex-col gap-[6px] border-b border-line px-4 pt-[9px] pb-3">
        <Head ticket={ticket} />
        <h2 className="line-clamp-2 text-title font-bold break-words" dir="auto" title={ticket.subject}>
          {ticket.subject}
        </h2>
        <Facts ticket={ticket} />
        <PanelChips ticket={ticket} />
      </div>
      <Attachments ticketId={ticket.id} />
      <Clocks key={`clocks-${ticket.id}`} ticket={ticket} />
      <EscalationSection key={`escalation-${ticket.id}`} ticket={ticket} />
      <RelatedSection key={`related-${ticket.id}`} ticket={ticket} />
      <div
        className="flex min-h-[140px] flex-1 flex-col overflow-y-auto -outline-offset-2"
        tabIndex={0}
        role="region"
        aria-label={t.panel.conversation}
      >
        <Thread key={ticket.id} ticket={ticket} />
      </div>
      <Composer key={`composer-${ticket.id}`} ticket={ticket} />
    </>
  );
}

const narrowestPx = 340;
const widestPx = 760;

/** One ticket beside the board: what it is, its clocks, what was said, and an answer. */
export function TicketPanel({ id }: { readonly id: string }) {
  const wanted = useDeferredValue(id);
  const panelPx = useWindow((state) => state.panelPx);
  const options = orpc.tickets.get.queryOptions({ input: { id: wanted } });
  const { data, error, refetch } = useQuery({ ...options, placeholderData: keepPreviousData });
  const place = useRef<HTMLElement>(null);
  const read = data?.id;
  useEffect(() => {
    if (read !== undefined && read === id && takesFocus(read)) place.current?.focus({ preventScroll: true });
  }, [read, id]);
  const label = data === undefined ? t.event.created : t.panel.label(data.number);
  return (
    <aside
      ref={place}
      data-panel
      tabIndex={-1}
      aria-label={label}
      style={{ '--panel': `${panelPx}px` } as Record<string, string>}
      className="relative flex w-(--panel) min-w-0 shrink-0 flex-col border-l border-line bg-surface -outline-offset-2 max-[1000px]:absolute max-[1000px]:inset-y-0 max-[1000px]:right-0 max-[1000px]:z-20 max-[1000px]:max-w-full max-[1000px]:shadow-float"
    >
      <Resizer
        label={t.panel.resize}
        value={panelPx}
        min={narrowestPx}
        max={widestPx}
        grows="left"
        onResize={(px) => setWindow({ panelPx: px })}
        className="-left-[4px]"
      />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {data !== undefined && <Loaded ticket={data} />}
        {data === undefined && error !== null && (
          <Empty
            title={t.panel.failed}
            actions={
              <>
                <Button onClick={() => void refetch()}>{t.board.retry}</Button>
                <Button onClick={closePanel}>{t.toasts.close}</Button>
              </>
            }
          >
            {messageOf(error)}
          </Empty>
        )}
      </div>
    </aside>
  );
}
