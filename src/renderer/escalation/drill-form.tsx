import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { AskedForm } from '../relations/form.tsx';
import { closeAsked } from '../relations/relation-store.ts';
import { e } from '../strings/en-escalation.ts';
import { cx } from '../ui/cx.ts';
import { openIncident } from './escalation-store.ts';

const i = e.incident;

/** Which bad morning is practised. */
export function DrillForm() {
  const scenarios = useQuery(orpc.escalation.scenarios.queryOptions()).data?.scenarios ?? [];
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = picked ?? scenarios[0]?.key ?? '';
  const submit = async (): Promise<void> => {
    const done = await command(client.escalation.drillStart({ scenario: chosen }));
    if (done === null) return;
    closeAsked();
    openIncident(done.id);
  };
  return (
    <AskedForm submit={i.startDrill} disabled={chosen === ''} onSubmit={() => void submit()}>
      <p className="text-ink-2">{i.drillHow}</p>
      <fieldset>
        <legend className="mb-1 text-small font-medium text-ink-2">{i.scenario}</legend>
        <div className="rounded-md border border-line">
          {scenarios.map(({ key, name, about, tickets }) => (
            <label
              key={key}
              className={cx(
                'flex items-start gap-2 border-b border-line px-3 py-2 last:border-b-0',
                key === chosen && 'bg-accent-soft',
              )}
            >
              <input
                type="radio"
                name="scenario"
                className="mt-[3px] accent-accent"
                checked={key === chosen}
                onChange={() => setPicked(key)}
              />
              <span className="flex min-w-0 flex-col">
                <span className="font-semibold">
                  {name} <span className="font-normal text-ink-2">· {i.scenarioTickets(tickets)}</span>
                </span>
                <span className="text-small text-ink-2">{about}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </AskedForm>
  );
}
