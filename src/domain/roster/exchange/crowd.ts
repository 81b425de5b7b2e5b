import { bareDraft } from './read-people.ts';
import type { PersonDraft } from './read-people.ts';
import type { Who } from './read-shifts.ts';
import type { RosterRow } from './rows.ts';
import { createUnknown, hintOf } from './who.ts';
import type { Roll, UnknownPerson } from './who.ts';

export type Crowd = {
  /** Both ids null: the row names nobody. Null: it names somebody who cannot be told, which is said. */
  readonly whoIs: (row: RosterRow) => Who | null;
  readonly unknown: () => readonly UnknownPerson[];
  /** Drafts of the unknown people, where they are to be created. */
  readonly people: () => readonly PersonDraft[];
};

/** Who the rows of shifts or states are about. Without `create` a row about somebody unknown is refused. SPEC RIO-5. */
export function createCrowd(roll: Roll, create: boolean): Crowd {
  const unknown = createUnknown();
  return {
    whoIs: (row) => {
      const hint = hintOf(row, false);
      const found = roll.find(hint);
      if (found.kind === 'known') return { personId: found.id, newPerson: null };
      if (found.kind === 'nobody') return { personId: null, newPerson: null };
      if (found.kind === 'ambiguous') return row.refuse(found.reason, 'name');
      unknown.add(found.key, hint, row.line);
      const who = hint.name || hint.email || hint.employeeId || hint.own;
      return create
        ? { personId: null, newPerson: found.key }
        : row.refuse(`Nobody here is "${who}". Have them created, or say who they are.`, 'name');
    },
    unknown: unknown.list,
    people: () => (create ? unknown.list().map(({ rows: _rows, ...who }) => bareDraft(who)) : []),
  };
}
