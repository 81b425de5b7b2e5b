import { Temporal } from 'temporal-polyfill';
import type { ProposeInput } from '../../../../src/contract/roster.ts';
import type { RosterShift } from '../../../../src/contract/roster-common.ts';

const minute = 60_000;

type Timed = {
  readonly startAt: number;
  readonly endAt: number;
  readonly pauses: readonly (readonly [number, number])[];
};
type Given = Pick<ProposeInput['fixed'][number], 'startAt' | 'endAt' | 'activities'>;

const timed = ({ startAt, endAt, activities }: Given): Timed => ({
  startAt: Number(startAt),
  endAt: Number(endAt),
  pauses: activities.flatMap(({ kind, startAt: from, endAt: to }) =>
    kind === 'break' || kind === 'lunch' ? [[Number(from), Number(to)] as const] : [],
  ),
});

const pausedMinutes = ({ pauses }: Timed): number => pauses.reduce((sum, [from, to]) => sum + (to - from) / minute, 0);

/** What a proposal breaks of the hard rules: looked at minute by minute and day by day, with nothing of the solver's own. */
export function brokenRules(
  input: ProposeInput,
  proposed: readonly Pick<RosterShift, 'personId' | 'startAt' | 'endAt' | 'activities'>[],
): string[] {
  return input.people.flatMap((person) => {
    const zone = person.timeZone ?? input.timeZone;
    const own = proposed.filter(({ personId }) => personId === person.id).map(timed);
    const fixed = input.fixed.filter(({ personId }) => personId === person.id).map(timed);
    const wall = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    const say = (what: string, { startAt }: Timed): string => `${person.id}: ${what} at ${wall(startAt).toString()}`;
    const problems: string[] = [];
    for (const shift of own) {
      const length = (shift.endAt - shift.startAt) / minute;
      const { minShiftMinutes, maxShiftMinutes, breakAfterMinutes, minBreakMinutes } = input.rules;
      if (length < minShiftMinutes || length > maxShiftMinutes) problems.push(say('length', shift));
      if (length > breakAfterMinutes && pausedMinutes(shift) < minBreakMinutes) problems.push(say('no break', shift));
      if (
        input.away.some(
          (away) =>
            away.personId === person.id && Number(away.startAt) < shift.endAt && shift.startAt < Number(away.endAt),
        )
      )
        problems.push(say('away', shift));
      if (person.availability !== null && !isAvailable(person.availability, wall, shift))
        problems.push(say('not available', shift));
      const offset = wall(shift.startAt).toPlainDate().since(input.from).days;
      if (offset < 0 || offset >= input.days) problems.push(say('outside of the days', shift));
      for (const other of [...own, ...fixed]) {
        if (other === shift) continue;
        const rest = Math.max(other.startAt - shift.endAt, shift.startAt - other.endAt);
        if (rest < input.rules.minRestMinutes * minute) problems.push(say('rest', shift));
      }
    }
    return [
      ...problems,
      ...tooManyDays(input, own, fixed, wall).map((what) => `${person.id}: ${what}`),
      ...tooManyHours(input, person.contractMinutes, own, fixed, wall).map((what) => `${person.id}: ${what}`),
    ];
  });
}

type Wall = (ms: number) => Temporal.ZonedDateTime;
type Availability = NonNullable<ProposeInput['people'][number]['availability']>;

function isAvailable(hours: Availability, wall: Wall, { startAt, endAt }: Timed): boolean {
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  for (let at = startAt; at < endAt; at += 15 * minute) {
    const now = wall(at);
    const time = now.hour * 60 + now.minute;
    const open = (day: number, time: number): boolean =>
      (hours[names[day] ?? 'mon'] ?? []).some(([from, to]) => {
        const [start, end] = [minutesOf(from), minutesOf(to)];
        return time >= start && time < (end > start ? end : end + 1440);
      });
    if (!open(now.dayOfWeek - 1, time) && !open((now.dayOfWeek + 5) % 7, time + 1440)) return false;
  }
  return true;
}

function tooManyDays(input: ProposeInput, own: readonly Timed[], fixed: readonly Timed[], wall: Wall): string[] {
  const date = ({ startAt }: Timed): string => wall(startAt).toPlainDate().toString();
  const mine = new Set(own.map(date));
  const days = new Set([...mine, ...fixed.map(date)]);
  return [...mine].flatMap((day) => {
    let run = 1;
    const here = Temporal.PlainDate.from(day);
    for (let k = 1; days.has(here.subtract({ days: k }).toString()); k += 1) run += 1;
    for (let k = 1; days.has(here.add({ days: k }).toString()); k += 1) run += 1;
    return run > input.rules.maxDaysInRow ? [`${run} days in a row around ${day}`] : [];
  });
}

function tooManyHours(
  input: ProposeInput,
  contract: number | null,
  own: readonly Timed[],
  fixed: readonly Timed[],
  wall: Wall,
): string[] {
  if (contract === null) return [];
  const weeks = new Map<string, { minutes: number; mine: boolean }>();
  const add = (shift: Timed, mine: boolean): void => {
    for (let at = shift.startAt; at < shift.endAt;) {
      const next = Math.min(shift.endAt, Math.floor(at / (15 * minute) + 1) * 15 * minute);
      const paused = shift.pauses.reduce(
        (sum, [from, to]) => sum + Math.max(0, Math.min(to, next) - Math.max(from, at)),
        0,
      );
      const day = wall(at).toPlainDate();
      const week = day.subtract({ days: day.dayOfWeek - 1 }).toString();
      const known = weeks.get(week) ?? { minutes: 0, mine: false };
      weeks.set(week, { minutes: known.minutes + (next - at - paused) / minute, mine: known.mine || mine });
      at = next;
    }
  };
  for (const shift of fixed) add(shift, false);
  for (const shift of own) add(shift, true);
  return [...weeks].flatMap(([week, { minutes, mine }]) =>
    mine && minutes > contract + input.rules.overContractMinutes ? [`${minutes} minutes in the week of ${week}`] : [],
  );
}
