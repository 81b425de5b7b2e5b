import { dateOf, dayNumber, minuteMs } from '../../../domain/calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { requiredPeople } from '../../../domain/staffing/stream.ts';
import type { Core } from '../core.ts';
import { openness } from './day.ts';
import { today, type Outlooks } from './outlook.ts';
import { readSettings } from './settings.ts';

const shownDays = 56;

/** Points by the date a clock on the wall shows, in order. */
function byDate<P extends { readonly at: number }>(points: readonly P[], timeZone: string): Map<string, P[]> {
  const zone = zoneOf(timeZone);
  const days = new Map<string, P[]>();
  for (const point of points) {
    const date = dateOf(wallOf(zone, point.at).day);
    const known = days.get(date);
    if (known === undefined) days.set(date, [point]);
    else known.push(point);
  }
  return days;
}

/** The forecast of one stream for days to come, with what came in the last weeks. */
export async function outlookOf(
  core: Core,
  outlook: Outlooks,
  input: { readonly streamId: string; readonly days: number },
) {
  const settings = readSettings(core);
  const stream = settings.streams.find(({ id }) => id === input.streamId);
  if (stream === undefined)
    throw new Fault('NOT_FOUND', 'That stream is not in the settings any more.', { field: 'streamId' });
  const { timeZone } = core.facts.settings();
  const from = today(core);
  const { forecast, missing } = await outlook(stream, from, input.days);
  const zone = zoneOf(timeZone);
  const first = dayNumber(from);
  const last = instantOfWall(zone, first + input.days, 0);
  const counted = await core.pool.run({
    kind: 'contacts',
    query: {
      startAt: instantOfWall(zone, first - shownDays, 0),
      endAt: instantOfWall(zone, first, 0),
      intervalMinutes: settings.intervalMinutes,
      channels: stream.channels,
      queueIds: stream.queueIds.map(uuidBytes),
    },
  });
  const history = [...byDate(counted, timeZone)].map(([date, points]) => ({
    date,
    value: points.reduce((total, { value }) => total + value, 0),
  }));
  const ahead = forecast === null ? null : { ...forecast, forecast: forecast.forecast.filter(({ at }) => at < last) };
  const staffing = { shrinkage: settings.shrinkage, intervalMinutes: settings.intervalMinutes };
  const isOpen = openness(core, stream);
  const step = settings.intervalMinutes * minuteMs;
  const pointsOf = byDate(ahead?.forecast ?? [], timeZone);
  const days = (ahead?.days ?? []).flatMap((day) => {
    const points = pointsOf.get(day.date);
    if (points === undefined) return [];
    const arriving = points.map(({ at, value }) => ({ at, contacts: value, open: isOpen(at, at + step) }));
    const people = requiredPeople(stream, staffing, arriving);
    const hours = people.reduce((total, count) => total + count, 0) * (settings.intervalMinutes / 60);
    return { ...day, requiredHours: hours };
  });
  return { forecast: ahead, missing, history, days };
}
