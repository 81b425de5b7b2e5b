import type { ReviewFilter, ReviewRow } from '../../../contract/index.ts';

export type GroupKey = 'mine' | 'others' | 'done';
type ReviewGroup = { readonly key: GroupKey; readonly reviews: readonly ReviewRow[] };

export const isToDo = ({ state }: Pick<ReviewRow, 'state'>): boolean => state === 'assigned' || state === 'started';

const keyOf = (review: ReviewRow, me: string | null): GroupKey => {
  if (!isToDo(review)) return 'done';
  return me !== null && review.reviewerId === me ? 'mine' : 'others';
};

/** My own to do first, then others' to do, then what is done; each in the order it came in. Empty groups are left out. */
export function groupReviews(reviews: readonly ReviewRow[], me: string | null): readonly ReviewGroup[] {
  return (['mine', 'others', 'done'] as const)
    .map((key) => ({ key, reviews: reviews.filter((review) => keyOf(review, me) === key) }))
    .filter((group) => group.reviews.length > 0);
}

export const kinds = ['todo', 'done', 'all'] as const;
export type Kind = (typeof kinds)[number];

const statesOf: Readonly<Record<Kind, ReviewFilter['state']>> = {
  todo: ['assigned', 'started'],
  done: ['done', 'released', 'acknowledged', 'disputed'],
  all: undefined,
};

/** The filter with other states: to do, done, or all of them. */
export function withKind({ state: _, ...filter }: ReviewFilter, kind: Kind): ReviewFilter {
  const state = statesOf[kind];
  return state === undefined ? filter : { ...filter, state };
}

/** Which of the three a filter shows; null where its states are others. */
export function kindOf({ state }: ReviewFilter): Kind | null {
  if (state === undefined) return 'all';
  const same = (kind: Kind): boolean => [...(statesOf[kind] ?? [])].sort().join() === [...state].sort().join();
  return kinds.find(same) ?? null;
}

/** A filter without one of its fields. */
export function without(filter: ReviewFilter, field: keyof ReviewFilter): ReviewFilter {
  const gone = field === 'from' ? ['from', 'days'] : [field];
  return Object.fromEntries(Object.entries(filter).filter(([name]) => !gone.includes(name)));
}

export const isFiltered = (filter: ReviewFilter): boolean => Object.values(filter).some((value) => value !== undefined);

/** A review ticked, or no longer. */
export function ticked(picked: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(picked);
  if (!next.delete(id)) next.add(id);
  return next;
}
