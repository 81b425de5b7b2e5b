import type { LintInput } from '../../../contract/roster.ts';
import type { RosterPerson, RosterShift } from '../../../contract/roster-common.ts';
import { rulesOf, spansBetween, type Span } from '../../calendar/rules.ts';
import { dayMs, dayNumber, weekdayOf } from '../../calendar/wall-time.ts';
import { instantOfWall, wallOf, zoneOf, type Zone } from '../../calendar/zone.ts';
import { Fault } from '../../fault.ts';
import { instantIn } from '../../calendar/instant.ts';
import { readShifts } from '../shift.ts';
import { joinSpans } from '../spans.ts';
import type { Block, Context, Member, Piece, Sheet } from './types.ts';
import { zoneInWords } from './words.ts';

/** A shift by the wall clock of who works it. */
export function pieceOf(shift: RosterShift, zone: Zone): Piece {
  const { day } = wallOf(zone, shift.startAt);
  const monday = day - weekdayOf(day);
  return { shift, day, monday, nextMondayAt: instantOfWall(zone, monday + 7, 0) };
}

/** Two that are alike are told in the order of their ids, however they come. */
const byStart = (a: Piece, b: Piece) =>
  a.shift.startAt - b.shift.startAt ||
  a.shift.endAt - b.shift.endAt ||
  (a.shift.id < b.shift.id ? -1 : a.shift.id > b.shift.id ? 1 : 0);

/** Shifts that overlap or touch are one stretch at work: nobody rests between two that touch. SPEC LNT-2. */
function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: { pieces: Piece[]; startAt: number; endAt: number }[] = [];
  for (const piece of pieces) {
    const { startAt, endAt } = piece.shift;
    const last = blocks.at(-1);
    if (last === undefined || startAt > last.endAt) blocks.push({ pieces: [piece], startAt, endAt });
    else {
      last.pieces.push(piece);
      last.endAt = Math.max(last.endAt, endAt);
    }
  }
  return blocks;
}

/** What the rules look at: a person's shifts, as they are or as they would be. */
export function sheetOf(member: Member, pieces: readonly Piece[], context: Context): Sheet {
  const sorted = pieces.toSorted(byStart);
  return { member, pieces: sorted, blocks: blocksOf(sorted), context };
}

const padDays = 3;

/** When somebody can work, by the wall clock of their zone, around all shifts they have or could get. SPEC LNT-4. */
function openOf(person: RosterPerson, zone: Zone, pieces: readonly Piece[]): Span[] | null {
  if (person.availability === null) return null;
  const rules = rulesOf({ timeZone: zone.id, hours: person.availability });
  const days = pieces.map(({ day }) => day);
  return days.length === 0 ? [] : spansBetween(rules, Math.min(...days) - padDays, Math.max(...days) + padDays);
}

function at<T>(field: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Fault) throw new Fault(error.code, error.message, { field });
    throw error;
  }
}

const unnamed = (id: string): RosterPerson => ({
  id,
  name: '',
  team: null,
  skills: {},
  languages: [],
  timeZone: null,
  contractMinutes: null,
  availability: null,
  rampPercent: 100,
});

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

type Away = { readonly personId: string; readonly span: Span };

const readAway = (input: LintInput): Away[] =>
  input.away.map(({ personId, startAt, endAt }, i) => {
    const span: Span = [instantIn(startAt, `away.${i}.startAt`), instantIn(endAt, `away.${i}.endAt`)];
    if (span[1] < span[0])
      throw new Fault('INVALID', 'This time away ends before it starts. Check its times.', {
        field: `away.${i}.endAt`,
      });
    return { personId, span };
  });

/** Everybody asked about, and whoever else has a shift: rules that need nothing but shifts hold for them too. */
function everybody(input: LintInput, shifts: readonly RosterShift[]): RosterPerson[] {
  const known = new Set(input.people.map(({ id }) => id));
  const others = new Set<string>();
  for (const { personId } of shifts) if (personId !== null && !known.has(personId)) others.add(personId);
  return [...input.people, ...[...others].map(unnamed)];
}

