import type { ReportCell } from '../../../../contract/index.ts';
import { count, figureCell, table, text } from '../../../../domain/reports/cells.ts';
import { monthsTo } from '../../../../domain/reports/period.ts';
import { periodWords } from '../../../../domain/reports/words.ts';
import { figuresOf, type Ask, type Named, type Part } from '../ask.ts';

const months = 12;
/** Figures beside each other: what fits on a sheet with their n. */
const atOnce = { share: 3, minutes: 3, count: 4 } as const;

const titles = { share: 'Shares', minutes: 'Working minutes, medians', count: 'Counts' } as const;
const isKnown = (kind: string): kind is keyof typeof titles => Object.hasOwn(titles, kind);

type Month = { readonly name: string; readonly figures: readonly Named[] };

function tableOf(all: readonly Month[], kind: string, part: readonly Named[], nth: number) {
  const hasN = kind !== 'count';
  const columns = ['Month', ...part.flatMap(({ kpi }) => (hasN ? [kpi.title, 'n'] : [kpi.title]))];
  const rows = all.map(({ name, figures }): ReportCell[] => [
    text(name),
    ...part.flatMap(({ kpi }) => {
      const told = figures.find((each) => each.kpi.name === kpi.name)?.told;
      const value = figureCell(kpi.kind, told?.value ?? null);
      return hasN ? [value, count(told?.n ?? 0)] : [value];
    }),
  ]);
  const title = isKnown(kind) ? titles[kind] : 'Other figures';
  return table(`trend-${kind}-${nth}`, nth === 1 ? title : `${title} (${nth})`, columns, rows);
}

/** Months before the first of which there is anything are left out. */
function fromFirst(all: readonly Month[]): readonly Month[] {
  const first = all.findIndex(({ figures }) => figures.some(({ told }) => told.n > 0));
  return first < 0 ? [] : all.slice(first);
}

/** Twelve months of every figure, month by month. SPEC REP-26. */
export async function trendSection(ask: Ask): Promise<Part> {
  const all: Month[] = [];
  for (const month of monthsTo(ask.period.from, months)) {
    all.push({ name: periodWords(month), figures: await figuresOf(ask, month) });
  }
  const told = fromFirst(all);
  const last = told.at(-1)?.figures ?? [];
  const tables = [...Map.groupBy(last, ({ kpi }): string => kpi.kind)].flatMap(([kind, some]) => {
    const size = isKnown(kind) ? atOnce[kind] : 3;
    const parts = Array.from({ length: Math.ceil(some.length / size) }, (_, at) =>
      some.slice(at * size, (at + 1) * size),
    );
    return parts.map((part, at) => tableOf(told, kind, part, at + 1));
  });
  const [first, end] = [told[0]?.name ?? '', told.at(-1)?.name ?? ''];
  const before = told.length < all.length ? ` There is nothing before ${first}.` : '';
  const line =
    told.length === 0 ? 'There is nothing of these twelve months.' : `From ${first} to ${end}, by the month.${before}`;
  return { title: 'Twelve months', lines: [line], tables };
}
