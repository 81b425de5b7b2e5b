import { useCallback, useEffect, useMemo } from 'react';
import type { TicketRow } from '../../contract/index.ts';
import { openTicket, useWindow } from '../app/window-store.ts';
import { useBoard, type BoardHandle } from './board-store.ts';
import { itemAt, itemOfRow, type Layout } from './layout.ts';
import { tickStretch } from './stretch.ts';
import type { BoardQuery } from './use-rows.ts';

type Located = { readonly position: number; readonly row: TicketRow | undefined };
/** `drawn`: its row is in the page, so that the grid can name it as its active one. */
type BoardCursor = Located & { readonly drawn: boolean };
type RowAtPosition = (position: number) => TicketRow | undefined;
type Move = Parameters<BoardHandle['move']>[0];

/**
 * Where the cursor is now: at its place, or, where the tickets moved under it, at the ticket it stood on as long as that
 * is on screen.
 */
function locate(layout: Layout, rowAt: RowAtPosition, shown: readonly number[]): Located {
  const { cursor } = useBoard.getState();
  const position = Math.min(cursor.position, layout.rows - 1);
  const row = position < 0 ? undefined : rowAt(position);
  if (cursor.id === null || row === undefined || row.id === cursor.id) return { position, row };
  const moved = shown.find((candidate) => rowAt(candidate)?.id === cursor.id);
  return moved === undefined ? { position, row } : { position: moved, row: rowAt(moved) };
}

function target(to: Move, position: number, last: number, page: number): number {
  const wanted = {
    next: position + 1,
    previous: position - 1,
    first: 0,
    last,
    pageDown: position + page,
    pageUp: position - page,
  }[to];
  return Math.min(Math.max(wanted, 0), last);
}

type CursorInput = {
  readonly query: BoardQuery;
  readonly layout: Layout;
  readonly rowAt: (section: number, offset: number) => TicketRow | undefined;
  readonly shownItems: readonly number[];
  readonly pageRows: number;
  readonly reveal: (item: number) => void;
  readonly focus: () => void;
};

/** The cursor of a table board, and what the keys can do with it. */
export function useBoardCursor({
  query,
  layout,
  rowAt,
  shownItems,
  pageRows,
  reveal,
  focus,
}: CursorInput): BoardCursor {
  const cursor = useBoard((state) => state.cursor);
  const atPosition = useCallback<RowAtPosition>(
    (position) => {
      const item = itemAt(layout, itemOfRow(layout, position));
      return item.kind === 'row' ? rowAt(item.section, item.offset) : undefined;
    },
    [layout, rowAt],
  );
  const shown = shownItems.flatMap((index) => {
    const item = itemAt(layout, index);
    return item.kind === 'row' ? [item.position] : [];
  });
  const located = locate(layout, atPosition, shown);
  const { position, row } = located;

  // The row under the cursor came in, or another one took its place: the open ticket follows only a move of the cursor.
  useEffect(() => {
    if (row === undefined || position < 0) return;
    if (cursor.id === null) {
      useBoard.setState({ cursor: { position, id: row.id } });
      if (cursor.position >= 0 && useWindow.getState().ticketId !== null && cursor.moved) openTicket(row.id);
    } else if (cursor.id === row.id && cursor.position !== position) {
      useBoard.setState({ cursor: { position, id: row.id } });
    }
  }, [cursor, position, row]);

  const handle = useMemo<BoardHandle>(
    () => ({
      move: (to, extend) => {
        if (layout.rows === 0) return;
        const next = target(to, position, layout.rows - 1, pageRows);
        const there = atPosition(next);
        useBoard.setState({ cursor: { position: next, id: there?.id ?? null, moved: true } });
        if (extend) {
          const from = itemOfRow(layout, Math.max(0, position));
          void tickStretch({ query, layout, rowAt, from, to: itemOfRow(layout, next) });
        } else if (there !== undefined && useWindow.getState().ticketId !== null) openTicket(there.id);
        reveal(itemOfRow(layout, next));
        if (document.activeElement?.closest('[data-panel]') == null) focus();
      },
      focus,
    }),
    [query, layout, rowAt, position, pageRows, atPosition, reveal, focus],
  );
  useEffect(() => {
    useBoard.setState({ handle });
    // Between two views there is no board to move in: a key must not act on the one that went.
    return () => {
      if (useBoard.getState().handle === handle) useBoard.setState({ handle: null });
    };
  }, [handle]);
  return { ...located, drawn: row !== undefined && shown.includes(position) };
}
