import type { AgentState, Person, RosterShift, Stream } from '../../../contract/index.ts';
import { dateOf, dayMs, minuteMs, weekdayOf } from '../../calendar/wall-time.ts';
import { wallOf, zoneOf } from '../../calendar/zone.ts';
import { prng, type Prng } from '../../prng.ts';
import { shiftFromTemplate, type ShiftTemplate } from '../../roster/pattern.ts';
import { segments } from '../../roster/shift.ts';
import { queues, staff, type Agent } from './staff.ts';

/** A shift of somebody by name; `published` ones count. */
export type SampleShift = Omit<RosterShift, 'id' | 'personId'> & { readonly name: string; readonly published: boolean };
export type SampleState = {
  readonly name: string;
  readonly state: AgentState;
  readonly startAt: number;
  readonly endAt: number | null;
};
type Details = Pick<
  Person,
  'team' | 'role' | 'skills' | 'skillLevels' | 'languages' | 'contractMinutes' | 'rampPercent'
>;

export type SampleRoster = {
  readonly details: (name: string) => Details | undefined;
  readonly shifts: readonly SampleShift[];
  readonly states: readonly SampleState[];
};

/** When the sample's shop answers calls, chats and mails, by its clock. */
export const sampleHours = {
  ...Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:30', '19:00']]])),
  sat: [['09:00', '17:30']],
} as NonNullable<Stream['hours']>;

const weeksBefore = 4;
const weeksAfter = 2;
const statesDays = 10;

/** Half past eight to five, nine to half past five, half past ten to seven; an hour and a half of it not on the queue. */
const template = (start: string, work: ShiftTemplate['work'], off: number): ShiftTemplate => ({
  name: start,
  start,
  minutes: 510,
  work,
  activities: [
    { kind: 'break', offsetMinutes: 105 + off, minutes: 15 },
    { kind: 'lunch', offsetMinutes: 210 + off, minutes: 30 },
    { kind: 'break', offsetMinutes: 375 + off, minutes: 15 },
  ],
});

const starts = ['08:30', '09:00', '10:30'] as const;
const works = ['calls', 'chat', 'mail', 'calls'] as const;
/** Coaching, QA and a meeting, each on its weekday, for a third of the agents at a time. */
const weekly = [
  { kind: 'meeting', weekday: 0, offsetMinutes: 60, minutes: 30 },
  { kind: 'coaching', weekday: 2, offsetMinutes: 300, minutes: 45 },
  { kind: 'qa', weekday: 3, offsetMinutes: 420, minutes: 60 },
] as const;

function templateOf(place: number, week: number, weekday: number): ShiftTemplate {
  // Lisbon begins at different times; New York always at nine, in the Lisbon afternoon.
  const start = place < lisbon ? (starts[(place + week) % starts.length] ?? '09:00') : '09:00';
  const work = works[(place + (weekday % 2)) % works.length] ?? 'calls';
  const base = template(start, work, (place % 3) * 15);
  const extra = weekly.find((each, index) => each.weekday === weekday && place % weekly.length === index);
  if (extra === undefined) return base;
  const { kind, offsetMinutes, minutes } = extra;
  const activities = [
    ...base.activities.filter(
      (each) => each.offsetMinutes >= offsetMinutes + minutes || each.offsetMinutes + each.minutes <= offsetMinutes,
    ),
    { kind, offsetMinutes, minutes },
  ];
  return { ...base, activities };
}

const lisbon = staff.filter(({ timeZone }) => timeZone === 'Europe/Lisbon').length;
const languages: Readonly<Record<string, readonly string[]>> = {
  'Rosa Silva': ['pt', 'es', 'en'],
  'Jorge Teixeira': ['pt', 'en'],
  'Ilse Claes': ['nl', 'fr', 'en'],
  'Mirko Kovač': ['sl', 'en'],
  'Priya Nair': ['en', 'hi'],
  'Tomás Ferreira': ['pt', 'en'],
  'Bea Lindholm': ['sv', 'en'],
  'Omar Benali': ['fr', 'ar', 'en'],
  'Diego Ramos': ['es', 'en'],
};

