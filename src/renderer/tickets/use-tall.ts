import { useEffect, useMemo, useState, type RefObject } from 'react';
import { follow, tallOf, toScroll, type Tall } from '../ui/tall.ts';
import type { Virtualizer } from '../ui/virtual.ts';

const idleMs = 160;
const driftPx = 200_000;

type Report = (offset: number, scrolling: boolean) => void;

/** Ties a scrolling element to virtual offsets (see ui/tall.ts). `shift` is what to add to a virtual top to place it. */
function createScroller(onShift: (shift: number) => void) {
  let element: HTMLElement | null = null;
  let totalPx = 0;
  let virtual = 0;
  let last = 0;
  let report: Report = () => undefined;
  let idle: number | undefined;

  const tall = (): Tall => tallOf(totalPx, element?.clientHeight ?? 0);
  const place = (next: number): void => {
    if (element === null) return;
    virtual = Math.min(Math.max(next, 0), tall().total);
    element.scrollTop = toScroll(virtual, tall());
    last = element.scrollTop;
    onShift(last - virtual);
    report(virtual, false);
  };
  const rest = (): void => {
    if (element === null) return;
    if (Math.abs(toScroll(virtual, tall()) - last) > driftPx || last === 0) place(virtual);
    else report(virtual, false);
  };
  const moved = (): void => {
    if (element === null) return;
    const to = element.scrollTop;
    virtual = follow(virtual, last, to, element.clientHeight, tall());
    last = to;
    onShift(last - virtual);
    report(virtual, true);
    window.clearTimeout(idle);
    idle = window.setTimeout(rest, idleMs);
  };
  return {
    setTotal: (px: number): void => {
      totalPx = px;
    },
    offset: (): number => virtual,
    scrollTo: place,
    observe: (instance: Virtualizer<HTMLDivElement, Element>, next: Report): (() => void) => {
      element = instance.scrollElement;
      report = next;
      const held = element;
      held?.addEventListener('scroll', moved, { passive: true });
      moved();
      return () => {
        window.clearTimeout(idle);
        held?.removeEventListener('scroll', moved);
      };
    },
  };
}

/** A scroller for a board of any height. `reset` changes when another board is shown: it starts at the top. */
export function useTall(scrollRef: RefObject<HTMLElement | null>, totalPx: number, reset: string) {
  const [shift, setShift] = useState(0);
  const scroller = useMemo(() => createScroller(setShift), []);
  useEffect(() => {
    scroller.setTotal(totalPx);
  }, [scroller, totalPx]);
  useEffect(() => {
    if (scrollRef.current !== null) scroller.scrollTo(0);
  }, [scroller, scrollRef, reset]);
  return { shift, scroller };
}
