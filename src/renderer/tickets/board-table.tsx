import { useTable, type ColumnSizingState, type Header } from '@tanstack/react-table';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import type { ColumnKey, TicketRow, View } from '../../contract/index.ts';
import { foldGroup, openTicket, useWindow } from '../app/window-store.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { number, t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { tallestPx } from '../ui/tall.ts';
import { useVirtual } from '../ui/virtual.ts';
import { setPicked, useBoard } from './board-store.ts';
import { boardColumns, boardFeatures, fitColumns, tracksOf, widen, type BoardFeatures } from './columns.ts';
import { groupName } from './group-names.ts';
import { headPx, itemAt, itemPx, rowPx, topOf, type Item, type Layout } from './layout.ts';
import { allPicked, isPicked, nothingPicked, togglePick, pickedCount } from './selection.ts';
import { clickedSort, sortKeyOf } from './sorting.ts';
import { tickStretch } from './stretch.ts';
import { TableHead } from './table-head.tsx';
import { BoardRow, GhostRow } from './ticket-row.tsx';
import { useBoardCursor } from './use-board-cursor.ts';
import { useRows, type BoardQuery, type Rows } from './use-rows.ts';
import { useTall } from './use-tall.ts';
import { useWidth } from '../ui/use-width.ts';

const tableHeadPx = 30;

type TableProps = {
  readonly view: View;
  readonly query: BoardQuery;
  readonly layout: Layout;
  readonly onChange: (change: Partial<View>) => void;
  readonly onColumnsDone: (columns: View['columns']) => void;
};

const noRows: TicketRow[] = [];
const noHeaders: Header<BoardFeatures, TicketRow>[] = [];

/** TanStack Table holds the columns (order, widths, headers); the rows come from the desk by position. */
function useColumns(view: View, width: number) {
  const fitting = useMemo(() => fitColumns(view.columns, width), [view.columns, width]);
  const columnSizing = useMemo<ColumnSizingState>(
    () => Object.fromEntries(view.columns.map((column) => [column.key, column.width])),
    [view.columns],
  );
  const keys = useMemo(() => fitting.map((column) => column.key), [fitting]);
  const columns = useMemo(() => boardColumns.filter((column) => keys.includes(column.id as ColumnKey)), [keys]);
  const state = useMemo(() => ({ columnSizing, columnOrder: keys }), [columnSizing, keys]);
  const table = useTable({ features: boardFeatures, columns, data: noRows, state });
  return { keys, tracks: tracksOf(fitting), headers: table.getHeaderGroups()[0]?.headers ?? noHeaders };
}

type GroupHeadProps = {
  readonly name: string;
  readonly count: number;
  readonly folded: boolean;
  readonly top: number;
  readonly index: number;
  readonly span: number;
  /** Where it is remembered that the group is folded, and the group's own value. */
  readonly place: string;
  readonly value: string;
};

const GroupHead = memo(function GroupHead({ name, count, folded, top, index, span, place, value }: GroupHeadProps) {
  const Chevron = folded ? ChevronRight : ChevronDown;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
      className="group absolute inset-x-0 top-0 flex h-[28px] items-center [contain:strict] border-b border-line bg-canvas"
    >
      <div role="gridcell" aria-colspan={span} className="flex w-full items-center">
        <button
          type="button"
          aria-expanded={!folded}
          aria-label={t.board.fold(`${name}, ${t.tickets(count)}`, folded)}
          onClick={() => foldGroup(place, value)}
          className="flex h-[27px] flex-1 items-center gap-2 pl-4 text-small -outline-offset-2"
        >
          <span className="font-bold">{name}</span>
          <span className="text-ink-3 tabular-nums">{number(count)}</span>
          <Chevron
            size={13}
            aria-hidden
            className={
              folded ? 'text-ink-3' : 'text-ink-3 opacity-0 group-hover:opacity-100 group-focus-within:opacity-100'
            }
          />
        </button>
      </div>
    </div>
  );
});

/** What the bar for ticked tickets covers at the foot, px: the last rows can be scrolled clear of it. */
const bulkPx = 60;

function useScrolling(layout: Layout, board: string, footPx: number) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const { shift, scroller } = useTall(scrollRef, layout.heightPx + footPx + tableHeadPx, board);
  const virtual = useVirtual({
    count: layout.items,
    getScrollElement: () => scrollRef.current,
    estimateSize: (index) => itemPx(layout, index),
    overscan: 6,
    observeElementOffset: scroller.observe,
    scrollToFn: (offset, { adjustments = 0 }) => scroller.scrollTo(offset + adjustments),
  });
  const measure = virtual.measure;
  useLayoutEffect(() => {
    measure();
  }, [layout, measure]);
  const reveal = useCallback(
    (item: number) => {
      const height = (scrollRef.current?.clientHeight ?? 0) - tableHeadPx - footPx;
      const top = topOf(layout, item);
      const bottom = top + itemPx(layout, item);
      const offset = scroller.offset();
      if (top < offset + (layout.headed ? headPx : 0)) scroller.scrollTo(top - (layout.headed ? headPx : 0));
      else if (bottom > offset + height) scroller.scrollTo(bottom - height);
    },
    [layout, scroller, footPx],
  );
  return { scrollRef, shift, virtual, reveal };
}

type ClickInput = { readonly query: BoardQuery; readonly layout: Layout; readonly rows: Rows };

