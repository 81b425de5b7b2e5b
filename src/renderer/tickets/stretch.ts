import type { TicketRow } from '../../contract/index.ts';
import { sayError } from '../app/errors.ts';
import { say } from '../app/toasts.tsx';
import { client } from '../client/client.ts';
import { t } from '../strings/en.ts';
import { useBoard } from './board-store.ts';
import { groupFilter } from './filter-fields.ts';
import { itemAt, type Layout } from './layout.ts';
import { mostIds, pick } from './selection.ts';
import type { BoardQuery, Rows } from './use-rows.ts';

/** Rows of one section, `count` of them from `offset` on. */
export type Part = { readonly section: number; readonly offset: number; readonly count: number };

/** The rows between two items of a board, both included and in any order, section by section; heads are passed over. */
export function partsOf(layout: Layout, from: number, to: number): readonly Part[] {
  const parts: Part[] = [];
  const last = Math.max(from, to);
  for (let index = Math.max(0, Math.min(from, to)); index <= last;) {
    const item = itemAt(layout, index);
    const end = Math.min(last + 1, layout.itemStarts[item.section + 1] ?? last + 1);
    const offset = item.kind === 'row' ? item.offset : 0;
    const count = end - index - (item.kind === 'head' ? 1 : 0);
    if (count > 0) parts.push({ section: item.section, offset, count });
    index = Math.max(end, index + 1);
  }
  return parts;
}

function loadedIds(parts: readonly Part[], rowAt: Rows['rowAt']): readonly string[] | null {
  const ids: string[] = [];
  for (const { section, offset, count } of parts) {
    for (let at = offset; at < offset + count; at++) {
      const row: TicketRow | undefined = rowAt(section, at);
      if (row === undefined) return null;
      ids.push(row.id);
    }
  }
  return ids;
}

const windowRows = 500;

async function readIds({ filter, sort, groupBy }: BoardQuery, layout: Layout, parts: readonly Part[]) {
  const ids: string[] = [];
  for (const { section, offset, count } of parts) {
    const own = groupFilter(filter, groupBy, layout.sections[section]?.key ?? null);
    for (let at = offset; at < offset + count; at += windowRows) {
      const limit = Math.min(windowRows, offset + count - at);
      const { rows } = await client.tickets.window({ filter: own, sort: [...sort], offset: at, limit });
      ids.push(...rows.map((row) => row.id));
    }
  }
  return ids;
}

export type Stretch = {
  readonly query: BoardQuery;
  readonly layout: Layout;
  readonly rowAt: Rows['rowAt'];
  /** Item indexes. */
  readonly from: number;
  readonly to: number;
};

/** Ticks every row between two items. Rows that were never on screen are read first; more than a command takes is refused. */
export async function tickStretch({ query, layout, rowAt, from, to }: Stretch): Promise<void> {
  const parts = partsOf(layout, from, to);
  const size = parts.reduce((sum, part) => sum + part.count, 0);
  const { picked, filter } = useBoard.getState();
  const held = picked.kind === 'some' ? picked.ids.size : picked.except.size;
  if (held + size > mostIds) {
    say({ title: t.bulk.tooMany(mostIds), body: t.bulk.tooManyHow });
    return;
  }
  try {
    const ids = loadedIds(parts, rowAt) ?? (await readIds(query, layout, parts));
    // Another view may be on screen by now.
    if (useBoard.getState().filter !== filter) return;
    useBoard.setState((state) => ({ picked: pick(state.picked, ids, true) }));
  } catch (error) {
    sayError(error);
  }
}
