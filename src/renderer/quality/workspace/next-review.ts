import { queryClient } from '../../client/client.ts';
import { closeReview, openReview, useQuality, type OpenReview } from '../quality-store.ts';
import { reviewOptions } from './keeper.ts';

/** The ids after one in a line, going round once. */
export function afterIn(line: readonly string[], id: string): readonly string[] {
  const at = line.indexOf(id);
  return [...line.slice(at + 1), ...line.slice(0, Math.max(at, 0))];
}

/** Opens the next of the line that is still to be done; false where none is left, and then the line is closed. */
export async function openNext(review: OpenReview): Promise<boolean> {
  const { line } = useQuality.getState();
  for (const id of afterIn(line, review.id)) {
    const next: OpenReview = review.pack === undefined ? { id } : { id, pack: review.pack };
    try {
      const { state } = await queryClient.query(reviewOptions(next));
      if (state !== 'assigned' && state !== 'started') continue;
    } catch {
      // One that went meanwhile is passed over.
      continue;
    }
    openReview(next, line);
    return true;
  }
  closeReview();
  return false;
}

/** The neighbour in the line, done or not; nothing at its ends. */
export function openNeighbour(review: OpenReview, by: 1 | -1): void {
  const { line } = useQuality.getState();
  const id = line[line.indexOf(review.id) + by];
  if (id !== undefined) openReview(review.pack === undefined ? { id } : { id, pack: review.pack }, line);
}
