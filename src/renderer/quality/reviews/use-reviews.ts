import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReviewFilter } from '../../../contract/index.ts';
import { orpc } from '../../client/client.ts';
import { useInfo } from '../../client/use-desk.ts';
import { useQuality } from '../quality-store.ts';
import { groupReviews } from './groups.ts';

export const mostShown = 500;
const nothingFiltered: ReviewFilter = {};

const optionsOf = (filter: ReviewFilter) =>
  orpc.quality.reviews.queryOptions({
    input: { filter: { ...filter }, limit: mostShown },
    placeholderData: (before) => before,
  });

/** The reviews of a filter, in groups: my own to do first. */
export function useReviews() {
  const filter = useQuality((state) => state.filter) ?? nothingFiltered;
  const asked = useQuery(optionsOf(filter));
  const me = useInfo().data?.me ?? null;
  const groups = useMemo(() => groupReviews(asked.data?.reviews ?? [], me), [asked.data, me]);
  const rows = useMemo(() => groups.flatMap(({ reviews }) => reviews), [groups]);
  return { asked, filter, groups, rows, total: asked.data?.total ?? 0 };
}
