import type { KpiName } from '../../contract/index.ts';
import type { FigureRow } from './use-numbers.ts';

type Sort = { readonly name: KpiName; readonly descending: boolean };

/** Rows by a figure; what has none comes last, whichever way. Without a sort as the desk tells them. */
export function sortedRows(rows: readonly FigureRow[], sort: Sort | null): readonly FigureRow[] {
  if (sort === null) return rows;
  const valueOf = (row: FigureRow): number | null => row.figures.find(({ name }) => name === sort.name)?.value ?? null;
  return rows.toSorted((x, y) => {
    const [a, b] = [valueOf(x), valueOf(y)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sort.descending ? b - a : a - b;
  });
}

/** The most first, then the least, then as they came. */
export function nextSort(sort: Sort | null, name: KpiName): Sort | null {
  if (sort?.name !== name) return { name, descending: true };
  return sort.descending ? { name, descending: false } : null;
}
