import { addCreated, addSolved, emptyTally, type ClockTally, type Tally } from '../../domain/metrics/tally.ts';
import { mergeBytes, sketchBytes } from '../../domain/statistics/sketch.ts';
import { column, row, rows, run, sql, transaction, type Param, type ReadDb, type WriteDb } from './db.ts';
import { createdFacts, dimCode, dims, solvedFacts, type Dim, type Places } from './kpi-facts.ts';

/** A day of the desk: its number, and the instants between which it lies. */
export type Day = { readonly day: number; readonly from: number; readonly to: number };
export type HourOf = (at: number) => number;

type Cells = Map<Dim, Map<string, Tally>>;

function tallyAt(cells: Cells, dim: Dim, key: string): Tally {
  const ofDim = cells.get(dim) ?? new Map<string, Tally>();
  cells.set(dim, ofDim);
  const known = ofDim.get(key) ?? emptyTally();
  ofDim.set(key, known);
  return known;
}

const keysOf = (places: Places, hour: number): readonly (readonly [Dim, string])[] => [
  ['all', ''],
  ['queue', places.queue],
  ['channel', places.channel],
  ['priority', places.priority],
  ['agent', places.agent],
  ['category', places.category],
  ['hour', String(hour)],
];

/** All tickets of a day, added up by every dimension. */
export function tallyDay(db: ReadDb, { from, to }: Day, hourOf: HourOf): Cells {
  const cells: Cells = new Map();
  for (const { at, places, fact } of createdFacts(db, from, to))
    for (const [dim, key] of keysOf(places, hourOf(at))) addCreated(tallyAt(cells, dim, key), fact);
  for (const { at, places, fact } of solvedFacts(db, from, to))
    for (const [dim, key] of keysOf(places, hourOf(at))) addSolved(tallyAt(cells, dim, key), fact);
  return cells;
}

const clockValues = ({ n, sum, target, met, sketch }: ClockTally): Param[] => [
  n,
  sum,
  target,
  met,
  sketch.size === 0 ? null : sketchBytes(sketch),
];

const valuesOf = (tally: Tally): Param[] => [
  tally.created,
  ...clockValues(tally.first),
  ...clockValues(tally.next),
  tally.solved,
  ...clockValues(tally.resolution),
  tally.slaTarget,
  tally.slaMet,
  tally.rated,
  tally.good,
  tally.escalated,
  tally.reopened,
  tally.oneContact,
];

const insertText = `INSERT INTO kpi_day VALUES (${Array.from({ length: 27 }, () => '?').join(', ')})`;
/** Marks are of quarters of an hour: no zone of today begins its days within one. */
const quarterMs = 900_000;

/** Works a day out anew, whole or not at all. */
export function rebuildDay(db: WriteDb, day: Day, hourOf: HourOf, now: number): void {
  transaction(db, () => {
    run(db, 'DELETE FROM kpi_day WHERE day = ?', day.day);
    for (const [dim, tallies] of tallyDay(db, day, hourOf))
      for (const [key, tally] of tallies) run(db, insertText, dimCode(dim), key, day.day, ...valuesOf(tally));
    // One that two days share (clocks of long ago) stays, and the day is worked out again when it is next asked for.
    run(
      db,
      'DELETE FROM kpi_dirty WHERE quarter >= ? AND quarter < ?',
      Math.ceil(day.from / quarterMs),
      Math.floor(day.to / quarterMs),
    );
    run(db, 'UPDATE kpi_state SET at = ?', now);
  });
}

/** Instants, latest first, of quarters of an hour in which something changed that figures do not have yet. */
export const dirtyAt = (db: ReadDb, from = -Infinity, to = Infinity): number[] =>
  column<number>(
    db,
    'SELECT quarter FROM kpi_dirty WHERE quarter >= ? AND quarter <= ? ORDER BY quarter DESC',
    Number.isFinite(from) ? Math.floor(from / quarterMs) : Number.MIN_SAFE_INTEGER,
    Number.isFinite(to) ? Math.floor(to / quarterMs) : Number.MAX_SAFE_INTEGER,
  ).map((quarter) => quarter * quarterMs);

export const dirtyCount = (db: ReadDb): number => column<number>(db, 'SELECT count(*) FROM kpi_dirty')[0] ?? 0;

