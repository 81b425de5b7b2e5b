import { mipBuilder, unbounded, type Entry, type MipBuilder, type MipModel } from '../mip/model.ts';
import { free, type Instance, type ShiftGrid } from './instance.ts';
import { bindingLimits, type Pieces } from './pieces.ts';
import type { RowArc } from './row-pricer.ts';

/** A model of whole rosters, and how to read a roster from its columns. */
export type ArcModel = { readonly model: MipModel; readonly grid: (values: Float64Array) => ShiftGrid };

/**
 * The instance as a flow: each employee walks one way through the days over the given arcs, and the shifts on the way
 * fill the cover. Every row rule is in the network, so the relaxation is as tight as that over whole rows (Valério de
 * Carvalho, "LP models for bin packing and cutting stock problems", 2002, for arc flows against columns). SPEC PRO-24.
 */
export function arcModel(instance: Instance, pieces: Pieces, arcs: readonly (readonly RowArc[])[]): ArcModel {
  const builder = mipBuilder();
  const cover = coverRows(builder, pieces);
  const columns: { readonly employee: number; readonly arc: RowArc; readonly column: number }[] = [];
  for (const [employee, own] of arcs.entries()) {
    const rows = employeeRows(builder, instance, employee, own);
    for (const arc of own) {
      const slot = arc.day * instance.shifts.length + arc.shift;
      const works = arc.shift !== free;
      const cost = works ? (pieces.wishes[employee]?.[slot] ?? 0) : 0;
      const entries: Entry[] = [...rows(arc)];
      const covered = works ? (cover[slot] ?? -1) : -1;
      if (covered >= 0) entries.push([covered, 1]);
      columns.push({ employee, arc, column: builder.column({ cost, upper: 1, integer: true }, entries) });
    }
  }
  const grid = (values: Float64Array): ShiftGrid => {
    const rows = instance.staff.map(() => Array.from({ length: instance.days }, () => free));
    for (const { employee, arc, column } of columns) {
      const row = rows[employee];
      if (row !== undefined && (values[column] ?? 0) > 0.5) row[arc.day] = arc.shift;
    }
    return rows;
  };
  return { model: builder.done(pieces.constant), grid };
}

/** One row for each cover, with the people missing and too many as columns. -1: nobody is asked for. */
function coverRows(builder: MipBuilder, pieces: Pieces): number[] {
  return pieces.cover.map((cover) => {
    if (cover === null) return -1;
    const row = builder.row(cover.required, cover.required);
    builder.column({ cost: cover.under, integer: true }, [[row, 1]]);
    builder.column({ cost: cover.over, integer: true }, [[row, -1]]);
    return row;
  });
}

/** What comes into a state goes out of it; limits of single shifts are counted beside. */
function employeeRows(
  builder: MipBuilder,
  instance: Instance,
  employee: number,
  arcs: readonly RowArc[],
): (arc: RowArc) => Entry[] {
  const nodes = new Map<string, number>();
  for (const { day, from } of arcs) {
    const key = `${day}:${from}`;
    const supply = day === 0 ? 1 : 0;
    if (!nodes.has(key)) nodes.set(key, builder.row(supply, supply));
  }
  const own = instance.staff[employee];
  const limits = own === undefined ? [] : bindingLimits(instance, own);
  const limitRows = new Map(limits.map(({ shift, most }) => [shift, builder.row(-unbounded, most)]));
  return ({ day, shift, from, to }) => {
    const entries: Entry[] = [];
    const out = nodes.get(`${day}:${from}`);
    const into = nodes.get(`${day + 1}:${to}`);
    const limit = limitRows.get(shift);
    if (out !== undefined) entries.push([out, 1]);
    if (into !== undefined) entries.push([into, -1]);
    if (limit !== undefined) entries.push([limit, 1]);
    return entries;
  };
}
