import { addCreated, addSolved, emptyTally, type ClockTally, type Tally } from '../../domain/metrics/tally.ts';
import { mergeBytes, sketchBytes } from '../../domain/statistics/sketch.ts';
import { column, row, rows, run, sql, transaction, type Param, type ReadDb, type WriteDb } from './db.ts';
import { createdFacts, dimCode, dims, solvedFacts, type KeptDim, type Places } from './kpi-facts.ts';

/** A day of the desk: its number, and the instants between which it lies. */
export type Day = { readonly day: number; readonly from: number; readonly to: number };
export type HourOf = (at: number) => number;

type Cells = Map<KeptDim, Map<string, Tally>>;

function tallyAt(cells: Cells, dim: KeptDim, key: string): Tally {
  const ofDim = cells.get(dim) ?? new Map<string, Tally>();
  cells.set(dim, ofDim);
  const known = ofDim.get(key) ?? emptyTally();
  ofDim.set(key, known);
  return known;
}

const keysOf = (places: Places, hour: number): readonly (readonly [KeptDim, string])[] => [
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
  ...clockValues(tally.handle),
];

const insertText = `INSERT INTO kpi_day VALUES (${Array.from({ length: 32 }, () => '?').join(', ')})`;
/** Marks are of quarters of an hour: no zone of today begins its days within one. */
const quarterMs = 900_000;

function rebuildDay(db: WriteDb, day: Day, hourOf: HourOf): void {
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
}

/**
 * Works days out anew, each whole or not at all, in one transaction until `goesOn` says that it is enough; gives how many are
 * done. A commit a day would wait for the disk each time.
 */
