import { Check } from 'lucide-react';
import type { Forecast } from '../../contract/index.ts';
import { sw } from '../strings/en-staffing.ts';
import { FigureTable } from '../ui/table.tsx';

const w = sw.forecast;
const fewDays = 14;
const roughly = 0.35;

/** How far off each model was on days that were tried, and what that means. */
export function BackTest({ forecast, minutes }: { readonly forecast: Forecast; readonly minutes: number }) {
  const chosen = forecast.backtest.find(({ model }) => model === forecast.model);
  return (
    <section aria-label={w.test} className="flex flex-col gap-2">
      <h2 className="text-title font-bold">{w.test}</h2>
      {chosen !== undefined && (
        <p>
          {w.means(chosen.days, minutes, chosen.wape, chosen.wapePerDay)}
          {chosen.days < fewDays && ` ${w.fewDays(chosen.days)}`}
          {chosen.wape > roughly && ` ${w.roughIntervals}`}
        </p>
      )}
      <FigureTable
        label={w.testTable}
        columns={[
          { label: w.model },
          { label: w.perInterval, right: true, title: w.wape },
          { label: w.perWholeDay, right: true, title: w.wape },
        ]}
        lines={forecast.backtest
          .toSorted((a, b) => a.wape - b.wape)
          .map(({ model, wape, wapePerDay }) => ({
            key: model,
            marked: model === forecast.model,
            cells: [
              <span key="name" title={w.models[model]} className="inline-flex items-center gap-1">
                {model}
                {model === forecast.model && (
                  <span className="inline-flex items-center gap-1 text-met">
                    <Check size={12} aria-hidden /> {w.chosen}
                  </span>
                )}
              </span>,
              sw.percent(wape),
              sw.percent(wapePerDay),
            ],
          }))}
      />
      <p className="text-small text-ink-2">
        {w.wape} {w.models[forecast.model]}
      </p>
    </section>
  );
}
