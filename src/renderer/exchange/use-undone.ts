import { useQuery } from '@tanstack/react-query';
import { orpc } from '../client/client.ts';

/** Whether a batch has been undone, by whatever way: here, in the list of past imports, or by Ctrl Z. */
export const useUndone = (id: string | undefined): boolean =>
  useQuery(orpc.exchange.batches.queryOptions()).data?.batches.some((batch) => batch.id === id && batch.undone) ===
  true;
