import { useQuery, keepPreviousData } from '@tanstack/react-query';
import { Star, UserPlus } from 'lucide-react';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import type { CustomerRow } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { n } from '../strings/en-intake.ts';
import { cx } from '../ui/cx.ts';
import { Field, inputClass, TextInput } from '../ui/field.tsx';
import { Avatar } from '../ui/marks.tsx';
import { change, useIntake } from './intake-store.ts';

const none: readonly CustomerRow[] = [];

function useFound(text: string, wanted: boolean): readonly CustomerRow[] {
  const typed = useDeferredValue(text.trim());
  const input = { text: typed, limit: 8 };
  const options = orpc.customers.find.queryOptions({ input, enabled: wanted && typed !== '' });
  const { data } = useQuery({ ...options, placeholderData: keepPreviousData });
  return typed === '' ? none : (data?.customers ?? none);
}

function choose(customer: CustomerRow): void {
  change({ customer, name: customer.name, email: '', phone: '', handle: '' });
}

/** Whoever is found, and whoever is typed as somebody new: the last line of the list. */
function useChoice(name: string, open: boolean, setOpen: (open: boolean) => void) {
  const found = useFound(name, open);
  const [at, setAt] = useState(0);
  const typed = name.trim();
  const count = typed === '' ? 0 : found.length + 1;
  const lit = Math.min(at, Math.max(0, count - 1));
  const take = (index: number): void => {
    const customer = found[index];
    if (customer !== undefined) choose(customer);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!open || count === 0) {
      if (step === 1) setOpen(true);
      return;
    }
    if (step !== undefined) setAt((lit + step + count) % count);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) take(lit);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { found, typed, count, lit, setAt, take, onKeyDown };
}

function Found({ customer }: { readonly customer: CustomerRow }) {
  const { name, email, organisation, vip, openTickets } = customer;
  const about = [email, organisation?.name].filter((part) => part != null).join(' · ');
  return (
    <>
      <Avatar name={name} />
      <span className="min-w-0 flex-1 truncate">
        <span className="font-semibold" dir="auto">
          {name}
        </span>
        {vip && <Star size={11} aria-label={n.vip} className="mx-1 inline text-risk" />}
        {about !== '' && <span className="ml-2 text-small text-ink-2">{about}</span>}
      </span>
      <span className="shrink-0 text-small text-ink-2 tabular-nums">{n.known(openTickets)}</span>
    </>
  );
}

const lineClass = 'flex h-[30px] items-center gap-2 rounded-[5px] px-2 select-none';

/** Who asks: found as one types by any way they are known; a name that is not known is somebody new. */
export function CustomerField({ error }: { readonly error: string | undefined }) {
  const { customer, name } = useIntake((state) => state.form);
  const [open, setOpen] = useState(false);
  const { found, typed, count, lit, setAt, take, onKeyDown } = useChoice(name, open, setOpen);
  const list = useId();
  const shown = open && count > 0;
  return (
    <div data-field="customer" className="relative">
      <Field label={n.customer} error={error}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            maxLength={200}
            aria-expanded={shown}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={shown ? `${list}-${lit}` : undefined}
            placeholder={n.customerHow}
            value={name}
            className={inputClass}
            onChange={(event) => {
              change({ name: event.target.value, customer: null });
              setAt(0);
              setOpen(true);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setOpen(false)}
          />
        )}
      </Field>
      <div
        role="listbox"
        id={list}
        aria-label={n.customers}
        hidden={!shown}
        className="absolute inset-x-0 top-[54px] z-10 rounded-lg border border-line-strong bg-surface p-1 shadow-float"
      >
        {found.map((each, index) => (
          <div
            key={each.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === lit}
            onPointerMove={() => setAt(index)}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
            className={cx(lineClass, index === lit && 'bg-accent-soft text-on-soft')}
          >
            <Found customer={each} />
          </div>
        ))}
        {typed !== '' && (
          <div
            id={`${list}-${found.length}`}
            role="option"
            aria-selected={lit === found.length}
            onPointerMove={() => setAt(found.length)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(found.length)}
            className={cx(lineClass, lit === found.length && 'bg-accent-soft text-on-soft')}
          >
            <UserPlus size={15} aria-hidden className="mx-[2px]" />
            <span className="truncate" dir="auto">
              {n.newCustomer(typed)}
            </span>
          </div>
        )}
      </div>
      {customer !== null && !shown && <KnownLine />}
    </div>
  );
}

/** What the desk knows of whoever was chosen. */
function KnownLine() {
  const id = useIntake((state) => state.form.customer?.id ?? '');
  const { data } = useQuery(orpc.customers.get.queryOptions({ input: { id }, enabled: id !== '' }));
  if (data === undefined) return null;
  const parts = [
    data.email,
    data.organisation?.name,
    data.vip ? n.vip : null,
    data.language,
    n.known(data.openTickets),
    data.notes === '' ? null : data.notes,
  ];
  return (
    <p className="mt-1 truncate text-small text-ink-2" dir="auto">
      {parts.filter((part) => part != null).join(' · ')}
    </p>
  );
}

/** How somebody new is reached. */
export function NewCustomerFields({ error }: { readonly error: string | undefined }) {
  const { customer, name, email, phone, handle, channel } = useIntake((state) => state.form);
  if (customer !== null || name.trim() === '') return null;
  return (
    <div className="flex gap-3">
      <div data-field="email" className="flex min-w-0 flex-1">
        <Field label={n.email} note={n.optional} error={error}>
          {(ids) => (
            <TextInput
              {...ids}
              type="email"
              maxLength={320}
              value={email}
              onChange={(event) => change({ email: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={n.phone} note={n.optional}>
        {(ids) => (
          <TextInput
            {...ids}
            type="tel"
            maxLength={60}
            value={phone}
            onChange={(event) => change({ phone: event.target.value })}
          />
        )}
      </Field>
      {channel === 'social' && (
        <Field label={n.handle} note={n.optional}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={200}
              value={handle}
              onChange={(event) => change({ handle: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
