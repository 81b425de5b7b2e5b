import type { ForecastEvent, Stream } from '../../../contract/index.ts';
import { dateOf, dayNumber } from '../../../domain/calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf } from '../../../domain/calendar/zone.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { row, rows, type ReadDb } from '../../store/db.ts';
import type { OutlookRead } from '../../store/contacts.ts';
import type { Core } from '../core.ts';
import { readSettings } from './settings.ts';

/** Half a year: two dozen of each weekday, and not so long that the desk was another one. */
const historyDays = 182;
/** Days forecast at once: any day of a week or a month is then the same reading. */
const horizons = [1, 7, 28, 56, 400] as const;

export const readEvents = (db: ReadDb): ForecastEvent[] =>
  rows<{ uid: Uint8Array; date: string; name: string; factor: number }>(
    db,
    'SELECT uid, date, name, factor FROM forecast_event ORDER BY date',
  ).map(({ uid, ...event }) => ({ id: uuidText(uid), ...event }));

/** The date it is on the desk. */
export function today(core: Core): string {
  return dateOf(wallOf(zoneOf(core.facts.settings().timeZone), core.ports.now()).day);
}

type Cached = { readonly key: string; readonly read: Promise<OutlookRead> };
const kept = 24;

/** Forecasts of a desk, each worked out once for what it was made from. */
export type Outlooks = (stream: Stream, from: string, days: number) => Promise<OutlookRead>;

/**
 * The forecast of a stream for `days` days from a date on, from what came before that date, and before today: a day that
 * is running is not learnt from. What is remembered goes when tickets came in by an import, or events or settings change,
 * for each stands in what it is remembered under. SPEC STF-21.
 */
export function outlooks(core: Core): Outlooks {
  let cache: readonly Cached[] = [];
  return (stream, from, days) => {
    const zone = zoneOf(core.facts.settings().timeZone);
    const first = Math.min(dayNumber(from), dayNumber(today(core)));
    const horizon = dayNumber(from) + days - first;
    const horizonDays = horizons.find((each) => each >= horizon) ?? horizon;
    const query = {
      startAt: instantOfWall(zone, first - historyDays, 0),
      endAt: instantOfWall(zone, first, 0),
      intervalMinutes: readSettings(core).intervalMinutes,
      channels: stream.channels,
      queueIds: stream.queueIds.map(uuidBytes),
      horizonDays,
      timeZone: core.facts.settings().timeZone,
      events: readEvents(core.db).map(({ date, name, factor }) => ({ date, name, factor })),
    };
    const batches = row<{ n: number | null }>(core.db, "SELECT sum(id * 2 + (state = 'done')) AS n FROM batch")?.n ?? 0;
    const key = JSON.stringify([query, stream.queueIds, batches]);
    const known = cache.find((each) => each.key === key);
    if (known !== undefined) return known.read;
    const read = core.pool.run({ kind: 'outlook', query });
    cache = [...cache, { key, read }].slice(-kept);
    // What failed is tried again, not remembered.
    read.catch(() => {
      cache = cache.filter((each) => each.key !== key);
    });
    return read;
  };
}
