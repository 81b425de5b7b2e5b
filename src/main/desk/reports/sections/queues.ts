import type { KpiName, ReportCell } from '../../../../contract/index.ts';
import { count, figureCell, table, text } from '../../../../domain/reports/cells.ts';
import { counted } from '../../../../domain/reports/words.ts';
import { figures } from '../../metrics/figures.ts';
import { kpisOf } from '../../metrics/targets.ts';
import type { Ask, Part } from '../ask.ts';

/** What a queue is told of. */
const shown: readonly KpiName[] = ['created', 'solved', 'backlog', 'firstResponse', 'slaMet'];
const hasOwnN = (name: KpiName): boolean => name === 'firstResponse' || name === 'slaMet';

/** Queue by queue, the deepest backlog first. */
export async function queuesSection({ core, keeper, period }: Ask): Promise<Part> {
  const { rows } = await figures(core, keeper, { ...period, within: null, by: 'queue', against: 'none' });
  const known = kpisOf(core);
  const kpis = shown.flatMap((name) => known.find((each) => each.name === name) ?? []);
  const valueOf = (row: (typeof rows)[number], name: KpiName) => row.figures.find((each) => each.name === name);
  const sorted = rows.toSorted((a, b) => (valueOf(b, 'backlog')?.value ?? 0) - (valueOf(a, 'backlog')?.value ?? 0));
  const cells = sorted.map((row): ReportCell[] => [
    text(row.label),
    ...kpis.flatMap(({ name, kind }) => {
      const figure = valueOf(row, name);
      const value = figureCell(kind, figure?.value ?? null);
      return hasOwnN(name) ? [value, count(figure?.n ?? 0)] : [value];
    }),
  ]);
  const columns = ['Queue', ...kpis.flatMap(({ title, name }) => (hasOwnN(name) ? [title, 'n'] : [title]))];
  const lines =
    cells.length === 0
      ? ['Nothing came in or was solved in any queue.']
      : [`${counted(cells.length, 'queue')}, the deepest backlog first.`];
  return { title: 'Queues', lines, tables: cells.length === 0 ? [] : [table('queues', 'Queues', columns, cells)] };
}
