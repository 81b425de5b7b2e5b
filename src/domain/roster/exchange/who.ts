import { limits } from '../../exchange/clip.ts';
import type { RosterRow } from './rows.ts';

/** Somebody the desk knows. */
export type KnownPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly employeeId?: string | null;
};

/** Somebody a file names and the desk does not know. */
export type UnknownPerson = {
  /** Stands for them in `matches` and in the drafts. */
  readonly key: string;
  readonly name: string;
  readonly email: string | null;
  readonly employeeId: string | null;
  /** The first row that names them, and how many do. */
  readonly line: number;
  readonly rows: number;
};

export type Hint = { readonly own: string; readonly employeeId: string; readonly email: string; readonly name: string };

export type Found =
  | { readonly kind: 'known'; readonly id: string; readonly name: string }
  | { readonly kind: 'unknown'; readonly key: string }
  | { readonly kind: 'ambiguous'; readonly reason: string }
  /** The row names nobody. */
  | { readonly kind: 'nobody' };

/** `Lund, Ada` as `Ada Lund`; anything else as it is. */
export function plainName(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  return parts.length === 2 && parts[0] !== '' && parts[1] !== '' ? `${parts[1] ?? ''} ${parts[0] ?? ''}` : name.trim();
}

/** A name made comparable: no case, no Latin accents, no punctuation, given name first. */
function nameKey(name: string): string {
  const plain = plainName(name);
  const key = plain
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return key === '' ? plain : key;
}

const mailKey = (email: string) => email.trim().toLowerCase();

/** An address as the desk takes them. */
export const isMail = (text: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text) && text.length <= limits.email;

/** Words that stand where a shift has nobody yet. */
const openWords =
  /^(?:open|open ?shift|openshift|open shifts|unassigned|unfilled|vacant|offen|nicht besetzt|libre|ouvert|abierto|vago|aberto|scoperto)$/i;

/**
 * What a row says of who it is about. Names in two columns are one name. In a list of people a column `ID` is theirs and
 * "Open" may be a name; elsewhere it is the row's, and stands for nobody. SPEC RIO-5.
 */
export function hintOf(row: RosterRow, isPeopleList: boolean): Hint {
  const name = nameOf(row);
  return {
    own: row.text('ownPerson'),
    employeeId: row.text('employeeId') || (isPeopleList ? row.text('id') : ''),
    email: mailKey(row.text('email')),
    name: !isPeopleList && openWords.test(name) ? '' : name,
  };
}

/** With a first name beside it, `Nom`, `Name` or `Naam` is the last name; with a last name, the first. */
function nameOf(row: RosterRow): string {
  const [whole, first, last] = [row.text('name'), row.text('firstName'), row.text('lastName')];
  if (first === '' && last === '') return whole;
  if (first !== '' && last !== '') return `${first} ${last}`;
  return (last === '' ? [first, whole] : [whole, last]).filter((part) => part !== '').join(' ');
}

export type Roll = { readonly find: (hint: Hint) => Found; readonly isName: (name: string) => boolean };

const grouped = (known: readonly KnownPerson[], keyOf: (person: KnownPerson) => string): Map<string, KnownPerson[]> => {
  const groups = new Map<string, KnownPerson[]>();
  for (const person of known) {
    const key = keyOf(person);
    if (key !== '') groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
};

/**
 * Finds people by the id of our own files, then employee id, e-mail address, and name. Somebody of the same name under
 * another address is somebody else. `matches` says who an unknown key is. SPEC RIO-5.
 */
export function createRoll(known: readonly KnownPerson[], matches: Readonly<Record<string, string>> = {}): Roll {
  const byId = new Map(known.map((person) => [person.id, person]));
  const byEmployee = grouped(known, (person) => (person.employeeId ?? '').trim().toLowerCase());
  const byMail = grouped(known, (person) => mailKey(person.email ?? ''));
  const byName = grouped(known, (person) => nameKey(person.name));

  const named = (hint: Hint): Found | null => {
    if (hint.name === '') return null;
    const all = (byName.get(nameKey(hint.name)) ?? []).filter(
      ({ email }) => hint.email === '' || email === null || mailKey(email) === '',
    );
    const exact = all.filter((person) => plainName(person.name) === plainName(hint.name));
    const found = exact.length === 1 ? exact : all;
    if (found.length > 1) {
      const reason = `${found.length} people here are called "${plainName(hint.name)}". Add their e-mail addresses to the file.`;
      return { kind: 'ambiguous', reason };
    }
    return only(found);
  };

  const find = (hint: Hint): Found => {
    const own = byId.get(hint.own);
    if (own !== undefined) return knownAs(own);
    const key = personKey(hint);
    if (key === '') return { kind: 'nobody' };
    const match = Object.hasOwn(matches, key) ? matches[key] : undefined;
    const matched = match === undefined ? undefined : byId.get(match);
    if (matched !== undefined) return knownAs(matched);
    const one = only(byEmployee.get(hint.employeeId.toLowerCase())) ?? only(byMail.get(hint.email));
    return one ?? named(hint) ?? { kind: 'unknown', key };
  };
  return { find, isName: (name) => byName.has(nameKey(name)) };
}

const knownAs = ({ id, name }: KnownPerson): Found => ({ kind: 'known', id, name });

const only = (people: readonly KnownPerson[] | undefined): Found | null =>
  people?.length === 1 && people[0] !== undefined ? knownAs(people[0]) : null;

/** Whether two names are one, written otherwise. */
export const sameName = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

/** What tells one unknown person from another: employee id, else address, else name. */
function personKey({ own, employeeId, email, name }: Hint): string {
  if (employeeId !== '') return `#${employeeId.toLowerCase()}`;
  if (email !== '') return email;
  return name === '' ? own : nameKey(name);
}

/** Keeps the unknown people of a file, each once, in the order they come. */
export function createUnknown() {
  const people = new Map<string, UnknownPerson>();
  return {
    add: (key: string, hint: Hint, line: number) => {
      const before = people.get(key);
      const name = plainName(hint.name) || hint.email || hint.employeeId || key;
      const fresh = {
        key,
        name,
        email: isMail(hint.email) ? hint.email : null,
        employeeId: hint.employeeId || null,
        line,
        rows: 1,
      };
      people.set(key, before === undefined ? fresh : { ...before, rows: before.rows + 1 });
    },
    list: (): readonly UnknownPerson[] => [...people.values()],
  };
}
