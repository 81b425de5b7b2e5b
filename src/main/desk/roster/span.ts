import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import type { Core } from '../core.ts';

/** From one instant up to another, in epoch ms. */
export type Span = { readonly startAt: number; readonly endAt: number };

/** The date so many days ago by the desk's clock, whatever their hours. */
export const dateBack = (core: Core, days: number): string =>
  dateOf(wallOf(zoneOf(core.facts.settings().timeZone), core.ports.now()).day - days);

/** Whole days of the desk, from midnight to midnight by its clock: 23 or 25 hours where the clocks change. SPEC ROS-5. */
export function spanOf(core: Core, { from, days }: { readonly from: string; readonly days: number }): Span {
  const zone = zoneOf(core.facts.settings().timeZone);
  const first = dayNumber(from);
  return { startAt: instantOfWall(zone, first, 0), endAt: instantOfWall(zone, first + days, 0) };
}

export const touches = (one: Span, other: Span): boolean => one.startAt < other.endAt && other.startAt < one.endAt;
