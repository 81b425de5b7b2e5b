import { create } from 'zustand';
import type { Person } from '../../contract/index.ts';
import { same } from '../tickets/filter-fields.ts';
import { addPerson, savePerson } from './person-actions.ts';
import { draftOf, errorsOf, newPerson, setOf, type PersonDraft, type PersonErrors } from './person-draft.ts';

/** Stands for somebody who is not on the desk yet. */
export const newId = 'new';

type State = {
  readonly drafts: Readonly<Record<string, PersonDraft>>;
  readonly errors: Readonly<Record<string, PersonErrors>>;
};

/** What was changed of people and not saved, kept over screens: what one typed stays until it is saved or discarded. */
export const usePersonDrafts = create<State>(() => ({ drafts: {}, errors: {} }));

const without = <T>(held: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(held).filter(([key]) => key !== id));

export const dropDraft = (id: string): void =>
  usePersonDrafts.setState(({ drafts, errors }) => ({ drafts: without(drafts, id), errors: without(errors, id) }));

/** Begins somebody new, or goes on with the one begun. */
export const beginPerson = (): void =>
  usePersonDrafts.setState(({ drafts }) => ({ drafts: { [newId]: newPerson, ...drafts } }));

const baseOf = (person: Person | null): PersonDraft => (person === null ? newPerson : draftOf(person));

/** Changes the form of somebody; one that is again as saved is no draft. */
export function changePerson(person: Person | null, part: Partial<PersonDraft>): void {
  const id = person?.id ?? newId;
  const base = baseOf(person);
  usePersonDrafts.setState(({ drafts, errors }) => {
    const next = { ...base, ...drafts[id], ...part };
    const asSaved = person !== null && same(next, base);
    return { drafts: asSaved ? without(drafts, id) : { ...drafts, [id]: next }, errors: without(errors, id) };
  });
}

/** Saves the form of somebody; their id, or null where something is wrong with it or it was refused. */
export async function savePersonDraft(person: Person | null): Promise<string | null> {
  const id = person?.id ?? newId;
  const draft = usePersonDrafts.getState().drafts[id];
  if (draft === undefined) return null;
  const wrong = errorsOf(draft);
  usePersonDrafts.setState(({ errors }) => ({ errors: { ...errors, [id]: wrong } }));
  if (Object.keys(wrong).length > 0) return null;
  if (person !== null && same(setOf(draft), setOf(draftOf(person)))) {
    dropDraft(id);
    return id;
  }
  const saved = person === null ? await addPerson(draft) : (await savePerson(person, draft)) ? person.id : null;
  if (saved !== null) dropDraft(id);
  return saved;
}