/** Days are those of a zone: in another, all of them are others. */
export function ensureZone(db: WriteDb, zone: string, now: number): void {
  const known = row<{ zone: string }>(db, 'SELECT zone FROM kpi_state')?.zone;
  if (known === zone) return;
  transaction(db, () => {
    run(db, 'DELETE FROM kpi_state');
    run(db, 'INSERT INTO kpi_state VALUES (?, ?)', zone, now);
    if (known === undefined) return;
    run(db, 'DELETE FROM kpi_day');
    run(db, 'INSERT OR IGNORE INTO kpi_dirty SELECT created_at / 900000 FROM ticket');
    run(db, 'INSERT OR IGNORE INTO kpi_dirty SELECT solved_at / 900000 FROM ticket WHERE solved_at IS NOT NULL');
  });
}

export const workedOutAt = (db: ReadDb): number => row<{ at: number }>(db, 'SELECT at FROM kpi_state')?.at ?? 0;

type DayRecord = Record<string, Param> & { key: string; day: number };

function clockOf(record: DayRecord, name: 'first' | 'next' | 'resolution'): ClockTally {
  const sketch = new Map<number, number>();
  mergeBytes(sketch, record[`${name}_sketch`] as Uint8Array | null);
  const of = (part: string): number => Number(record[`${name}_${part}`] ?? 0);
  return { n: of('n'), sum: of('sum'), target: of('target'), met: of('met'), sketch };
}

const toTally = (record: DayRecord): Tally => ({
  created: Number(record.created),
  first: clockOf(record, 'first'),
  next: clockOf(record, 'next'),
  solved: Number(record.solved),
  resolution: clockOf(record, 'resolution'),
  slaTarget: Number(record.sla_target),
  slaMet: Number(record.sla_met),
  rated: Number(record.rated),
  good: Number(record.good),
  escalated: Number(record.escalated),
  reopened: Number(record.reopened),
  oneContact: Number(record.one_contact),
});

export type DayTally = { readonly key: string; readonly day: number; readonly tally: Tally };

/** What is added up of a dimension (or one key of it) on some days, the last one included. */
export const readDays = (db: ReadDb, dim: Dim, first: number, last: number, key?: string): DayTally[] =>
  (key === undefined
    ? rows<DayRecord>(
        db,
        'SELECT * FROM kpi_day WHERE dim = ? AND day BETWEEN ? AND ? ORDER BY key, day',
        dimCode(dim),
        first,
        last,
      )
    : rows<DayRecord>(
        db,
        'SELECT * FROM kpi_day WHERE dim = ? AND key = ? AND day BETWEEN ? AND ? ORDER BY day',
        dimCode(dim),
        key,
        first,
        last,
      )
  ).map((record) => ({ key: record.key, day: record.day, tally: toTally(record) }));

/** By key, how many had come in and were not solved at the end of a day. SPEC KPI-5. */
export const backlogs = (db: ReadDb, dim: Dim, last: number): ReadonlyMap<string, number> =>
  new Map(
    (
      sql(db, 'SELECT key, sum(created) - sum(solved) AS n FROM kpi_day WHERE dim = ? AND day <= ? GROUP BY key').all(
        dimCode(dim),
        last,
      ) as { key: string; n: number }[]
    ).map(({ key, n }) => [key, n]),
  );

/** Days that are not as worked out from their tickets, of those that are not on the list: for `desk verify`. */
export function daysOff(db: ReadDb, days: readonly Day[], hourOf: HourOf): number {
  let off = 0;
  for (const day of days) {
    const made = tallyDay(db, day, hourOf);
    const stored = dims.flatMap((dim) =>
      readDays(db, dim, day.day, day.day).map(({ key, tally }) => ({ dim, key, tally })),
    );
    const made1 = dims.flatMap((dim) => [...(made.get(dim) ?? [])].map(([key, tally]) => ({ dim, key, tally })));
    const text = (all: readonly { dim: Dim; key: string; tally: Tally }[]): string =>
      all
        .map(
          ({ dim, key, tally }) =>
            `${dim} ${key} ${JSON.stringify(valuesOf(tally).map((value) => (value instanceof Uint8Array ? [...value] : value)))}`,
        )
        .sort()
        .join('\n');
    if (text(stored) !== text(made1)) off += 1;
  }
  return off;
}

/** The days on which anything is added up. */
export const knownDays = (db: ReadDb): number[] => column<number>(db, 'SELECT DISTINCT day FROM kpi_day ORDER BY day');
