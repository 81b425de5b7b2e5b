import {
  filterSchema,
  pivotSpecSchema,
  type AskSource,
  type AskPivotSpec,
  type Done,
  type SavedQuery,
} from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row, rows, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { mustLead } from '../viewer.ts';

type SavedRow = {
  readonly uid: Uint8Array;
  readonly name: string;
  readonly sql: string;
  readonly board: string | null;
  readonly pivot: string | null;
  readonly saved_at: number;
  readonly saved_by: string;
};

const toSaved = (record: SavedRow): SavedQuery => ({
  id: uuidText(record.uid),
  name: record.name,
  sql: record.sql,
  boardFilter: record.board === null ? null : filterSchema.parse(JSON.parse(record.board)),
  pivot: record.pivot === null ? null : pivotSpecSchema.parse(JSON.parse(record.pivot)),
  savedAt: record.saved_at,
  savedBy: record.saved_by,
});

export const readSaved = (db: ReadDb): SavedQuery[] =>
  rows<SavedRow>(
    db,
    'SELECT uid, name, sql, board, pivot, saved_at, saved_by FROM saved_query ORDER BY name COLLATE NOCASE',
  ).map(toSaved);

type SaveInput = {
  readonly id?: string | undefined;
  readonly name: string;
  readonly source: AskSource;
  readonly pivot: AskPivotSpec | null;
};

/** A name is taken once, whichever way it is written. */
function checkName(core: Core, { id, name }: SaveInput): void {
  const other = row<{ uid: Uint8Array }>(core.db, 'SELECT uid FROM saved_query WHERE name = ?', name);
  if (other !== undefined && uuidText(other.uid) !== id)
    throw new Fault('CONFLICT', `There is a question “${name}” already. Save it by another name, or open that one.`, {
      field: 'name',
    });
}

const mustSaved = (core: Core, id: string): { readonly name: string } => {
  const found = row<{ name: string }>(core.db, 'SELECT name FROM saved_query WHERE uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That question is not here any more.');
  return found;
};

/** Faults CONFLICT on a name that is taken, INVALID on values, which are not kept. SPEC ASK-41. */
export function saveQuery(core: Core, input: SaveInput): Done & { id: string } {
  mustLead(core);
  if (input.id !== undefined) mustSaved(core, input.id);
  checkName(core, input);
  const { source } = input;
  if ('sql' in source && source.params !== undefined)
    throw new Fault('INVALID', 'Values are not kept with a question. Write them into it.', { field: 'source.params' });
  const now = core.ports.now();
  const uid = input.id === undefined ? core.newId(now) : uuidBytes(input.id);
  const label = `Question “${input.name}” saved`;
  const values = {
    name: input.name,
    sql: 'sql' in source ? source.sql : '',
    board: 'sql' in source ? null : JSON.stringify(source.boardFilter),
    pivot: input.pivot === null ? null : JSON.stringify(input.pivot),
    saved_at: now,
    saved_by: core.actor(),
  };
  const { changeSet } = core.write({ name: 'ask.saveAs', label }, (write) => {
    if (input.id === undefined) write.insert('saved_query', uid, values);
    else write.update('saved_query', uid, values);
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

export function removeSaved(core: Core, id: string): Done {
  mustLead(core);
  const label = `Question “${mustSaved(core, id).name}” taken away`;
  const { changeSet } = core.write({ name: 'ask.remove', label }, (write) => {
    write.remove('saved_query', uuidBytes(id));
  });
  return { changed: 1, label, changeSet };
}
