import type { CoverRule, DeskShift, Person, StaffedInterval, StaffedStream } from '../../contract/index.ts';
import { weekdays } from '../../contract/words.ts';
import { coverage } from '../../domain/roster/coverage.ts';
import { dayNumber, weekdayOf } from '../../domain/calendar/wall-time.ts';
import { d } from '../strings/en-day.ts';
import type { Stretch } from './geometry.ts';
import { instantOfTime } from './geometry.ts';
import { barOf, type Bar } from './strip-figures.ts';

export type Strip = {
  /** A stream's id, or `skill:` and its name. */
  readonly id: string;
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly stepMs: number;
  /** Words at the left, under the name. */
  readonly level: string;
  readonly error: string;
  readonly errorTitle: string;
  readonly hasForecast: boolean;
  /** Why there is no forecast. */
  readonly missing: string | null;
};

export function streamStrip(staffed: StaffedStream, stepMs: number): Strip {
  const { stream, model, wape, wapePerDay, serviceLevel, missing } = staffed;
  return {
    id: stream.id,
    name: stream.name,
    bars: staffed.intervals.map(barOf),
    stepMs,
    level: serviceLevel === null ? d.strip.levelNone : d.strip.level(serviceLevel, stream.target.share),
    error: wape === null ? d.strip.errorNone : d.strip.error(wape),
    errorTitle: model === null ? '' : d.strip.model(model, wapePerDay),
    hasForecast: missing === null,
    missing,
  };
}

/** Holds the room of a strip while its figures are read, so that nothing jumps when they come. */
export const waitingStrip = (id: string): Strip => ({
  id,
  name: '',
  bars: [],
  stepMs: 1_800_000,
  level: '',
  error: '',
  errorTitle: '',
  hasForecast: false,
  missing: null,
});

const skillMark = 'skill:';
export const skillId = (name: string): string => `${skillMark}${name}`;
export const skillOf = (id: string): string | null => (id.startsWith(skillMark) ? id.slice(skillMark.length) : null);

export type SkillDay = Stretch & {
  readonly date: string;
  readonly zone: string;
  readonly intervalMinutes: number;
  readonly people: readonly Person[];
  readonly shifts: readonly DeskShift[];
  readonly rules: readonly CoverRule[];
};

const usualLevel = 3;

/** How many the rules of the roster want of a skill at an instant; the rule that wants most counts. */
function wantedAt(day: SkillDay, skill: string): (at: number) => number {
  const weekday = weekdays[weekdayOf(dayNumber(day.date))] ?? 'mon';
  const spans = day.rules
    .filter((rule) => rule.kind === 'skill' && rule.name.toLowerCase() === skill.toLowerCase())
    .flatMap((rule) =>
      (rule.hours[weekday] ?? []).map(([from, to]) => ({
        startAt: instantOfTime(day.date, from, day.zone) ?? day.startAt,
        endAt: to === '24:00' ? day.endAt : (instantOfTime(day.date, to, day.zone) ?? day.endAt),
        people: rule.people,
      })),
    );
  return (at) =>
    spans.reduce((most, span) => (span.startAt <= at && at < span.endAt ? Math.max(most, span.people) : most), 0);
}

/** Who of a skill is planned on any queue work, against what the rules of the roster want. SPEC LNT-10, COV-4. */
export function skillStrip(day: SkillDay, skill: string): Strip {
  const people = day.people.map((person) => ({
    ...person,
    skills: Object.fromEntries(person.skills.map((name) => [name, person.skillLevels[name] ?? usualLevel])),
  }));
  const shifts = day.shifts.filter(({ removed }) => !removed);
  const range = { from: day.startAt, to: day.endAt, intervalMinutes: day.intervalMinutes };
  const asked = [{ kind: 'skill', name: skill }] as const;
  const planned = coverage({ ...range, people, shifts, by: asked });
  const stepMs = day.intervalMinutes * 60_000;
  const wanted = wantedAt(day, skill);
  const bars = [...(planned.by[0] ?? [])].map((scheduled, index) => {
    const at = day.startAt + index * stepMs;
    const interval: StaffedInterval = {
      at,
      forecast: 0,
      low: 0,
      high: 0,
      actual: null,
      required: wanted(at),
      scheduled,
      present: scheduled,
      serviceLevel: null,
      occupancy: null,
      asaSeconds: null,
    };
    return barOf(interval);
  });
  const ruled = bars.some(({ interval }) => interval.required > 0);
  return {
    id: skillId(skill),
    name: d.strip.skill(skill),
    bars,
    stepMs,
    level: d.strip.skillHow,
    error: ruled ? '' : d.strip.skillNone,
    errorTitle: '',
    hasForecast: false,
    missing: null,
  };
}

/** The strips to show: those chosen, or where nothing is, the first two that serve calls and chat. */
export function chosenIds(chosen: readonly string[] | null, streams: readonly StaffedStream[]): readonly string[] {
  if (chosen !== null) return chosen;
  const live = streams.filter(({ stream }) => stream.work !== 'mail');
  return (live.length > 0 ? live : streams).slice(0, 1).map(({ stream }) => stream.id);
}

/** A strip with the bars alone that are drawn between two instants. */
export const within = (strip: Strip, { startAt, endAt }: Stretch): Strip => ({
  ...strip,
  bars: strip.bars.filter(({ interval }) => interval.at >= startAt && interval.at < endAt),
});
