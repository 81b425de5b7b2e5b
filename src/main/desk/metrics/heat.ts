import { dayMs, weekdayOf } from '../../../domain/calendar/wall-time.ts';
import { firstDoneStatus } from '../../store/codes.ts';
import { readDays } from '../../store/kpi-days.ts';
import { rows } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { daysOf, toldDays } from './range.ts';
import type { FigureKeeper } from './keeper.ts';
import { mustAskFor } from './viewer.ts';

/** Tickets that came in by weekday and hour of the desk's clock. SPEC KPI-31. */
export async function heat(core: Core, keeper: FigureKeeper, input: { readonly from: string; readonly days: number }) {
  mustAskFor(core, {});
  const [first, last] = daysOf(input);
  const fresh = await keeper.fresh(first, last);
  const counts = new Map<string, number>();
  for (const { key, day, tally } of readDays(core.db, 'hour', first, last)) {
    const cell = `${weekdayOf(day)} ${key}`;
    counts.set(cell, (counts.get(cell) ?? 0) + tally.created);
  }
  const days = Array.from({ length: 7 }, () => 0);
  const [begins, ends] = toldDays(core, input);
  for (let day = begins; day <= ends; day += 1) days[weekdayOf(day)] = (days[weekdayOf(day)] ?? 0) + 1;
  return {
    fresh,
    cells: days.flatMap((of, weekday) =>
      Array.from({ length: 24 }, (_, hour) => ({ weekday, hour, n: counts.get(`${weekday} ${hour}`) ?? 0, days: of })),
    ),
  };
}

/** Days of age at which open work is told apart. */
const ages = [0, 1, 2, 4, 7, 14, 30, 60] as const;

/** Open tickets by age, now. SPEC KPI-32. */
export function ageing(core: Core) {
  mustAskFor(core, {});
  const now = core.ports.now();
  const found = rows<{ age: number; n: number; late: number }>(
    core.db,
    `SELECT max(0, (? - created_at) / ${dayMs}) AS age, count(*) AS n, sum(band = 0) AS late FROM ticket INDEXED BY open_status
     WHERE status < ${firstDoneStatus} AND drill = 0 AND merged_into IS NULL GROUP BY 1`,
    now,
  );
  const steps = ages.map((fromDays, at) => {
    const toDays = ages[at + 1] ?? null;
    const own = found.filter(({ age }) => age >= fromDays && (toDays === null || age < toDays));
    const sum = (of: 'n' | 'late'): number => own.reduce((all, each) => all + each[of], 0);
    return { fromDays, toDays, n: sum('n'), breached: sum('late') };
  });
  return { n: steps.reduce((all, { n }) => all + n, 0), steps };
}
