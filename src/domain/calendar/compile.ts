import type { Calendar } from '../../contract/calendar.ts';
import { Fault } from '../fault.ts';
import { rulesOf, spansBetween } from './rules.ts';
import type { Rules } from './rules.ts';
import { dayMs } from './wall-time.ts';
import { instantOfWall } from './zone.ts';

/**
 * A calendar made ready for arithmetic: its open spans as sorted epoch ms, and the open ms before each. They cover
 * `[from, to)`, which grows year by year as it is asked about; the rest of the object never changes.
 */
export type CompiledCalendar = {
  readonly timeZone: string;
  readonly rules: Rules;
  firstYear: number;
  endYear: number;
  from: number;
  to: number;
  starts: Float64Array;
  ends: Float64Array;
  /** `before[i]`: open ms in `[from, starts[i])`; one more entry at the end holds all. */
  before: Float64Array;
};

const horizon = { firstYear: 1900, endYear: 2200 };
/** The first instant a calendar can be asked about. SPEC CAL-14. */
export const earliest = Date.UTC(horizon.firstYear, 0, 2);
export const latest = Date.UTC(horizon.endYear, 0, 1) - 2 * dayMs;

const dayOfYear = (year: number) => Date.UTC(year, 0, 1) / dayMs;
const yearStart = (rules: Rules, year: number) => instantOfWall(rules.zone, dayOfYear(year), 0);

/**
 * Checks a calendar and makes it ready; open spans are worked out when first asked about.
 * Faults INVALID with what is wrong. SPEC CAL-1 to CAL-9.
 */
export const compileCalendar = (calendar: Calendar): CompiledCalendar => {
  const rules = rulesOf(calendar);
  const empty = new Float64Array(0);
  return {
    timeZone: calendar.timeZone,
    rules,
    firstYear: 0,
    endYear: 0,
    from: 0,
    to: 0,
    starts: empty,
    ends: empty,
    before: new Float64Array(1),
  };
};

const byObject = new WeakMap<Calendar, CompiledCalendar>();
const byContent = new Map<string, CompiledCalendar>();
const kept = 64;

/** As `compileCalendar`, but calendars of the same content are compiled once; the last 64 are kept. */
export const compiledFor = (calendar: Calendar): CompiledCalendar => {
  const same = byObject.get(calendar);
  if (same) return same;
  const key = JSON.stringify(calendar);
  const compiled = byContent.get(key) ?? compileCalendar(calendar);
  byContent.delete(key);
  byContent.set(key, compiled);
  const [oldest] = byContent.keys();
  if (byContent.size > kept && oldest !== undefined) byContent.delete(oldest);
  byObject.set(calendar, compiled);
  return compiled;
};

/** Lays spans out anew, joining two years where one runs into the other. */
const lay = (cal: CompiledCalendar, starts: readonly Float64Array[], ends: readonly Float64Array[]) => {
  const count = starts.reduce((sum, part) => sum + part.length, 0);
  const s = new Float64Array(count);
  const e = new Float64Array(count);
  let n = 0;
  starts.forEach((part, p) => {
    part.forEach((start, i) => {
      const end = ends[p]?.[i] ?? start;
      if (n > 0 && e[n - 1] === start) e[n - 1] = end;
      else {
        s[n] = start;
        e[n] = end;
        n += 1;
      }
    });
  });
  const before = new Float64Array(n + 1);
  for (let i = 0; i < n; i += 1) before[i + 1] = (before[i] ?? 0) + (e[i] ?? 0) - (s[i] ?? 0);
  Object.assign(cal, { starts: s.slice(0, n), ends: e.slice(0, n), before });
};

const partOf = (cal: CompiledCalendar, firstYear: number, endYear: number) => {
  const spans = spansBetween(cal.rules, dayOfYear(firstYear), dayOfYear(endYear));
  return { starts: Float64Array.from(spans, ([start]) => start), ends: Float64Array.from(spans, ([, end]) => end) };
};

/** Growing doubles what is covered, so that reaching far stays cheap; it ends at the horizon (SPEC CAL-14). */
const yearsToAdd = (cal: CompiledCalendar) => Math.max(1, cal.endYear - cal.firstYear);

/** Covers more years onwards; false at the horizon. Indices into the spans stay as they were. */
export const growOnwards = (cal: CompiledCalendar): boolean => {
  const endYear = Math.min(horizon.endYear, cal.endYear + yearsToAdd(cal));
  if (endYear === cal.endYear) return false;
  const part = partOf(cal, cal.endYear, endYear);
  lay(cal, [cal.starts, part.starts], [cal.ends, part.ends]);
  cal.endYear = endYear;
  cal.to = yearStart(cal.rules, endYear);
  return true;
};

/** Covers more years backwards; false at the horizon. Indices and sums shift: search again. */
export const growBackwards = (cal: CompiledCalendar): boolean => {
  const firstYear = Math.max(horizon.firstYear, cal.firstYear - yearsToAdd(cal));
  if (firstYear === cal.firstYear) return false;
  const part = partOf(cal, firstYear, cal.firstYear);
  lay(cal, [part.starts, cal.starts], [part.ends, cal.ends]);
  cal.firstYear = firstYear;
  cal.from = yearStart(cal.rules, firstYear);
  return true;
};

const begin = (cal: CompiledCalendar, at: number) => {
  const year = new Date(at).getUTCFullYear();
  cal.firstYear = year;
  cal.endYear = year;
  cal.from = cal.to = yearStart(cal.rules, year);
  growOnwards(cal);
};

/** Sees to it that the spans around an instant are there. Faults INVALID outside of 1900 to 2199 (SPEC CAL-14). */
export const cover = (cal: CompiledCalendar, at: number): void => {
  if (at > cal.from && at < cal.to) return;
  if (!(at >= earliest && at <= latest)) {
    throw new Fault('INVALID', 'Calendars reach from 1900 to 2199. Give an instant in between, in ms since 1970.');
  }
  if (cal.endYear === 0) begin(cal, at);
  while (at >= cal.to && growOnwards(cal));
  while (at <= cal.from && growBackwards(cal));
};
