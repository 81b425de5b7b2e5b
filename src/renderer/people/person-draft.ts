import type { Person } from '../../contract/index.ts';
import { p } from '../strings/en-people.ts';

/** A person as a form holds them: texts as typed. */
export type PersonDraft = {
  readonly name: string;
  readonly email: string;
  /** Empty for the desk's own. */
  readonly timeZone: string;
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  /** Empty for no limit. */
  readonly capacity: string;
  readonly away: boolean;
  readonly active: boolean;
};

export type PersonErrors = Partial<Record<'name' | 'email' | 'capacity' | 'languages', string>>;

export const newPerson: PersonDraft = {
  name: '',
  email: '',
  timeZone: '',
  skills: [],
  languages: [],
  capacity: '',
  away: false,
  active: true,
};

export const draftOf = (person: Person): PersonDraft => ({
  name: person.name,
  email: person.email ?? '',
  timeZone: person.timeZone ?? '',
  skills: person.skills,
  languages: person.languages,
  capacity: person.capacity === null ? '' : String(person.capacity),
  away: person.away,
  active: person.active,
});

const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const language = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const mostTickets = 10_000;

/** What is wrong with a form, by field; nothing where it can be saved. */
export function errorsOf({ name, email, capacity, languages }: PersonDraft): PersonErrors {
  const odd = languages.find((word) => !language.test(word));
  const room = capacity.trim();
  return {
    ...(name.trim() === '' && { name: p.needName }),
    ...(email.trim() !== '' && !mail.test(email.trim()) && { email: p.badMail }),
    ...(room !== '' && (!/^\d+$/.test(room) || Number(room) > mostTickets) && { capacity: p.badCapacity }),
    ...(odd !== undefined && { languages: p.badLanguage(odd) }),
  };
}

/** What the desk takes for a form without errors. */
export const setOf = (draft: PersonDraft): Omit<Person, 'id'> => ({
  name: draft.name.trim(),
  email: draft.email.trim() === '' ? null : draft.email.trim(),
  timeZone: draft.timeZone === '' ? null : draft.timeZone,
  skills: [...draft.skills],
  languages: [...draft.languages],
  capacity: draft.capacity.trim() === '' ? null : Number(draft.capacity.trim()),
  away: draft.away,
  active: draft.active,
});
