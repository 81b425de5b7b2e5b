import type { Kpi, ReportSection } from '../../../contract/index.ts';
import type { DueBy } from '../../../domain/reports/due.ts';
import type { Period } from '../../../domain/reports/period.ts';
import type { Told } from '../../../domain/reports/reading.ts';
import { breathe } from '../breathe.ts';
import type { Core } from '../core.ts';
import { figures } from '../metrics/figures.ts';
import type { FigureKeeper } from '../metrics/keeper.ts';
import { kpisOf } from '../metrics/targets.ts';
import type { Definition } from './definitions.ts';

export type Built = Pick<Definition, 'kind' | 'title' | 'sections' | 'note' | 'time'>;

/** What a section is made from. */
export type Ask = {
  /** As the desk itself asks: all figures are for it. */
  readonly core: Core;
  readonly keeper: FigureKeeper;
  readonly built: Built;
  readonly period: Period;
  readonly against: Period;
  readonly days: DueBy;
  /** Epoch ms: what is told of now is of then. */
  readonly now: number;
  /** Figures of the whole desk that were asked for already, by their days: several sections tell the same. */
  readonly known: Map<string, Promise<Named[]>>;
};

export type Part = Omit<ReportSection, 'kind'>;

/** A figure with its definition. */
export type Named = { readonly kpi: Kpi; readonly told: Told };

/** All figures of the whole desk over some days, held against others, as the Numbers screen has them. SPEC REP-20. */
export function figuresOf(ask: Ask, period: Period, other?: Period): Promise<Named[]> {
  const key = JSON.stringify([period, other]);
  const known = ask.known.get(key) ?? readFigures(ask, period, other);
  ask.known.set(key, known);
  return known;
}

async function readFigures({ core, keeper }: Ask, period: Period, other?: Period): Promise<Named[]> {
  const input = { ...period, within: null, by: null, against: 'none' as const, ...(other !== undefined && { other }) };
  const { rows } = await figures(core, keeper, input);
  await breathe();
  const known = new Map(kpisOf(core).map((kpi) => [kpi.name, kpi]));
  return (rows[0]?.figures ?? []).flatMap((told) => {
    const kpi = known.get(told.name);
    return kpi === undefined ? [] : [{ kpi, told }];
  });
}