export function rebuildDays(
  db: WriteDb,
  days: readonly Day[],
  { hourOf, now, goesOn }: { readonly hourOf: HourOf; readonly now: number; readonly goesOn: () => boolean },
): number {
  return transaction(db, () => {
    let done = 0;
    for (const day of days) {
      rebuildDay(db, day, hourOf);
      done += 1;
      if (!goesOn()) break;
    }
    run(db, 'UPDATE kpi_state SET at = ?', now);
    return done;
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

const clockNames = ['first', 'next', 'resolution', 'handle'] as const;
const summed =
  'key, day, created, solved, sla_target, sla_met, rated, good, escalated, reopened, one_contact, ' +
  clockNames.map((name) => `${name}_n, ${name}_sum, ${name}_target, ${name}_met, ${name}_sketch`).join(', ');

type Counts = readonly [number, number, number, number, number, number, number, number, number];
type ClockColumns = readonly [n: number, sum: number, target: number, met: number, sketch: Uint8Array | null];
type DayRecord = readonly [
  key: string,
  day: number,
  ...Counts,
  ...ClockColumns,
  ...ClockColumns,
  ...ClockColumns,
  ...ClockColumns,
];
const firstClock = 11;
const clockWidth = 5;

function addClock(into: ClockTally, record: readonly unknown[], at: number): void {
  const [n, sum, target, met, sketch] = record.slice(at, at + clockWidth) as unknown as ClockColumns;
  into.n += n;
  into.sum += sum;
  into.target += target;
  into.met += met;
  mergeBytes(into.sketch, sketch);
}

/** Adds a day to what is added up so far. */
function addRecord(into: Tally, record: DayRecord): void {
  const [, , created, solved, slaTarget, slaMet, rated, good, escalated, reopened, oneContact] = record;
  into.created += created;
  into.solved += solved;
  into.slaTarget += slaTarget;
  into.slaMet += slaMet;
  into.rated += rated;
  into.good += good;
  into.escalated += escalated;
  into.reopened += reopened;
  into.oneContact += oneContact;
  for (const [at, name] of clockNames.entries()) addClock(into[name], record, firstClock + at * clockWidth);
}

export const daysText = (ofKey: boolean): string =>
  `SELECT ${summed} FROM kpi_day WHERE dim = ? ${ofKey ? 'AND key = ?' : ''} AND day BETWEEN ? AND ? ORDER BY key, day`;

/** Days of a dimension as they are kept, the last one included; of one key of it, or of all. */
function* recordsOf(db: ReadDb, dim: KeptDim, first: number, last: number, key?: string): Generator<DayRecord> {
  const params = key === undefined ? [dimCode(dim), first, last] : [dimCode(dim), key, first, last];
  // Prepared anew: a statement that gives rows as arrays is not for anybody else.
  yield* db
    .prepare(daysText(key !== undefined))
    .raw()
    .iterate(...params) as IterableIterator<DayRecord>;
}

export type DayTally = { readonly key: string; readonly day: number; readonly tally: Tally };

/** Day by day. */
export function* readDays(db: ReadDb, dim: KeptDim, first: number, last: number, key?: string): Generator<DayTally> {
  for (const record of recordsOf(db, dim, first, last, key)) {
    const tally = emptyTally();
    addRecord(tally, record);
    yield { key: record[0], day: record[1], tally };
  }
}

/** Some days added up, and of each day the counts. */
export type Summed = { readonly tally: Tally; readonly daily: Map<number, DayCounts> };
export type DayCounts = { created: number; solved: number };

export const emptySum = (): Summed => ({ tally: emptyTally(), daily: new Map() });

export function addDay({ daily }: Summed, day: number, { created, solved }: DayCounts): void {
  const known = daily.get(day);
  if (known === undefined) daily.set(day, { created, solved });
  else {
    known.created += created;
    known.solved += solved;
  }
}

/** Some days added up, by key. */
export function sumDays(db: ReadDb, dim: KeptDim, first: number, last: number, key?: string): Map<string, Summed> {
  const sums = new Map<string, Summed>();
  for (const record of recordsOf(db, dim, first, last, key)) {
    const sum = sums.get(record[0]) ?? emptySum();
    sums.set(record[0], sum);
    addRecord(sum.tally, record);
    addDay(sum, record[1], { created: record[2], solved: record[3] });
  }
  return sums;
}

export const backlogText =
  'SELECT key, sum(created) - sum(solved) AS n FROM kpi_day WHERE dim = ? AND day <= ? GROUP BY key';

/** By key, how many had come in and were not solved at the end of a day. SPEC KPI-5. */
export const backlogs = (db: ReadDb, dim: KeptDim, last: number): ReadonlyMap<string, number> =>
  new Map((sql(db, backlogText).all(dimCode(dim), last) as { key: string; n: number }[]).map(({ key, n }) => [key, n]));

/** How many came in and how many were solved, by key and day, as they are kept. */
export const dayCounts = (db: ReadDb, dim: KeptDim, first: number, last: number) =>
  rows<DayCounts & { readonly key: string; readonly day: number }>(
    db,
    'SELECT key, day, created, solved FROM kpi_day WHERE dim = ? AND day BETWEEN ? AND ?',
    dimCode(dim),
    first,
    last,
  );

/** Days that are not as worked out from their tickets, of those that are not on the list: for `desk verify`. */
export function daysOff(db: ReadDb, days: readonly Day[], hourOf: HourOf): number {
  let off = 0;
  for (const day of days) {
    const made = tallyDay(db, day, hourOf);
    const stored = dims.flatMap((dim) =>
      [...readDays(db, dim, day.day, day.day)].map(({ key, tally }) => ({ dim, key, tally })),
    );
    const worked = dims.flatMap((dim) => [...(made.get(dim) ?? [])].map(([key, tally]) => ({ dim, key, tally })));
    const text = (all: readonly { dim: KeptDim; key: string; tally: Tally }[]): string =>
      all
        .map(
          ({ dim, key, tally }) =>
            `${dim} ${key} ${JSON.stringify(valuesOf(tally).map((value) => (value instanceof Uint8Array ? [...value] : value)))}`,
        )
        .sort()
        .join('\n');
    if (text(stored) !== text(worked)) off += 1;
  }
  return off;
}

/** The days on which anything is added up. */
export const knownDays = (db: ReadDb): number[] => column<number>(db, 'SELECT DISTINCT day FROM kpi_day ORDER BY day');
