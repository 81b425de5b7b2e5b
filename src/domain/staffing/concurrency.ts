import type { Load, Performance } from '../../contract/staffing.ts';
import { onRoster, performance, required } from './required.ts';

/** A load of chats; `slowdown` 0.2 makes each talk 20 % longer for every further one beside it. */
export type ChatLoad = Load & { readonly concurrency: number; readonly slowdown: number };
export type ChatPerformance = Performance & { readonly slots: number; readonly effectiveAhtSeconds: number };

/**
 * The fewest agents for chats, where each holds several talks at once: every talk is a place in the formula (`slots`, all
 * that these agents have), and each takes as long as it does where all places of its agent are taken, which is on the
 * safe side while some are free. Occupancy is of places. SPEC STF-6. Source: Tezcan & Zhang, Routing and staffing in
 * customer service chat systems with impatient customers, 2014, for service slowing with concurrency.
 */
export function chatAgents(input: ChatLoad): ChatPerformance {
  const effectiveAhtSeconds = input.ahtSeconds * (1 + input.slowdown * (input.concurrency - 1));
  const load = { ...input, ahtSeconds: effectiveAhtSeconds };
  const agents = Math.ceil(required(load).agents / input.concurrency);
  const slots = agents * input.concurrency;
  const expected = performance({ ...load, agents: slots });
  return { ...expected, agents, scheduledAgents: onRoster(agents, input.shrinkage), slots, effectiveAhtSeconds };
}
