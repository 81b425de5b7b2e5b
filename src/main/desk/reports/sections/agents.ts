import type { Comparison, Kpi, ReportCell } from '../../../../contract/index.ts';
import { compare, leastSample } from '../../../../domain/metrics/compare.ts';
import { together } from '../../../../domain/metrics/together.ts';
import { count, share, table, text } from '../../../../domain/reports/cells.ts';
import { isReact, moveOf, type Told } from '../../../../domain/reports/reading.ts';
import { countWords, counted, periodWords, valueWords } from '../../../../domain/reports/words.ts';
import { breathe } from '../../breathe.ts';
import { figures } from '../../metrics/figures.ts';
import { kpisOf } from '../../metrics/targets.ts';
import { figuresOf, type Ask, type Named, type Part } from '../ask.ts';

type Agent = { readonly label: string; readonly figures: readonly Told[] };
type Beside = { readonly agent: Agent; readonly kpi: Kpi; readonly own: Told; readonly comparison: Comparison };

const isJudged = ({ kind, better }: Kpi): boolean => kind === 'share' && better !== 'neither';

/** An agent's share beside that of all others together; null where there are no others. */
function besideOthers(all: Named, own: Told): Comparison | null {
  const [n, hits] = [all.told.n - own.n, (all.told.hits ?? 0) - (own.hits ?? 0)];
  if (own.n === 0 || n <= 0) return null;
  return compare({ a: { n, successes: hits }, b: { n: own.n, successes: own.hits ?? 0 }, measure: 'median' });
}

/** Every share of every agent beside the others, judged together. SPEC REP-24. */
function allBeside(agents: readonly Agent[], all: readonly Named[]): Beside[] {
  const found = agents.flatMap((agent) =>
    all
      .filter(({ kpi }) => isJudged(kpi))
      .flatMap((whole): Beside[] => {
        const own = agent.figures.find(({ name }) => name === whole.kpi.name);
        const comparison = own === undefined ? null : besideOthers(whole, own);
        return own === undefined || comparison === null ? [] : [{ agent, kpi: whole.kpi, own, comparison }];
      }),
  );
  const judged = together(found.map(({ comparison }) => comparison));
  return found.map((each, at) => ({ ...each, comparison: judged[at] ?? each.comparison }));
}

const besideRow = ({ agent, kpi, own, comparison }: Beside): ReportCell[] => [
  text(agent.label),
  text(kpi.title),
  share(own.value),
  count(own.n),
  share(comparison.a.value),
  count(comparison.a.n),
  text(moveOf(kpi, comparison) === 'better' ? 'better, beyond noise' : 'to look at together'),
];

function ownChanges(agents: readonly Agent[], kpis: readonly Kpi[]): string[] {
  return agents.flatMap(({ label, figures: told }) =>
    told.filter(isReact).flatMap((figure) => {
      const kpi = kpis.find(({ name }) => name === figure.name);
      const before = figure.comparison?.a;
      if (kpi === undefined || before === undefined || kpi.better === 'neither') return [];
      return [
        `${label}: ${kpi.title} ${moveOf(kpi, figure.comparison) ?? ''} than their own days before, ${valueWords(kpi.kind, figure.value)} (n ${countWords(figure.n)}) after ${valueWords(kpi.kind, before.value)} (n ${countWords(before.n)}).`,
      ];
    }),
  );
}

const noise = 'Who is ahead of whom in the rest is chance, and no ranking is made of it.';

/** What stands out of agents' work beyond noise, and nothing else: for coaching, not for a ranking. SPEC REP-24. */
export async function agentsSection(ask: Ask): Promise<Part> {
  const { core, keeper, period, against } = ask;
  const all = await figuresOf(ask, period);
  const { rows } = await figures(core, keeper, {
    ...period,
    within: null,
    by: 'agent',
    against: 'none',
    other: against,
  });
  const agents = rows
    .filter(({ key }) => key !== '')
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'))
    .map(({ label, figures: told }): Agent => ({ label, figures: told }));
  await breathe();
  const beside = allBeside(agents, all);
  const known = new Set(beside.filter(({ comparison }) => comparison.enoughSample).map(({ agent }) => agent.label));
  const out = beside.filter(({ comparison }) => comparison.verdict === 'react');
  const lines = [
    `${periodWords(period)}: of ${counted(agents.length, 'agent')} with tickets, ${known.size} have ${leastSample} or more of a figure.`,
    ...(out.length > 0
      ? [
          `${counted(out.length, 'figure of an agent differs', 'figures of agents differ')} from the others’ beyond noise. ${noise}`,
        ]
      : [
          known.size === 0
            ? `Too few to tell agents apart. ${noise}`
            : `None differs from the others beyond noise. ${noise}`,
        ]),
    ...ownChanges(agents, kpisOf(core)),
  ];
  const columns = ['Agent', 'Figure', 'Theirs', 'n', 'The others', 'n', ''];
  const tables =
    out.length === 0 ? [] : [table('agents', 'Beyond noise, beside the others', columns, out.map(besideRow))];
  return { title: 'Agent performance highlights', lines, tables };
}
