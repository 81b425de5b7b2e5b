import { createORPCClient, DynamicLink } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { Contract } from '../../contract/index.ts';
import { openCarrier, type Link } from './carrier.ts';

let carrier: (() => Promise<Link>) | undefined;
/** Opened by the first call, so that what only names a procedure needs no desk. */
const link = (): Promise<Link> => (carrier ??= openCarrier())();

/** Every procedure of the desk, typed by the contract. A call made while the connection is lost waits for the next one. */
export const client: ContractRouterClient<Contract> = createORPCClient(new DynamicLink(link));

export const orpc = createTanstackQueryUtils(client);

// The desk says what changed (desk.live), so nothing is refetched on a guess.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: 120_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});