function checkTwice(people: readonly RosterPerson[]): void {
  const seen = new Set<string>();
  people.forEach(({ id }, i) => {
    if (seen.has(id)) throw new Fault('INVALID', `Two people have the id "${id}".`, { field: `people.${i}.id` });
    seen.add(id);
  });
}

const openShift = (shift: RosterShift, zone: Zone): Member => ({
  id: null,
  name: 'An open shift',
  zone,
  zoneWord: '',
  person: null,
  pieces: [pieceOf(shift, zone)],
  away: [],
  open: null,
});

function readMembers(input: LintInput, shifts: readonly RosterShift[], deskZone: Zone): Member[] {
  const people = everybody(input, shifts);
  checkTwice(people);
  const shiftsBy = groupBy(shifts, ({ personId }) => personId ?? '');
  const awayBy = groupBy(readAway(input), ({ personId }) => personId);
  const open = (shiftsBy.get('') ?? []).map((shift) => openShift(shift, deskZone));
  const openPieces = open.flatMap(({ pieces }) => pieces);
  const members = people.map((person, i): Member => {
    const timeZone = person.timeZone ?? input.timeZone;
    const zone = at(`people.${i}.timeZone`, () => zoneOf(timeZone));
    const pieces = (shiftsBy.get(person.id) ?? []).map((shift) => pieceOf(shift, zone)).sort(byStart);
    return {
      id: person.id,
      name: person.name === '' ? person.id : person.name,
      zone,
      zoneWord: zoneInWords(timeZone, input.timeZone),
      person,
      pieces,
      away: joinSpans((awayBy.get(person.id) ?? []).map(({ span }) => span)),
      open: at(`people.${i}.availability`, () => openOf(person, zone, [...pieces, ...openPieces])),
    };
  });
  return [...members, ...open];
}

/**
 * The stretch a roster is for: what is asked for, else the whole days of the desk from that of its first shift to that on
 * which its last one begins (a night at the end does not make its morning a day of the roster). Null of an empty one.
 */
function rangeOf(input: LintInput, shifts: readonly RosterShift[], zone: Zone): Span | null {
  let [first, last] = [Infinity, -Infinity];
  for (const { startAt } of shifts) {
    first = Math.min(first, startAt);
    last = Math.max(last, startAt);
  }
  const startOf = (instant: number, days: number) => instantOfWall(zone, wallOf(zone, instant).day + days, 0);
  const [begin, end] = Number.isFinite(first) ? [startOf(first, 0), startOf(last, 1)] : [Infinity, -Infinity];
  const from = input.from === undefined ? begin : instantIn(input.from, 'from');
  const to = input.to === undefined ? end : instantIn(input.to, 'to');
  return Number.isFinite(from) && Number.isFinite(to) && from < to ? [from, to] : null;
}

export type Roster = {
  readonly members: readonly Member[];
  readonly context: Context;
  readonly deskZone: Zone;
  /** Findings that touch this stretch are asked for; endless where none was given. */
  readonly asked: Span;
  /** Where rules of cover are looked at; null: nowhere. */
  readonly range: Span | null;
};

const holidaysOf = (input: LintInput): Map<number, string> =>
  new Map(
    input.holidays.map((one, i) =>
      at(`holidays.${i}`, () => (typeof one === 'string' ? [dayNumber(one), ''] : [dayNumber(one.date), one.name])),
    ),
  );

/** The input of a lint made ready. Faults INVALID, naming the field, on shifts, zones or dates that cannot be. */
export function readRoster(input: LintInput): Roster {
  const deskZone = zoneOf(input.timeZone);
  const shifts = readShifts(input.shifts);
  const range = rangeOf(input, shifts, deskZone);
  return {
    members: readMembers(input, shifts, deskZone),
    context: {
      rules: input.rules,
      off: new Set(input.rules.off),
      holidays: holidaysOf(input),
      dated: range !== null && range[1] - range[0] > 7 * dayMs,
    },
    deskZone,
    asked: [
      input.from === undefined ? -Infinity : instantIn(input.from, 'from'),
      input.to === undefined ? Infinity : instantIn(input.to, 'to'),
    ],
    range,
  };
}
