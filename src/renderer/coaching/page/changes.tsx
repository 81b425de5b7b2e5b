import type { AgentPage, ChangeOf } from '../../../contract/index.ts';
import { FigureTable, type Line } from '../../ui/table.tsx';
import { cw } from '../../strings/en-coaching.ts';
import { shortDate } from '../../ui/format.ts';
import { Says } from '../../ui/says.tsx';
import { saidOf, whysOf } from '../../ui/verdict.ts';
import { worstFirst } from '../figures.ts';
import type { Told } from './rows.tsx';

const w = cw.since;
const lineOf = (change: ChangeOf): Line => {
  const { unit, metric, name, comparison } = change;
  return {
    key: `${metric.kind} ${metric.scorecardId ?? ''} ${metric.criterion ?? ''}`,
    cells: [
      <span key="name" dir="auto">
        {name}
      </span>,
      cw.valueOf(unit, comparison.a),
      cw.valueOf(unit, comparison.b),
      cw.difference(unit, comparison),
      <Says key="says" said={saidOf(change)} difference={comparison.difference}>
        {cw.saysOf(saidOf(change), whysOf(comparison))}
      </Says>,
    ],
  };
};

const columns = (first: string) => [
  { label: first, width: 'w-[21%]' },
  { label: w.before, right: true, width: 'w-[14%]' },
  { label: w.since, right: true, width: 'w-[14%]' },
  { label: w.difference, right: true, width: 'w-[23%]' },
  { label: w.says, width: 'w-[28%]' },
];

/** What changed of somebody, with how sure it is; criteria by which is worst. */
export function Changes({ page, told }: { readonly page: AgentPage; readonly told: Told }) {
  const { since, changes, criteria, solved } = page;
  const days = Math.round((since.to - since.split) / 86_400_000);
  const date = (at: number): string => shortDate(at, told.zone, told.now);
  const title = w.title[since.reason];
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <div>
        <h2 className="font-bold">{title}</h2>
        <p className="text-small text-ink-2 tabular-nums">
          {w.over[since.reason](days)} {days === 90 && w.longest}{' '}
          {w.span(date(since.from), date(since.split), date(since.to))} {w.solved(solved.before, solved.since)}
        </p>
      </div>
      <FigureTable label={title} columns={columns(w.figure)} lines={changes.map(lineOf)} />
      {criteria.length === 0 ? (
        <p className="text-small text-ink-2">{w.noCriteria}</p>
      ) : (
        <div>
          <h3 className="font-semibold">{w.criteria}</h3>
          <FigureTable label={w.criteria} columns={columns(w.criterion)} lines={worstFirst(criteria).map(lineOf)} />
        </div>
      )}
    </section>
  );
}
