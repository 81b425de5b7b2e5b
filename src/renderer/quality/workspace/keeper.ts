import { create } from 'zustand';
import type { Answer, Answers, QualityReview } from '../../../contract/index.ts';
import { messageOf } from '../../app/errors.ts';
import { outbox } from '../../app/outbox.ts';
import { whileSaving } from '../../app/saving.ts';
import { client, orpc, queryClient } from '../../client/client.ts';
import type { OpenReview } from '../quality-store.ts';
import { noAnswer, withHeld, withoutKept, type Held } from './answers.ts';
import { beginSpent, spentUntil, takeSeconds, type Spent } from './spent.ts';

type Kept = {
  /** Said here and not kept by the desk yet. It stays until it is, wherever one goes meanwhile. */
  readonly held: Held;
  /** Why the last try failed; null: it did not. */
  readonly failed: string | null;
};

const nothing: Kept = { held: {}, failed: null };

/** By review, of the desk or of a pack. */
const useKept = create<Readonly<Record<string, Kept>>>(() => ({}));

const keyOf = ({ id, pack }: OpenReview): string => (pack === undefined ? id : `${pack} ${id}`);
function reviewOf(key: string): OpenReview {
  const [first = '', second] = key.split(' ');
  return second === undefined ? { id: first } : { id: second, pack: first };
}
const keptOf = (review: OpenReview): Kept => useKept.getState()[keyOf(review)] ?? nothing;
const setKept = (review: OpenReview, part: Partial<Kept>): void =>
  useKept.setState({ [keyOf(review)]: { ...keptOf(review), ...part } });

/** What was said of a review and is not kept yet, and why not. */
export const useHeld = (review: OpenReview): Kept => useKept((state) => state[keyOf(review)] ?? nothing);

export const inputOf = ({ id, pack }: OpenReview) => (pack === undefined ? { id } : { id, pack });
export const reviewOptions = (review: OpenReview) => orpc.quality.review.queryOptions({ input: inputOf(review) });

const spent = new Map<string, Spent>();

/** Something was done on the review: the time since the last time counts. */
export function touch(review: OpenReview): void {
  const now = performance.now();
  const before = spent.get(keyOf(review));
  spent.set(keyOf(review), before === undefined ? beginSpent(now) : spentUntil(before, now));
}

/** The review is not on screen: until it is again, no time counts. */
export function rest(review: OpenReview): void {
  touch(review);
  const { ms } = spent.get(keyOf(review)) ?? beginSpent(0);
  spent.set(keyOf(review), { ms, seenAt: Number.POSITIVE_INFINITY });
}

/** Seconds that were not sent yet; they count as sent. */
function takeSpent(review: OpenReview): number {
  touch(review);
  const { seconds, left } = takeSeconds(spent.get(keyOf(review)) ?? beginSpent(performance.now()));
  spent.set(keyOf(review), left);
  return seconds;
}

function giveBack(review: OpenReview, seconds: number): void {
  const own = spent.get(keyOf(review));
  if (own !== undefined) spent.set(keyOf(review), { ...own, ms: own.ms + seconds * 1000 });
}

/** What the desk kept is what the window reads, without asking again. */
function showKept(review: OpenReview, criterion: string, set: Partial<Answer>, score: QualityReview['score']): void {
  queryClient.setQueryData<QualityReview>(reviewOptions(review).queryKey, (data) => {
    if (data === undefined) return data;
    const answers: Answers = withHeld(data.answers, { [criterion]: set });
    return { ...data, answers, score, state: data.state === 'assigned' ? 'started' : data.state };
  });
}

/** Sends one criterion's part; true where the desk kept it. */
async function send(review: OpenReview, criterion: string, set: Partial<Answer>): Promise<boolean> {
  const seconds = takeSpent(review);
  try {
    const { score } = await whileSaving(
      client.quality.answer({ ...inputOf(review), criterion, set: copyOf(set), seconds }),
    );
    showKept(review, criterion, set, score);
    setKept(review, { held: withoutKept(keptOf(review).held, criterion, set), failed: null });
    return true;
  } catch (error) {
    giveBack(review, seconds);
    setKept(review, { failed: messageOf(error) });
    return false;
  }
}

const copyOf = (set: Partial<Answer>): Partial<Answer> => ({
  ...set,
  ...(set.causes && { causes: [...set.causes] }),
  ...(set.quotes && { quotes: [...set.quotes] }),
});

const box = outbox(async (key) => {
  const review = reviewOf(key);
  for (;;) {
    const [next] = Object.entries(keptOf(review).held);
    if (next === undefined) return 'kept';
    if (!(await send(review, ...next))) return 'again';
  }
});

/** Sends what is held now, one after the other; true once all of it is kept. What failed is tried again by itself. */
export const flush = (review: OpenReview): Promise<boolean> => box.flush(keyOf(review));

/** Something was said: it is on screen at once, and on its way to the desk. */
export function say(review: OpenReview, criterion: string, set: Partial<Answer>): void {
  const { held } = keptOf(review);
  setKept(review, { held: { ...held, [criterion]: { ...held[criterion], ...set } } });
  touch(review);
  if (set.comment === undefined) void flush(review);
  else box.later(keyOf(review));
}

/** Before a review is left or finished: all that was said, and the time that was spent after it. */
export async function settle(review: OpenReview): Promise<boolean> {
  if (!(await flush(review))) return false;
  const data = queryClient.getQueryData<QualityReview>(reviewOptions(review).queryKey);
  const criterion = data?.card.sections[0]?.criteria[0]?.id;
  const seconds = Math.floor((spent.get(keyOf(review))?.ms ?? 0) / 1000);
  if (data?.state !== 'started' || criterion === undefined || seconds < 1) return true;
  return send(review, criterion, {});
}

export const answerIn = (answers: Answers, id: string): Answer => answers[id] ?? noAnswer;

/** A window that goes takes what was typed to the desk first. */
export function flushAll(): void {
  for (const review of Object.keys(useKept.getState()).map(reviewOf))
    if (Object.keys(keptOf(review).held).length > 0) void flush(review);
}
