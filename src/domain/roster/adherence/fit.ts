import type { ActivityKind } from '../../../contract/roster-common.ts';
import type { AgentState } from '../../../contract/roster.ts';

/**
 * The states that fit what is planned. Waiting for and wrapping up work is calls or chat work alike; mail waits for
 * nobody, so only working on it fits. Break and lunch stand for each other: many phone systems know one pause alone.
 * Planned time off the queue is filled by whatever else is done there. SPEC ADH-2.
 */
const fits: Readonly<Record<ActivityKind, ReadonlySet<AgentState>>> = {
  calls: new Set<AgentState>(['available', 'onCall', 'wrapUp']),
  chat: new Set<AgentState>(['available', 'chat', 'wrapUp']),
  mail: new Set<AgentState>(['mail']),
  break: new Set<AgentState>(['break', 'lunch']),
  lunch: new Set<AgentState>(['break', 'lunch']),
  coaching: new Set<AgentState>(['coaching']),
  qa: new Set<AgentState>(['qa']),
  meeting: new Set<AgentState>(['meeting']),
  training: new Set<AgentState>(['training']),
  offQueue: new Set<AgentState>(['offQueue', 'coaching', 'qa', 'meeting', 'training']),
};

const workStates: ReadonlySet<string> = new Set<AgentState>(['available', 'onCall', 'wrapUp', 'chat', 'mail']);

/** Whether a state is what was planned. No state known is offline, which fits nothing. SPEC ADH-2. */
export const isFit = (planned: ActivityKind, state: AgentState | null): boolean =>
  state !== null && fits[planned].has(state);

/** Whether somebody in a state does queue work, of whatever channel. */
export const isWorking = (state: AgentState | null): boolean => state !== null && workStates.has(state);
