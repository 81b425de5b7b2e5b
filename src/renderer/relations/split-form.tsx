import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ticket, TicketEvent } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { openTicket } from '../app/window-store.ts';
import { client, orpc } from '../client/client.ts';
import { r } from '../strings/en-relations.ts';
import { Field, TextInput } from '../ui/field.tsx';
import { AskedForm } from './form.tsx';
import { closeAsked } from './relation-store.ts';

const firstLine = (body: string): string => body.trim().split('\n', 1)[0]?.trim().slice(0, 200) ?? '';

function Filled({ ticket, event }: { readonly ticket: Ticket; readonly event: TicketEvent }) {
  const [subject, setSubject] = useState(() => firstLine(event.body ?? ''));
  const [name, setName] = useState(ticket.requester);
  const [email, setEmail] = useState(ticket.requesterEmail ?? '');
  const submit = async (): Promise<void> => {
    const requester = { name: name.trim(), email: email.trim() === '' ? null : email.trim() };
    const call = client.tickets.split({ id: ticket.id, eventIds: [event.id], subject: subject.trim(), requester });
    const made = await command(call);
    if (made === null) return;
    closeAsked();
    openTicket(made.id);
  };
  return (
    <AskedForm
      submit={r.split.submit}
      disabled={subject.trim() === '' || name.trim() === ''}
      onSubmit={() => void submit()}
    >
      <Field label={r.split.subject}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={1000}
            value={subject}
            onChange={(change) => setSubject(change.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-3">
        <Field label={r.split.requester}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={200}
              value={name}
              onChange={(change) => setName(change.target.value)}
            />
          )}
        </Field>
        <Field label={r.split.email} note={r.merge.optional}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="ltr"
              maxLength={320}
              value={email}
              onChange={(change) => setEmail(change.target.value)}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-col gap-1">
        <span className="text-small font-medium text-ink-2">{r.split.quoted}</span>
        <blockquote
          dir="auto"
          className="line-clamp-6 rounded-md border border-line bg-canvas px-3 py-2 break-words whitespace-pre-wrap"
        >
          {event.body}
        </blockquote>
        <p className="text-small text-ink-2">{r.split.clocks}</p>
      </div>
    </AskedForm>
  );
}

/** Makes a ticket of its own out of a message. */
export function SplitForm({ id, eventId }: { readonly id: string; readonly eventId: string }) {
  const { data } = useQuery(orpc.tickets.get.queryOptions({ input: { id } }));
  const event = data?.events.find((each) => each.id === eventId);
  if (data === undefined || event === undefined) return null;
  return <Filled ticket={data} event={event} />;
}
