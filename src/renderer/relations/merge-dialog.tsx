import { useQueries } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Ticket } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { openTicket } from '../app/window-store.ts';
import { client, orpc } from '../client/client.ts';
import { deskTime } from '../client/clock.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { r } from '../strings/en-relations.ts';
import { t } from '../strings/en.ts';
import { nothingPicked } from '../tickets/selection.ts';
import { setPicked } from '../tickets/board-store.ts';
import { isMessage } from '../tickets/thread.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { moment } from '../ui/format.ts';
import { PriorityBars } from '../ui/marks.tsx';
import { AskedForm, Words } from './form.tsx';
import { closeAsked } from './relation-store.ts';
import { TicketFinder } from './ticket-finder.tsx';

type SideProps = {
  readonly ticket: Ticket;
  readonly stays: boolean;
  readonly onStay: () => void;
  readonly onLeave?: (() => void) | undefined;
};

/** One side of a merge: enough of it to see whether it is the same matter. */
function Side({ ticket, stays, onStay, onLeave }: SideProps) {
  const zone = useZone();
  const { people } = useNames();
  const said = ticket.events.filter(isMessage);
  const owner = ticket.assigneeId === null ? t.panel.nobody : (people.get(ticket.assigneeId) ?? '…');
  return (
    <li
      className={cx('flex items-start gap-2 border-b border-line px-3 py-2 last:border-b-0', stays && 'bg-accent-soft')}
    >
      <label className="flex min-w-0 flex-1 items-start gap-2">
        <input
          type="radio"
          name="stays"
          checked={stays}
          onChange={onStay}
          className="mt-[3px] shrink-0 accent-accent"
        />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex min-w-0 items-center gap-2">
            <span className="tabular-nums">#{ticket.number}</span>
            <PriorityBars priority={ticket.priority} />
            <span className="min-w-0 flex-1 truncate font-semibold" dir="auto">
              {ticket.subject}
            </span>
            <span className="shrink-0 text-small font-semibold">{stays ? r.merge.staysHere : r.merge.goes}</span>
          </span>
          <span className="truncate text-small text-ink-2">
            {ticket.requester} · {t.status[ticket.status]} · {owner} · {moment(ticket.createdAt, zone, deskTime())} ·{' '}
            {r.merge.said(said.length)}
          </span>
          <span className="line-clamp-2 text-small break-words" dir="auto">
            {said[0]?.body ?? r.merge.nothingSaid}
          </span>
        </span>
      </label>
      {onLeave !== undefined && (
        <IconButton label={r.merge.remove(ticket.number)} onClick={onLeave}>
          <X size={13} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

const namesOf = (tickets: readonly Ticket[]): string =>
  tickets.length > 3 ? r.tickets(tickets.length) : tickets.map(({ number }) => `#${number}`).join(', ');

/** What will happen, before it does. */
function Consequence({ goes, into }: { readonly goes: readonly Ticket[]; readonly into: Ticket }) {
  const others = goes.filter(({ requesterId }) => requesterId !== into.requesterId);
  const names = [...new Set(others.map(({ requester }) => requester))];
  return (
    <div className="text-small text-ink-2">
      <p>{r.merge.consequence(namesOf(goes), into.number)}</p>
      {names.length > 0 && <p dir="auto">{r.merge.others(names.slice(0, 5).join(', '))}</p>}
    </div>
  );
}

/** Closes tickets into one: both sides are shown, and which one stays is chosen, before it is done. */
export function MergeForm({ first }: { readonly first: readonly string[] }) {
  const [ids, setIds] = useState(first);
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const found = useQueries({ queries: ids.map((id) => orpc.tickets.get.queryOptions({ input: { id } })) });
  const tickets = found.flatMap(({ data }) => (data === undefined ? [] : [data]));
  // Of several ticked ones the oldest stays unless said otherwise; what was looked for stays before what one came from.
  const oldest = [...tickets].sort((a, b) => a.number - b.number)[0];
  const into = tickets.find(({ id }) => id === chosen) ?? oldest;
  const goes = tickets.filter((ticket) => ticket !== into);
  const submit = async (): Promise<void> => {
    if (into === undefined || goes.length === 0) return;
    const from = goes.map(({ id }) => id);
    const words = note.trim() === '' ? {} : { note: note.trim() };
    if ((await command(client.tickets.merge({ into: into.id, from, ...words }))) === null) return;
    closeAsked();
    setPicked(nothingPicked);
    openTicket(into.id);
  };
  return (
    <AskedForm
      submit={r.merge.submit(goes.length, into?.number ?? 0)}
      disabled={into === undefined || goes.length === 0}
      onSubmit={() => void submit()}
    >
      <TicketFinder
        label={r.find.label}
        leave={new Set(ids)}
        onPick={({ id }) => {
          setIds([...ids, id]);
          if (first.length === 1 && ids.length === 1) setChosen(id);
        }}
      />
      <fieldset>
        <legend className="mb-1 text-small font-medium text-ink-2">{r.merge.stays}</legend>
        <ul className="max-h-[38vh] overflow-y-auto rounded-md border border-line">
          {tickets.map((ticket) => (
            <Side
              key={ticket.id}
              ticket={ticket}
              stays={ticket === into}
              onStay={() => setChosen(ticket.id)}
              onLeave={tickets.length > 1 ? () => setIds(ids.filter((id) => id !== ticket.id)) : undefined}
            />
          ))}
        </ul>
      </fieldset>
      {into !== undefined && goes.length > 0 ? (
        <Consequence goes={goes} into={into} />
      ) : (
        <p className="text-small text-ink-2">{r.merge.need}</p>
      )}
      <Words label={r.merge.note} note={r.merge.optional} value={note} onChange={setNote} />
    </AskedForm>
  );
}
