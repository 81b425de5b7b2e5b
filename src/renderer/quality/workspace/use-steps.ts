import { useState, type RefObject } from 'react';
import type { Done, QualityReview } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { qw } from '../../strings/en-quality.ts';
import type { OpenReview } from '../quality-store.ts';
import { useTabActions } from '../tab-actions.ts';
import { finish, readAgain, savePaper } from './finish.ts';
import { inputOf } from './keeper.ts';
import { openNeighbour, openNext } from './next-review.ts';
import { isOpen, mayDispute, mayReopen, type Steps } from './review-bar.tsx';
import type { FormHandle } from './review-form.tsx';
import type { useQuoting } from './use-quoting.ts';

export type Asking = 'skip' | 'acknowledge' | 'dispute' | null;

/** What can be done with a review as a whole, what is being asked meanwhile, and whether what is missing is said aloud. */
export function useSteps(review: OpenReview, form: RefObject<FormHandle | null>) {
  const [told, setTold] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const run = async (work: Promise<Done>): Promise<void> => {
    if ((await command(work)) !== null) await readAgain(review);
  };
  const finishOrTell = async (): Promise<void> => {
    const missing = await finish(review);
    if (missing === null) return;
    setTold(true);
    form.current?.go(missing[0] ?? '');
    say({ title: qw.review.refused(missing.length) });
  };
  const steps: Steps = {
    finish: () => void finishOrTell(),
    skip: () => setAsking('skip'),
    next: () => void openNext(review),
    reopen: () => void run(client.quality.reopen(inputOf(review))),
    release: () => void run(client.quality.release({ ids: [review.id] })),
    acknowledge: () => setAsking('acknowledge'),
    dispute: () => setAsking('dispute'),
    print: () => void savePaper(review.id),
  };
  const close = (): void => {
    setAsking(null);
    keepFocus();
    if (review.pack !== undefined) void readAgain(review);
  };
  return { steps, told, asking, close };
}

type Own = {
  readonly review: OpenReview;
  readonly data: QualityReview;
  readonly steps: Steps;
  readonly form: RefObject<FormHandle | null>;
  readonly quoting: ReturnType<typeof useQuoting>;
  readonly onGuidance: () => void;
};

/** What the keys of the screen mean while a review is open. */
export function useReviewKeys({ review, data, steps, form, quoting, onGuidance }: Own): void {
  const open = isOpen(data);
  const inPack = review.pack !== undefined;
  useTabActions({
    guidance: onGuidance,
    after: quoting.next,
    before: quoting.before,
    next: () => openNeighbour(review, 1),
    previous: () => openNeighbour(review, -1),
    run: open ? steps.finish : steps.next,
    ...(open && {
      skip: steps.skip,
      quote: quoting.quote,
      add: () => form.current?.notApplicable(),
      comment: () => form.current?.edit('comment'),
      kind: () => form.current?.edit('causes'),
    }),
    ...(open && quoting.extend !== undefined && { edit: quoting.extend }),
    ...(mayReopen(data) && { again: steps.reopen }),
    ...(mayDispute(data) && { duplicate: steps.dispute }),
    ...(data.state === 'done' && !inPack && { release: steps.release }),
    ...(data.state === 'released' && !inPack && { acknowledge: steps.acknowledge }),
    ...(!inPack && { print: steps.print }),
  });
}
