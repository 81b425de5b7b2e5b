import type { Done, InstantIn, Interview } from '../../../contract/index.ts';
import { instantIn } from '../../../domain/calendar/instant.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { interviewsOver } from '../../../domain/hiring/stages.ts';
import { Fault } from '../../../domain/fault.ts';
import type { Core } from '../core.ts';
import { personRow } from '../person.ts';
import { viewerOf } from '../viewer.ts';
import { mustCandidate, readInterviews, type Held, type Told } from './read.ts';
import { readHiring } from './settings.ts';

type Input = {
  readonly candidateId: string;
  readonly at?: InstantIn | undefined;
  readonly ratings?: Interview['ratings'] | undefined;
  readonly recommend?: Interview['recommend'] | undefined;
  readonly done?: boolean | undefined;
};

/** Faults CONFLICT once they are past the interviews: what others said may be read then. SPEC HIR-11. */
function mustBeAsked({ stage }: Held): void {
  if (interviewsOver(stage))
    throw new Fault('CONFLICT', 'Their interviews are over. Move them back to Interview to fill in a form.');
}

/**
 * A form that is done is not written on: who has read what others said does not rate any more. It is taken up again with
 * `done: false` as long as no other is done. Faults CONFLICT. SPEC HIR-12.
 */
function mustBeOpen(own: Interview | undefined, forms: readonly Interview[], { done }: Input): void {
  if (own?.done !== true) return;
  if (done === false && !forms.some((form) => form !== own && form.done)) return;
  throw new Fault(
    'CONFLICT',
    done === false
      ? 'Somebody else’s form is done, and you could read it. Yours stays as it is.'
      : 'Your form is done. Take it up again to change it.',
  );
}

/** Faults INVALID, by the field, on a rating of what the form does not ask. */
function checkRatings({ form }: Told, ratings: Interview['ratings']): void {
  const asked = new Set(form.questions.map(({ id }) => id));
  const unknown = Object.keys(ratings).find((id) => !asked.has(id));
  if (unknown !== undefined)
    throw new Fault('INVALID', 'That is no question of this form.', { field: `ratings.${unknown}` });
}

function toldBy(core: Core, own: Interview | undefined, input: Input): Told {
  const before: Told =
    own === undefined
      ? { form: readHiring(core.db).form, ratings: {}, recommend: null }
      : { form: own.form, ratings: own.ratings, recommend: own.recommend };
  checkRatings(before, input.ratings ?? {});
  return {
    ...before,
    ratings: { ...before.ratings, ...input.ratings },
    ...(input.recommend !== undefined && { recommend: input.recommend }),
  };
}

const rated = ({ ratings }: Told): boolean => Object.values(ratings).some(({ rating }) => rating !== null);

/** Keeps what is filled in of one's own form, question by question. */
export function saveInterview(core: Core, input: Input): Done & { id: string } {
  const held = mustCandidate(core, input.candidateId);
  mustBeAsked(held);
  const me = viewerOf(core).id;
  const forms = readInterviews(core, held);
  const own = forms.find(({ byId }) => byId === me);
  mustBeOpen(own, forms, input);
  const told = toldBy(core, own, input);
  const done = input.done ?? own?.done ?? false;
  if (done && !rated(told))
    throw new Fault('INVALID', 'Rate at least one question first: an empty form says nothing.', { field: 'ratings' });
  const label = done ? 'Interview form done' : own?.done === true ? 'Interview form taken up again' : 'Interview form';
  const isSame = own !== undefined && sameTold(own, told);
  const values = {
    ...(input.at !== undefined && { at: instantIn(input.at, 'at') }),
    done: done ? 1 : 0,
    ...(!isSame && { sealed: held.seal.close(told) }),
  };
  const uid = own === undefined ? core.newId(core.ports.now()) : uuidBytes(own.id);
  const { changeSet } = core.write({ name: 'hiring.interviewSave', label }, (write) => {
    if (own !== undefined) write.update('interview', uid, values);
    else
      write.insert('interview', uid, {
        candidate_id: held.row,
        by_id: personRow(core, me),
        at: core.ports.now(),
        ...values,
      });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}

const sameTold = ({ ratings, recommend }: Interview, told: Told): boolean =>
  recommend === told.recommend && JSON.stringify(ratings) === JSON.stringify(told.ratings);
