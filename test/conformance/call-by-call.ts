import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/**
 * Every call of a bank's call centre in February 1999, as Ilan Guedj and Avi Mandelbaum recorded it (Anonymous Bank,
 * Technion; analysed in Brown, Gans, Mandelbaum, Sakov, Shen, Zeltyn, Zhao, Statistical analysis of a telephone call
 * center, 2005). Times are seconds of the month, so that a call over midnight has no seam.
 */
export type Call = {
  /** Seconds of the month at which it came to the queue, or to an agent at once. */
  readonly at: number;
  readonly answered: boolean;
  /** Seconds in the queue, until the answer or until hanging up. */
  readonly waited: number;
  /** Whether it was ever in the queue. */
  readonly queued: boolean;
  readonly handled: number;
  /** Seconds of the month; null where nobody is known to have taken it. */
  readonly talk: { readonly from: number; readonly to: number; readonly server: string } | null;
};

const day = 86_400;

/** `H:MM:SS`; 0:00:00 is "not applicable", and so is nothing else in this file. */
const clock = (text: string): number | null => {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  const total = hours * 3600 + minutes * 60 + seconds;
  return total === 0 ? null : total;
};

/** A time of the day at or after another; what seems earlier by over half a day is past midnight. */
const after = (start: number, time: number): number => (time < start - day / 2 ? time + day : time);

type Row = Readonly<Record<string, string>>;

function rowsOf(text: string): Row[] {
  const [head = '', ...lines] = text.replaceAll('\r', '').trim().split('\n');
  const names = head.split('\t');
  return lines.map((line) => Object.fromEntries(line.split('\t').map((value, at) => [names[at]!, value])));
}

const dayOf = (row: Row): number => Number(row['date']!.slice(4)) - 1;

/** Offered are those an agent took and those who hung up; a phantom is no call (README of the data). */
function callOf(row: Row): Call {
  const base = dayOf(row) * day;
  const entry = clock(row['vru_entry']!) ?? 0;
  const queue = clock(row['q_start']!);
  const from = clock(row['ser_start']!);
  const to = clock(row['ser_exit']!);
  const talk =
    from === null || to === null || row['server'] === 'NO_SERVER'
      ? null
      : {
          from: base + after(entry, from),
          to: base + after(entry, to),
          server: row['server']!,
        };
  const arrival = queue ?? clock(row['vru_exit']!) ?? entry;
  return {
    at: base + after(entry, arrival),
    answered: row['outcome'] === 'AGENT',
    waited: Number(row['q_time']),
    queued: queue !== null,
    handled: Number(row['ser_time']),
    talk,
  };
}

export function readCalls(path: string): { readonly phantoms: number; readonly offered: readonly Call[] } {
  const rows = rowsOf(gunzipSync(readFileSync(path)).toString('utf8'));
  const real = rows.filter((row) => row['outcome'] !== 'PHANTOM');
  return { phantoms: rows.length - real.length, offered: real.map(callOf) };
}

type Span = { readonly from: number; readonly to: number };

/** Spans that overlap or lie no more than `gap` seconds apart, as one. */
function joined(spans: readonly Span[], gap: number): Span[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = found.at(-1);
    if (last && from <= last.to + gap) last.to = Math.max(last.to, to);
    else found.push({ from, to: Math.max(from, to) });
  }
  return found;
}

/** Over so many seconds between two calls, somebody is taken to be away from the phone. */
export const away = 900;

/**
 * Who was on a call, and who was there to take one, as spans of seconds. The log knows no log-ons: a server is taken to be
 * there from a call to the next, where the next begins within a quarter of an hour. Two calls of one server at a time (one
 * on hold) are one busy person.
 */
export function presence(calls: readonly Call[]): { readonly busy: readonly Span[]; readonly there: readonly Span[] } {
  const byServer = new Map<string, Span[]>();
  for (const { talk } of calls) {
    if (talk) byServer.set(talk.server, [...(byServer.get(talk.server) ?? []), talk]);
  }
  const lists = [...byServer.values()];
  return {
    busy: lists.flatMap((spans) => joined(spans, 0)),
    there: lists.flatMap((spans) => joined(spans, away)),
  };
}

/** Person-seconds in each hour of the month. */
export function perHour(spans: readonly Span[], hours: number): Float64Array {
  const seconds = new Float64Array(hours);
  for (const { from, to } of spans) {
    for (let hour = Math.floor(from / 3600); hour * 3600 < to && hour < hours; hour += 1) {
      seconds[hour]! += Math.min(to, (hour + 1) * 3600) - Math.max(from, hour * 3600);
    }
  }
  return seconds;
}
