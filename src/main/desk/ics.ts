import type { FoundHoliday } from '../../contract/index.ts';
import { yearlyDays, yearlyRule } from '../../domain/calendar/recurrence.ts';
import { dateOf, dayNumber, minutesADay, timeOf } from '../../domain/calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf, type Zone } from '../../domain/calendar/zone.ts';
import { Fault } from '../../domain/fault.ts';

/** Read when a file is given, not when the desk opens. */
const library = async () => (await import('ical.js')).default;
type Ical = Awaited<ReturnType<typeof library>>;

/** One event as it stands in the file: its lines, and the number of the first. */
type Block = { readonly line: number; readonly text: string; readonly closed: boolean };
type Skipped = { readonly line: number; readonly what: string; readonly why: string };
type Dated = FoundHoliday & { readonly line: number };

const mostEvents = 20_000;
const mostDays = 31;

/** Each event by itself, so that one that is broken costs only itself, and can be named by its line. */
function blocksOf(text: string): Block[] {
  const lines = text.split(/\r\n|\n|\r/);
  const blocks: Block[] = [];
  let start: number | null = null;
  const close = (end: number, closed: boolean): void => {
    if (start === null) return;
    blocks.push({ line: start + 1, text: lines.slice(start, end).join('\r\n'), closed });
    start = null;
  };
  lines.forEach((line, i) => {
    const told = line.trim().toUpperCase();
    if (told === 'BEGIN:VEVENT') {
      close(i, false);
      start = i;
    } else if (told === 'END:VEVENT') close(i + 1, true);
  });
  close(lines.length, false);
  return blocks;
}

/** A property of jCal: its parameters, the type of its values, and these. */
type Property = {
  readonly name: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly type: string;
  readonly values: readonly unknown[];
};
type JCal = [string, [string, Record<string, unknown>, string, ...unknown[]][], JCal[]];

/** The first value of a property, as text. */
const textOf = (properties: readonly Property[], name: string): string => {
  const value = properties.find((each) => each.name === name)?.values[0];
  return typeof value === 'string' ? value : '';
};

function propertiesOf(ical: Ical, block: Block): readonly Property[] {
  const [, , events] = ical.parse(`BEGIN:VCALENDAR\r\n${block.text}\r\nEND:VCALENDAR`) as JCal;
  return (events[0]?.[1] ?? []).map(([name, parameters, type, ...values]) => ({ name, parameters, type, values }));
}

/** Without what could disturb a line of text, and no longer than a name may be. */
const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .trim()
    .slice(0, 200);

/** A day, or a day and minutes by the clocks of a zone (null: whoever reads it). */
type Wall = { readonly day: number; readonly minutes: number | null; readonly zone: Zone | null };

/** Why an event is not taken; thrown and caught in this file alone. */
const unfit = (why: string) => new Fault('INVALID', why);

function wallAt({ parameters, type, values }: Property): Wall {
  const [, date = '', hour, minute, utc] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d):\d\d(Z?))?$/.exec(String(values[0])) ?? [];
  const day = dayNumber(date);
  const year = Number(date.slice(0, 4));
  if (year > 2199 || (year < 1900 && type !== 'date')) throw unfit('Its year is not between 1900 and 2199.');
  if (type === 'date' || hour === undefined) return { day, minutes: null, zone: null };
  const minutes = Number(hour) * 60 + Number(minute);
  if (utc === 'Z') return { day, minutes, zone: zoneOf('UTC') };
  const zone = typeof parameters.tzid === 'string' ? zoneOf(parameters.tzid) : null;
  return { day, minutes, zone };
}

/** Minutes an event lasts, by the clock on the wall; whole days where it has no time of day. */
function minutesLong(ical: Ical, properties: readonly Property[], start: Wall): number {
  const end = properties.find(({ name }) => name === 'dtend');
  const duration = textOf(properties, 'duration');
  if (end !== undefined) {
    const wall = wallAt(end);
    return (wall.day - start.day) * minutesADay + (wall.minutes ?? 0) - (start.minutes ?? 0);
  }
  if (duration !== '') return ical.Duration.fromString(duration).toSeconds() / 60;
  return start.minutes === null ? minutesADay : 0;
}

/** The dates of one event, before its length is laid on them: once, or every year; without those taken out. */
function startDays(
  properties: readonly Property[],
  start: Wall,
  lastYear: number,
  moved: ReadonlySet<string>,
): number[] {
  const of = (name: string): readonly Property[] => properties.filter((each) => each.name === name);
  const first = dateOf(start.day);
  const [rule] = of('rrule');
  const days = rule === undefined ? [first] : recurring(rule.values[0], first, lastYear);
  const dates = (name: string) => of(name).flatMap(({ values }) => values.map((value) => String(value).slice(0, 10)));
  const out = new Set([...dates('exdate'), ...moved]);
  return [...new Set([...days, ...dates('rdate')])].filter((date) => !out.has(date)).map(dayNumber);
}

function recurring(parts: unknown, first: string, lastYear: number): readonly string[] {
  const rule = yearlyRule((parts ?? {}) as Record<string, unknown>, first);
  if (typeof rule === 'string') throw unfit(rule);
  return yearlyDays(rule, first, lastYear);
}

