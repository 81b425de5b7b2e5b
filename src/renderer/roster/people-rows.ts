import type { Person } from '../../contract/index.ts';
import { statusOf, usualLevel, type PersonStatus } from '../people/person-draft.ts';
import { weekInShort } from '../calendar/week-hours.ts';
import { rw } from '../strings/en-roster.ts';
import { p } from '../strings/en-people.ts';

/** What one can sort the people by, in the order of the columns. */
export const peopleColumns = [
  'name',
  'team',
  'role',
  'skills',
  'languages',
  'zone',
  'contract',
  'ramp',
  'availability',
  'status',
] as const;
export type PeopleColumn = (typeof peopleColumns)[number];
export type PeopleSort = { readonly by: PeopleColumn; readonly down: boolean };

type SkillWithLevel = { readonly skill: string; readonly level: number };

/** A person as the table shows them. */
export type PersonRow = {
  readonly id: string;
  readonly person: Person;
  readonly skills: readonly SkillWithLevel[];
  readonly availability: string;
  readonly status: PersonStatus;
};

export const rowOf = (person: Person): PersonRow => ({
  id: person.id,
  person,
  skills: person.skills.map((skill) => ({ skill, level: person.skillLevels[skill] ?? usualLevel })),
  availability: person.availability === null ? rw.people.anyTime : weekInShort(person.availability),
  status: statusOf(person),
});

const wordsOf = ({ person, status, availability }: PersonRow): string =>
  [
    person.name,
    person.email ?? '',
    person.team ?? '',
    person.role ?? '',
    person.timeZone ?? '',
    ...person.skills,
    ...person.languages,
    p.status[status],
    availability,
  ]
    .join(' ')
    .toLowerCase();

/** Those in whom every word typed is found, whatever its case. */
export function found(rows: readonly PersonRow[], typed: string): readonly PersonRow[] {
  const words = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const all = wordsOf(row);
    return words.every((word) => all.includes(word));
  });
}

const statusOrder: readonly PersonStatus[] = ['active', 'away', 'left'];

/** What a column sorts by; null: nothing there, which comes last either way. */
function valueOf({ person, skills, availability, status }: PersonRow, by: PeopleColumn): string | number | null {
  switch (by) {
    case 'name':
      return person.name;
    case 'team':
    case 'role':
      return person[by];
    case 'skills':
      return skills[0]?.skill ?? null;
    case 'languages':
      return person.languages[0] ?? null;
    case 'zone':
      return person.timeZone;
    case 'contract':
      return person.contractMinutes;
    case 'ramp':
      return person.rampPercent;
    case 'availability':
      return availability;
    case 'status':
      return statusOrder.indexOf(status);
  }
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** By a column, then by name; who has nothing in it comes last, whichever way it runs. */
export function sorted(rows: readonly PersonRow[], { by, down }: PeopleSort): readonly PersonRow[] {
  const turn = down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a, by), valueOf(b, by)];
    if (left === null || right === null) {
      if (left !== right) return left === null ? 1 : -1;
    } else if (typeof left === 'number' && typeof right === 'number') {
      if (left !== right) return (left - right) * turn;
    } else {
      const order = collator.compare(String(left), String(right));
      if (order !== 0) return order * turn;
    }
    return collator.compare(a.person.name, b.person.name);
  });
}
