import { byComb, largestRemainders } from './allot.ts';
import { byRank, lotOf } from './rank.ts';
import { riskPicks, type RiskPick } from './risk.ts';
import { type AgentStrata, type Candidate, stratify, type Stratum } from './strata.ts';

export type SampleInput = {
  /** The closed tickets of the week, in any order. */
  readonly candidates: readonly Candidate[];
  readonly sharePercent: number;
  readonly minPerAgent: number;
  /** How many risk picks at most. */
  readonly riskPicks: number;
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** Tickets of the random sample of this week that were drawn before: they stay, and count. */
  readonly already?: readonly string[];
};

/** A pick of the random sample: from which stratum, and whether as its share, for the minimum, or drawn before. */
export type RandomPick = {
  readonly id: string;
  readonly agentId: string;
  readonly stratum: string;
  readonly reason: 'share' | 'minimum' | 'before';
  /** The same in words. */
  readonly why: string;
};

const words: Readonly<Record<RandomPick['reason'], string>> = {
  share: 'Random sample',
  minimum: 'Random sample, the least for each agent',
  before: 'Random sample, drawn before',
};

const pick = (agent: AgentStrata, { name }: Stratum, id: string, reason: RandomPick['reason']): RandomPick => ({
  id,
  agentId: agent.agentId,
  stratum: name,
  reason,
  why: `${words[reason]} (${name})`,
});

/** What is drawn of one agent's tickets: what was drawn before, and so many more that it is `wanted`. SPEC QAS-3, QAS-4. */
const drawOf = (agent: AgentStrata, wanted: number, share: number, seed: number): RandomPick[] => {
  const strata = [...agent.strata.values()].sort((a, b) => a.code - b.code);
  const before = strata.flatMap((stratum) => stratum.drawn.map(({ id }) => pick(agent, stratum, id, 'before')));
  const size = ({ drawn, open }: Stratum) => drawn.length + open.length;
  const due = strata.map((each) => Math.max(0, (wanted * size(each)) / agent.closed - each.drawn.length));
  const room = strata.map(({ open }) => open.length);
  const start = lotOf(`${agent.agentId} ${agent.first.id} ${agent.drawn}`, seed);
  const places = byComb(due, wanted - agent.drawn, room, start);
  const more = strata.flatMap((stratum, at) => {
    const count = places[at] ?? 0;
    return count === 0
      ? []
      : stratum.open
          .sort(byRank)
          .slice(0, count)
          .map((ticket) => ({ stratum, ...ticket }));
  });
  // Which of them stand for the minimum is as good as any: those with the highest rank.
  const forShare = Math.max(0, share - agent.drawn);
  more.sort(byRank);
  return [
    ...before,
    ...more.map(({ stratum, id }, at) => pick(agent, stratum, id, at < forShare ? 'share' : 'minimum')),
  ];
};

type Plan = Pick<SampleInput, 'sharePercent' | 'minPerAgent'>;

/** How many the random sample wants of each agent who closed so many; equal claims go by the lots. SPEC QAS-2. */
const wantedEach = (closed: readonly number[], { sharePercent, minPerAgent }: Plan, lots: readonly number[]) => {
  const due = closed.map((n) => (n * sharePercent) / 100);
  const all = Math.round((closed.reduce((sum, n) => sum + n, 0) * sharePercent) / 100);
  const shares = largestRemainders(due, all, lots);
  return closed.map((n, at) => {
    const share = shares[at] ?? 0;
    return { share, wanted: Math.max(share, Math.min(minPerAgent, n)) };
  });
};

/** Tickets the random sample of a week wants, by how many each agent closed. */
export const wantedOf = (closed: readonly number[], plan: Plan): number =>
  wantedEach(
    closed.toSorted((a, b) => a - b),
    plan,
    closed.map((_, at) => at),
  ).reduce((sum, { wanted }) => sum + wanted, 0);

/**
 * The sample of a week. Random: the share of all tickets, given to agents in proportion by largest remainders, no agent
 * below the minimum; of an agent's tickets each is as likely as any other, strata in proportion. What was drawn before
 * stays, and is topped up. Risk: the most to look at of what is not in the random sample. The same tickets, seed and
 * earlier picks give the same sample, in any order. One pass and a sort within strata that are drawn from. SPEC QAS-1 to
 * QAS-5.
 */
export function drawSample(input: SampleInput): { readonly random: RandomPick[]; readonly risk: RiskPick[] } {
  const { candidates, seed } = input;
  const agents = stratify(candidates, new Set(input.already), seed);
  const lots = agents.map(({ agentId, first }) => lotOf(`${agentId} ${first.id}`, seed));
  const each = wantedEach(
    agents.map(({ closed }) => closed),
    input,
    lots,
  );
  const random = agents.flatMap((agent, at) => {
    const { share, wanted } = each[at] ?? { share: 0, wanted: 0 };
    return drawOf(agent, Math.max(wanted, agent.drawn), share, seed);
  });
  const without = new Set(random.map(({ id }) => id));
  return { random, risk: riskPicks(candidates, { most: input.riskPicks, seed, without }) };
}
