import { useEffect, useMemo, useRef, type RefObject } from 'react';
import { useBoard } from '../tickets/board-store.ts';
import { useShownDay, type DayHandle, type Under } from './day-handle.ts';
import { setCursor, setDay, useDay } from './day-store.ts';
import { nudged } from './drag.ts';
import type { Line } from './board-lines.ts';
import { clamp } from './geometry.ts';
import { spotId } from './lane-row.tsx';
import { spotAt, spotKey, spotsOf, type Spot } from './lanes.ts';
import { changed, hold } from './save.ts';
import type { Edge } from './shift-draft.ts';
import { barKey } from './strip-row.tsx';
import type { Strip } from './strips.ts';

/** Where the cursor stands on the lines on screen. */
export type Place = {
  readonly line: number;
  /** The key of its spot; `lane` where the lane has none, the start of an interval on a strip. */
  readonly spot: string;
  readonly elementId: string;
};

type Kept = { readonly lane: string | null; readonly spot: string | null };

/** What the kept cursor means on the lines there are now; the instant of the last move across is kept up and down. */
export function placeOf(lines: readonly Line[], cursor: Kept, at: number | null): Place | null {
  const found = lines.findIndex(({ id }) => id === cursor.lane);
  const usual = lines.findIndex(({ kind }) => kind === 'lane');
  const line = found === -1 ? Math.max(usual, 0) : found;
  const shown = lines[line];
  if (shown === undefined) return null;
  if (shown.kind === 'fold') return { line, spot: 'free', elementId: spotId('free') };
  if (shown.kind === 'strip') {
    const { bars } = shown.strip;
    const exact = bars.find(({ interval }) => String(interval.at) === cursor.spot);
    const bar = exact ?? bars.findLast(({ interval }) => interval.at <= (at ?? 0)) ?? bars[0];
    if (bar === undefined) return { line, spot: '', elementId: '' };
    return { line, spot: String(bar.interval.at), elementId: spotId(barKey(shown.strip, bar)) };
  }
  const spots = spotsOf(shown.lane);
  const spot = spots[spotAt(spots, found === -1 ? null : cursor.spot, at)];
  const key = spot?.key ?? 'lane';
  return { line, spot: key, elementId: spotId(spot === undefined ? `lane-${shown.id}` : key) };
}

const spotUnder = (lines: readonly Line[], place: Place | null): Spot | null => {
  const line = place === null ? undefined : lines[place.line];
  return line?.kind === 'lane' ? (spotsOf(line.lane).find(({ key }) => key === place?.spot) ?? null) : null;
};

/** The instant up and down keep to; where it is not on an hour of the axis, nothing. */
type Anchor = { at: number | null };

function keysOf(line: Line): readonly { key: string; at: number }[] {
  if (line.kind === 'strip')
    return line.strip.bars.map(({ interval }) => ({ key: String(interval.at), at: interval.at }));
  if (line.kind === 'fold') return [];
  return spotsOf(line.lane).map(({ key, piece }) => ({ key, at: piece.startAt }));
}

type Input = {
  readonly lines: readonly Line[];
  readonly place: Place | null;
  readonly anchor: RefObject<Anchor>;
  readonly date: string;
  readonly focus: () => void;
  readonly barWords: (strip: Strip, at: number) => string;
};

function underOf({ lines, place, date, barWords }: Input): Under | null {
  const line = place === null ? undefined : lines[place.line];
  if (line === undefined || place === null) return null;
  if (line.kind === 'strip')
    return {
      personId: null,
      shift: null,
      piece: null,
      date,
      at: null,
      words: barWords(line.strip, Number(place.spot)),
    };
  const spot = spotUnder(lines, place);
  const personId = line.kind === 'lane' ? (line.lane.person?.id ?? null) : null;
  return { personId, shift: spot?.shift ?? null, piece: spot?.piece ?? null, date, at: spot?.piece.startAt ?? null };
}

function goVertical({ lines, place, anchor }: Input, to: 'next' | 'previous' | 'first' | 'last'): void {
  const at = place?.line ?? 0;
  const steps = { next: at + 1, previous: at - 1, first: 0, last: lines.length - 1 };
  const next = clamp(steps[to], 0, lines.length - 1);
  const line = lines[next];
  const from = lines[at];
  if (line === undefined) return;
  const here = from === undefined ? undefined : keysOf(from).find(({ key }) => key === place?.spot);
  anchor.current.at ??= here?.at ?? null;
  const there = placeOf(lines, { lane: line.id, spot: null }, anchor.current.at);
  setCursor({ lane: line.id, spot: there?.spot ?? null });
}

function goAcross({ lines, place, anchor }: Input, by: 1 | -1): void {
  const line = place === null ? undefined : lines[place.line];
  if (line === undefined || place === null) return;
  if (line.kind === 'fold') {
    setDay({ freeOpen: by === 1 });
    return;
  }
  const keys = keysOf(line);
  const next = keys[clamp(keys.findIndex(({ key }) => key === place.spot) + by, 0, keys.length - 1)];
  if (next === undefined) return;
  anchor.current.at = next.at;
  setCursor({ lane: line.id, spot: next.key });
}

function step({ lines, place, anchor }: Input, edge: Edge | null, by: 1 | -1): void {
  const spot = spotUnder(lines, place);
  if (spot === null || spot.shift.removed) return;
  const { shift, activity } = nudged({ ...spot, edge }, by);
  if (activity !== null) setCursor({ spot: spotKey(shift.id, `a${activity}`) });
  anchor.current.at = (activity === null ? shift : (shift.activities[activity] ?? shift)).startAt;
  hold(changed(shift, {}));
}

/** What keys do on the board, for the table of commands. */
export function useBoardHandle(
  lines: readonly Line[],
  date: string,
  focus: () => void,
  barWords: Input['barWords'],
): Place | null {
  const cursor = useDay((state) => state.cursor);
  const anchor = useRef<Anchor>({ at: null });
  const place = useMemo(() => placeOf(lines, cursor, null), [lines, cursor]);
  const handle = useMemo<DayHandle>(() => {
    const input: Input = { lines, place, anchor, date, focus, barWords };
    return {
      focus,
      vertical: (to) => goVertical(input, to),
      across: (by) => goAcross(input, by),
      nudge: (by) => step(input, null, by),
      stretch: (edge, by) => step(input, edge, by),
      anchor: () => document.getElementById(place?.elementId ?? ''),
      under: () => underOf(input),
      enter: () => {
        if (lines[place?.line ?? -1]?.kind !== 'fold') return false;
        setDay({ freeOpen: !useDay.getState().freeOpen });
        return true;
      },
    };
  }, [lines, place, date, focus, barWords]);
  useEffect(() => {
    useShownDay.setState({ handle });
    // Esc and what loses the focus come back to the board, as on the boards of tickets.
    const board = { move: (to: string) => handle.vertical(to === 'previous' ? 'previous' : 'next'), focus };
    useBoard.setState({ handle: board });
    return () => {
      if (useShownDay.getState().handle === handle) useShownDay.setState({ handle: null });
      if (useBoard.getState().handle === board) useBoard.setState({ handle: null });
    };
  }, [handle, focus]);
  return place;
}
