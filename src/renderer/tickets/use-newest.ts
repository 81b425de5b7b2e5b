import { useCallback, useLayoutEffect, useRef } from 'react';

/** What stays free above a message that is read from its beginning, px. */
const gapPx = 8;
/** A browser lays out in fractions of a pixel. */
const slackPx = 2;

/**
 * How far a talk is scrolled to show its newest message: to the end, or only so far that the message begins in sight
 * where it, and what was changed since, is longer than the place. All in px; `newestTopPx` from the top of the talk.
 */
export function restingTop(heightPx: number, viewPx: number, newestTopPx: number | null): number {
  const end = heightPx - viewPx;
  const begin = newestTopPx === null ? end : newestTopPx - gapPx;
  return Math.max(0, Math.min(end, begin));
}

function restingOf(scroller: HTMLElement): number {
  const newest = [...scroller.querySelectorAll('[data-event]')].at(-1);
  const above = scroller.getBoundingClientRect().top - scroller.scrollTop;
  const top = newest === undefined ? null : newest.getBoundingClientRect().top - above;
  return restingTop(scroller.scrollHeight, scroller.clientHeight, top);
}

/** Scrolls to the newest message, and again whenever the place or the talk changes its size, until somebody scrolls. */
function follow(talk: HTMLElement, held: { current: boolean }) {
  const scroller = talk.closest<HTMLElement>('[role="region"]');
  if (scroller === null) return undefined;
  let placed = scroller.scrollTop;
  const settle = (): void => {
    if (!held.current) return;
    scroller.scrollTop = restingOf(scroller);
    placed = scroller.scrollTop;
  };
  const onScroll = (): void => {
    const { scrollTop } = scroller;
    held.current = scrollTop === placed || Math.abs(scrollTop - restingOf(scroller)) <= slackPx;
  };
  const sizes = new ResizeObserver(settle);
  sizes.observe(scroller);
  sizes.observe(talk);
  scroller.addEventListener('scroll', onScroll, { passive: true });
  settle();
  return () => {
    sizes.disconnect();
    scroller.removeEventListener('scroll', onScroll);
  };
}

/**
 * Keeps the newest message in sight until somebody scrolls away from it, though sections above it come in later; `own`
 * is the latest event that was written here, which brings the end back into sight. `release` lets go of it.
 */
export function useNewest(own: string | null) {
  const talk = useRef<HTMLDivElement>(null);
  const held = useRef(true);
  useLayoutEffect(() => {
    held.current = true;
    return talk.current === null ? undefined : follow(talk.current, held);
  }, [own]);
  const release = useCallback(() => {
    held.current = false;
  }, []);
  return { talk, release };
}