function detailsOf(agent: Agent, place: number): Details {
  const known = agent.weights.flatMap((weight, queue) => (weight > 0 ? [[queues[queue] ?? '', weight] as const] : []));
  return {
    team: place < lisbon ? 'Lisbon' : 'New York',
    role: agent.newcomer ? 'Newcomer' : agent.lead ? 'Team lead' : 'Agent',
    skills: known.map(([queue]) => queue),
    skillLevels: Object.fromEntries(known.map(([queue, weight]) => [queue, Math.min(5, Math.max(1, weight))])),
    languages: [...(languages[agent.name] ?? ['en'])],
    contractMinutes: 2400,
    rampPercent: agent.newcomer ? 60 : 100,
  };
}

/** Who works on a weekday: all from Monday to Friday, and two on a Saturday, who then have that Monday off. */
function works6(place: number, week: number, weekday: number): boolean {
  const onSaturday = place < lisbon && (place + week) % 4 === 0;
  if (weekday === 5) return onSaturday;
  if (weekday === 0) return !onSaturday;
  return weekday < 5;
}

function shiftsOf(until: number, timeZone: string): SampleShift[] {
  const today = wallOf(zoneOf(timeZone), until).day;
  const monday = today - weekdayOf(today);
  const all: SampleShift[] = [];
  for (let week = -weeksBefore; week < weeksAfter; week += 1) {
    for (let weekday = 0; weekday < 7; weekday += 1) {
      staff.forEach((agent, place) => {
        if (!works6(place, week + weeksBefore, weekday)) return;
        const date = dateOf(monday + 7 * week + weekday);
        const { startAt, endAt, work, activities } = shiftFromTemplate(
          templateOf(place, week + weeksBefore, weekday),
          date,
          agent.timeZone,
          () => '',
        );
        all.push({ name: agent.name, startAt, endAt, work, activities, published: week < 1 });
      });
    }
  }
  return all;
}

/** What a part of a shift looks like in the log: calls come and go, the rest is one state. */
function statesOf(
  rng: Prng,
  kind: ReturnType<typeof segments>[number]['kind'],
  startAt: number,
  endAt: number,
): Omit<SampleState, 'name'>[] {
  if (kind !== 'calls') return [{ state: kind, startAt, endAt }];
  const states: Omit<SampleState, 'name'>[] = [];
  const round: readonly (readonly [AgentState, number])[] = [
    ['available', 6],
    ['onCall', 5],
    ['wrapUp', 2],
  ];
  for (let at = startAt, turn = 0; at < endAt; turn += 1) {
    const [state, minutes] = round[turn % round.length] ?? ['available', 5];
    const until = Math.min(endAt, at + Math.round(rng.around(minutes, 0.5) * minuteMs));
    states.push({ state, startAt: at, endAt: Math.max(until, at + 1000) });
    at = Math.max(until, at + 1000);
  }
  return states;
}

/** How people kept to it: a few minutes late or early at each change, now and then a quarter of an hour. */
function kept(rng: Prng, shift: SampleShift, until: number): SampleState[] {
  const drift = () => Math.round((rng.chance(0.06) ? 15 : Math.abs(rng.normal()) * 2) * minuteMs);
  const parts = segments(shift).map((part) => ({ ...part, startAt: part.startAt + drift() }));
  return parts.flatMap(({ kind, startAt, endAt }, index) => {
    const next = parts[index + 1]?.startAt ?? endAt;
    if (startAt >= Math.min(next, until)) return [];
    return statesOf(rng, kind, startAt, next)
      .filter((state) => state.startAt < until)
      .map((state) => ({
        ...state,
        name: shift.name,
        endAt: state.endAt !== null && state.endAt > until ? null : state.endAt,
      }));
  });
}

/**
 * The roster of the sample: shifts from four weeks before the end of the history to a fortnight after, this week and
 * before published, and the log of states of the last days. SPEC SMP-10.
 */
export function sampleRoster(options: {
  readonly seed: number;
  readonly until: number;
  readonly timeZone: string;
}): SampleRoster {
  const { seed, until, timeZone } = options;
  const rng = prng(seed, 7);
  const shifts = shiftsOf(until, timeZone);
  const logged = shifts.filter(
    ({ startAt, published }) => published && startAt < until && startAt > until - statesDays * dayMs,
  );
  const byName = new Map(staff.map((agent, place) => [agent.name, detailsOf(agent, place)]));
  return { details: (name) => byName.get(name), shifts, states: logged.flatMap((shift) => kept(rng, shift, until)) };
}
