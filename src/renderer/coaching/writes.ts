import type { CoachingAction, CoachingGoal } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';

/** Done now, or not after all. */
export const tickAction = ({ id, personId, sessionId, text, ownerId, dueOn, doneAt }: CoachingAction): void =>
  void command(client.coaching.actionSave({ id, personId, sessionId, text, ownerId, dueOn, done: doneAt === null }));

export const removeAction = (id: string): void => void command(client.coaching.actionRemove({ id }));

/** Met or dropped; what is that already is open again. */
export const closeGoal = (goal: CoachingGoal, state: 'met' | 'dropped'): void => {
  const { id, personId, sessionId, reviewId, text, metric, dueOn } = goal;
  const next = goal.state === state ? ('open' as const) : state;
  void command(client.coaching.goalSave({ id, personId, sessionId, reviewId, text, metric, dueOn, state: next }));
};

export const removeSession = async (id: string): Promise<boolean> =>
  (await command(client.coaching.sessionRemove({ id }))) !== null;
