import type { ReportCell, ReportTable } from '../../../../contract/index.ts';
import { compare } from '../../../../domain/metrics/compare.ts';
import { together } from '../../../../domain/metrics/together.ts';
import { count, share, table, text } from '../../../../domain/reports/cells.ts';
import { reading } from '../../../../domain/reports/reading.ts';
import { counted, countWords, periodWords } from '../../../../domain/reports/words.ts';
import { pareto } from '../../../../domain/surveys/pareto.ts';
import { breathe } from '../../breathe.ts';
import { figures } from '../../metrics/figures.ts';
import type { Ask, Part } from '../ask.ts';
import { unhappyCodes } from '../survey-reads.ts';

/** What is left says how much it is. */
const most = 15;

type Item = { readonly name: string; readonly count: number };

/** Categories of tickets that came in. */
async function categories({ core, keeper }: Ask, period: Ask['period']): Promise<Item[]> {
  const { rows } = await figures(core, keeper, { ...period, within: null, by: 'category', against: 'none' });
  return rows.flatMap(({ label, figures: told }) => {
    const n = told.find(({ name }) => name === 'created')?.n ?? 0;
    return n === 0 ? [] : [{ name: label, count: n }];
  });
}

const sum = (items: readonly Item[]): number => items.reduce((all, each) => all + each.count, 0);

/** Whether a category is more or less of the work than before, all judged together. */
function readings(now: readonly Item[], before: readonly Item[]): ReadonlyMap<string, string> {
  const [n, past] = [sum(now), sum(before)];
  const judged = together(
    now.map(({ name, count: successes }) =>
      compare({
        a: { n: past, successes: before.find((each) => each.name === name)?.count ?? 0 },
        b: { n, successes },
        measure: 'median',
      }),
    ),
  );
  return new Map(now.map(({ name }, at) => [name, reading({ better: 'neither' }, judged[at] ?? null)]));
}

function categoryTable(now: readonly Item[], before: readonly Item[]): ReportTable {
  const said = readings(now, before);
  const ranked = pareto(now);
  const past = sum(before);
  const rows = ranked
    .slice(0, most)
    .map((each): ReportCell[] => [
      text(each.name),
      count(each.count),
      share(each.share),
      share(each.cumulative),
      share(past === 0 ? null : (before.find(({ name }) => name === each.name)?.count ?? 0) / past),
      text(said.get(each.name) ?? ''),
    ]);
  const columns = ['Category', 'Tickets in', 'Share', 'Down to here', 'Share before', 'Reading'];
  return table('categories', 'What tickets came in for', columns, rows, ranked.length);
}

function codeTable(codes: readonly Item[]): ReportTable {
  const ranked = pareto(codes);
  const rows = ranked
    .slice(0, most)
    .map((each): ReportCell[] => [text(each.name), count(each.count), share(each.share), share(each.cumulative)]);
  const columns = ['Cause', 'Mentions', 'Share', 'Down to here'];
  return table('causes', 'What unhappy customers say', columns, rows, ranked.length);
}

/** What work comes from, commonest first (Pareto): categories of tickets, and what unhappy responses mention. SPEC REP-27. */
export async function causesSection(ask: Ask): Promise<Part> {
  const now = await categories(ask, ask.period);
  await breathe();
  const before = await categories(ask, ask.against);
  await breathe();
  const { codes, responses } = unhappyCodes(ask);
  const lines = [
    now.length === 0
      ? `No ticket came in: ${periodWords(ask.period)}.`
      : `${counted(sum(now), 'ticket')} came in: ${periodWords(ask.period)}. ${pareto(now).filter(({ vital }) => vital).length} of ${now.length} categories make up four in five of them. Before it were ${countWords(sum(before))}.`,
    responses === 0
      ? 'No response of an unhappy customer was read in these days.'
      : `${counted(responses, 'response')} of unhappy customers ${responses === 1 ? 'was' : 'were'} read, ${counted(sum(codes), 'cause')} mentioned in them.`,
  ];
  return {
    title: 'Causes',
    lines,
    tables: [
      ...(now.length === 0 ? [] : [categoryTable(now, before)]),
      ...(codes.length === 0 ? [] : [codeTable(codes)]),
    ],
  };
}
