import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Incident, TicketRow } from '../../contract/index.ts';
import { firstName, updatePlaceholders, updateText } from '../../domain/escalation/update-text.ts';
import { messageOf } from '../app/errors.ts';
import { client, orpc } from '../client/client.ts';
import { AskedForm } from '../relations/form.tsx';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { Field, inputClass } from '../ui/field.tsx';
import { finishWith } from './answer-forms.tsx';

const i = e.incident;

type Read = { readonly text: string; readonly wrong: string | null };

/** The message as one requester reads it, or what is wrong with a placeholder. */
function readAs(body: string, title: string, ticket: TicketRow): Read {
  try {
    const facts = {
      'requester.name': ticket.requester,
      'requester.firstName': firstName(ticket.requester),
      'ticket.number': String(ticket.number),
      'incident.title': title,
    };
    return { text: updateText(body, facts), wrong: null };
  } catch (error) {
    return { text: body, wrong: messageOf(error) };
  }
}

function Placeholders({ onPick }: { readonly onPick: (name: string) => void }) {
  return (
    <div className="flex flex-wrap items-center gap-1">
      <span className="text-small text-ink-2">{i.insert}</span>
      {updatePlaceholders.map((name) => (
        <Button key={name} small look="quiet" onClick={() => onPick(`{{${name}}}`)}>
          {`{{${name}}}`}
        </Button>
      ))}
    </div>
  );
}

function Preview({ ticket, text }: { readonly ticket: TicketRow; readonly text: string }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{i.preview(ticket.number, ticket.requester)}</span>
      <p
        role="region"
        aria-label={i.preview(ticket.number, ticket.requester)}
        tabIndex={0}
        className="max-h-[160px] overflow-y-auto rounded-md bg-sunken px-3 py-2 break-words whitespace-pre-wrap"
        dir="auto"
      >
        {text}
      </p>
    </div>
  );
}

/** One public reply on every open ticket of an incident, shown as the first of them will read it. */
export function UpdateForm({ incident }: { readonly incident: Incident }) {
  const { data } = useQuery(orpc.escalation.incident.queryOptions({ input: { id: incident.id } }));
  const open = (data?.tickets ?? []).filter(({ status }) => status !== 'solved' && status !== 'closed');
  const [body, setBody] = useState('');
  const area = useRef<HTMLTextAreaElement>(null);
  const said = body.trim();
  const first = open[0];
  const read = first === undefined || said === '' ? null : readAs(said, incident.title, first);
  const insert = (name: string): void => {
    const { selectionStart = body.length, selectionEnd = body.length } = area.current ?? {};
    setBody(body.slice(0, selectionStart) + name + body.slice(selectionEnd));
    area.current?.focus();
  };
  return (
    <AskedForm
      submit={i.updateSubmit(open.length)}
      disabled={said === '' || open.length === 0 || read?.wrong !== null}
      onSubmit={() => void finishWith(client.escalation.updateAll({ id: incident.id, body: said }))}
    >
      <Field label={i.words} hint={i.updateHow(open.length)} error={read?.wrong ?? undefined}>
        {(ids) => (
          <textarea
            {...ids}
            ref={area}
            dir="auto"
            rows={5}
            maxLength={100_000}
            className={`${inputClass} !h-auto resize-y py-2`}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
        )}
      </Field>
      <Placeholders onPick={insert} />
      {read?.wrong === null && first !== undefined && <Preview ticket={first} text={read.text} />}
    </AskedForm>
  );
}
