import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orpc } from '../../client/client.ts';
import { byDeadline } from './decision-draft.ts';

const openOptions = orpc.quality.reviews.queryOptions({ input: { filter: { state: ['disputed'] }, limit: 500 } });
const decidedOptions = orpc.quality.reviews.queryOptions({
  input: { filter: { state: ['released', 'acknowledged'], disputed: true }, limit: 200 },
});

/** All disputes: the open ones by their deadline, then those that were decided last. */
export function useAllDisputes() {
  const asked = useQuery(openOptions);
  const decided = useQuery(decidedOptions);
  const open = useMemo(() => byDeadline(asked.data?.reviews ?? []), [asked.data]);
  return { asked: asked.data === undefined ? asked : decided, open, decided: decided.data?.reviews ?? [] };
}
