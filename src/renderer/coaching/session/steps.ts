import type { CoachingSession } from '../../../contract/index.ts';
import { undo } from '../../app/actions.ts';
import { sayError } from '../../app/errors.ts';
import { whileSaving } from '../../app/saving.ts';
import { say as sayWords } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { cw } from '../../strings/en-coaching.ts';
import { t } from '../../strings/en.ts';
import { moment } from '../../ui/format.ts';
import { ask, closeSession, setCoaching, useCoaching } from '../coaching-store.ts';
import type { Told } from '../page/rows.tsx';
import { removeSession } from '../writes.ts';
import { flush, forget, say } from './keeper.ts';

/** What can be done with a session now; what cannot is not there. */
export type Steps = {
  readonly held?: () => void;
  readonly followUp?: () => void;
  readonly acknowledge?: () => void;
  readonly remove?: () => void;
  readonly preview: () => void;
};

/** Plans the next one, and says when that is: all that was typed is kept first, for what is open goes along. */
async function followUp(id: string, told: Told): Promise<void> {
  await flush(id);
  try {
    const done = await whileSaving(client.coaching.followUp({ id }));
    const next = await client.coaching.session({ id: done.id });
    const { changeSet } = done;
    sayWords({
      title: cw.session.followUpSaid(moment(next.at, told.zone, told.now)),
      ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
    });
  } catch (error) {
    sayError(error);
  }
}

async function remove(id: string): Promise<void> {
  await flush(id);
  if (!(await removeSession(id))) return;
  forget(id);
  closeSession();
}

/** An agent acknowledges what was kept: not what is on its way. */
async function acknowledge(id: string, personId: string): Promise<void> {
  if (await flush(id)) ask({ what: 'acknowledge', sessionId: id, personId });
}

export function stepsOf(session: CoachingSession, leads: boolean, told: Told): Steps {
  const { id, personId, state } = session;
  const isHeld = state === 'held';
  return {
    preview: () => setCoaching({ preview: !useCoaching.getState().preview }),
    ...(leads && {
      held: () => say(id, { state: isHeld ? 'planned' : 'held' }),
      followUp: () => void followUp(id, told),
      remove: () => void remove(id),
    }),
    ...(isHeld && session.acknowledgedAt === null && { acknowledge: () => void acknowledge(id, personId) }),
  };
}
