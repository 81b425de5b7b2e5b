import { isLead, maySee, type Viewer } from '../../domain/people/viewer.ts';
import { uuidBytes } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { row } from '../store/db.ts';
import type { Core } from './core.ts';

/** Whoever uses the desk now. */
export function viewerOf(core: Core): Viewer {
  const id = core.facts.settings().me;
  if (id === null) return { id, role: null };
  const found = row<{ role: string | null }>(core.db, 'SELECT role FROM person WHERE uid = ?', uuidBytes(id));
  return { id, role: found?.role ?? null };
}

/** Faults FORBIDDEN where it is not for whoever uses the desk. SPEC COA-2. */
export function mustSee(core: Core, personId: string): void {
  if (!maySee(viewerOf(core), personId))
    throw new Fault('FORBIDDEN', 'This is between somebody else and whoever leads them. You see your own.');
}

/** Faults FORBIDDEN where it is the coach's to do. */
export function mustLead(core: Core): void {
  if (!isLead(viewerOf(core)))
    throw new Fault(
      'FORBIDDEN',
      'This is for whoever leads to do: a coordinator, supervisor, trainer, lead or manager.',
    );
}
