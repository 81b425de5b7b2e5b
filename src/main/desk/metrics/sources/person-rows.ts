import { uuidText } from '../../../../domain/desk/uuid.ts';
import { rows } from '../../../store/db.ts';
import type { Core } from '../../core.ts';

/** By id, the row of a person as text: how figures have them. */
export function personRows(core: Core): (id: string) => string {
  const known = new Map(
    rows<{ id: number; uid: Uint8Array }>(core.db, 'SELECT id, uid FROM person').map(({ id, uid }) => [
      uuidText(uid),
      String(id),
    ]),
  );
  return (id) => known.get(id) ?? '0';
}
