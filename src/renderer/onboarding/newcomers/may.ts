import type { Newcomer, Stage, StageState } from '../../../contract/index.ts';
import type { Viewer } from '../../../domain/people/viewer.ts';
import type { Role } from './items.ts';

export type Who = Viewer & { readonly leads: boolean };

/** A programme that is going on: neither done, nor given up, nor still to begin. */
export const isOn = ({ state }: Pick<Newcomer, 'state'>): boolean => state === 'running' || state === 'paused';

/** As whom the viewer signs: for themselves as the agent they are, for others as their trainer. SPEC ONB-7. */
export function signsAs({ personId }: Pick<Newcomer, 'personId'>, { id, leads }: Who): Role | null {
  if (id === personId) return 'agent';
  return leads ? 'trainer' : null;
}

/** The stage they are in, with its state; undefined where there is none to work on. */
export function currentOf(newcomer: Newcomer): { readonly stage: Stage; readonly state: StageState } | undefined {
  const stage = newcomer.programme.stages.find(({ id }) => id === newcomer.current);
  const state = newcomer.stages.find(({ id }) => id === newcomer.current);
  return stage === undefined || state === undefined ? undefined : { stage, state };
}

export const isSigned = (state: StageState, role: Role): boolean =>
  (role === 'agent' ? state.agentSigned : state.trainerSigned) !== null;
