import { useQueries } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Status } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { AskedForm, Words } from '../relations/form.tsx';
import { closeAsked } from '../relations/relation-store.ts';
import { TicketFinder } from '../relations/ticket-finder.tsx';
import { r } from '../strings/en-relations.ts';
import { e } from '../strings/en-escalation.ts';
import { t } from '../strings/en.ts';
import { setPicked } from '../tickets/board-store.ts';
import { nothingPicked } from '../tickets/selection.ts';
import { IconButton } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { openIncident } from './escalation-store.ts';

const i = e.incident;

export type Shown = { readonly id: string; readonly number: number; readonly subject: string; readonly status: Status };
type ChosenProps = {
  readonly tickets: readonly Shown[];
  readonly label: (number: number) => string;
  readonly onLeave: (id: string) => void;
};

/** The tickets meant, each of which can be left out. */
export function ChosenTickets({ tickets, label, onLeave }: ChosenProps) {
  if (tickets.length === 0) return <p className="text-small text-ink-2">{i.noLinked}</p>;
  return (
    <ul aria-label={i.linked} className="max-h-[180px] overflow-y-auto rounded-md border border-line" tabIndex={0}>
      {tickets.map(({ id, number, subject, status }) => (
        <li key={id} className="flex h-[30px] items-center gap-2 border-b border-line pr-1 pl-3 last:border-b-0">
          <span className="text-ink-2 tabular-nums">#{number}</span>
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {subject}
          </span>
          <span className="text-small text-ink-2">{t.status[status]}</span>
          <IconButton label={label(number)} onClick={() => onLeave(id)}>
            <X size={13} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

/** What is wrong, who is hit, and which tickets are about it; the desk makes the parent ticket. */
export function DeclareForm({ first }: { readonly first: readonly string[] }) {
  const [title, setTitle] = useState('');
  const [impact, setImpact] = useState('');
  const [ids, setIds] = useState(first);
  const [tried, setTried] = useState(false);
  const found = useQueries({ queries: ids.map((id) => orpc.tickets.get.queryOptions({ input: { id } })) });
  const tickets = found.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const submit = async (): Promise<void> => {
    setTried(true);
    if (title.trim() === '') return;
    const input = { title: title.trim(), impact: impact.trim(), linkedIds: [...ids] };
    const done = await command(client.escalation.declare(input));
    if (done === null) return;
    closeAsked();
    setPicked(nothingPicked);
    openIncident(done.id);
  };
  return (
    <AskedForm submit={i.declare} onSubmit={() => void submit()}>
      <Field label={i.title} error={tried && title.trim() === '' ? i.needTitle : undefined}>
        {(field) => (
          <TextInput
            {...field}
            dir="auto"
            maxLength={300}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
            }}
          />
        )}
      </Field>
      <Words label={i.impact} note={e.form.optional} value={impact} onChange={setImpact} />
      <TicketFinder label={r.find.label} leave={new Set(ids)} onPick={({ id }) => setIds([...ids, id])} />
      <ChosenTickets tickets={tickets} label={i.leaveOut} onLeave={(gone) => setIds(ids.filter((id) => id !== gone))} />
    </AskedForm>
  );
}
