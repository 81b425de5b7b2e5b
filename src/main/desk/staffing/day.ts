import type { RosterPerson, RosterShift, StaffedStream, Stream, StaffingSettings } from '../../../contract/index.ts';
import { minutesBetween } from '../../../domain/calendar/arithmetic.ts';
import { compiledFor } from '../../../domain/calendar/compile.ts';
import { minuteMs } from '../../../domain/calendar/wall-time.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { levelOf } from '../../../domain/roster/able.ts';
import { coverage } from '../../../domain/roster/coverage.ts';
import { intradayReforecast } from '../../../domain/staffing/forecast/reforecast.ts';
import { expectations, requiredPeople, serviceLevelOf, type Arriving } from '../../../domain/staffing/stream.ts';
import type { Core } from '../core.ts';
import { rosterPeople } from '../roster/people.ts';
import { awayIn, planned, published, shiftsIn } from '../roster/read.ts';
import { spanOf, type Span } from '../roster/span.ts';
import type { Outlooks } from './outlook.ts';
import { readSettings } from './settings.ts';

/** A day as it is planned: who works when, and what is expected to come, by stream. */
export type DayPlan = {
  readonly span: Span;
  readonly now: number;
  readonly settings: StaffingSettings;
  readonly shifts: readonly RosterShift[];
  readonly people: readonly RosterPerson[];
  readonly away: readonly { readonly personId: string; readonly startAt: number; readonly endAt: number }[];
  readonly streams: readonly StreamPlan[];
  readonly reforecast: number | null;
};

