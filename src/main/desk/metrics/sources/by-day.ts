import { wallOf, zoneOf } from '../../../../domain/calendar/zone.ts';
import type { Core } from '../../core.ts';

type Days = { readonly core: Core; readonly first: number; readonly last: number };
type Lasting = { readonly startAt: number; readonly endAt: number | null };

/** What touches each day, first to last, by number: looked through once, not once for each day. What nobody ended goes on. */
export function byDay<T extends Lasting>({ core, first, last }: Days, all: readonly T[]): (day: number) => T[] {
  const zone = zoneOf(core.facts.settings().timeZone);
  const found = new Map<number, T[]>();
  const add = (day: number, each: T): void => {
    const known = found.get(day);
    if (known === undefined) found.set(day, [each]);
    else known.push(each);
  };
  for (const each of all) {
    const end = each.endAt === null ? last : Math.min(last, wallOf(zone, Math.max(each.startAt, each.endAt - 1)).day);
    for (let day = Math.max(first, wallOf(zone, each.startAt).day); day <= end; day += 1) add(day, each);
  }
  return (day) => found.get(day) ?? [];
}
