import type { Activity, ActivityKind, RosterShift, WorkKind } from '../../contract/roster-common.ts';
import { dayNumber, minutesADay, minuteMs, weekdayOf } from '../calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf, type Zone } from '../calendar/zone.ts';
import { Fault } from '../fault.ts';

/** A part of a template: from so many minutes after its start, for so many minutes. */
export type TemplateActivity = {
  readonly kind: ActivityKind;
  readonly offsetMinutes: number;
  readonly minutes: number;
};

/** A shift by the clock on the wall, on no day in particular. */
export type ShiftTemplate = {
  readonly name: string;
  /** `HH:MM`. */
  readonly start: string;
  /** By the wall clock: 480 from 22:00 is 06:00, also in the nights that are an hour longer or shorter. */
  readonly minutes: number;
  readonly work: WorkKind;
  readonly activities: readonly TemplateActivity[];
};

/** Weeks that come round, each of seven templates by name, Monday first; null: a day off. */
export type Rotation = {
  readonly weeks: readonly (readonly (string | null)[])[];
  readonly templates: readonly ShiftTemplate[];
  /** A date of the week in which the first of the weeks is worked by whoever has offset 0. */
  readonly startsOn: string;
};

/** Somebody on a rotation: how many weeks they are ahead of it, and whose clock they work by. */
export type Rotating = { readonly personId: string; readonly offset: number; readonly timeZone: string };

type Wall = { readonly day: number; readonly minutes: number };

function refuse(message: string, field: string): never {
  throw new Fault('INVALID', message, { field });
}

function startMinute({ start, name }: ShiftTemplate): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(start) ?? [];
  if (hours === undefined) refuse(`${name}: "${start}" is not a time of day. Write it as HH:MM.`, 'start');
  return 60 * Number(hours) + Number(minutes);
}

/**
 * Activities by the wall clock, laid in order: each begins when a clock on the wall shows it and lasts as long as it does
 * (a break is no shorter for the clocks going forward). What a skipped hour would put over another begins after it, and
 * what would pass the end of the shift is cut. SPEC PAT-2.
 */
function layActivities(zone: Zone, wanted: readonly (Wall & { kind: ActivityKind; ms: number })[], endAt: number) {
  const real = wanted
    .map(({ kind, ms, ...wall }) => ({ kind, ms, at: instantOfWall(zone, wall.day, wall.minutes) }))
    .sort((a, b) => a.at - b.at);
  const laid: Activity[] = [];
  for (const { kind, ms, at } of real) {
    const startAt = Math.max(at, laid.at(-1)?.endAt ?? at);
    const until = Math.min(endAt, startAt + ms);
    if (startAt < until) laid.push({ kind, startAt, endAt: until });
  }
  return laid;
}

function checkTemplate({ name, minutes, activities }: ShiftTemplate): void {
  if (!(minutes > 0 && minutes <= minutesADay)) refuse(`${name}: a shift lasts from 1 minute to 24 hours.`, 'minutes');
  activities
    .toSorted((a, b) => a.offsetMinutes - b.offsetMinutes)
    .forEach((one, i, sorted) => {
      const end = one.offsetMinutes + one.minutes;
      if (one.minutes <= 0 || one.offsetMinutes < 0 || end > minutes)
        refuse(`${name}: the ${one.kind} lies outside of the shift. Move it inside.`, 'activities');
      if (end > (sorted[i + 1]?.offsetMinutes ?? Infinity))
        refuse(`${name}: the ${one.kind} lies over what comes after it. Move one of them.`, 'activities');
    });
}

/** Where a shift made of wall-clock times is to lie, and whose it is. */
type Where = { readonly day: number; readonly zone: Zone; readonly id: string; readonly personId: string | null };

function layTemplate(template: ShiftTemplate, { day, zone, id, personId }: Where): RosterShift | null {
  checkTemplate(template);
  const start = startMinute(template);
  const startAt = instantOfWall(zone, day, start);
  const endAt = instantOfWall(zone, day, start + template.minutes);
  if (startAt >= endAt) return null;
  const wanted = template.activities.map(({ kind, offsetMinutes, minutes }) => ({
    kind,
    ms: minutes * minuteMs,
    day,
    minutes: start + offsetMinutes,
  }));
  return { id, personId, startAt, endAt, work: template.work, activities: layActivities(zone, wanted, endAt) };
}

