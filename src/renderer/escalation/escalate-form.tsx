import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EscalationLevel } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { useNames, usePeople } from '../client/use-desk.ts';
import { AskedForm, Words } from '../relations/form.tsx';
import { closeAsked } from '../relations/relation-store.ts';
import { durationText } from '../sla/duration-text.ts';
import { e } from '../strings/en-escalation.ts';
import { Field, Select } from '../ui/field.tsx';
import { Segmented } from '../ui/segmented.tsx';

const f = e.form;

/** How long the level has, and whose it is. */
function Has({ level }: { readonly level: EscalationLevel }) {
  const { people } = useNames();
  const owner = level.ownerId === null ? e.board.noOwner : (people.get(level.ownerId) ?? '…');
  return <p className="text-small text-ink-2">{e.board.has(durationText(level.minutes, level.time), owner)}</p>;
}

/** Passes a ticket to a higher level: which, for which cause, to whom. */
export function EscalateForm({ ticketId }: { readonly ticketId: string }) {
  const settings = useQuery(orpc.escalation.settings.queryOptions()).data;
  const now = useQuery(orpc.escalation.ticket.queryOptions({ input: { ticketId } })).data?.open?.level ?? 1;
  const people = usePeople().filter(({ active }) => active);
  const [chosen, setChosen] = useState<'2' | '3' | null>(null);
  const [picked, setCause] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [ownerId, setOwner] = useState('');
  const levels = (settings?.levels ?? []).filter(({ level }) => level > now);
  const level = Math.max(Number(chosen ?? now + 1), now + 1);
  const row = levels.find((each) => each.level === level);
  const cause = picked ?? settings?.causes[0] ?? '';
  if (settings !== undefined && levels.length === 0) return <p className="p-4">{f.highest}</p>;
  const submit = async (): Promise<void> => {
    const whom = ownerId === '' ? {} : { ownerId };
    const input = { ticketId, level, cause, reason: reason.trim(), ...whom };
    if ((await command(client.escalation.escalate(input))) !== null) closeAsked();
  };
  return (
    <AskedForm submit={f.escalate} disabled={row === undefined || cause === ''} onSubmit={() => void submit()}>
      <div className="flex flex-col gap-1">
        <span className="text-small font-medium text-ink-2">{f.to}</span>
        <Segmented
          look="accent"
          label={f.to}
          segments={levels.map((each) => ({
            value: each.level === 2 ? ('2' as const) : ('3' as const),
            label: e.levelName(each.level, each.name),
          }))}
          value={level === 2 ? '2' : '3'}
          onChange={setChosen}
        />
        {row !== undefined && <Has level={row} />}
      </div>
      <Field label={f.cause}>
        {(ids) => (
          <Select
            {...ids}
            options={(settings?.causes ?? []).map((each) => ({ value: each, label: each }))}
            value={cause}
            onPick={setCause}
          />
        )}
      </Field>
      <Words label={f.reason} note={f.optional} value={reason} onChange={setReason} />
      <Field label={f.owner}>
        {(ids) => (
          <Select
            {...ids}
            options={[{ value: '', label: f.byLevel }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
            value={ownerId}
            onPick={setOwner}
          />
        )}
      </Field>
    </AskedForm>
  );
}
