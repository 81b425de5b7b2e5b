import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { deskTime } from '../client/clock.ts';
import { useInfo, usePeople, useZone } from '../client/use-desk.ts';
import { r } from '../strings/en-relations.ts';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { AskedForm, Words } from './form.tsx';
import { closeAsked } from './relation-store.ts';
import { instantOfWhen, quickWhens, type Quick, type When } from './when.ts';
import { WhenField } from './when-field.tsx';

/** The time a form begins with. */
export function firstWhen(zone: string, wanted: Quick): When {
  const quick = quickWhens(deskTime(), zone);
  const found = quick.find(([name]) => name === wanted) ?? quick.find(([name]) => name === 'tomorrow');
  return found?.[1] ?? { date: '', time: '' };
}

/** An instant still to come, or null. */
export function instantToCome(when: When, zone: string): number | null {
  const at = instantOfWhen(when, zone);
  return at === null || at < Math.floor(deskTime() / 60_000) * 60_000 ? null : at;
}

const digits = (text: string): number => (text.match(/\p{Nd}/gu) ?? []).length;

/** People who can be asked, and the names that dispatches went to before. */
function useNames(): readonly string[] {
  const people = usePeople().filter(({ active }) => active);
  const before = useQuery(orpc.tickets.dispatches.queryOptions({ input: { state: 'ended', limit: 100 } }));
  const others = (before.data?.dispatches ?? []).map(({ name }) => name);
  return [...new Set([...people.map(({ name }) => name), ...others])];
}

/** Hands part of a ticket to somebody until a time. */
export function DispatchForm({ ticketId }: { readonly ticketId: string }) {
  const zone = useZone();
  const people = usePeople();
  const names = useNames();
  const list = useId();
  const [to, setTo] = useState('');
  const [when, setWhen] = useState(() => firstWhen(zone, 'today'));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const dueAt = instantToCome(when, zone);
  const submit = async (): Promise<void> => {
    setTried(true);
    const name = to.trim();
    if (name === '' || dueAt === null) return;
    const person = people.find((each) => each.active && each.name.toLowerCase() === name.toLowerCase());
    const whom = person === undefined ? { name } : { personId: person.id };
    if ((await command(client.tickets.dispatch({ ticketId, to: whom, dueAt, note: note.trim() }))) !== null)
      closeAsked();
  };
  return (
    <AskedForm submit={r.dispatch.submit} onSubmit={() => void submit()}>
      <Field
        label={r.dispatch.to}
        hint={r.dispatch.toHint}
        error={tried && to.trim() === '' ? r.dispatch.needTo : undefined}
      >
        {(ids) => (
          <TextInput
            {...ids}
            list={list}
            dir="auto"
            maxLength={200}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
      </Field>
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <WhenField
        label={r.dispatch.due}
        value={when}
        onChange={setWhen}
        error={tried && dueAt === null ? r.when.bad : undefined}
      />
      <Words label={r.dispatch.note} note={r.merge.optional} value={note} onChange={setNote} />
    </AskedForm>
  );
}

type OwnerProps = { readonly value: string; readonly onPick: (id: string) => void };

/** Who is to call. */
export function OwnerSelect({ value, onPick }: OwnerProps) {
  const people = usePeople().filter(({ active, id }) => active || id === value);
  const options = [
    { value: '', label: r.callback.nobody },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Field label={r.callback.owner}>
      {(ids) => <Select {...ids} options={options} value={value} onPick={onPick} />}
    </Field>
  );
}

type PhoneProps = { readonly value: string; readonly onChange: (phone: string) => void; readonly tried: boolean };

export const isDialable = (phone: string): boolean => digits(phone) >= 3;

export function PhoneField({ value, onChange, tried }: PhoneProps) {
  return (
    <Field label={r.callback.phone} error={tried && !isDialable(value) ? r.callback.needPhone : undefined}>
      {(ids) => (
        <TextInput
          {...ids}
          type="tel"
          dir="ltr"
          maxLength={60}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Promises the customer of a ticket a call. The number of their last call is there already. */
export function CallbackForm({ ticketId }: { readonly ticketId: string }) {
  const zone = useZone();
  const me = useInfo().data?.me ?? '';
  const known =
    useQuery(orpc.tickets.relations.queryOptions({ input: { id: ticketId } })).data?.callbacks[0]?.phone ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [owner, setOwner] = useState(me);
  const [when, setWhen] = useState(() => firstWhen(zone, 'inTwoHours'));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const phone = typed ?? known;
  const promisedAt = instantToCome(when, zone);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isDialable(phone) || promisedAt === null) return;
    const ownerId = owner === '' ? null : owner;
    const input = { ticketId, phone: phone.trim(), promisedAt, ownerId, note: note.trim() };
    if ((await command(client.tickets.callback(input))) !== null) closeAsked();
  };
  return (
    <AskedForm submit={r.callback.submit} onSubmit={() => void submit()}>
      <div className="flex gap-3">
        <PhoneField value={phone} onChange={setTyped} tried={tried} />
        <OwnerSelect value={owner} onPick={setOwner} />
      </div>
      <WhenField
        label={r.callback.when}
        value={when}
        onChange={setWhen}
        error={tried && promisedAt === null ? r.when.bad : undefined}
      />
      <Words label={r.callback.note} note={r.merge.optional} value={note} onChange={setNote} />
    </AskedForm>
  );
}
