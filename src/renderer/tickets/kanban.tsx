import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import type { Priority, Status, TicketPatch, TicketRow, View } from '../../contract/index.ts';
import { say } from '../app/toasts.tsx';
import { openTicket, useWindow } from '../app/window-store.ts';
import { client } from '../client/client.ts';
import { useNames, useZone } from '../client/use-desk.ts';
import { number, t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { useVirtual } from '../ui/virtual.ts';
import { updateTickets } from './actions.ts';
import { useBoard, type BoardHandle } from './board-store.ts';
import { groupFilter } from './filter-fields.ts';
import { groupName, type Group } from './group-names.ts';
import { Card } from './kanban-card.tsx';
import { layOut } from './layout.ts';
import { isPicked } from './selection.ts';
import { useRows } from './use-rows.ts';

type By = View['kanbanBy'];
const cardPx = 88;
/** As many as a browser can lay out in one column; who has more in one status works them in the table. */
const mostCards = 200_000;
const dragType = 'application/x-foredesk-ticket';

/** What putting a card into a column changes; null where the column is not ours to choose (SLA). */
function patchFor(by: By, key: string | null): TicketPatch | null {
  if (by === 'status') return key === null ? null : { status: key as Status };
  if (by === 'priority') return key === null ? null : { priority: key as Priority };
  return by === 'assignee' ? { assigneeId: key } : null;
}

async function put(by: By, id: string, key: string | null): Promise<boolean> {
  const patch = patchFor(by, key);
  if (patch !== null) return updateTickets({ ids: [id] }, patch);
  say({ title: t.kanban.noMove });
  return false;
}

/** Where the keys are: a column and a place in it; with `id` wherever that card stands (it was just carried there). */
type Spot = { readonly column: number; readonly place: number; readonly id?: string; readonly moved?: boolean };

const windowRows = 500;
const mostLooked = 5000;

/** The place of a card in the column it was put into; 0 where it is not among the first thousands. */
async function placeOf({ filter, sort, kanbanBy }: View, key: string | null, id: string): Promise<number> {
  for (let offset = 0; offset < mostLooked; offset += windowRows) {
    const input = { filter: groupFilter(filter, kanbanBy, key), sort: [...sort], offset, limit: windowRows };
    const { rows } = await client.tickets.window(input);
    const at = rows.findIndex((row) => row.id === id);
    if (at !== -1) return offset + at;
    if (rows.length < windowRows) break;
  }
  return 0;
}

type ColumnProps = {
  readonly view: View;
  readonly group: Group;
  readonly name: string;
  readonly column: number;
  readonly spot: Spot;
  readonly onSpot: (spot: Spot, row: TicketRow) => void;
  readonly onRow: (row: TicketRow | undefined) => void;
  /** The focus came into a column by itself: by Tab, or a click beside the cards. */
  readonly onEnter: (column: number) => void;
};

function useColumnRows(view: View, group: Group, first: number, last: number) {
  const { filter, sort, kanbanBy } = view;
  const query = useMemo(() => ({ filter, sort, groupBy: kanbanBy }), [filter, sort, kanbanBy]);
  const layout = useMemo(() => layOut([{ ...group, folded: false }], false), [group]);
  return useRows(query, layout, first, last);
}

function Column({ view, group, name, column, spot, onSpot, onRow, onEnter }: ColumnProps) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const zone = useZone();
  const names = useNames();
  const [over, setOver] = useState(false);
  const picked = useBoard((state) => state.picked);
  const virtual = useVirtual({
    count: Math.min(group.count, mostCards),
    getScrollElement: () => scrollRef.current,
    estimateSize: () => cardPx,
    overscan: 3,
  });
  const items = virtual.getVirtualItems();
  const rows = useColumnRows(view, group, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);
  const here = spot.column === column;
  const shown = here ? rows.rowAt(0, spot.place) : undefined;
  const isHere = (row: TicketRow, place: number): boolean =>
    here && (spot.id === undefined ? place === spot.place : row.id === spot.id);
  // While a carried card is on its way, nothing else is taken for it.
  const current = shown !== undefined && isHere(shown, spot.place) ? shown : undefined;
  useEffect(() => {
    if (!here) return;
    onRow(current);
  }, [here, current, onRow]);
  const drawn = current !== undefined && items.some(({ index }) => rows.rowAt(0, index)?.id === current.id);
  const { scrollToIndex } = virtual;
  useEffect(() => {
    if (here && group.count > 0) scrollToIndex(spot.place, { align: 'auto' });
  }, [here, spot.place, scrollToIndex, group.count]);
  const drop = (event: DragEvent): void => {
    setOver(false);
    const id = event.dataTransfer.getData(dragType);
    if (id !== '') void put(view.kanbanBy, id, group.key);
  };
  return (
    <section
      className={cx('flex max-w-[420px] min-w-[276px] flex-1 flex-col border-r border-line', over && 'bg-accent-soft')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)}
      onDrop={drop}
    >
      <h2 className="flex h-[30px] shrink-0 items-center gap-2 border-b border-line bg-canvas px-3 text-small">
        <span className="truncate font-bold" dir="auto">
          {name}
        </span>
        <span className="text-ink-3 tabular-nums">{number(group.count)}</span>
      </h2>
      <div
        ref={scrollRef}
        role="listbox"
        aria-label={t.kanban.column(name, group.count)}
        aria-activedescendant={drawn ? `card-${current.id}` : undefined}
        tabIndex={0}
        data-column={column}
        onFocus={() => onEnter(column)}
        data-board
        className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
      >
        {group.count === 0 && (
          <div role="option" aria-selected={false} aria-disabled className="p-3 text-small text-ink-2">
            {t.kanban.empty}
          </div>
        )}
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows.rowAt(0, item.index);
            if (row === undefined) return null;
            return (
              <Card
                key={row.id}
                row={row}
                by={view.kanbanBy}
                names={names}
                zone={zone}
                top={item.start}
                current={isHere(row, item.index)}
                picked={isPicked(picked, row.id)}
                movable={patchFor(view.kanbanBy, group.key) !== null}
                onPick={() => onSpot({ column, place: item.index }, row)}
                onDragStart={(event) => {
                  event.dataTransfer.setData(dragType, row.id);
                  event.dataTransfer.effectAllowed = 'move';
                }}
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

type Steps = { readonly columns: readonly Group[]; readonly view: View };

function useKeys({ columns, view }: Steps) {
  const [spot, setSpot] = useState<Spot>({ column: 0, place: -1 });
  const row = useRef<TicketRow | undefined>(undefined);
  const stepped = useRef(false);
  const moving = useRef(false);
  useLayoutEffect(() => {
    stepped.current = spot.moved === true;
    moving.current = spot.id !== undefined;
  }, [spot]);
  const focusColumn = useCallback((column: number) => {
    if (document.activeElement?.closest('[data-panel]') != null) return;
    document.querySelector<HTMLElement>(`[data-column="${column}"]`)?.focus({ preventScroll: false });
  }, []);
  const carry = useCallback(
    async (id: string, to: Group, column: number): Promise<void> => {
      if (patchFor(view.kanbanBy, to.key) !== null) {
        setSpot({ column, place: 0, id });
        focusColumn(column);
      }
      if (!(await put(view.kanbanBy, id, to.key))) return;
      const place = await placeOf(view, to.key, id).catch(() => 0);
      setSpot((now) => (now.id === id ? { ...now, place } : now));
    },
    [view, focusColumn],
  );
  const handle = useMemo<BoardHandle>(() => {
    const count = Math.min(columns[spot.column]?.count ?? 0, mostCards);
    const clamp = (place: number): number => Math.max(0, Math.min(place, count - 1));
    const places = {
      next: spot.place + 1,
      previous: spot.place - 1,
      first: 0,
      last: count - 1,
      pageDown: spot.place + 5,
      pageUp: spot.place - 5,
    };
    const across = (by: 1 | -1): number => Math.min(Math.max(spot.column + by, 0), columns.length - 1);
    return {
      move: (to) => {
        setSpot({ column: spot.column, place: clamp(places[to]), moved: true });
        focusColumn(spot.column);
      },
      moveAcross: (step) => {
        const column = across(step);
        setSpot({ column, place: Math.max(0, Math.min(spot.place, (columns[column]?.count ?? 0) - 1)), moved: true });
        focusColumn(column);
      },
      carry: (step) => {
        const column = across(step);
        const to = columns[column];
        const id = spot.id ?? row.current?.id;
        if (id !== undefined && to !== undefined && column !== spot.column) void carry(id, to, column);
      },
      focus: () => focusColumn(spot.column),
    };
  }, [columns, spot, focusColumn, carry]);
  useEffect(() => {
    useBoard.setState({ handle });
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [handle]);
  const onRow = useCallback((held: TicketRow | undefined) => {
    row.current = held;
    if (held === undefined && moving.current) return;
    useBoard.setState({ cursor: { position: held === undefined ? -1 : 0, id: held?.id ?? null } });
    if (held !== undefined && stepped.current && useWindow.getState().ticketId !== null) openTicket(held.id);
  }, []);
  const onEnter = useCallback(
    (column: number) => setSpot((now) => (now.column === column ? now : { column, place: 0 })),
    [],
  );
  return { spot, setSpot, onRow, onEnter };
}

type KanbanProps = { readonly view: View; readonly columns: readonly Group[] };

/** The view in columns by status, owner, priority or SLA. Each column is a list of its own that reads what is in sight. */
export function Kanban({ view, columns }: KanbanProps) {
  const names = useNames();
  const { spot, setSpot, onRow, onEnter } = useKeys({ columns, view });
  const pick = useCallback(
    (next: Spot, row: TicketRow) => {
      setSpot(next);
      openTicket(row.id);
    },
    [setSpot],
  );
  return (
    <div
      role="group"
      aria-label={t.kanban.label(t.group[view.kanbanBy])}
      className="flex min-h-0 flex-1 overflow-x-auto"
    >
      {columns.map((group, column) => (
        <Column
          key={group.key ?? ''}
          view={view}
          group={group}
          name={groupName(view.kanbanBy, group.key, names)}
          column={column}
          spot={spot}
          onSpot={pick}
          onRow={onRow}
          onEnter={onEnter}
        />
      ))}
    </div>
  );
}
