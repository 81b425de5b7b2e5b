import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel, Customer } from '../../contract/index.ts';
import { channels } from '../../contract/words.ts';
import { messageOf } from '../app/errors.ts';
import { zonesWith } from '../app/zones.ts';
import { orpc } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { isEmail } from '../intake/form.ts';
import { u } from '../strings/en-customers.ts';
import { t } from '../strings/en.ts';
import { ComboPicker } from '../ui/combo.tsx';
import { cx } from '../ui/cx.ts';
import { Empty } from '../ui/empty.tsx';
import { Field, inputClass, Select } from '../ui/field.tsx';
import { Avatar } from '../ui/marks.tsx';
import { Check } from '../ui/switch.tsx';
import { ContactPoints } from './contact-points.tsx';
import { joinNew, saveCustomer, takeWanted } from './customer-actions.ts';
import { CustomerTickets } from './customer-tickets.tsx';
import { EditField } from './edit-field.tsx';

const channelOptions = [
  { value: '', label: u.noPreference },
  ...channels.map((value) => ({ value, label: t.channel[value] })),
];

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Organisations the desk knows, and any new one. */
function OrganisationPicker({ customer }: { readonly customer: Customer }) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const options = orpc.customers.organisations.queryOptions({ input: { text: typed.trim() }, enabled: open });
  const { data } = useQuery({ ...options, placeholderData: keepPreviousData });
  const found = (data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const { id, organisation } = customer;
  const pick = (value: string | null): void => {
    const known = value === null || found.some((option) => option.value === value) || value === organisation?.id;
    if (!known) void joinNew(id, value);
    else void saveCustomer(id, { organisationId: value === organisation?.id ? null : value });
  };
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{u.organisation}</span>
      <ComboPicker
        label={u.organisation}
        trigger={
          <button type="button" className={cx(inputClass, 'truncate text-left', organisation === null && 'text-ink-2')}>
            {organisation?.name ?? u.choosing}
          </button>
        }
        options={[{ value: null, label: u.noOrganisation }, ...found]}
        chosen={[organisation?.id ?? null]}
        onToggle={({ value }) => pick(value)}
        open={open}
        onOpenChange={setOpen}
        onSearch={setTyped}
        offerNew={u.newOrganisation}
      />
    </div>
  );
}

function Preferences({ customer }: { readonly customer: Customer }) {
  const zone = useZone();
  const { id } = customer;
  const zones = zonesWith(customer.timeZone ?? zone).map((value) => ({ value, label: value }));
  const checkLanguage = (text: string): string | null =>
    text === '' || /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text) ? null : u.badLanguage;
  return (
    <section className="flex flex-col gap-3" aria-label={u.preferences}>
      <div className="flex gap-3">
        <EditField
          label={u.language}
          value={customer.language ?? ''}
          maxLength={35}
          direction="ltr"
          check={checkLanguage}
          onSave={(language) => saveCustomer(id, { language: orNull(language) })}
        />
        <Field label={u.channel}>
          {(ids) => (
            <Select
              {...ids}
              options={channelOptions}
              value={customer.channel ?? ''}
              onPick={(channel) => void saveCustomer(id, { channel: orNull(channel) as Channel | null })}
            />
          )}
        </Field>
        <Field label={u.zone}>
          {(ids) => (
            <Select
              {...ids}
              options={[{ value: '', label: u.deskZone }, ...zones]}
              value={customer.timeZone ?? ''}
              onPick={(timeZone) => void saveCustomer(id, { timeZone: orNull(timeZone) })}
            />
          )}
        </Field>
      </div>
      <Check label={u.vip} hint={u.vipHow} on={customer.vip} onChange={(vip) => void saveCustomer(id, { vip })} />
      <EditField
        label={u.notes}
        value={customer.notes}
        maxLength={20_000}
        lines={3}
        onSave={(notes) => saveCustomer(id, { notes })}
      />
    </section>
  );
}

function Person({ customer }: { readonly customer: Customer }) {
  const { id } = customer;
  const [fresh] = useState(() => takeWanted(id));
  return (
    <div className="flex flex-col gap-3">
      <div className="flex gap-3">
        <EditField
          label={u.name}
          value={customer.name}
          maxLength={200}
          focusFirst={fresh}
          check={(name) => (name === '' ? t.settings.needName : null)}
          onSave={(name) => saveCustomer(id, { name })}
        />
        <EditField
          label={u.email}
          value={customer.email ?? ''}
          maxLength={320}
          direction="ltr"
          check={(email) => (email === '' || isEmail(email) ? null : u.badEmail)}
          onSave={(email) => saveCustomer(id, { email: orNull(email) })}
        />
      </div>
      <div className="flex gap-3">
        <OrganisationPicker customer={customer} />
      </div>
    </div>
  );
}

type PanelProps = { readonly id: string; readonly onBack: () => void };

/** A customer: who they are, how they are reached, what they prefer, and all they asked. Everything is written in place. */
export function CustomerPanel({ id, onBack }: PanelProps) {
  const { data, error } = useQuery(orpc.customers.get.queryOptions({ input: { id } }));
  return (
    <aside
      aria-label={u.panel(data?.name ?? '')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // Inside a list that floats, Esc closes that first.
        if (event.target instanceof Element && !event.currentTarget.contains(event.target)) return;
        event.preventDefault();
        onBack();
      }}
      className="flex w-[520px] min-w-0 shrink flex-col overflow-y-auto border-line max-[1000px]:w-[440px] max-[680px]:w-full max-[680px]:border-t min-[681px]:border-l"
    >
      {error !== null && data === undefined && <Empty title={u.failed}>{messageOf(error)}</Empty>}
      {data !== undefined && (
        <div key={data.id} className="flex flex-col gap-5 p-4">
          <div className="flex items-center gap-2">
            <Avatar name={data.name} size={24} />
            <h2 className="min-w-0 flex-1 truncate text-title font-bold" dir="auto">
              {data.name}
            </h2>
            {data.vip && (
              <span className="rounded-[5px] bg-risk-soft px-2 text-small font-bold text-risk">{u.vip}</span>
            )}
          </div>
          <CustomerTickets id={data.id} open={data.openTickets} />
          <Person customer={data} />
          <ContactPoints customer={data} />
          <Preferences customer={data} />
        </div>
      )}
    </aside>
  );
}
