import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Siren } from 'lucide-react';
import type { Escalation, Ticket } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { declareIncident, linkToRunning, takeEscalation } from './actions.ts';
import { askEscalation, openIncident } from './escalation-store.ts';
import { OwnershipChip } from './ownership-chip.tsx';

const w = e.commands;

/** What can be done, with the keys of it: those of one screen work there alone. */
function itemsFor(ticketId: string, open: Escalation | null, hasIncident: boolean): readonly MenuItem[] {
  const items: MenuItem[] = [
    { label: w.escalate, keys: 'b', onPick: () => askEscalation({ kind: 'escalate', ticketId }) },
    { label: w.walk, keys: 'shift+w', onPick: () => askEscalation({ kind: 'walk', ticketId }) },
  ];
  if (open !== null) {
    const about = (kind: 'hand' | 'act' | 'resolve' | 'back') => () => askEscalation({ kind, escalation: open });
    items.push(
      ...(open.acceptedAt === null ? [{ label: w.take, onPick: () => takeEscalation(open), parted: true }] : []),
      { label: w.hand, onPick: about('hand'), parted: open.acceptedAt !== null },
      { label: w.act, onPick: about('act') },
      { label: w.resolve, onPick: about('resolve') },
      ...(open.level > 1 ? [{ label: w.back, onPick: about('back') }] : []),
    );
  }
  if (!hasIncident)
    items.push(
      { label: w.linkTo, keys: 'l i', onPick: () => void linkToRunning(), parted: true },
      { label: w.declare, keys: 'shift+i', onPick: declareIncident },
    );
  return items;
}

function Open({ open }: { readonly open: Escalation }) {
  const zone = useZone();
  const { level, ownerName, ownerReason, cause, acceptedAt, clock } = open;
  return (
    <>
      <span className="inline-flex h-5 shrink-0 items-center rounded-[5px] bg-risk-soft px-[6px] text-small font-bold text-risk">
        {e.level(level)}
      </span>
      <span className="min-w-0 flex-1 truncate" title={`${cause} · ${ownerReason}`} dir="auto">
        {ownerName ?? e.nobody}
        <span className="text-ink-2">
          {' '}
          · {acceptedAt === null ? e.board.notTaken : e.board.taken} · {cause}
        </span>
      </span>
      <OwnershipChip clock={clock} zone={zone} />
    </>
  );
}

/** How far a ticket has gone, with whom it is and until when, and the incident it belongs to. */
export function EscalationSection({ ticket }: { readonly ticket: Ticket }) {
  const { data } = useQuery(orpc.escalation.ticket.queryOptions({ input: { ticketId: ticket.id } }));
  // As high as it mostly is: what stands below does not jump when it comes.
  if (data === undefined) return <div className="h-[37px] shrink-0 border-b border-line" />;
  const { open, earlier, incident } = data;
  return (
    <section aria-label={e.panel.label} className="flex shrink-0 flex-col border-b border-line px-4 py-[5px]">
      <div className="flex h-[26px] items-center gap-2">
        <h3 className={cx('text-small font-semibold', open !== null && 'sr-only')}>{e.panel.title}</h3>
        {open === null ? (
          <span className="min-w-0 flex-1 truncate text-small text-ink-2">
            {e.panel.none}
            {earlier.length > 0 && ` · ${e.panel.earlier(earlier.length)}`}
          </span>
        ) : (
          <Open open={open} />
        )}
        <Menu
          label={e.panel.actions}
          align="end"
          trigger={
            <Button small look="quiet" icon={<ChevronDown size={13} aria-hidden />}>
              {e.panel.actions}
            </Button>
          }
          items={itemsFor(ticket.id, open, incident !== null && incident.closedAt === null)}
        />
      </div>
      {incident !== null && (
        <div className="flex h-[26px] items-center gap-2 text-small">
          <Siren size={13} aria-hidden className={cx('shrink-0', incident.closedAt === null && 'text-late')} />
          <span className="min-w-0 flex-1 truncate" dir="auto" title={incident.title}>
            {incident.drill ? incident.title : e.panel.incident(incident.title)}
            {incident.closedAt !== null && <span className="text-ink-2"> · {e.incident.closed}</span>}
          </span>
          <Button small look="quiet" onClick={() => openIncident(incident.id)}>
            {e.panel.show}
          </Button>
        </div>
      )}
    </section>
  );
}
