import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent } from 'react';
import type { TicketRow } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { n } from '../strings/en-intake.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { PriorityBars } from '../ui/marks.tsx';
import { requesterOf, type Form } from './form.ts';
import { addToTicket, showTicket, useIntake } from './intake-store.ts';

const settleMs = 200;

/** A value once it has stood still: the desk is not asked at every letter. */
function useSettled<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => settle(value), settleMs);
    return () => window.clearTimeout(timer);
  }, [value]);
  return settled;
}

const wordsOf = ({ body, turns }: Form): string =>
  (turns.length > 0
    ? turns
        .filter(({ who }) => who === 'customer')
        .map(({ text }) => text)
        .join('\n')
    : body
  ).slice(0, 4000);

function useDuplicates() {
  const form = useIntake((state) => state.form);
  const asked = useSettled(
    JSON.stringify({ requester: requesterOf(form), subject: form.subject.slice(0, 1000), body: wordsOf(form) }),
  );
  const input = JSON.parse(asked) as { requester: ReturnType<typeof requesterOf>; subject: string; body: string };
  const enough = input.subject.trim().length > 2 || input.body.trim().length > 10;
  const options = orpc.tickets.duplicates.queryOptions({ input, enabled: enough, staleTime: 5000, gcTime: 10_000 });
  const { data } = useQuery({ ...options, placeholderData: keepPreviousData });
  return enough ? (data?.duplicates ?? []) : [];
}

type AlikeProps = { readonly ticket: TicketRow; readonly why: string };

/** A ticket that may be meant: Enter opens it, A puts what was written onto it. */
function Alike({ ticket, why }: AlikeProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 'a' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    void addToTicket(ticket.id);
  };
  return (
    <li className="flex flex-col rounded-md border border-line bg-surface">
      <button
        type="button"
        onClick={() => showTicket(ticket.id)}
        onKeyDown={onKeyDown}
        className="flex min-w-0 flex-col gap-[2px] rounded-md px-2 py-[6px] text-left hover:bg-sunken"
      >
        <span className="flex items-center gap-2">
          <PriorityBars priority={ticket.priority} />
          <span className="text-small text-ink-2 tabular-nums">#{ticket.number}</span>
          <span className="text-small text-ink-2">{t.status[ticket.status]}</span>
        </span>
        <span className="line-clamp-2 font-semibold break-words" dir="auto">
          {ticket.subject}
        </span>
        <span className="text-small text-ink-2">{why}</span>
      </button>
      <div className="flex gap-1 px-1 pb-1">
        <Button small look="quiet" onClick={() => void addToTicket(ticket.id)} aria-label={n.addTo(ticket.number)}>
          {n.add} <Kbd keys="a" />
        </Button>
      </div>
    </li>
  );
}

/** The customer's own open tickets: the next question is often about one of them. */
function OpenOnes({
  id,
  name,
  without,
}: {
  readonly id: string;
  readonly name: string;
  readonly without: ReadonlySet<string>;
}) {
  const { data } = useQuery(orpc.customers.tickets.queryOptions({ input: { id, limit: 6 } }));
  const open = (data?.rows ?? []).filter(
    (row) => row.status !== 'solved' && row.status !== 'closed' && !without.has(row.id),
  );
  if (open.length === 0) return null;
  return (
    <section className="flex flex-col gap-[6px]">
      <h3 className="text-small font-semibold text-ink-2">{n.openOf(name)}</h3>
      <ul className="flex flex-col gap-[6px]">
        {open.map((row) => (
          <Alike key={row.id} ticket={row} why={row.category ?? t.channel[row.channel]} />
        ))}
      </ul>
    </section>
  );
}

function Belongs() {
  const belongs = useIntake((state) => state.form.belongsTo);
  if (belongs === null) return null;
  return (
    <section className="flex flex-col gap-1 rounded-md bg-accent-soft px-3 py-2 text-on-soft">
      <h3 className="font-bold">{n.belongs(belongs.number)}</h3>
      <p className="break-words" dir="auto">
        {belongs.subject}
      </p>
      <p className="text-small">{belongs.why}</p>
      <div className="mt-1 flex gap-2">
        <Button small look="primary" onClick={() => void addToTicket(belongs.id)}>
          {n.addTo(belongs.number)}
        </Button>
        <Button small onClick={() => showTicket(belongs.id)}>
          {n.open}
        </Button>
      </div>
    </section>
  );
}

/** Beside the form: what this may belong to, as one writes. */
export function Beside() {
  const { customer, notes, forwardedBy } = useIntake((state) => state.form);
  const duplicates = useDuplicates();
  const said = [...(forwardedBy === null ? [] : [n.forwarded(forwardedBy)]), ...notes];
  return (
    <div className="flex flex-col gap-3">
      <Belongs />
      {said.length > 0 && (
        <ul className="flex flex-col gap-1 text-small text-ink-2">
          {said.map((note) => (
            <li key={note} className="break-words" dir="auto">
              {note}
            </li>
          ))}
        </ul>
      )}
      <section aria-live="polite" className="flex flex-col gap-[6px]">
        <h3 className="text-small font-semibold text-ink-2">{n.duplicates}</h3>
        {duplicates.length === 0 && <p className="text-small text-ink-2">{n.noDuplicates}</p>}
        {duplicates.length > 0 && (
          <ul className="flex flex-col gap-[6px]">
            {duplicates.map(({ ticket, why }) => (
              <Alike key={ticket.id} ticket={ticket} why={why} />
            ))}
          </ul>
        )}
      </section>
      {customer !== null && (
        <OpenOnes id={customer.id} name={customer.name} without={new Set(duplicates.map(({ ticket }) => ticket.id))} />
      )}
    </div>
  );
}
