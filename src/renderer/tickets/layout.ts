/** One group of a board, or the whole board when it is not grouped. `key` is the group's value, null for "none". */
export type Section = { readonly key: string | null; readonly count: number; readonly folded: boolean };

export const rowPx = 34;
export const headPx = 28;
export const pageRows = 100;

/** Where every head and row of a board stands, without a list of the rows. Items are heads and rows, top to bottom. */
export type Layout = {
  readonly sections: readonly Section[];
  readonly headed: boolean;
  /** Item index of the first item of each section, and one past the last. */
  readonly itemStarts: readonly number[];
  /** Position of the first shown row of each section, and one past the last. */
  readonly rowStarts: readonly number[];
  readonly items: number;
  readonly rows: number;
  readonly heightPx: number;
};

export type Item =
  | { readonly kind: 'head'; readonly section: number }
  | { readonly kind: 'row'; readonly section: number; readonly offset: number; readonly position: number };

export function layOut(sections: readonly Section[], headed: boolean): Layout {
  const itemStarts = [0];
  const rowStarts = [0];
  let items = 0;
  let rows = 0;
  for (const section of sections) {
    const shown = section.folded ? 0 : section.count;
    items += shown + (headed ? 1 : 0);
    rows += shown;
    itemStarts.push(items);
    rowStarts.push(rows);
  }
  const heightPx = rows * rowPx + (headed ? sections.length * headPx : 0);
  return { sections, headed, itemStarts, rowStarts, items, rows, heightPx };
}

/** The section that holds the place `at` of ascending starts. Binary search: a board can have hundreds of groups. */
function sectionOf(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function itemAt(layout: Layout, index: number): Item {
  const section = sectionOf(layout.itemStarts, index);
  const within = index - (layout.itemStarts[section] ?? 0);
  if (layout.headed && within === 0) return { kind: 'head', section };
  const offset = within - (layout.headed ? 1 : 0);
  return { kind: 'row', section, offset, position: (layout.rowStarts[section] ?? 0) + offset };
}

/** Item index of the row at a position (0 to rows - 1). */
export function itemOfRow(layout: Layout, position: number): number {
  const section = sectionOf(layout.rowStarts, position);
  const offset = position - (layout.rowStarts[section] ?? 0);
  return (layout.itemStarts[section] ?? 0) + offset + (layout.headed ? 1 : 0);
}

export const itemPx = (layout: Layout, index: number): number =>
  itemAt(layout, index).kind === 'head' ? headPx : rowPx;

export type Page = { readonly section: number; readonly page: number };

/** The pages of rows that hold the items of a range, and those within `ahead` items of it. */
export function pagesOf(layout: Layout, first: number, last: number, ahead: number): readonly Page[] {
  const pages: Page[] = [];
  const from = Math.max(0, first - ahead);
  const to = Math.min(layout.items - 1, last + ahead);
  for (let index = from; index <= to; index++) {
    const item = itemAt(layout, index);
    if (item.kind === 'head') continue;
    const page = Math.floor(item.offset / pageRows);
    const latest = pages.at(-1);
    if (latest?.section !== item.section || latest.page !== page) pages.push({ section: item.section, page });
  }
  return pages;
}

/** Pixels from the top of the board to an item. */
export function topOf(layout: Layout, index: number): number {
  const item = itemAt(layout, index);
  const heads = layout.headed ? item.section + (item.kind === 'row' ? 1 : 0) : 0;
  const rows = item.kind === 'row' ? item.position : (layout.rowStarts[item.section] ?? 0);
  return rows * rowPx + heads * headPx;
}