/**
 * A template on a date, by the clock on the wall of a zone: it begins and ends when that shows its times, so that a night
 * in which the clocks change lasts an hour more or less (CAL-4). Faults INVALID on a template or date that cannot be, and
 * where the clocks skip all of it. SPEC PAT-1, PAT-2.
 */
export function shiftFromTemplate(
  template: ShiftTemplate,
  date: string,
  timeZone: string,
  newId: () => string,
  personId: string | null = null,
): RosterShift {
  const shift = layTemplate(template, { day: dayNumber(date), zone: zoneOf(timeZone), id: newId(), personId });
  return shift ?? refuse(`${template.name}: on ${date} the clocks skip all of it. Choose another time.`, 'date');
}

const mondayOf = (day: number): number => day - weekdayOf(day);

function checkRotation({ weeks, templates }: Rotation): ReadonlyMap<string, ShiftTemplate> {
  const byName = new Map(templates.map((template) => [template.name, template]));
  if (weeks.length === 0) refuse('A rotation has at least one week.', 'weeks');
  weeks.forEach((week, w) => {
    if (week.length !== 7) refuse(`Week ${w + 1} has ${week.length} days. Give it seven.`, `weeks.${w}`);
    week.forEach((name, d) => {
      if (name !== null && !byName.has(name))
        refuse(`Week ${w + 1} names the shift "${name}", which is not there.`, `weeks.${w}.${d}`);
    });
  });
  return byName;
}

const remainder = (value: number, by: number): number => ((value % by) + by) % by;

/**
 * The shifts of a rotation for some days from a date on: each person works the week of the rotation that is theirs by
 * weeks passed since it began, plus their offset; it comes round for ever, both ways. By person, then by day.
 * Faults INVALID on weeks that have not seven days or name a shift that is not there. SPEC PAT-3.
 */
export function rotate(
  rotation: Rotation,
  people: readonly Rotating[],
  fromDate: string,
  days: number,
  newId: () => string,
): RosterShift[] {
  const byName = checkRotation(rotation);
  const first = dayNumber(fromDate);
  const began = mondayOf(dayNumber(rotation.startsOn));
  return people.flatMap(({ personId, offset, timeZone }) =>
    Array.from({ length: days }, (_, i) => first + i).flatMap((day) => {
      const passed = (mondayOf(day) - began) / 7;
      const week = rotation.weeks[remainder(passed + offset, rotation.weeks.length)];
      const template = byName.get(week?.[weekdayOf(day)] ?? '');
      if (template === undefined) return [];
      const shift = layTemplate(template, { day, zone: zoneOf(timeZone), id: newId(), personId });
      return shift === null ? [] : [shift];
    }),
  );
}

/**
 * A shift some whole days later (or earlier, below nought), at the same times by the clock on the wall; its activities
 * begin at theirs and last as long. Null where the clocks skip all of it then. SPEC PAT-4.
 */
export function copyShift(shift: RosterShift, days: number, timeZone: string, newId: () => string): RosterShift | null {
  const zone = zoneOf(timeZone);
  const later = (at: number): number => {
    const { day, minutes } = wallOf(zone, at);
    return instantOfWall(zone, day + days, minutes) + remainder(at, minuteMs);
  };
  const startAt = later(shift.startAt);
  const endAt = later(shift.endAt);
  if (startAt >= endAt) return null;
  const wanted = shift.activities.map((one) => ({
    kind: one.kind,
    ms: one.endAt - one.startAt,
    ...shifted(wallOf(zone, one.startAt), days),
  }));
  return { ...shift, id: newId(), startAt, endAt, activities: layActivities(zone, wanted, endAt) };
}

const shifted = ({ day, minutes }: Wall, days: number): Wall => ({ day: day + days, minutes });
