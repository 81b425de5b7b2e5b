import type { CoachingAction, CoachingGoal } from '../../contract/index.ts';
import type { Viewer } from '../../domain/people/viewer.ts';
import { ask } from './coaching-store.ts';
import { useTabActions } from './tab-actions.ts';
import { closeGoal, removeAction, tickAction } from './writes.ts';

type Pointed = { readonly list: string; readonly id: string };
type Items = {
  readonly goals: readonly CoachingGoal[];
  readonly actions: readonly CoachingAction[];
  readonly pointed: Pointed | null;
  readonly viewer: Viewer & { readonly leads: boolean };
  /** Opens what is neither a goal nor an action. */
  readonly openOther: (id: string) => void;
  /** Takes away what the cursor is on, where it is neither and may go. */
  readonly removeOther: ((pointed: Pointed) => void) | null;
};

const goalKeys = (goal: CoachingGoal) => ({
  edit: () => ask({ what: 'goal', personId: goal.personId, sessionId: goal.sessionId, goal }),
  met: () => closeGoal(goal, 'met'),
  drop: () => closeGoal(goal, 'dropped'),
});

function actionKeys(action: CoachingAction, { id, leads }: Items['viewer']) {
  const isOwn = leads || (action.ownerId ?? action.personId) === id;
  return {
    ...(isOwn && { tick: () => tickAction(action) }),
    ...(leads && {
      edit: () => ask({ what: 'action', personId: action.personId, sessionId: action.sessionId, action }),
      remove: () => removeAction(action.id),
    }),
  };
}

/** What the keys do with what the cursor is on, on a page or in a session; gives what opens one of them by its id. */
export function useItemKeys(items: Items): (id: string) => void {
  const { goals, actions, pointed, viewer, openOther, removeOther } = items;
  const open = (id: string): void => {
    const goal = goals.find((each) => each.id === id);
    const action = actions.find((each) => each.id === id);
    // An agent reads what there is to read in the row itself.
    if (goal !== undefined) {
      if (viewer.leads) goalKeys(goal).edit();
    } else if (action !== undefined) actionKeys(action, viewer).edit?.();
    else openOther(id);
  };
  const at = pointed?.list;
  const goal = at === 'goals' ? goals.find(({ id }) => id === pointed?.id) : undefined;
  const action = at === 'actions' ? actions.find(({ id }) => id === pointed?.id) : undefined;
  useTabActions({
    ...(pointed !== null && { open: () => open(pointed.id) }),
    ...(pointed !== null && removeOther !== null && { remove: () => removeOther(pointed) }),
    ...(goal !== undefined && viewer.leads && goalKeys(goal)),
    ...(action !== undefined && actionKeys(action, viewer)),
  });
  return open;
}
