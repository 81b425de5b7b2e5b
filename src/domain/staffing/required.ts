import type { Load, Performance } from '../../contract/staffing.ts';
import { Fault } from '../fault.ts';
import { erlangA } from './erlang-a.ts';
import { erlangC } from './erlang.ts';

/** More than any one desk has; a load that needs more was typed wrongly. */
const mostAgents = 1_000_000;

/** A share that is right but for the last digits of a sum is right. */
const noise = 1e-9;

/**
 * Agents to put on the roster so that so many are on the queue while a share of paid time goes elsewhere, rounded up;
 * 14 at 30 % are 20, though 14 / 0.7 is a hair over 20 in floating point. SPEC STF-5.
 */
export const onRoster = (agents: number, shrinkage = 0): number =>
  Math.max(0, Math.ceil(agents / (1 - shrinkage) - noise));

type Outcome = Omit<Performance, 'agents' | 'scheduledAgents'>;

const ratePerSecond = (load: Load): number => load.calls / (load.intervalMinutes * 60);

/** The load in erlangs: agents who would be busy all the time. SPEC STF-1. */
export const offeredLoad = (load: Load): number => ratePerSecond(load) * load.ahtSeconds;

const idle: Outcome = { serviceLevel: 1, occupancy: 0, waitProbability: 0, asaSeconds: 0 };
const overloaded: Outcome = { serviceLevel: 0, occupancy: 1, waitProbability: 1, asaSeconds: null };

function byErlangC(load: Load, agents: number): Outcome {
  const offered = offeredLoad(load);
  if (offered === 0) return idle;
  if (agents <= offered) return overloaded;
  const waitProbability = erlangC(agents, offered);
  const spare = (agents - offered) / load.ahtSeconds;
  return {
    serviceLevel: 1 - waitProbability * Math.exp(-spare * load.target.withinSeconds),
    occupancy: offered / agents,
    waitProbability,
    asaSeconds: waitProbability / spare,
  };
}

function patienceOf(load: Load): number {
  if (load.patienceSeconds !== undefined) return load.patienceSeconds;
  throw new Fault('INVALID', 'Erlang A needs to know how long callers wait before they give up. Give the patience.', {
    field: 'patienceSeconds',
  });
}

function byErlangA(load: Load, agents: number): Outcome {
  const patienceSeconds = patienceOf(load);
  const offered = offeredLoad(load);
  if (offered === 0) return { ...idle, abandonProbability: 0 };
  if (agents === 0) return { ...overloaded, asaSeconds: patienceSeconds, abandonProbability: 1 };
  const { ahtSeconds, target } = load;
  const rate = ratePerSecond(load);
  const found = erlangA({ agents, rate, ahtSeconds, patienceSeconds, withinSeconds: target.withinSeconds });
  return {
    serviceLevel: found.serviceLevel,
    occupancy: Math.min(1, (offered * (1 - found.abandonProbability)) / agents),
    waitProbability: found.waitProbability,
    asaSeconds: found.meanWait,
    abandonProbability: found.abandonProbability,
  };
}

/**
 * What to expect with so many agents on the queue. Without calls nobody waits, however few the agents; with calls and no
 * more agents than load, Erlang C has no steady state (service level 0, occupancy 1, no mean wait). SPEC STF-2 to 5.
 * Faults INVALID on Erlang A without patience.
 */
export function performance(input: Load & { readonly agents: number }): Performance {
  const { agents } = input;
  const outcome = input.model === 'erlangC' ? byErlangC(input, agents) : byErlangA(input, agents);
  return { agents, scheduledAgents: onRoster(agents, input.shrinkage), ...outcome };
}

function keeps(load: Load, agents: number): boolean {
  const { serviceLevel, occupancy } = performance({ ...load, agents });
  return serviceLevel >= load.target.share && occupancy <= (load.maxOccupancy ?? 1) + noise;
}

const tooMany = () =>
  new Fault(
    'INVALID',
    'This load needs more than a million agents. Check the calls, the length of the interval and the handle time.',
    { field: 'calls' },
  );

/** The fewest agents for which `enough` holds, given that it holds for all above; doubles its stride from `from` on, then halves. */
function fewest(none: number, from: number, enough: (agents: number) => boolean): number {
  let low = none;
  let high = from;
  for (let stride = Math.ceil(Math.sqrt(from)); !enough(high); stride *= 2) {
    if (high >= mostAgents) throw tooMany();
    low = high;
    high = Math.min(mostAgents, high + stride);
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The fewest agents that keep the target and stay within the occupancy, and what to expect with them: none without
 * calls, else at least one, and by Erlang C more than the load. Service level rises and occupancy falls with each agent,
 * so that a search by halves finds it: some twenty evaluations for any load. SPEC STF-4. Faults INVALID over a million.
 */
export function required(input: Load): Performance {
  if (input.calls === 0) return performance({ ...input, agents: 0 });
  const offered = offeredLoad(input);
  if (offered >= mostAgents) throw tooMany();
  const none = input.model === 'erlangC' ? Math.floor(offered) : 0;
  const agents = fewest(none, Math.floor(offered) + 1, (count) => keeps(input, count));
  return performance({ ...input, agents });
}
