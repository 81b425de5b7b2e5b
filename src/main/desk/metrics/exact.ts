import { zoneOf } from '../../../domain/calendar/zone.ts';
import { addCreated, addSolved, emptyTally, type Tally } from '../../../domain/metrics/tally.ts';
import type { DayTally } from '../../store/kpi-days.ts';
import { createdFacts, solvedFacts, type Dim, type Places } from '../../store/kpi-facts.ts';
import type { Core } from '../core.ts';
import { dayAt, hourIn } from './keeper.ts';

type Asked = {
  readonly first: number;
  readonly last: number;
  readonly dim: Dim;
  readonly narrow: { readonly dim: Dim; readonly keys: readonly string[] };
};

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Where a ticket belongs in a dimension. */
export const keyIn = (dim: Dim, places: Places, hour: number): string =>
  dim === 'all' ? '' : dim === 'hour' ? String(hour) : places[dim];

/** Told apart by one dimension and narrowed by another: from the tickets, a day at a time, others in between. SPEC KPI-12. */
export async function exactTallies(core: Core, asked: Asked, isOpen: () => boolean): Promise<DayTally[]> {
  const zone = zoneOf(core.facts.settings().timeZone);
  const hourOf = hourIn(zone);
  const wanted = new Set(asked.narrow.keys);
  const found: DayTally[] = [];
  for (let day = asked.first; day <= asked.last && isOpen(); day += 1) {
    const { from, to } = dayAt(zone, day);
    const tallies = new Map<string, Tally>();
    const at = (places: Places, instant: number): Tally | null => {
      const hour = hourOf(instant);
      if (!wanted.has(keyIn(asked.narrow.dim, places, hour))) return null;
      const key = keyIn(asked.dim, places, hour);
      const known = tallies.get(key) ?? emptyTally();
      tallies.set(key, known);
      return known;
    };
    for (const { at: instant, places, fact } of createdFacts(core.db, from, to)) {
      const tally = at(places, instant);
      if (tally !== null) addCreated(tally, fact);
    }
    for (const { at: instant, places, fact } of solvedFacts(core.db, from, to)) {
      const tally = at(places, instant);
      if (tally !== null) addSolved(tally, fact);
    }
    for (const [key, tally] of tallies) found.push({ key, day, tally });
    if ((day - asked.first) % 4 === 3) await breathe();
  }
  return found;
}
