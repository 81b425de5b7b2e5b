import type { ReportCell } from '../../../../contract/index.ts';
import { leastSample } from '../../../../domain/metrics/compare.ts';
import { count, share, table, text } from '../../../../domain/reports/cells.ts';
import { countWords, periodWords, shareWords } from '../../../../domain/reports/words.ts';
import { figures } from '../../metrics/figures.ts';
import { figuresOf, type Ask, type Named, type Part } from '../ask.ts';
import { kpisOf } from '../../metrics/targets.ts';

/** Shares of what was in time. */
const isInTime = (name: string): boolean => name.endsWith('Met');

const meets = (n: number, isMet: boolean | null): string =>
  n === 0 || isMet === null
    ? ''
    : n < leastSample
      ? `${isMet ? 'met' : 'missed'}, of too few to say`
      : isMet
        ? 'met'
        : 'missed';

/** How the whole stands, in a sentence. */
export function slaSentence(all: readonly Named[]): string {
  const found = all.find(({ kpi }) => kpi.name === 'slaMet');
  if (found === undefined || found.told.value === null) return 'No ticket that had a target was solved in these days.';
  const { kpi, told } = found;
  const target = kpi.target === null ? '' : `; the target is ${shareWords(kpi.target)}`;
  const small = told.n < leastSample ? ' (too few to say much)' : '';
  return `${countWords(told.hits ?? 0)} of ${countWords(told.n)} solved tickets with a target had no breach: ${shareWords(found.told.value)}${target}${small}.`;
}

/** What was in time, by metric and priority, each of how many. SPEC REP-23. */
export async function slaSection(ask: Ask): Promise<Part> {
  const { core, keeper, period } = ask;
  const all = await figuresOf(ask, period);
  const by = await figures(core, keeper, { ...period, within: null, by: 'priority', against: 'none' });
  const kpis = kpisOf(core).filter(({ name }) => isInTime(name));
  const rows = kpis.flatMap((kpi) => {
    const whole = all.find((each) => each.kpi.name === kpi.name)?.told;
    const parts = by.rows.flatMap(({ label, figures: told }) => {
      const figure = told.find(({ name }) => name === kpi.name);
      return figure === undefined || figure.n === 0 ? [] : [{ label, figure }];
    });
    return [...parts, ...(whole === undefined ? [] : [{ label: 'All', figure: whole }])].map(
      ({ label, figure }): ReportCell[] => [
        text(kpi.title),
        text(label),
        count(figure.hits),
        count(figure.n),
        share(figure.value),
        share(kpi.target),
        text(meets(figure.n, figure.meetsTarget)),
      ],
    );
  });
  return {
    title: 'SLA compliance',
    lines: [`${periodWords(period)}. ${slaSentence(all)}`],
    tables: [
      table(
        'sla',
        'In time, by metric and priority',
        ['Metric', 'Priority', 'In time', 'Of n', 'Share', 'Target', ''],
        rows,
      ),
    ],
  };
}
