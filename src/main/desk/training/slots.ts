import type { RosterShift, TrainingSlot } from '../../../contract/index.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import { levelOf } from '../../../domain/roster/able.ts';
import { withoutTraining } from '../../../domain/training/free.ts';
import { trainingSlots, type SlotStream } from '../../../domain/training/slots.ts';
import type { Core } from '../core.ts';
import { spanOf, type Span } from '../roster/span.ts';
import { rosterPeople } from '../roster/people.ts';
import { awayIn, planned, shiftsIn } from '../roster/read.ts';
import { dayPlan, staffedStream, type DayPlan } from '../staffing/day.ts';
import type { Outlooks } from '../staffing/outlook.ts';
import { mustLead } from '../viewer.ts';
import { holdingOf, invitedTo, mustRefresher, stretchOf, type Holding } from './read.ts';

type Input = { readonly id: string; readonly from: string; readonly days: number };

/** What already holds the time of the refresher is queue work again: it may be moved by an hour. */
const freed = (shifts: readonly RosterShift[], holding: Holding, stretch: Span | null): RosterShift[] =>
  shifts.map((shift) => {
    const rest =
      stretch !== null && shift.personId !== null && holding.get(shift.personId) === shift.id
        ? withoutTraining(shift.activities, stretch)
        : null;
    return rest === null ? shift : { ...shift, activities: rest };
  });

/** The streams of some days one after the other, with who counts for them. */
function streamsOf(plans: readonly DayPlan[]): SlotStream[] {
  const [first] = plans;
  return (first?.streams ?? []).map(({ stream }, at) => {
    const { skill } = stream;
    const able = new Set(
      first?.people.filter(({ skills }) => skill === null || levelOf(skills, skill) > 0).map(({ id }) => id),
    );
    return {
      work: stream.work,
      // Who is not among the people any more counts where no skill is asked for, as the day counts them.
      able: (personId) => skill === null || able.has(personId),
      intervals: plans.flatMap((plan) => intervalsOf(plan, at)),
    };
  });
}

function intervalsOf(plan: DayPlan, at: number): SlotStream['intervals'] {
  const stream = plan.streams[at];
  if (stream === undefined) return [];
  const { intervals } = staffedStream(plan, stream);
  return intervals.map(({ at: startAt, required, present }, index) => ({
    startAt,
    endAt: intervals[index + 1]?.at ?? plan.span.endAt,
    required,
    present,
  }));
}

/** Where a refresher fits in some days, as they are planned. SPEC TRN-10. */
export async function slots(core: Core, outlook: Outlooks, { id, from, days }: Input): Promise<TrainingSlot[]> {
  mustLead(core);
  const refresher = mustRefresher(core, id);
  const invited = invitedTo(core, refresher);
  if (invited.length === 0) return [];
  const holding = holdingOf(refresher, invited);
  const stretch = stretchOf(refresher);
  const dates = Array.from({ length: days }, (_, at) => dateOf(dayNumber(from) + at));
  const plans = await Promise.all(
    dates.map(async (date) => {
      const plan = await dayPlan(core, outlook, date, true);
      return { ...plan, shifts: freed(plan.shifts, holding, stretch) };
    }),
  );
  const span = spanOf(core, { from, days });
  return trainingSlots({
    days: plans.map((plan) => [plan.span.startAt, plan.span.endAt]),
    minutes: refresher.minutes,
    now: core.ports.now(),
    invited: invited.map(({ personId }) => personId),
    trainerId: refresher.trainerId,
    shifts: freed(planned(shiftsIn(core.db, span)), holding, stretch),
    away: awayIn(core.db, span),
    streams: streamsOf(plans),
    ramp: new Map(rosterPeople(core).map((person) => [person.id, person])),
  });
}
