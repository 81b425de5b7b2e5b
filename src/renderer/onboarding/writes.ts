import type { Certificate, Newcomer, Programme } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import type { Item } from './newcomers/items.ts';
import { currentOf, isSigned, signsAs, type Who } from './newcomers/may.ts';
import { bodyOf } from './programmes/draft.ts';

/** Done now, or not after all. */
export const tickTask = ({ id }: Newcomer, { stage, task, done }: Extract<Item, { kind: 'task' }>): void =>
  void command(client.onboarding.taskDone({ id, stage: stage.id, task: task.id, done: done.doneAt === null }));

export const signAs = (
  { id }: Newcomer,
  { stage, state, role }: Omit<Extract<Item, { kind: 'sign' }>, 'id' | 'kind'>,
): void => void command(client.onboarding.sign({ id, stage: stage.id, as: role, done: !isSigned(state, role) }));

/** Signs the stage they are in as whom the viewer is to them, or takes that back; null where there is nothing to sign. */
export function signNow(newcomer: Newcomer, who: Who): (() => void) | null {
  const current = currentOf(newcomer);
  const role = signsAs(newcomer, who);
  if (newcomer.state !== 'running' || current === undefined || role === null || !current.stage.signOff[role])
    return null;
  return () => signAs(newcomer, { ...current, role });
}

export const passStage = ({ id, current }: Newcomer): void => {
  if (current !== null) void command(client.onboarding.pass({ id, stage: current }));
};

export const goOn = ({ id }: Newcomer): void => void command(client.onboarding.pause({ id, paused: false }));

export const removeCertificate = ({ id }: Certificate): void =>
  void command(client.onboarding.certificateRemove({ id }));

/** In use no more, or again. */
export const archive = (programme: Programme): void =>
  void command(
    client.onboarding.programmeSave({
      id: programme.key,
      programme: bodyOf(programme),
      archived: !programme.archived,
    }),
  );
