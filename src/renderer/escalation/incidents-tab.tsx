import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Incident } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { e } from '../strings/en-escalation.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/field.tsx';

function Declare() {
  const [title, setTitle] = useState('');
  const { data } = useQuery(orpc.escalation.scenarios.queryOptions());
  const declare = async (): Promise<void> => {
    if ((await command(client.escalation.declare({ title: title.trim() }))) !== null) setTitle('');
  };
  return (
    <div className="flex flex-wrap gap-2">
      <div className="min-w-[280px] flex-1">
        <TextInput
          aria-label={e.title}
          placeholder={e.title}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <Button look="danger" disabled={title.trim() === ''} onClick={() => void declare()}>
        {e.declare}
      </Button>
      {data?.scenarios.map(({ key, name, about }) => (
        <Button key={key} title={about} onClick={() => void command(client.escalation.drillStart({ scenario: key }))}>
          {e.drill(name)}
        </Button>
      ))}
    </div>
  );
}

function Running({ incident: { id, drill } }: { readonly incident: Incident }) {
  const [body, setBody] = useState('');
  const send = async (): Promise<void> => {
    if ((await command(client.escalation.updateAll({ id, body: body.trim() }))) !== null) setBody('');
  };
  const finish = drill
    ? () => client.escalation.drillEnd({ id })
    : () => client.escalation.close({ id, solveAll: true });
  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <div className="min-w-[280px] flex-1">
        <TextInput
          aria-label={e.update}
          placeholder={e.update}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </div>
      <Button look="primary" disabled={body.trim() === ''} onClick={() => void send()}>
        {e.send}
      </Button>
      <Button onClick={() => void command(finish())}>{drill ? e.end : e.close}</Button>
    </div>
  );
}

/** Incidents and drills, the running ones first. */
export function IncidentsTab() {
  const { data } = useQuery(orpc.escalation.incidents.queryOptions({ input: {} }));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto p-4">
      <Declare />
      {data?.incidents.length === 0 && <p className="text-ink-2">{e.none}</p>}
      <ul className="flex flex-col gap-3">
        {data?.incidents.map((incident) => (
          <li key={incident.id} className="rounded-md border border-line-strong p-3">
            <h2 className="font-bold" dir="auto">
              {incident.title}
            </h2>
            <p className="text-small text-ink-2 tabular-nums">
              #{incident.ticket.number} · {incident.closedAt === null ? e.running : e.closed} ·{' '}
              {e.linked(incident.linkedOpen, incident.linked)}
            </p>
            {incident.closedAt === null && <Running incident={incident} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
