import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client/client.ts';
import { mw } from '../strings/en-metrics.ts';
import { onTableKey } from '../ui/table-keys.ts';
import { askBehind } from './metrics-store.ts';
import type { Looked } from './use-numbers.ts';

const w = mw.when;
/** Deeper than this, ink on the accent is hard to read. */
const deepest = 46;

export function useHeat({ input: { from, days }, known, leads }: Looked) {
  return useQuery({ ...orpc.metrics.heat.queryOptions({ input: { from, days } }), enabled: known && leads });
}

/** Tickets on a mean day by weekday and hour: figures in a table, the deeper the more; each opens its tickets. */
export function HeatMap({ looked }: { readonly looked: Looked }) {
  const { data } = useHeat(looked);
  if (data === undefined) return null;
  const meanOf = ({ n, days: of }: { readonly n: number; readonly days: number }): number => (of === 0 ? 0 : n / of);
  const most = Math.max(1e-9, ...data.cells.map(meanOf));
  return (
    <div className="overflow-x-auto">
      <table
        aria-label={w.heat}
        onKeyDown={onTableKey}
        className="w-full min-w-[820px] table-fixed border-separate border-spacing-[2px] text-cap tabular-nums"
      >
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 w-[60px] bg-surface text-left font-medium text-ink-2">
              {w.weekday}
            </th>
            {Array.from({ length: 24 }, (_, hour) => (
              <th key={hour} scope="col" className="font-medium text-ink-2">
                {w.hours(hour)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {w.weekdays.map((name, weekday) => (
            <tr key={name}>
              <th scope="row" className="sticky left-0 w-[56px] bg-surface text-left font-medium">
                {name}
              </th>
              {data.cells
                .filter((cell) => cell.weekday === weekday)
                .map((cell) => {
                  const first = weekday === 0 && cell.hour === 0;
                  const label = w.cell(name, cell.hour, w.mean(cell.n, cell.days), cell.n);
                  return (
                    <td key={cell.hour} className="p-0">
                      <button
                        type="button"
                        data-row={first || undefined}
                        data-first={first || undefined}
                        tabIndex={first ? 0 : -1}
                        aria-label={label}
                        title={label}
                        onClick={() =>
                          askBehind({
                            name: 'created',
                            place: `${name} ${w.hours(cell.hour)}:00`,
                            row: { by: 'hour', key: String(cell.hour) },
                            weekday,
                            everywhere: true,
                          })
                        }
                        style={{
                          backgroundColor: `color-mix(in srgb, var(--accent) ${Math.round((deepest * meanOf(cell)) / most)}%, var(--sunken))`,
                        }}
                        className="h-[24px] w-full rounded-[3px] text-center"
                      >
                        {w.mean(cell.n, cell.days)}
                      </button>
                    </td>
                  );
                })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
