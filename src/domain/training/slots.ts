import type { RosterPerson, RosterShift, WorkKind } from '../../contract/roster-common.ts';
import type { TrainingSlot } from '../../contract/training.ts';
import type { Span } from '../calendar/rules.ts';
import { minuteMs } from '../calendar/wall-time.ts';
import { rampAt } from '../roster/ramp.ts';
import { isQueueWork, segments } from '../roster/shift.ts';
import { freeSpans } from './free.ts';

const quarterMs = 15 * minuteMs;
const mostSlots = 20;

/** A kind of work of which so many people are needed: by interval, and who counts for it. */
export type SlotStream = {
  readonly work: WorkKind;
  readonly able: (personId: string) => boolean;
  readonly intervals: readonly {
    readonly startAt: number;
    readonly endAt: number;
    readonly required: number;
    readonly present: number;
  }[];
};

export type SlotsAsked = {
  /** From midnight to midnight, by the clock on the wall: 23 or 25 hours where it changes. */
  readonly days: readonly Span[];
  readonly minutes: number;
  readonly now: number;
  readonly invited: readonly string[];
  /** Has to be there, where they have a shift in these days. */
  readonly trainerId: string | null;
  /** As planned, with what already holds the time of this refresher taken out of them. */
  readonly shifts: readonly RosterShift[];
  readonly away: readonly { readonly personId: string; readonly startAt: number; readonly endAt: number }[];
  readonly streams: readonly SlotStream[];
  /** Whom somebody new counts for, and from when; who is not named counts for one. */
  readonly ramp: ReadonlyMap<string, Pick<RosterPerson, 'rampPercent' | 'rampSteps'>>;
};

type Tile = {
  readonly work: WorkKind;
  readonly startAt: number;
  readonly endAt: number;
  /** Of a full agent. */
  readonly weight: number;
};
type Person = {
  readonly id: string;
  readonly free: readonly Span[];
  readonly tiles: readonly Tile[];
};

function personOf(asked: SlotsAsked, id: string): Person {
  const own = asked.shifts.filter(({ personId }) => personId === id);
  const away = asked.away.flatMap(({ personId, startAt, endAt }): Span[] =>
    personId === id ? [[startAt, endAt]] : [],
  );
  const tiles = own.flatMap((shift) =>
    segments(shift).flatMap(({ kind, startAt, endAt }) =>
      isQueueWork(kind) ? [{ work: kind, startAt, endAt, weight: rampAt(asked.ramp.get(id), startAt) / 100 }] : [],
    ),
  );
  return { id, free: freeSpans(own, away), tiles };
}

const isThere = ({ free }: Person, [start, end]: Span): boolean =>
  free.some(([from, to]) => from <= start && to >= end);

const shared = ({ startAt, endAt }: Tile, [start, end]: Span): number =>
  Math.max(0, Math.min(endAt, end) - Math.max(startAt, start));

/** People taken off a kind of work in a stretch, on average over it. */
function taken(people: readonly Person[], { work, able }: SlotStream, span: Span): number {
  const ms = people
    .filter(({ id }) => able(id))
    .map(({ tiles }) =>
      tiles.reduce((sum, tile) => (tile.work === work ? sum + tile.weight * shared(tile, span) : sum), 0),
    );
  return ms.reduce((sum, each) => sum + each, 0) / (span[1] - span[0]);
}

/** Person-minutes too few in a stretch, as planned and without some people. */
function shortOf(streams: readonly SlotStream[], people: readonly Person[], [start, end]: Span) {
  let [before, after] = [0, 0];
  for (const stream of streams)
    for (const { startAt, endAt, required, present } of stream.intervals) {
      const within: Span = [Math.max(startAt, start), Math.min(endAt, end)];
      const minutes = (within[1] - within[0]) / minuteMs;
      if (minutes <= 0) continue;
      before += minutes * Math.max(0, required - present);
      after += minutes * Math.max(0, required - present + taken(people, stream, within));
    }
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return { shortBefore: rounded(before), shortAfter: rounded(after) };
}

/** Quarters of an hour of a day from its midnight on, still to come, from which there is room within the days asked for. */
function startsOf([from, to]: Span, { now, minutes, days }: SlotsAsked): number[] {
  const last = (days.at(-1)?.[1] ?? 0) - minutes * minuteMs;
  const starts: number[] = [];
  for (let at = from; at < to && at <= last; at += quarterMs) if (at >= now) starts.push(at);
  return starts;
}

type Found = TrainingSlot & { readonly day: number };

const added = ({ shortBefore, shortAfter }: TrainingSlot): number => shortAfter - shortBefore;

const byMerit = (a: TrainingSlot, b: TrainingSlot): number =>
  b.personIds.length - a.personIds.length || added(a) - added(b) || a.startAt - b.startAt;

/** The best, passing over what lies over more than half of a better one of that day. */
function apart(found: readonly Found[], ms: number): TrainingSlot[] {
  const kept: Found[] = [];
  for (const slot of found) {
    const isSame = kept.some(
      ({ day, startAt }) => day === slot.day && 2 * (ms - Math.abs(startAt - slot.startAt)) > ms,
    );
    if (!isSame) kept.push(slot);
    if (kept.length === mostSlots) break;
  }
  return kept.map(({ day: _, ...slot }) => slot);
}

/**
 * Where a refresher fits: stretches in which somebody who is invited is at queue work from end to end, the trainer too if
 * they are on the roster. Those come first in which most can come, then those that leave the queues least short, then the
 * earliest; at most 20, and of one day none that lies over more than half of another. Instants in epoch ms. SPEC TRN-10.
 */
export function trainingSlots(asked: SlotsAsked): TrainingSlot[] {
  const ms = asked.minutes * minuteMs;
  const people = asked.invited.map((id) => personOf(asked, id));
  const isRostered = asked.shifts.some(({ personId }) => personId === asked.trainerId && personId !== null);
  const trainer = asked.trainerId === null || !isRostered ? null : personOf(asked, asked.trainerId);
  const found = asked.days.flatMap((day, index) =>
    startsOf(day, asked).flatMap((startAt): Found[] => {
      const span: Span = [startAt, startAt + ms];
      const come = people.filter((person) => isThere(person, span));
      if (come.length === 0 || (trainer !== null && !isThere(trainer, span))) return [];
      const off = trainer === null || come.some(({ id }) => id === trainer.id) ? come : [...come, trainer];
      const personIds = come.map(({ id }) => id);
      return [{ day: index, startAt, endAt: span[1], personIds, ...shortOf(asked.streams, off, span) }];
    }),
  );
  return apart(found.toSorted(byMerit), ms);
}
