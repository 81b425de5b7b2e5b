import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { QualityReview, ReviewRow } from '../../../contract/index.ts';
import { orpc } from '../../client/client.ts';
import { inOrder } from './decision-draft.ts';

/** Open disputes are read whole, for their deadlines; more than these wait their turn. */
const mostOpen = 100;
const rowOptions = orpc.quality.reviews.queryOptions({ input: { filter: { disputed: true }, limit: 500 } });

export type Entry = { readonly row: ReviewRow; readonly review: QualityReview | null };

/** All disputes: the open ones by their deadline, then those that are decided. */
export function useAllDisputes() {
  const asked = useQuery(rowOptions);
  const rows = asked.data?.reviews;
  const openRows = useMemo(() => (rows ?? []).filter(({ state }) => state === 'disputed').slice(0, mostOpen), [rows]);
  const read = useQueries({
    queries: openRows.map(({ id }) => orpc.quality.review.queryOptions({ input: { id } })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  const groups = useMemo(() => {
    const whole = new Map(read.map((review) => [review.id, review]));
    const deadlines = new Map(
      read.flatMap(({ id, dispute }) => (dispute === null ? [] : [[id, dispute.deadlineAt] as const])),
    );
    const { open, decided } = inOrder(rows ?? [], deadlines);
    const entry = (row: ReviewRow): Entry => ({ row, review: whole.get(row.id) ?? null });
    return { open: open.map(entry), decided: decided.map(entry) };
  }, [rows, read]);
  return { asked, groups };
}
