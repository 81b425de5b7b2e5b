import { zoneOf } from '../../../domain/calendar/zone.ts';
import { addCreated, addSolved } from '../../../domain/metrics/tally.ts';
import { addDay, emptySum, type Summed } from '../../store/kpi-days.ts';
import { createdFacts, solvedFacts, type Dim, type Places } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';
import { dayAt, hourIn } from './keeper.ts';
import { breathe } from '../breathe.ts';

type Asked = {
  readonly first: number;
  readonly last: number;
  readonly dim: Dim;
  readonly narrow: { readonly dim: Dim; readonly keys: readonly string[] };
};

/** Where a ticket belongs in a dimension. */
export const keyIn = (dim: Dim, places: Places, hour: number): string =>
  dim === 'all' ? '' : dim === 'hour' ? String(hour) : places[dim];

/** Told apart by one dimension and narrowed by another: from the tickets, a day at a time, others in between. SPEC KPI-12. */
export async function exactSums(core: Core, asked: Asked, isOpen: () => boolean): Promise<Map<string, Summed>> {
  const zone = zoneOf(core.facts.settings().timeZone);
  const hourOf = hourIn(zone);
  const wanted = new Set(asked.narrow.keys);
  const sums = new Map<string, Summed>();
  const sumAt = (places: Places, instant: number): Summed | null => {
    const hour = hourOf(instant);
    if (!wanted.has(keyIn(asked.narrow.dim, places, hour))) return null;
    const key = keyIn(asked.dim, places, hour);
    const known = sums.get(key) ?? emptySum();
    sums.set(key, known);
    return known;
  };
  for (let day = asked.first; day <= asked.last && isOpen(); day += 1) {
    const { from, to } = dayAt(zone, day);
    for (const { at, places, fact } of createdFacts(core.db, from, to)) {
      const sum = sumAt(places, at);
      if (sum === null) continue;
      addCreated(sum.tally, fact);
      addDay(sum, day, { created: 1, solved: 0 });
    }
    for (const { at, places, fact } of solvedFacts(core.db, from, to)) {
      const sum = sumAt(places, at);
      if (sum === null) continue;
      addSolved(sum.tally, fact);
      addDay(sum, day, { created: 0, solved: 1 });
    }
    if ((day - asked.first) % 4 === 3) await breathe();
  }
  return sums;
}