/** A click on a row opens it; on its box ticks it, with Shift the whole stretch since the last one. */
function onRowClick(event: MouseEvent, { query, layout, rows }: ClickInput): void {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-id]') : null;
  const index = Number(element?.dataset['index']);
  const item = element === null ? null : itemAt(layout, index);
  if (item?.kind !== 'row') return;
  const row = rows.rowAt(item.section, item.offset);
  if (row === undefined) return;
  const onBox = event.target instanceof HTMLInputElement;
  useBoard.setState({ cursor: { position: item.position, id: row.id } });
  if (!onBox && !event.shiftKey && !event.metaKey && !event.ctrlKey) {
    openTicket(row.id);
    return;
  }
  const { picked, anchor } = useBoard.getState();
  if (event.shiftKey) void tickStretch({ query, layout, rowAt: rows.rowAt, from: anchor, to: index });
  else setPicked(togglePick(picked, row.id));
  useBoard.setState({ anchor: index });
}

const pickAll = (on: boolean): void => setPicked(on ? allPicked : nothingPicked);

/** What the header changes, in functions that stay the same while the board scrolls. */
function useHeadChanges({ view, onChange, onColumnsDone }: Pick<TableProps, 'view' | 'onChange' | 'onColumnsDone'>) {
  const latest = useRef({ view, onChange, onColumnsDone });
  useLayoutEffect(() => {
    latest.current = { view, onChange, onColumnsDone };
  });
  return useMemo(
    () => ({
      onSort: (key: ColumnKey, add: boolean): void => {
        const { view: now, onChange: change } = latest.current;
        const by = sortKeyOf(key);
        if (by !== undefined) change({ sort: clickedSort(now.sort, by, add) });
      },
      onWidth: (key: ColumnKey, px: number): void =>
        latest.current.onChange({ columns: widen(latest.current.view.columns, key, px) }),
      onWidthDone: (key: ColumnKey, px: number): void =>
        latest.current.onColumnsDone(widen(latest.current.view.columns, key, px)),
    }),
    [],
  );
}

/** The board as a table: a million rows by position, grouped or not. */
export function BoardTable({ view, query, layout, onChange, onColumnsDone }: TableProps) {
  const { people, queues, away } = useNames();
  const zone = useZone();
  const context = useMemo(() => ({ people, queues, away, zone }), [people, queues, away, zone]);
  const board = JSON.stringify([view.id, query]);
  const picked = useBoard((state) => state.picked);
  const total = useBoard((state) => state.total);
  const count = pickedCount(picked, total);
  const footPx = count > 0 ? bulkPx : 0;
  const { scrollRef, shift, virtual, reveal } = useScrolling(layout, board, footPx);
  const width = useWidth(scrollRef);
  const { keys, tracks, headers } = useColumns(view, width);
  const items = virtual.getVirtualItems().filter((item) => item.index < layout.items);
  const rows = useRows(query, layout, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const [pageRows, setPageRows] = useState(10);
  useLayoutEffect(() => {
    setPageRows(Math.max(1, Math.floor(((scrollRef.current?.clientHeight ?? 0) - tableHeadPx) / rowPx) - 1));
  }, [scrollRef, width]);
  const focus = useCallback(() => scrollRef.current?.focus({ preventScroll: true }), [scrollRef]);
  // Another view took the place of the one whose board had the focus: the keys go on here.
  useEffect(() => {
    if (document.activeElement === document.body && useWindow.getState().dialog === null) focus();
  }, [focus]);
  const shownItems = items.map((item) => item.index);
  const cursor = useBoardCursor({ query, layout, rowAt: rows.rowAt, shownItems, pageRows, reveal, focus });
  const ticketId = useWindow((state) => state.ticketId);

  const changes = useHeadChanges({ view, onChange, onColumnsDone });

  const draw = (item: Item, index: number, top: number) => {
    if (item.kind === 'head') {
      const section = layout.sections[item.section];
      const by = query.groupBy;
      if (section === undefined || by === null) return null;
      const name = groupName(by, section.key, context);
      const fold = { place: `${view.id} ${by}`, value: section.key ?? '', folded: section.folded };
      const rest = { name, count: section.count, top, index, ...fold };
      return <GroupHead key={`head-${section.key ?? ''}`} {...rest} span={keys.length + 1} />;
    }
    const row = rows.rowAt(item.section, item.offset);
    const { position } = item;
    if (row === undefined) return <GhostRow key={`ghost-${position}`} columns={keys} position={position} top={top} />;
    const current = ticketId === null ? position === cursor.position : row.id === ticketId;
    const state = { cursor: position === cursor.position, current, picked: isPicked(picked, row.id) };
    const place = { index, position, top };
    return <BoardRow key={row.id} row={row} columns={keys} context={context} {...place} {...state} />;
  };

  if (rows.error !== null) {
    return (
      <Empty title={t.board.failed} actions={<Button onClick={rows.retry}>{t.board.retry}</Button>}>
        {rows.error.message}
      </Empty>
    );
  }
  return (
    <div
      ref={scrollRef}
      role="grid"
      aria-label={t.board.grid(view.name)}
      aria-rowcount={layout.rows + 1}
      aria-colcount={keys.length + 1}
      aria-multiselectable
      aria-activedescendant={cursor.drawn ? `row-${cursor.position}` : undefined}
      tabIndex={0}
      data-board
      onClick={(event) => onRowClick(event, { query, layout, rows })}
      style={{ '--tracks': tracks } as Record<string, string>}
      className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto bg-surface [overflow-anchor:none]"
    >
      <TableHead
        headers={headers}
        tracks={tracks}
        sort={view.sort}
        allPicked={total > 0 && count === total}
        somePicked={count > 0}
        onPickAll={pickAll}
        {...changes}
      />
      <div
        role="rowgroup"
        className="relative"
        style={{ height: Math.min(layout.heightPx + footPx, tallestPx - tableHeadPx) }}
      >
        {items.map((item) => draw(itemAt(layout, item.index), item.index, item.start + shift))}
      </div>
    </div>
  );
}