/** One occurrence, told by the clocks of a zone, as parts of days; a part that is a whole day has no hours. */
function partsOf(start: Wall, day: number, minutes: number, target: Zone): Omit<FoundHoliday, 'name'>[] {
  let from = { day, minutes: start.minutes ?? 0 };
  if (start.minutes !== null && start.zone !== null)
    from = wallOf(target, instantOfWall(start.zone, day, start.minutes));
  const end = from.minutes + minutes;
  const days = Math.ceil(end / minutesADay);
  return Array.from({ length: days }, (_, i) => {
    const opens = i === 0 ? from.minutes : 0;
    const closes = Math.min(minutesADay, end - i * minutesADay);
    const date = dateOf(from.day + i);
    return opens === 0 && closes === minutesADay ? { date } : { date, from: timeOf(opens), to: timeOf(closes) };
  });
}

type Ask = { readonly years: readonly number[]; readonly zone: Zone };

function readEvent(ical: Ical, properties: readonly Property[], ask: Ask, moved: ReadonlySet<string>) {
  if (textOf(properties, 'status').toUpperCase() === 'CANCELLED') throw unfit('It is marked as cancelled.');
  const begin = properties.find(({ name }) => name === 'dtstart');
  if (begin === undefined) throw unfit('It has no start.');
  const start = wallAt(begin);
  const minutes = Math.floor(minutesLong(ical, properties, start));
  if (!(minutes > 0)) throw unfit('It ends when it starts, or before.');
  if (minutes > mostDays * minutesADay)
    throw unfit(`It lasts ${Math.ceil(minutes / minutesADay)} days, which is no holiday. Add it by hand if it is one.`);
  const name = clean(textOf(properties, 'summary')) || 'Without a name';
  const wanted = new Set(ask.years.map(String));
  return startDays(properties, start, Math.max(...ask.years) + 1, moved)
    .flatMap((day) => partsOf(start, day, minutes, ask.zone))
    .filter(({ date }) => wanted.has(date.slice(0, 4)))
    .map((part) => ({ ...part, name }));
}

/** An event that replaces one day of a recurring one: whose, and which. */
const replaces = (properties: readonly Property[]): string | null => {
  const day = textOf(properties, 'recurrence-id').slice(0, 10);
  return day === '' ? null : `${textOf(properties, 'uid')} ${day}`;
};

const reasonOf = (error: unknown): string =>
  error instanceof Fault ? error.message : `It cannot be read: ${clean(error instanceof Error ? error.message : '')}.`;

type Parsed = { readonly block: Block; readonly properties: readonly Property[] };

function parseAll(ical: Ical, blocks: readonly Block[], skipped: Skipped[]): Parsed[] {
  return blocks.flatMap((block) => {
    try {
      if (!block.closed) throw unfit('It has no end: END:VEVENT is missing.');
      return [{ block, properties: propertiesOf(ical, block) }];
    } catch (error) {
      skipped.push({ line: block.line, what: whatOf(block.text), why: reasonOf(error) });
      return [];
    }
  });
}

const whatOf = (text: string): string => clean(/^SUMMARY[^:\r\n]*:([^\r\n]*)/im.exec(text)?.[1] ?? '');

/**
 * The holidays of an ICS file (RFC 5545) in some years, by the clocks of a zone. Nothing in it is trusted: events are
 * read one by one, rules are worked out here and only those that come back once a year, and what is not taken is told
 * with its line. Faults INVALID where it is no such file. SPEC CAL-23.
 */
export async function holidaysOfIcs(text: string, years: readonly number[], timeZone: string) {
  const zone = zoneOf(timeZone);
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR\s*$/im.test(text))
    throw new Fault('INVALID', 'This is not a calendar file (ICS). Choose one that begins with BEGIN:VCALENDAR.', {
      field: 'text',
    });
  const blocks = blocksOf(text);
  if (blocks.length > mostEvents)
    throw new Fault('INVALID', `That file has over ${mostEvents} events. Give one with holidays alone.`, {
      field: 'text',
    });
  const ical = await library();
  const skipped: Skipped[] = [];
  const parsed = parseAll(ical, blocks, skipped);
  const moved = movedDays(parsed);
  let outside = 0;
  const found = parsed.flatMap(({ block, properties }): Dated[] => {
    try {
      const own = replaces(properties) === null ? moved.get(textOf(properties, 'uid')) : undefined;
      const days = readEvent(ical, properties, { years, zone }, own ?? new Set());
      if (days.length === 0) outside += 1;
      return days.map((day) => ({ ...day, line: block.line }));
    } catch (error) {
      skipped.push({ line: block.line, what: clean(textOf(properties, 'summary')), why: reasonOf(error) });
      return [];
    }
  });
  return { holidays: onceEach(found), skipped: skipped.sort((a, b) => a.line - b.line), outside };
}

function movedDays(parsed: readonly Parsed[]): ReadonlyMap<string, ReadonlySet<string>> {
  const moved = new Map<string, Set<string>>();
  for (const { properties } of parsed) {
    if (replaces(properties) === null) continue;
    const uid = textOf(properties, 'uid');
    const days = moved.get(uid) ?? new Set();
    days.add(textOf(properties, 'recurrence-id').slice(0, 10));
    moved.set(uid, days);
  }
  return moved;
}

function onceEach(found: readonly Dated[]): Dated[] {
  const seen = new Set<string>();
  const key = ({ date, name, from = '', to = '' }: Dated) => `${date} ${from} ${to} ${name}`;
  return [...found]
    .sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.line - b.line))
    .filter((day) => !seen.has(key(day)) && seen.add(key(day)));
}
