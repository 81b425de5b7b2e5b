import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { Star } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { CustomerRow } from '../../contract/index.ts';
import { orpc } from '../client/client.ts';
import { u } from '../strings/en-customers.ts';
import { cx } from '../ui/cx.ts';
import { Avatar } from '../ui/marks.tsx';
import { useVirtual } from '../ui/virtual.ts';
import { chooseCustomer, useCustomers } from './customers-store.ts';

const pageRows = 100;
const rowPx = 40;

const pageOptions = (text: string, page: number) =>
  orpc.customers.list.queryOptions({
    input: { text, offset: page * pageRows, limit: pageRows },
    gcTime: 30_000,
  });

/** How many there are, by what is searched for. */
export const useCount = (text: string) =>
  useQuery({ ...pageOptions(text, 0), placeholderData: keepPreviousData }).data?.total;

function Line({ row }: { readonly row: CustomerRow }) {
  return (
    <>
      <Avatar name={row.name} size={24} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-semibold" dir="auto">
          {row.name}
          {row.vip && <Star size={11} aria-label={u.vip} className="ml-1 inline text-risk" />}
        </span>
        <span className="truncate text-cap text-ink-2">
          {[row.email, row.organisation?.name].filter((part) => part != null).join(' · ')}
        </span>
      </span>
      <span className="shrink-0 text-small text-ink-2 tabular-nums">{u.openOf(row.openTickets)}</span>
    </>
  );
}

function stepOf(key: string, page: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    j: 1,
    ArrowUp: -1,
    k: -1,
    PageDown: page,
    PageUp: -page,
    Home: -Infinity,
    End: Infinity,
  };
  return steps[key] ?? null;
}

type ListProps = { readonly text: string; readonly total: number; readonly onEnter: () => void };

/** Customers by name, read in pages by position: a hundred thousand are as quick as ten. */
export function CustomerList({ text, total, onEnter }: ListProps) {
  const chosen = useCustomers((state) => state.chosen);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const virtual = useVirtual({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / pageRows);
  const last = Math.floor((items.at(-1)?.index ?? 0) / pageRows);
  const pages = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const read = useQueries({ queries: pages.map((page) => pageOptions(text, page)) });
  const rowAt = (index: number): CustomerRow | undefined =>
    read[Math.floor(index / pageRows) - first]?.data?.rows[index % pageRows];
  const at = items.find(({ index }) => rowAt(index)?.id === chosen)?.index ?? null;
  useEffect(() => {
    // Keys belong to the list until one goes elsewhere.
    if (document.activeElement === document.body) scroller.current?.focus();
  }, []);
  const cursor = useRef(0);
  useEffect(() => {
    if (at !== null) cursor.current = at;
  }, [at]);
  // Where a jump went that is not read yet: whoever stands there is chosen as soon as it is.
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    const there = wanted.current === null ? undefined : rowAt(wanted.current);
    if (there === undefined) return;
    wanted.current = null;
    chooseCustomer(there.id);
  });
  const move = (step: number): void => {
    const next = Math.min(Math.max(cursor.current + step, 0), total - 1);
    cursor.current = next;
    virtual.scrollToIndex(next);
    const row = rowAt(next);
    wanted.current = row === undefined ? next : null;
    if (row !== undefined) chooseCustomer(row.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key, Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowPx) / rowPx) - 1));
    if (step !== null) move(chosen === null && Number.isFinite(step) ? 0 : step);
    else if (event.key === 'Enter' && chosen !== null) onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      data-customers
      data-board
      aria-label={u.list}
      tabIndex={0}
      aria-activedescendant={at === null ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
      className="isolate min-h-0 min-w-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      {/* Below the ring of the list, which its lines would cut. */}
      <div className="relative z-[-1]" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          const current = row !== undefined && row.id === chosen;
          return (
            <div
              key={index}
              id={`${id}-${index}`}
              role="option"
              aria-selected={current}
              aria-setsize={total}
              aria-posinset={index + 1}
              onClick={() => {
                wanted.current = null;
                if (row !== undefined) chooseCustomer(row.id);
              }}
              style={{ height: rowPx, transform: `translateY(${start}px)` }}
              className={cx(
                'absolute inset-x-0 top-0 flex items-center gap-2 border-b border-l-2 border-b-line px-3 select-none',
                current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-sunken',
              )}
            >
              {row !== undefined && <Line row={row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
