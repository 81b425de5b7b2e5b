import type { Attendance, DeskShift, Person, TimeOff } from '../../contract/index.ts';
import { overlaps, type Stretch } from './geometry.ts';
import { piecesOf, type Piece } from './shift-draft.ts';

/** A row of the day: somebody and their shifts, or open shifts that do not lie over one another. */
export type Lane = {
  /** `open-0` for open shifts, else the id of the person. */
  readonly id: string;
  readonly person: Person | null;
  readonly shifts: readonly DeskShift[];
  readonly away: readonly TimeOff[];
  readonly attendance: readonly Attendance[];
};

export type Lanes = {
  readonly open: readonly Lane[];
  readonly staffed: readonly Lane[];
  /** Nobody planned them: folded below. */
  readonly free: readonly Lane[];
};

export type LaneFilter = {
  readonly team: string | null;
  readonly skill: string | null;
  readonly language: string | null;
};

const fold = (word: string): string => word.toLowerCase();
const has = (words: readonly string[], wanted: string | null): boolean =>
  wanted === null || words.some((word) => fold(word) === fold(wanted));

export const fits = (person: Person, { team, skill, language }: LaneFilter): boolean =>
  (team === null || person.team === team) && has(person.skills, skill) && has(person.languages, language);

/** Rows of stretches of which none lies over another: each goes to the first row that has room. */
export function packed<T extends Stretch>(stretches: readonly T[]): readonly (readonly T[])[] {
  const rows: T[][] = [];
  for (const one of [...stretches].sort((a, b) => a.startAt - b.startAt)) {
    const row = rows.find((held) => held.every((other) => !overlaps(one, other)));
    if (row === undefined) rows.push([one]);
    else row.push(one);
  }
  return rows;
}

function byPerson<T extends { readonly personId: string | null }>(items: readonly T[]): ReadonlyMap<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    if (item.personId === null) continue;
    const held = map.get(item.personId);
    if (held === undefined) map.set(item.personId, [item]);
    else held.push(item);
  }
  return map;
}

type DayOf = {
  readonly shifts: readonly DeskShift[];
  readonly timeOff: readonly TimeOff[];
  readonly attendance: readonly Attendance[];
};

const touching = (day: DayOf, span: Stretch): DayOf => ({
  shifts: day.shifts.filter((shift) => overlaps(shift, span)),
  timeOff: day.timeOff.filter((one) => (one.state === 'approved' || one.state === 'asked') && overlaps(one, span)),
  attendance: day.attendance.filter((one) => overlaps(one, span)),
});

/** The rows of a day, people in the order given: nothing jumps when a shift is moved. */
export function lanesOf(people: readonly Person[], given: DayOf, span: Stretch, filter: LaneFilter): Lanes {
  const day = touching(given, span);
  const shifts = byPerson(day.shifts);
  const away = byPerson(day.timeOff);
  const attendance = byPerson(day.attendance);
  const shown = people.filter((person) => (person.active || shifts.has(person.id)) && fits(person, filter));
  const lanes = shown.map((person): Lane => ({
    id: person.id,
    person,
    shifts: shifts.get(person.id) ?? [],
    away: away.get(person.id) ?? [],
    attendance: attendance.get(person.id) ?? [],
  }));
  const open = packed(day.shifts.filter(({ personId }) => personId === null));
  return {
    open: open.map((row, index) => ({ id: `open-${index}`, person: null, shifts: row, away: [], attendance: [] })),
    staffed: lanes.filter((lane) => lane.shifts.length > 0),
    free: lanes.filter((lane) => lane.shifts.length === 0),
  };
}

/** What a lane is made of, from left to right, each with the shift it belongs to. */
export type Spot = { readonly shift: DeskShift; readonly piece: Piece; readonly key: string };

export const spotKey = (shiftId: string, piece: string): string => `${shiftId}:${piece}`;

export const spotsOf = (lane: Lane): readonly Spot[] =>
  [...lane.shifts]
    .sort((a, b) => a.startAt - b.startAt)
    .flatMap((shift) => piecesOf(shift).map((piece) => ({ shift, piece, key: spotKey(shift.id, piece.key) })));

/** The spot that a key means, else the first of its shift, else the one at an instant, else the first. */
export function spotAt(spots: readonly Spot[], key: string | null, at: number | null): number {
  const exact = spots.findIndex((spot) => spot.key === key);
  if (exact !== -1) return exact;
  const sameShift = spots.findIndex(({ shift }) => key?.startsWith(`${shift.id}:`) === true);
  if (sameShift !== -1) return sameShift;
  const there = at === null ? -1 : spots.findIndex(({ piece }) => piece.startAt <= at && at < piece.endAt);
  if (there !== -1) return there;
  const next = at === null ? -1 : spots.findIndex(({ piece }) => piece.startAt > at);
  return next === -1 ? (at === null ? 0 : spots.length - 1) : next;
}
