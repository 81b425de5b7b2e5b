import type { Enrolment, Refresher, TrainingAttendance, TrainingNeed } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { openRefresher } from './training-store.ts';

type Kept = Pick<Refresher, 'id'>;

export const setState = ({ id }: Kept, state: Refresher['state']): void =>
  void command(client.training.refresherSave({ id, state }));

export const removeRefresher = ({ id }: Kept): void => void command(client.training.refresherRemove({ id }));

export const unplace = ({ id }: Kept): void => void command(client.training.place({ id, startAt: null }));

export const attend = ({ id }: Kept, personIds: readonly string[], state: TrainingAttendance['state']): void =>
  void command(client.training.attend({ id, personIds: [...personIds], state }));

/** A refresher about some needs, for whom it would help most; it opens. */
export async function makeRefresher(needs: readonly TrainingNeed[]): Promise<boolean> {
  const sources = needs.map(({ source }) => source);
  const personIds = [...new Set(needs.flatMap((need) => need.personIds))];
  const done = await command(client.training.refresherSave({ sources, personIds }));
  if (done !== null) openRefresher(done.id);
  return done !== null;
}

/** Done on the day it was on, or booked after all. */
export const tickEnrolment = ({ id, personId, courseId, on, cost, state }: Enrolment): void =>
  void command(
    client.training.enrolmentSave({ id, personId, courseId, on, cost, state: state === 'done' ? 'booked' : 'done' }),
  );

export const cancelEnrolment = ({ id, personId, courseId, on, cost, state }: Enrolment): void =>
  void command(
    client.training.enrolmentSave({
      id,
      personId,
      courseId,
      on,
      cost,
      state: state === 'cancelled' ? 'planned' : 'cancelled',
    }),
  );
