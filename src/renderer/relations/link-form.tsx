import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { LinkKind, TicketRow } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { r } from '../strings/en-relations.ts';
import { t } from '../strings/en.ts';
import { IconButton } from '../ui/button.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { AskedForm } from './form.tsx';
import { closeAsked } from './relation-store.ts';
import { TicketFinder } from './ticket-finder.tsx';

const kinds = (['parent', 'child', 'related', 'duplicateOf'] as const).map((value) => ({
  value,
  label: r.kind[value],
}));
const how: Readonly<Record<LinkKind, string>> = {
  parent: r.link.parentHow,
  child: r.link.childHow,
  related: r.link.relatedHow,
  duplicateOf: r.link.duplicateHow,
};

type ChosenProps = { readonly chosen: readonly TicketRow[]; readonly onLeave: (id: string) => void };

function Chosen({ chosen, onLeave }: ChosenProps) {
  if (chosen.length === 0) return <p className="text-small text-ink-2">{r.link.none}</p>;
  return (
    <ul aria-label={r.link.chosen} className="max-h-[24vh] overflow-y-auto rounded-md border border-line">
      {chosen.map(({ id, number, subject, status }) => (
        <li key={id} className="flex h-[32px] items-center gap-2 border-b border-line pr-1 pl-3 last:border-b-0">
          <span className="tabular-nums">#{number}</span>
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {subject}
          </span>
          <span className="text-small text-ink-2">{t.status[status]}</span>
          <IconButton label={r.link.leaveOut(number)} onClick={() => onLeave(id)}>
            <X size={13} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

/** Links a ticket to one or several others. */
export function LinkForm({ id, as }: { readonly id: string; readonly as: LinkKind }) {
  const [kind, setKind] = useState(as);
  const [chosen, setChosen] = useState<readonly TicketRow[]>([]);
  const meant = kind === 'parent' ? chosen.slice(-1) : chosen;
  const submit = async (): Promise<void> => {
    const to = meant.map((ticket) => ticket.id);
    if ((await command(client.tickets.link({ id, kind, to }))) !== null) closeAsked();
  };
  return (
    <AskedForm submit={r.link.submit} disabled={meant.length === 0} onSubmit={() => void submit()}>
      <TicketFinder
        label={r.find.label}
        leave={new Set([id, ...meant.map((ticket) => ticket.id)])}
        onPick={(ticket) => setChosen([...meant, ticket])}
      />
      <div className="flex flex-col gap-1">
        <span className="text-small font-medium text-ink-2">{r.link.kind}</span>
        <Segmented look="accent" label={r.link.kind} segments={kinds} value={kind} onChange={setKind} />
        <p className="text-small text-ink-2">{how[kind]}</p>
      </div>
      <Chosen chosen={meant} onLeave={(gone) => setChosen(meant.filter((ticket) => ticket.id !== gone))} />
    </AskedForm>
  );
}

/** The number of a ticket that is on screen, for titles. */
export const useNumber = (id: string): number =>
  useQuery(orpc.tickets.get.queryOptions({ input: { id } })).data?.number ?? 0;
