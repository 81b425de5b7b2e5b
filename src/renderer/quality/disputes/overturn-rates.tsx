import { useQuery } from '@tanstack/react-query';
import { wilson } from '../../../domain/statistics/wilson.ts';
import { orpc } from '../../client/client.ts';
import { useNames } from '../../client/use-desk.ts';
import { Figures, FigureTable, type Line } from '../../ui/table.tsx';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { onFold } from '../calibration/fold-keys.ts';

const w = qm.disputes;
const days = 365;
const dashboardOptions = orpc.quality.dashboard.queryOptions({ input: { days, kind: 'all' } });
const graderOptions = orpc.quality.graders.queryOptions({ input: { days } });

type Rate = { readonly key: string; readonly name: string; readonly of: number; readonly overturned: number };

const lineOf = ({ key, name, of, overturned }: Rate): Line => {
  const interval = wilson(overturned, of);
  return {
    key,
    cells: [
      <span key="name" dir="auto">
        {name}
      </span>,
      w.rate(overturned, of),
      interval === null ? '–' : w.rateBetween(interval.low, interval.high),
    ],
  };
};

function Rates({ title, rates }: { readonly title: string; readonly rates: readonly Rate[] }) {
  if (rates.length === 0) return <p className="text-small text-ink-2">{w.noRates}</p>;
  return (
    <FigureTable
      label={title}
      columns={[
        { label: title },
        { label: qm.calibration.graders.overturned, right: true },
        { label: qm.calibration.result.between, right: true },
      ]}
      lines={rates.toSorted((a, b) => b.overturned / b.of - a.overturned / a.of).map(lineOf)}
    />
  );
}

/** How often disputes win, by what was scored and by whom: with how many that is and how sure. */
export function OverturnRates() {
  const { people } = useNames();
  const disputes = useQuery(dashboardOptions).data?.disputes;
  const reviewers = useQuery(graderOptions).data?.reviewers ?? [];
  if (disputes === undefined) return null;
  return (
    <section aria-label={w.rates} onKeyDown={onFold} className="shrink-0 border-t border-line px-4 py-2">
      <h2 className="font-bold">{w.rates}</h2>
      <p className="text-small text-ink-2">{w.ratesHow(disputes.n, disputes.decided)}</p>
      {disputes.n > 0 && (
        <>
          <Figures label={w.byCriterion}>
            <Rates
              title={w.criterion}
              rates={disputes.byCriterion.map(({ criterion, name, disputed, overturned }) => ({
                key: criterion,
                name,
                of: disputed,
                overturned,
              }))}
            />
          </Figures>
          <Figures label={w.byReviewer}>
            <Rates
              title={w.reviewer}
              rates={reviewers
                .filter((each) => each.disputes > 0)
                .map(({ reviewerId, disputes: of, overturned }) => ({
                  key: reviewerId,
                  name: people.get(reviewerId) ?? qw.someone,
                  of,
                  overturned,
                }))}
            />
          </Figures>
        </>
      )}
    </section>
  );
}