export type StreamPlan = Pick<StaffedStream, 'stream' | 'model' | 'wape' | 'wapePerDay' | 'missing'> & {
  /** Forecast by interval, with its band; for what is left of a running day the reforecast. */
  readonly points: readonly {
    readonly at: number;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly actual: readonly (number | null)[];
  readonly arriving: readonly Arriving[];
};

/** Whether a stream is open in a stretch: by its own hours, else by the calendar of the policy for every ticket. */
export function openness(core: Core, { hours }: Stream): (startAt: number, endAt: number) => boolean {
  const { policies, calendars } = core.sla.rules();
  const key = policies.at(-1)?.calendar;
  const own = hours === null ? undefined : { timeZone: core.facts.settings().timeZone, hours };
  const calendar = own ?? (key === undefined ? undefined : calendars[key]);
  if (calendar === undefined || (own !== undefined && Object.values(own.hours).every((day) => day.length === 0)))
    return () => own === undefined;
  const compiled = compiledFor(calendar);
  return (startAt, endAt) => minutesBetween(compiled, startAt, endAt) > 0;
}

/** When each interval of a span begins: from its midnight on, also where the clocks change. */
const slotsOf = ({ startAt, endAt }: Span, minutes: number): number[] =>
  Array.from(
    { length: Math.ceil((endAt - startAt) / (minutes * minuteMs)) },
    (_, slot) => startAt + slot * minutes * minuteMs,
  );

type Slots = { readonly span: Span; readonly at: readonly number[]; readonly now: number; readonly minutes: number };

/** What came so far, by interval; null for what is still to come, and for the interval that runs as far as it is over. */
async function actualOf(core: Core, stream: Stream, { span, at, now, minutes }: Slots): Promise<(number | null)[]> {
  if (now <= span.startAt) return at.map(() => null);
  const counts = await core.pool.run({
    kind: 'contacts',
    query: {
      startAt: span.startAt,
      endAt: span.endAt,
      intervalMinutes: minutes,
      channels: stream.channels,
      queueIds: stream.queueIds.map(uuidBytes),
    },
  });
  return at.map((slot, index) => (slot + minutes * minuteMs <= now ? (counts[index]?.value ?? 0) : null));
}

async function planStream(
  core: Core,
  stream: Stream,
  date: string,
  slots: Slots,
  outlook: Outlooks,
): Promise<StreamPlan> {
  const { forecast, missing } = await outlook(stream, date, 1);
  const chosen = forecast?.backtest.find(({ model }) => model === forecast.model);
  const known = new Map(forecast?.forecast.map((point) => [point.at, point]));
  const planned = slots.at.map((at) => known.get(at) ?? { at, value: 0, low: 0, high: 0 });
  const actual = await actualOf(core, stream, slots);
  const points = forecast === null ? planned : rest(planned, actual, slots);
  const isOpen = openness(core, stream);
  const step = slots.minutes * minuteMs;
  return {
    stream,
    model: forecast?.model ?? null,
    wape: chosen?.wape ?? null,
    wapePerDay: chosen?.wapePerDay ?? null,
    missing,
    points,
    actual,
    arriving: points.map(({ at, value }, index) => ({
      at,
      contacts: actual[index] ?? value,
      open: isOpen(at, at + step),
    })),
  };
}

type Point = StreamPlan['points'][number];

/** What is left of a running day, by what came so far. */
function rest(planned: readonly Point[], actual: readonly (number | null)[], { now, span }: Slots): readonly Point[] {
  if (now <= span.startAt || now >= span.endAt || planned.every(({ value }) => value === 0)) return planned;
  const seen = planned.flatMap(({ at }, index) => {
    const value = actual[index];
    return value === null || value === undefined ? [] : [{ at, value }];
  });
  const { forecast } = intradayReforecast({ planned: [...planned], actual: seen, now });
  const ahead = new Map(forecast.map((point) => [point.at, point]));
  return planned.map((point) => ahead.get(point.at) ?? point);
}

/** How what came so far compares with the plan, over all streams: the factor the rest is multiplied by. */
function factorOf(plans: readonly StreamPlan[], { now, span }: Slots): number | null {
  if (now <= span.startAt || now >= span.endAt) return null;
  let came = 0;
  let planned = 0;
  for (const { points, actual } of plans)
    actual.forEach((value, index) => {
      if (value === null) return;
      came += value;
      planned += points[index]?.value ?? 0;
    });
  return planned < fewestToCompare ? null : came / planned;
}

const fewestToCompare = 10;

/** A day as planned (`draft`) or as published, with what is expected to come. */
export async function dayPlan(core: Core, outlook: Outlooks, date: string, draft: boolean): Promise<DayPlan> {
  const settings = readSettings(core);
  const span = spanOf(core, { from: date, days: 1 });
  const now = core.ports.now();
  const slots: Slots = { span, at: slotsOf(span, settings.intervalMinutes), now, minutes: settings.intervalMinutes };
  const streams = await Promise.all(settings.streams.map((stream) => planStream(core, stream, date, slots, outlook)));
  const shifts = shiftsIn(core.db, span);
  return {
    span,
    now,
    settings,
    shifts: (draft ? planned : published)(shifts),
    people: rosterPeople(core),
    away: awayIn(core.db, span),
    streams,
    reforecast: factorOf(streams, slots),
  };
}

/** People on a stream's work by interval: as planned, and less who is not there. */
export function staffOf(
  plan: Pick<DayPlan, 'span' | 'shifts' | 'people' | 'away' | 'settings'>,
  stream: Stream,
): { readonly scheduled: readonly number[]; readonly present: readonly number[] } {
  const { skill } = stream;
  const able =
    skill === null ? null : new Set(plan.people.filter(({ skills }) => levelOf(skills, skill) > 0).map(({ id }) => id));
  const counted = coverage({
    shifts: able === null ? plan.shifts : plan.shifts.filter(({ personId }) => personId !== null && able.has(personId)),
    people: plan.people,
    from: plan.span.startAt,
    to: plan.span.endAt,
    intervalMinutes: plan.settings.intervalMinutes,
    missing: plan.away,
  });
  const scheduled = [...counted.scheduled[stream.work]];
  return { scheduled, present: counted.present === null ? scheduled : [...counted.present[stream.work]] };
}

/** A stream of a day with all that a strip shows. */
export function staffedStream(plan: DayPlan, stream: StreamPlan): StaffedStream {
  const staffing = { shrinkage: plan.settings.shrinkage, intervalMinutes: plan.settings.intervalMinutes };
  const required = requiredPeople(stream.stream, staffing, stream.arriving);
  const { scheduled, present } = staffOf(plan, stream.stream);
  const expected = expectations(stream.stream, staffing, stream.arriving, present);
  return {
    stream: stream.stream,
    model: stream.model,
    wape: stream.wape,
    wapePerDay: stream.wapePerDay,
    missing: stream.missing,
    serviceLevel: serviceLevelOf(stream.arriving, expected),
    intervals: stream.points.map(({ at, value, low, high }, index) => ({
      at,
      forecast: value,
      low,
      high,
      actual: stream.actual[index] ?? null,
      required: required[index] ?? 0,
      scheduled: scheduled[index] ?? 0,
      present: present[index] ?? 0,
      serviceLevel: expected[index]?.serviceLevel ?? null,
      occupancy: expected[index]?.occupancy ?? null,
      asaSeconds: expected[index]?.asaSeconds ?? null,
    })),
  };
}
