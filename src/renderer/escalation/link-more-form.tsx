import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Incident, TicketRow } from '../../contract/index.ts';
import { client, orpc } from '../client/client.ts';
import { AskedForm } from '../relations/form.tsx';
import { TicketFinder } from '../relations/ticket-finder.tsx';
import { r } from '../strings/en-relations.ts';
import { e } from '../strings/en-escalation.ts';
import { finishWith } from './answer-forms.tsx';
import { ChosenTickets } from './declare-form.tsx';

const i = e.incident;

type SuggestedProps = {
  readonly found: readonly { readonly ticket: TicketRow; readonly why: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (ticket: TicketRow) => void;
};

function Suggested({ found, chosen, onToggle }: SuggestedProps) {
  if (found.length === 0) return <p className="text-small text-ink-2">{i.noSuggested}</p>;
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium text-ink-2">{i.suggested}</legend>
      <ul className="max-h-[240px] overflow-y-auto rounded-md border border-line">
        {found.map(({ ticket, why }) => (
          <li key={ticket.id} className="border-b border-line last:border-b-0">
            <label className="flex min-h-[30px] items-center gap-2 px-3 hover:bg-canvas">
              <input
                type="checkbox"
                className="check shrink-0"
                checked={chosen.has(ticket.id)}
                onChange={() => onToggle(ticket)}
              />
              <span className="shrink-0 text-ink-2 tabular-nums">#{ticket.number}</span>
              <span className="min-w-0 flex-1 truncate" dir="auto" title={ticket.subject}>
                {ticket.subject}
              </span>
              <span className="max-w-[45%] shrink-0 truncate text-small text-ink-2" title={why}>
                {why}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Tickets that look like the incident, to tick, and any other by number or words. */
export function LinkMoreForm({ incident: { id } }: { readonly incident: Incident }) {
  const found = useQuery(orpc.escalation.suggest.queryOptions({ input: { id } })).data?.tickets ?? [];
  const [chosen, setChosen] = useState<readonly TicketRow[]>([]);
  const ids = chosen.map((ticket) => ticket.id);
  const toggle = (ticket: TicketRow): void =>
    setChosen(ids.includes(ticket.id) ? chosen.filter((each) => each.id !== ticket.id) : [...chosen, ticket]);
  const suggested = new Set(found.map(({ ticket }) => ticket.id));
  const others = chosen.filter((ticket) => !suggested.has(ticket.id));
  return (
    <AskedForm
      submit={i.linkSubmit(ids.length)}
      disabled={ids.length === 0}
      onSubmit={() => void finishWith(client.escalation.link({ id, ticketIds: ids }))}
    >
      <TicketFinder label={r.find.label} leave={new Set(ids)} onPick={toggle} />
      {others.length > 0 && (
        <ChosenTickets
          tickets={others}
          label={i.leaveOut}
          onLeave={(gone) => setChosen(chosen.filter((ticket) => ticket.id !== gone))}
        />
      )}
      <Suggested found={found} chosen={new Set(ids)} onToggle={toggle} />
    </AskedForm>
  );
}
