import { useQuery } from '@tanstack/react-query';
import type { Ticket } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { e } from '../strings/en-escalation.ts';
import { Chip } from '../ui/chip.tsx';
import { ComboPicker } from '../ui/combo.tsx';

/** The level of a ticket; choosing a cause passes it to the next one. */
export function EscalateChip({ ticket }: { readonly ticket: Ticket }) {
  const { data } = useQuery(orpc.escalation.settings.queryOptions());
  if (ticket.level > 2 || ticket.status === 'solved' || ticket.status === 'closed')
    return ticket.level > 1 ? <span className="text-small text-ink-2">{e.level(ticket.level)}</span> : null;
  const level = ticket.level + 1;
  return (
    <ComboPicker
      label={e.escalate(level)}
      trigger={<Chip field={e.level(ticket.level)} value={e.escalate(level)} />}
      options={(data?.causes ?? []).map((cause) => ({ value: cause, label: cause }))}
      chosen={[]}
      onToggle={({ value }) => {
        if (value !== null) void command(client.escalation.escalate({ ticketId: ticket.id, level, cause: value }));
      }}
    />
  );
}
