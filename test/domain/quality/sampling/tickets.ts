import fc from 'fast-check';
import { channels, priorities } from '../../../../src/contract/words.ts';
import { prng } from '../../../../src/domain/prng.ts';
import type { Candidate } from '../../../../src/domain/quality/sampling/strata.ts';

export const ticket = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  agentId: 'ada',
  channel: 'email',
  priority: 'p3',
  csat: null,
  slaMissed: false,
  escalated: false,
  newAgent: false,
  closedAt: 0,
  reopened: false,
  longPauseMinutes: 0,
  ...more,
});

/** Tickets as a desk closes them: many alike, few that went wrong, agents with many and with few. */
export function closedTickets(count: number, seed: number, agents = 5): Candidate[] {
  const rng = prng(seed, count);
  return Array.from({ length: count }, (_, at) =>
    ticket(`t${seed}-${at}`, {
      agentId: `agent-${Math.floor(agents * rng.next() ** 2)}`,
      channel: channels[rng.weighted([6, 2, 3, 0.2, 1, 0, 0, 0.1])] ?? 'email',
      priority: priorities[rng.weighted([0.3, 1, 5, 2])] ?? 'p3',
      csat: rng.chance(0.3) ? (rng.chance(0.85) ? 'good' : 'bad') : null,
      slaMissed: rng.chance(0.1),
      escalated: rng.chance(0.05),
      reopened: rng.chance(0.08),
      longPauseMinutes: rng.chance(0.1) ? rng.int(0, 6000) : 0,
      closedAt: at,
    }),
  );
}

export const week = fc
  .record({ count: fc.integer({ min: 0, max: 300 }), seed: fc.nat(1000), agents: fc.integer({ min: 1, max: 12 }) })
  .map(({ count, seed, agents }) => closedTickets(count, seed, agents));

export const plan = fc.record({
  sharePercent: fc.constantFrom(0, 5, 7.5, 10, 33, 100),
  minPerAgent: fc.integer({ min: 0, max: 4 }),
  riskPicks: fc.integer({ min: 0, max: 10 }),
  seed: fc.nat(),
});
