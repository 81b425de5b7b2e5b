import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Answers, QualityReview, Score } from '../../../contract/index.ts';
import { score } from '../../../domain/quality/score/score.ts';
import { orpc } from '../../client/client.ts';
import type { OpenReview } from '../quality-store.ts';
import { withHeld } from './answers.ts';
import { flushAll, rest, reviewOptions, settle, touch, useHeld } from './keeper.ts';

/** The score of what is on screen; the desk's own where an answer does not fit the form (it says so when it is sent). */
function scoreOf({ card, score: kept }: QualityReview, answers: Answers): Score {
  try {
    return score(card, answers);
  } catch {
    return kept;
  }
}

/** A review as it is on screen: what the desk has, with what was just said over it. */
export function useReview(review: OpenReview) {
  const asked = useQuery(reviewOptions(review));
  const { held, failed } = useHeld(review);
  const { data } = asked;
  const answers = useMemo(() => (data === undefined ? {} : withHeld(data.answers, held)), [data, held]);
  const running = useMemo(() => (data === undefined ? null : scoreOf(data, answers)), [data, answers]);
  const isHeld = Object.keys(held).length > 0;
  const kept = failed !== null && isHeld ? ('failed' as const) : isHeld ? ('keeping' as const) : ('kept' as const);
  return { asked, data, answers, score: running, kept, failed };
}

/** Time is counted while the review is on screen, and all that was typed is sent before it goes. */
export function usePresence({ id, pack }: OpenReview): void {
  useEffect(() => {
    const review = pack === undefined ? { id } : { id, pack };
    const listening = new AbortController();
    const { signal } = listening;
    const onSeen = (): void => (document.hidden ? rest(review) : touch(review));
    const onTouch = (): void => touch(review);
    onSeen();
    document.addEventListener('visibilitychange', onSeen, { signal });
    document.addEventListener('keydown', onTouch, { signal });
    document.addEventListener('pointerdown', onTouch, { signal });
    document.addEventListener('wheel', onTouch, { signal, passive: true });
    window.addEventListener('pagehide', flushAll, { signal });
    return () => {
      listening.abort();
      rest(review);
      void settle(review);
    };
  }, [id, pack]);
}

/** How many reviews of an opened pack are still to be done; null outside of one. */
export function usePackLeft(pack: string | undefined): number | null {
  const { data } = useQuery(
    orpc.quality.packReviews.queryOptions({ input: { id: pack ?? '' }, enabled: pack !== undefined }),
  );
  return data?.pack.left ?? null;
}
