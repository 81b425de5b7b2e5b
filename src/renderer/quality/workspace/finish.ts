import { ORPCError } from '@orpc/client';
import type { Done } from '../../../contract/index.ts';
import { undo } from '../../app/actions.ts';
import { sayError } from '../../app/errors.ts';
import { fromBase64, saveFile } from '../../app/save-file.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client, orpc, queryClient } from '../../client/client.ts';
import { qw } from '../../strings/en-quality.ts';
import { t } from '../../strings/en.ts';
import type { OpenReview } from '../quality-store.ts';
import { inputOf, settle } from './keeper.ts';
import { openNext } from './next-review.ts';

/** The criteria that something is missing of, where the desk refused for that; null for any other error. */
function missingOf(error: unknown): readonly string[] | null {
  const data: unknown = error instanceof ORPCError ? error.data : undefined;
  if (typeof data !== 'object' || data === null || !('missing' in data) || !Array.isArray(data.missing)) return null;
  return data.missing.filter((each) => typeof each === 'string').map((each) => each.slice(0, each.lastIndexOf('.')));
}

function sayDone({ label, changeSet }: Done, isLast: boolean): void {
  say({
    title: label,
    ...(isLast && { body: qw.review.last }),
    ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
  });
}

/** In a pack nothing tells the window what changed: it reads again by itself. */
export async function readAgain(review: OpenReview): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: orpc.quality.review.key({ input: inputOf(review) }) });
  if (review.pack !== undefined) await queryClient.invalidateQueries({ queryKey: orpc.quality.packReviews.key() });
}

/** A step of a review; then the next one that is to be done. Gives what is missing where it is refused for that. */
async function stepOn(review: OpenReview, work: () => Promise<Done>): Promise<readonly string[] | null> {
  if (!(await settle(review))) {
    say({ title: qw.review.notKept, body: qw.review.notKeptHow, tone: 'late' });
    return null;
  }
  try {
    const done = await whileSaving(work());
    void readAgain(review);
    sayDone(done, !(await openNext(review)));
  } catch (error) {
    const missing = missingOf(error);
    if (missing !== null) return missing;
    sayError(error);
  }
  return null;
}

export const finish = (review: OpenReview): Promise<readonly string[] | null> =>
  stepOn(review, () => client.quality.finish(inputOf(review)));

export const skip = (review: OpenReview, reason: string): Promise<readonly string[] | null> =>
  stepOn(review, () => client.quality.skip({ ...inputOf(review), reason }));

/** Saves a review to be read and printed anywhere: a PDF; the page where the face of the PDF lacks some of its letters. */
export async function savePaper(id: string, format: 'pdf' | 'html' = 'pdf'): Promise<void> {
  try {
    const { fileName, type, base64, missing } = await whileSaving(client.quality.reviewFile({ id, format }));
    saveFile(fileName, fromBase64(base64), type);
    say({
      title: qw.review.saved(fileName),
      ...(missing > 0 && {
        body: qw.review.lettersMissing(missing),
        action: { label: qw.review.savePage, run: () => void savePaper(id, 'html') },
      }),
    });
  } catch (error) {
    sayError(error);
  }
}
