import type { Channel, Priority } from '../../../contract/common.ts';
import { channels, priorities } from '../../../contract/words.ts';
import { byRank, rankOf } from './rank.ts';

/** A closed ticket as sampling sees it. `closedAt` in ms; the longest pause in minutes. */
export type Candidate = {
  readonly id: string;
  readonly agentId: string;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly csat: 'good' | 'bad' | null;
  readonly slaMissed: boolean;
  readonly escalated: boolean;
  readonly newAgent: boolean;
  readonly closedAt: number;
  readonly reopened: boolean;
  readonly longPauseMinutes: number;
};

type Ticket = { readonly id: string; readonly rank: number };

/** Tickets of one agent that are alike: those drawn already, and those that may be. */
export type Stratum = {
  readonly name: string;
  readonly code: number;
  readonly drawn: Ticket[];
  readonly open: Ticket[];
};

export type AgentStrata = {
  readonly agentId: string;
  closed: number;
  drawn: number;
  /** The ticket of the lowest rank: what lots of this agent and week are drawn with, so that each week has its own. */
  first: Ticket;
  readonly strata: Map<number, Stratum>;
};

type Traits = Omit<Candidate, 'id' | 'agentId'>;

/** What tickets have to share to be alike, in words. SPEC QAS-1. */
export const stratumOf = (ticket: Traits): string =>
  `${ticket.csat ?? 'no'} CSAT, SLA ${ticket.slaMissed ? 'missed' : 'met'}, ${ticket.escalated ? 'escalated, ' : ''}${ticket.channel}, ${ticket.priority}${ticket.newAgent ? ', new agent' : ''}`;

/** The places of words in their list, so that a million tickets need no search for each. */
const places = (words: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(words.map((word, at) => [word, at]));
const channelPlace = places(channels);
const priorityPlace = places(priorities);

/**
 * The same as a number. What matters most counts most: strata lie in this order, so that also groups of them (all of bad
 * CSAT, all that missed) are drawn from in their proportion.
 */
const codeOf = (ticket: Traits): number => {
  const csat = ticket.csat === null ? 0 : ticket.csat === 'bad' ? 1 : 2;
  const outcome = 4 * csat + 2 * Number(ticket.slaMissed) + Number(ticket.escalated);
  const channel = outcome * channels.length + (channelPlace[ticket.channel] ?? 0);
  return 2 * (channel * priorities.length + (priorityPlace[ticket.priority] ?? 0)) + Number(ticket.newAgent);
};

/** Tickets by agent and stratum, in one pass. */
export function stratify(
  candidates: Iterable<Candidate>,
  already: ReadonlySet<string>,
  seed: number,
): readonly AgentStrata[] {
  const agents = new Map<string, AgentStrata>();
  for (const candidate of candidates) {
    const { id, agentId } = candidate;
    const ticket = { id, rank: rankOf(id, seed) };
    let agent = agents.get(agentId);
    if (agent === undefined)
      agents.set(agentId, (agent = { agentId, closed: 0, drawn: 0, first: ticket, strata: new Map() }));
    const code = codeOf(candidate);
    let stratum = agent.strata.get(code);
    if (stratum === undefined)
      agent.strata.set(code, (stratum = { name: stratumOf(candidate), code, drawn: [], open: [] }));
    agent.closed += 1;
    if (byRank(ticket, agent.first) < 0) agent.first = ticket;
    if (already.has(id)) {
      agent.drawn += 1;
      stratum.drawn.push(ticket);
    } else stratum.open.push(ticket);
  }
  return [...agents.values()].sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
}
