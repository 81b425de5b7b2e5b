import type { AskPivot, AskPivotSpec, AskValue } from '../../contract/index.ts';
import { aw } from '../strings/en-ask.ts';
import type { GridColumn } from './data-grid.tsx';
import { widthOf } from './widths.ts';

/** A pivot as the rows and columns of a grid: its keys at the left, totals at the right and at the bottom. */
export type PivotModel = {
  readonly columns: readonly GridColumn[];
  readonly count: number;
  readonly hasTotal: boolean;
  readonly valueAt: (row: number, column: number) => AskValue;
  readonly isFigure: (column: number) => boolean;
  /** The values that lead to a cell, null where it is a total; what it is called. */
  readonly leadsTo: (
    row: number,
    column: number,
  ) => {
    readonly rows: AskValue[] | null;
    readonly columns: AskValue[] | null;
    readonly title: string;
  };
};

export const keyText = (key: readonly AskValue[]): string =>
  key.map((value) => (value === null || value === '' ? aw.none : String(value))).join(' / ');

const measured = ({ measure, of }: AskPivotSpec): string =>
  of === null ? aw.measure[measure] : `${aw.measure[measure]} · ${of}`;

const looked = 200;

export function pivotModel(pivot: AskPivot): PivotModel {
  const heads = pivot.rows.length;
  const isWide = pivot.columns.length > 0;
  const figures = isWide ? [...pivot.columnKeys.map(keyText), aw.total] : [measured(pivot)];
  const count = pivot.rowKeys.length + (heads > 0 ? 1 : 0);
  const totals = [...pivot.columnTotals, ...(isWide ? [pivot.grandTotal] : [])];
  const isTotalRow = (row: number): boolean => row >= pivot.rowKeys.length;
  const figureAt = (row: number, at: number): AskValue => {
    if (isTotalRow(row)) return totals[at] ?? null;
    return at < pivot.columnKeys.length ? (pivot.cells[row]?.[at] ?? null) : (pivot.rowTotals[row] ?? null);
  };
  const headAt = (row: number, at: number): AskValue => {
    if (isTotalRow(row)) return at === 0 ? aw.total : '';
    const value = pivot.rowKeys[row]?.[at] ?? null;
    return value === null || value === '' ? aw.none : value;
  };
  const valueAt = (row: number, column: number): AskValue =>
    column < heads ? headAt(row, column) : figureAt(row, column - heads);
  return {
    columns: [
      ...pivot.rows.map((name, at) => ({
        key: `row ${name}`,
        label: name,
        isNumber: false,
        isHead: true,
        width: widthOf(
          name,
          pivot.rowKeys.slice(0, looked).map((key) => String(key[at] ?? aw.none)),
          220,
        ),
      })),
      ...figures.map((label, at) => ({
        key: `column ${String(at)} ${label}`,
        label,
        isNumber: true,
        width: widthOf(label, ['00,000.00'], 160),
      })),
    ],
    count,
    hasTotal: heads > 0,
    valueAt,
    isFigure: (column) => column >= heads,
    leadsTo(row, column) {
      const rows = isTotalRow(row) ? null : [...(pivot.rowKeys[row] ?? [])];
      const key = column < heads || !isWide ? undefined : pivot.columnKeys[column - heads];
      const columns = key === undefined ? null : [...key];
      const names = [rows, columns].flatMap((each) => (each === null || each.length === 0 ? [] : [keyText(each)]));
      return { rows, columns, title: names.length === 0 ? aw.pivot.everything : names.join(', ') };
    },
  };
}
