import { uuidBytes } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { row } from '../store/db.ts';
import type { Core } from './core.ts';

/** The row id of a person, or null. Faults NOT_FOUND where they are not on this desk. */
export function personRow(core: Core, id: string | null, field = 'personId'): number | null {
  if (id === null) return null;
  const found = row<{ id: number }>(core.db, 'SELECT id FROM person WHERE uid = ?', uuidBytes(id));
  if (found === undefined)
    throw new Fault('NOT_FOUND', 'That person is not on this desk. Choose one of the people here.', { field });
  return found.id;
}

export const mustPerson = (core: Core, id: string, field = 'personId'): number => personRow(core, id, field) ?? 0;

/** The name people know somebody by. */
export const nameOf = (core: Core, id: string | null): string =>
  id === null ? 'nobody' : (core.facts.context().people.find((each) => each.id === id)?.name ?? 'somebody');
