import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Filter, GroupKey, Sort, TicketRow } from '../../contract/index.ts';
import { orpc, queryClient } from '../client/client.ts';
import { groupFilter } from './filter-fields.ts';
import { pageRows, pagesOf, type Layout } from './layout.ts';

export type BoardQuery = { readonly filter: Filter; readonly sort: Sort; readonly groupBy: GroupKey | null };

type Wanted = { readonly key: string | null; readonly page: number };

/** Pages that nobody looks at are forgotten after this: what a fast scroll leaves behind does not pile up. */
const keptMs = 30_000;
/** A page that is only flown over is not asked for. */
const settleMs = 45;
const aheadRows = 24;

const pageOptions = ({ filter, sort, groupBy }: BoardQuery, { key, page }: Wanted) =>
  orpc.tickets.window.queryOptions({
    input: { filter: groupFilter(filter, groupBy, key), sort: [...sort], offset: page * pageRows, limit: pageRows },
    gcTime: keptMs,
  });

/** The pages to read: at once for another board, and only when they have stood still for a moment while scrolling. */
function useSettled(pages: readonly Wanted[], board: string): readonly Wanted[] {
  const wanted = JSON.stringify(pages);
  const [held, setHeld] = useState({ board, wanted });
  useEffect(() => {
    if (held.board === board && held.wanted === wanted) return undefined;
    const timer = window.setTimeout(() => setHeld({ board, wanted }), held.board === board ? settleMs : 0);
    return () => window.clearTimeout(timer);
  }, [wanted, board, held]);
  const settled = held.board === board && held.wanted !== '[]' ? held.wanted : wanted;
  return useMemo(() => JSON.parse(settled) as readonly Wanted[], [settled]);
}

export type Rows = {
  /** Undefined while its page is on its way. */
  readonly rowAt: (section: number, offset: number) => TicketRow | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
};

type Told = Pick<UseQueryResult<{ readonly rows: TicketRow[] }>, 'data' | 'error' | 'refetch'>;
/** What a page is drawn from; named here, so that a change of any of it draws the board again. */
const told = (results: readonly Told[]): readonly Told[] =>
  results.map(({ data, error, refetch }) => ({ data, error, refetch }));

type PageRows = readonly TicketRow[];

const placeOf = ({ key, page }: Wanted): string => `${page} ${key ?? ''}`;

/**
 * Rows by page: those just read, and those that are still kept from before, each looked up once. Hashing a query for every
 * row of every frame took a good part of the frame.
 */
function pageReader(query: BoardQuery, wanted: readonly Wanted[], read: readonly Told[]) {
  const held = new Map(wanted.map((page, at) => [placeOf(page), read[at]?.data?.rows]));
  return (page: Wanted): PageRows | undefined => {
    const place = placeOf(page);
    const known = held.get(place);
    if (known !== undefined) return known;
    const rows = queryClient.getQueryData(pageOptions(query, page).queryKey)?.rows;
    held.set(place, rows);
    return rows;
  };
}

/** The rows of a stretch of a board, read in pages by position; only pages on screen are read, and read again. */
export function useRows(query: BoardQuery, layout: Layout, first: number, last: number): Rows {
  const board = JSON.stringify(query);
  const pages = pagesOf(layout, first, last, aheadRows).map(({ section, page }) => ({
    key: layout.sections[section]?.key ?? null,
    page,
  }));
  const wanted = useSettled(pages, board);
  const read = useQueries({ queries: wanted.map((page) => pageOptions(query, page)), combine: told });
  const pageAt = useMemo(() => pageReader(query, wanted, read), [query, wanted, read]);
  const rowAt = useCallback(
    (section: number, offset: number): TicketRow | undefined => {
      const page = Math.floor(offset / pageRows);
      const key = layout.sections[section]?.key ?? null;
      return pageAt({ key, page })?.[offset - page * pageRows];
    },
    [layout, pageAt],
  );
  const failed = read.filter((page) => page.data === undefined && page.error !== null);
  const retry = (): void => {
    for (const page of failed) void page.refetch();
  };
  return { rowAt, error: failed[0]?.error ?? null, retry };
}
