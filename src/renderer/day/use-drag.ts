import { useEffect, type PointerEvent, type RefObject } from 'react';
import { setCursor } from './day-store.ts';
import { landed, sameGhost, useGhost, type Grip } from './drag.ts';
import type { Axis } from './geometry.ts';
import { spotKey, spotsOf, type Lane } from './lanes.ts';
import { changed, flush, save } from './save.ts';

/** How far a pointer goes before it drags: a click moves nothing. */
const startPx = 4;
/** So near to an edge of the board it scrolls by itself, so many px a frame. */
const edgePx = 28;
const scrollStepPx = 10;

export type DragBoard = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly axis: Axis;
  readonly laneOf: (id: string) => Lane | undefined;
  /** The lane at a place in the window, with where it begins on the board. */
  readonly laneAt: (clientY: number) => { readonly lane: Lane; readonly top: number } | null;
};

type Held = {
  readonly grip: Grip;
  readonly lane: Lane;
  readonly top: number;
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly scrollLeft: number;
  dragging: boolean;
  at: { x: number; y: number };
};

/** One board is on screen, and one pointer drags on it. */
let board: DragBoard | null = null;
let held: Held | null = null;
let frame = 0;

function stop(): void {
  cancelAnimationFrame(frame);
  frame = 0;
  held = null;
  useGhost.setState({ ghost: null });
}

/** A whole shift goes to the lane it is over; an activity and an edge stay with theirs. */
const isWhole = ({ piece, edge }: Grip): boolean => piece.activity === null && edge === null;

function follow(): void {
  const element = board?.scroller.current;
  if (held?.dragging !== true || board === null || element == null) return;
  const { grip, lane, at, x, scrollLeft } = held;
  const landing = landed(grip, board.axis, at.x - x + element.scrollLeft - scrollLeft);
  const own = { lane, top: held.top };
  const over = isWhole(grip) ? (board.laneAt(at.y) ?? own) : own;
  const shift = { ...landing.shift, personId: over.lane.person?.id ?? null };
  const ghost = { shift, activity: landing.activity, top: over.top, from: lane.id };
  if (!sameGhost(useGhost.getState().ghost, ghost)) useGhost.setState({ ghost });
}

const sideOf = (at: number, low: number, high: number): number => (at > high - edgePx ? 1 : at < low + edgePx ? -1 : 0);

function scrollOn(): void {
  frame = 0;
  const element = board?.scroller.current;
  if (held?.dragging !== true || element == null) return;
  const box = element.getBoundingClientRect();
  const down = sideOf(held.at.y, box.top, box.bottom);
  const right = sideOf(held.at.x, box.left, box.right);
  if (down === 0 && right === 0) return;
  element.scrollBy(right * scrollStepPx, down * scrollStepPx);
  follow();
  frame = requestAnimationFrame(scrollOn);
}

function onMove(event: globalThis.PointerEvent): void {
  if (held === null || event.pointerId !== held.pointer) return;
  held.at = { x: event.clientX, y: event.clientY };
  if (!held.dragging && Math.hypot(held.at.x - held.x, held.at.y - held.y) >= startPx) {
    held.dragging = true;
    flush();
  }
  follow();
  if (frame === 0) scrollOn();
}

function onUp(event: globalThis.PointerEvent): void {
  if (held === null || event.pointerId !== held.pointer) return;
  const { dragging, grip, lane } = held;
  const { ghost } = useGhost.getState();
  if (dragging && ghost !== null) {
    const { shift, activity } = ghost;
    setCursor({
      lane: shift.personId ?? lane.id,
      ...(activity !== null && { spot: spotKey(shift.id, `a${activity}`) }),
    });
    if (JSON.stringify(shift) !== JSON.stringify(grip.shift)) void save([changed(shift, {})]);
  }
  stop();
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || held?.dragging !== true) return;
  event.preventDefault();
  event.stopPropagation();
  stop();
}

function gripAt(event: PointerEvent, laneOf: DragBoard['laneOf']): { grip: Grip; lane: Lane } | null {
  if (!(event.target instanceof Element) || event.button !== 0) return null;
  const element = event.target.closest<HTMLElement>('[data-spot]');
  const lane = laneOf(element?.closest<HTMLElement>('[data-lane]')?.dataset['lane'] ?? '');
  const spot = lane === undefined ? undefined : spotsOf(lane).find(({ key }) => key === element?.dataset['spot']);
  if (lane === undefined || spot === undefined || spot.shift.removed) return null;
  const edge = event.target.closest<HTMLElement>('[data-edge]')?.dataset['edge'];
  return { lane, grip: { ...spot, edge: edge === 'start' || edge === 'end' ? edge : null } };
}

/** Takes hold of the part of a shift under the pointer; a drag begins once it moves. */
export function grab(event: PointerEvent): void {
  if (board === null) return;
  const found = gripAt(event, board.laneOf);
  if (found === null) return;
  const { clientX: x, clientY: y, pointerId: pointer } = event;
  const scrollLeft = board.scroller.current?.scrollLeft ?? 0;
  const top = board.laneAt(y)?.top ?? 0;
  held = { ...found, top, pointer, x, y, scrollLeft, dragging: false, at: { x, y } };
}

/** Dragging with the pointer: the ghost follows by quarters of an hour, Esc puts it back, letting go saves. */
export function useDrag(shown: DragBoard): void {
  useEffect(() => {
    board = shown;
  });
  useEffect(() => {
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', onKey, true);
    return () => {
      stop();
      board = null;
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', onKey, true);
    };
  }, []);
}
