import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react';
import type { TicketRow } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { r } from '../strings/en-relations.ts';
import { t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { Field, TextInput } from '../ui/field.tsx';
import { PriorityBars } from '../ui/marks.tsx';

const most = 8;

/** A number alone means the ticket with it; all else is looked for as words. */
export const queryOf = (typed: string): string => {
  const wanted = typed.trim();
  return /^\d+$/.test(wanted) ? `#${wanted}` : wanted;
};

function useHits(typed: string, leave: ReadonlySet<string>): readonly TicketRow[] {
  const query = useDeferredValue(queryOf(typed));
  const options = orpc.tickets.search.queryOptions({
    input: { query, limit: most + 4 },
    enabled: query !== '',
    gcTime: 5000,
  });
  const { data } = useQuery({ ...options, placeholderData: keepPreviousData });
  if (query === '') return [];
  return (data?.hits ?? [])
    .map(({ ticket }) => ticket)
    .filter(({ id }) => !leave.has(id))
    .slice(0, most);
}

type Props = {
  readonly label: string;
  /** Tickets that are chosen already. */
  readonly leave: ReadonlySet<string>;
  readonly onPick: (ticket: TicketRow) => void;
};

/** Finds a ticket by number or words; arrows choose, Enter takes. */
export function TicketFinder({ label, leave, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const hits = useHits(typed, leave);
  const index = Math.min(at, Math.max(0, hits.length - 1));
  const take = (ticket: TicketRow | undefined): void => {
    if (ticket === undefined) return;
    setTyped('');
    setAt(0);
    onPick(ticket);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt(Math.min(Math.max(index + step, 0), Math.max(0, hits.length - 1)));
    else if (event.key === 'Enter' && typed.trim() !== '') take(hits[index]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="flex flex-col gap-1">
      <Field label={label}>
        {(ids) => (
          <TextInput
            {...ids}
            role="combobox"
            aria-expanded={hits.length > 0}
            aria-controls={hits.length > 0 ? list : undefined}
            aria-activedescendant={hits.length > 0 ? `${list}-${index}` : undefined}
            placeholder={r.find.placeholder}
            maxLength={1000}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      {hits.length > 0 && (
        <ul id={list} role="listbox" aria-label={r.find.results} className="rounded-md border border-line p-1">
          {hits.map((ticket, place) => (
            <li
              key={ticket.id}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === index}
              onPointerMove={() => setAt(place)}
              onClick={() => take(ticket)}
              className={cx(
                'flex h-[28px] items-center gap-2 rounded-[5px] px-2 select-none',
                place === index && 'bg-accent-soft text-on-soft',
              )}
            >
              <span className="tabular-nums">#{ticket.number}</span>
              <PriorityBars priority={ticket.priority} />
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {ticket.subject}
              </span>
              <span className="max-w-[140px] truncate text-small" dir="auto">
                {ticket.requester}
              </span>
              <span className="shrink-0 text-small">{t.status[ticket.status]}</span>
            </li>
          ))}
        </ul>
      )}
      {hits.length === 0 && typed.trim() !== '' && <p className="text-small text-ink-2">{r.find.nothing}</p>}
    </div>
  );
}
