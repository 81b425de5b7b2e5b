import type { Done, RosterShift } from '../../../contract/index.ts';
import { requiredPeople } from '../../../domain/staffing/stream.ts';
import type { Core } from '../core.ts';
import { dayPlan } from '../staffing/day.ts';
import type { Outlooks } from '../staffing/outlook.ts';
import { readRules } from './rules.ts';
import { placeBreaks } from '../../../domain/roster/breaks/place.ts';
import { shiftsById } from './read.ts';
import { updateShift } from './write.ts';

/** The breaks of a day put anew where they hurt least; those that have begun stay. SPEC PRO-10. */
export async function breaksOfDay(
  core: Core,
  outlook: Outlooks,
  { date, apply }: { readonly date: string; readonly apply: boolean },
): Promise<{ shortBefore: number; shortAfter: number; shifts: RosterShift[]; done: Done | null }> {
  const plan = await dayPlan(core, outlook, date, true);
  const staffing = { shrinkage: plan.settings.shrinkage, intervalMinutes: plan.settings.intervalMinutes };
  const demand = plan.streams.flatMap(({ stream, arriving }) =>
    requiredPeople(stream, staffing, arriving).map((required, index) => ({
      at: arriving[index]?.at ?? 0,
      work: stream.work,
      required,
    })),
  );
  const begins = plan.shifts.filter(({ startAt, personId }) => personId !== null && startAt >= plan.span.startAt);
  const placed = placeBreaks({
    timeZone: core.facts.settings().timeZone,
    shifts: begins.map((shift) => ({ ...shift, activities: [...shift.activities] })),
    demand,
    intervalMinutes: staffing.intervalMinutes,
    now: plan.now,
    rules: readRules(core),
  });
  const before = new Map(begins.map((shift) => [shift.id, JSON.stringify(shift.activities)]));
  const moved = placed.shifts.filter(({ id, activities }) => JSON.stringify(activities) !== before.get(id));
  return {
    shortBefore: placed.shortBefore,
    shortAfter: placed.shortAfter,
    shifts: moved,
    done: apply && moved.length > 0 ? save(core, moved) : null,
  };
}

function save(core: Core, moved: readonly RosterShift[]): Done {
  const label = moved.length === 1 ? 'Breaks of 1 shift' : `Breaks of ${moved.length} shifts`;
  const { changeSet } = core.write({ name: 'roster.breaksDay', label }, (write) => {
    // What was published as it stood is published as it stands now: the day goes on by it.
    for (const shift of moved) {
      const [known] = shiftsById(core.db, [shift.id]);
      if (known !== undefined) updateShift(core, write, shift, !known.draft);
    }
  });
  return { changed: moved.length, label, changeSet };
}
