import type { ReportCell } from '../../../../contract/index.ts';
import { dayNumber } from '../../../../domain/calendar/wall-time.ts';
import { count, figureCell, table, text } from '../../../../domain/reports/cells.ts';
import { yearBefore } from '../../../../domain/reports/period.ts';
import { reading } from '../../../../domain/reports/reading.ts';
import { usualOf, usualWords } from '../../../../domain/reports/usual.ts';
import { periodWords } from '../../../../domain/reports/words.ts';
import { series } from '../../metrics/lines.ts';
import { figuresOf, type Ask, type Named, type Part } from '../ask.ts';

const targetCell = ({ kpi }: Named): ReportCell => figureCell(kpi.kind, kpi.target);
const valueCell = ({ kpi, told }: Named): ReportCell => figureCell(kpi.kind, told.value);
const meetsWords = ({ told }: Named): string => (told.meetsTarget === null ? '' : told.meetsTarget ? 'met' : 'missed');

const byName = (all: readonly Named[]) => new Map(all.map((each) => [each.kpi.name, each]));

/** Counts of a day beside what is usual on days that are worked; all else by its comparison. */
async function usualReading(ask: Ask, { kpi, told }: Named): Promise<string> {
  if (kpi.kind !== 'count') return reading(kpi, told.comparison);
  const range = { from: ask.against.from, days: ask.against.days + 1, within: null, name: kpi.name };
  const { days } = await series(ask.core, ask.keeper, range);
  const worked = days.filter(({ date }) => date === ask.period.from || ask.days.isWorkday(dayNumber(date)));
  return usualWords(usualOf(worked.map(({ figure }) => figure.value)));
}

async function daily(ask: Ask): Promise<Part> {
  const now = await figuresOf(ask, ask.period, ask.against);
  const before = byName(await figuresOf(ask, ask.against));
  const rows: ReportCell[][] = [];
  for (const each of now) {
    const past = before.get(each.kpi.name);
    const perDay = each.kpi.kind === 'count' || past === undefined;
    rows.push([
      text(each.kpi.title),
      valueCell(each),
      count(each.told.n),
      perDay ? text(null) : valueCell(past),
      targetCell(each),
      text(meetsWords(each)),
      text(await usualReading(ask, each)),
    ]);
  }
  const columns = ['Figure', periodWords(ask.period), 'n', 'Usual', 'Target', '', 'Reading'];
  return {
    title: 'Figures',
    lines: [
      `${periodWords(ask.period)}, beside the eight weeks before. One day is little: where the reading says so, do not react yet.`,
    ],
    tables: [table('figures', 'Figures', columns, rows)],
  };
}

/** Beside the days before; a month beside the same month last year as well. */
async function longer(ask: Ask): Promise<Part> {
  const isMonthly = ask.built.kind !== 'weekly';
  const yearAgoPeriod = isMonthly ? yearBefore(ask.period) : null;
  const now = await figuresOf(ask, ask.period, ask.against);
  const before = byName(await figuresOf(ask, ask.against));
  const ofYearAgo = yearAgoPeriod === null ? [] : await figuresOf(ask, yearAgoPeriod);
  // A desk that is younger than a year has none.
  const lastYear = ofYearAgo.some(({ told }) => told.n > 0) ? yearAgoPeriod : null;
  const yearAgo = lastYear === null ? null : byName(ofYearAgo);
  const besideYear = lastYear === null ? null : byName(await figuresOf(ask, ask.period, lastYear));
  const cellOf = (all: ReturnType<typeof byName>, { kpi }: Named): ReportCell =>
    figureCell(kpi.kind, all.get(kpi.name)?.told.value ?? null);
  const rows = now.map((each) => [
    text(each.kpi.title),
    valueCell(each),
    count(each.told.n),
    targetCell(each),
    text(meetsWords(each)),
    cellOf(before, each),
    text(reading(each.kpi, each.told.comparison)),
    ...(yearAgo === null || besideYear === null
      ? []
      : [cellOf(yearAgo, each), text(reading(each.kpi, besideYear.get(each.kpi.name)?.told.comparison ?? null))]),
  ]);
  const columns = ['Figure', 'Now', 'n', 'Target', '', 'Before', 'Reading'];
  return {
    title: 'Figures',
    lines: [
      `${periodWords(ask.period)}, held against ${periodWords(ask.against)}${lastYear === null ? '' : ` and ${periodWords(lastYear)}`}. A reading is a verdict beyond noise, or it says: do not react yet.`,
      ...(yearAgoPeriod !== null && lastYear === null ? [`There is nothing of ${periodWords(yearAgoPeriod)}.`] : []),
    ],
    tables: [table('figures', 'Figures', lastYear === null ? columns : [...columns, 'A year before', 'Reading'], rows)],
  };
}

/** All figures of the days. SPEC REP-20, REP-21. */
export const figuresSection = (ask: Ask): Promise<Part> => (ask.built.kind === 'daily' ? daily(ask) : longer(ask));
