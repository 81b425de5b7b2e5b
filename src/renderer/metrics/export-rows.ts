import type { Kpi } from '../../contract/index.ts';
import { mw } from '../strings/en-metrics.ts';
import type { Against } from './range.ts';
import { tileWords } from './tile-words.ts';
import type { FigureRow, Figures, Told } from './use-numbers.ts';

const w = mw.file;

export type Context = {
  readonly from: string;
  readonly days: number;
  readonly place: string;
  readonly against: Against;
  readonly compared: Figures['against'];
};

/** In full, as the desk told it: what the screen rounds, and what a spreadsheet goes on with. */
const exact = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);
const yesNo = (is: boolean | null): string => (is === null ? '' : is ? w.yes : w.no);

function line(row: FigureRow, kpi: Kpi, told: Told, context: Context): readonly string[] {
  const { from, days, place, against, compared } = context;
  const words = tileWords(kpi, told, against, days);
  const { comparison } = told;
  return [
    from,
    String(days),
    place,
    row.label,
    kpi.title,
    words.value,
    exact(told.value),
    w.unitOf(kpi),
    exact(told.n),
    exact(told.hits),
    exact(told.p90),
    exact(told.interval?.low),
    exact(told.interval?.high),
    exact(kpi.target),
    yesNo(told.meetsTarget),
    compared?.from ?? '',
    exact(comparison?.a.value),
    exact(comparison?.a.n),
    exact(comparison?.difference),
    words.says,
  ];
}

/** What is shown of figures, a line for each, with its heads: as on the screen, and beside it in full. SPEC KPI-56. */
export function figureRows(
  rows: readonly FigureRow[],
  kpis: readonly Kpi[],
  context: Context,
): readonly (readonly string[])[] {
  const lines = rows.flatMap((row) =>
    kpis.flatMap((kpi) => {
      const told = row.figures.find(({ name }) => name === kpi.name);
      return told === undefined ? [] : [line(row, kpi, told, context)];
    }),
  );
  return [w.figures, ...lines];
}
