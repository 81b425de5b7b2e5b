import type { ActionItem, Done } from '../../../contract/index.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row, rows, type Param } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { dateBack } from '../roster/span.ts';
import { personRow } from '../person.ts';
import { mustLead } from '../viewer.ts';

type ItemRecord = {
  uid: Uint8Array;
  text: string;
  owner: Uint8Array | null;
  due_on: string | null;
  made_at: number;
  done_at: number | null;
  issue: Uint8Array | null;
  carried: number;
};

/** In how many issues: those that carry all open ones, made while it was open. SPEC REP-25. */
const carried = `(SELECT count(*) FROM report_issue c INDEXED BY report_issue_carries WHERE c.carries = 1 AND c.removed_at IS NULL
  AND c.made_at >= a.made_at AND c.made_at < ifnull(a.done_at, 9e15))`;

export function readItems(core: Core, where: string, ...params: readonly Param[]): ActionItem[] {
  const today = dateBack(core, 0);
  return rows<ItemRecord>(
    core.db,
    `SELECT a.uid, a.text, p.uid AS owner, a.due_on, a.made_at, a.done_at, i.uid AS issue, ${carried} AS carried
     FROM action_item a LEFT JOIN person p ON p.id = a.owner_id LEFT JOIN report_issue i ON i.id = a.issue_id AND i.removed_at IS NULL ${where}`,
    ...params,
  ).map((record) => ({
    id: uuidText(record.uid),
    text: record.text,
    ownerId: uuidTextOrNull(record.owner),
    dueOn: record.due_on,
    madeAt: record.made_at,
    doneAt: record.done_at,
    issueId: uuidTextOrNull(record.issue),
    late: record.done_at === null && record.due_on !== null && record.due_on < today,
    carried: record.carried,
  }));
}

const openOnes = "WHERE a.done_at IS NULL ORDER BY ifnull(a.due_on, '9999'), a.made_at, a.id";
export const openItems = (core: Core): ActionItem[] => readItems(core, openOnes);

type Asked = { readonly done: boolean; readonly limit: number };

/** Those open, the earliest due first; with `done` those done after them, the latest first. */
export function items(core: Core, { done, limit }: Asked) {
  mustLead(core);
  const open = openItems(core);
  const left = Math.max(0, limit - open.length);
  const lately = done
    ? readItems(core, 'WHERE a.done_at IS NOT NULL ORDER BY a.done_at DESC, a.id DESC LIMIT ?', left)
    : [];
  return {
    open: open.length,
    late: open.filter(({ late }) => late).length,
    items: [...open, ...lately].slice(0, limit),
  };
}

/** Faults NOT_FOUND where it is not here. */
function mustItem(core: Core, id: string): ActionItem {
  const [found] = readItems(core, 'WHERE a.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That action item is not here any more.');
  return found;
}

function issueRow(core: Core, id: string | null): number | null {
  if (id === null) return null;
  const found = row<{ id: number }>(core.db, 'SELECT id FROM report_issue WHERE uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That issue is not here any more.', { field: 'issueId' });
  return found.id;
}

type ItemInput = {
  readonly id?: string | undefined;
  readonly text: string;
  readonly ownerId: string | null;
  readonly dueOn: string | null;
  readonly issueId: string | null;
};

const labelOf = (text: string): string => `Action: ${text.slice(0, 60)}`;

export function saveItem(core: Core, input: ItemInput): Done & { id: string } {
  mustLead(core);
  if (input.id !== undefined) mustItem(core, input.id);
  const now = core.ports.now();
  const uid = input.id === undefined ? core.newId(now) : uuidBytes(input.id);
  const values = {
    text: input.text,
    owner_id: personRow(core, input.ownerId, 'ownerId'),
    due_on: input.dueOn,
    issue_id: issueRow(core, input.issueId),
  };
  const label = labelOf(input.text);
  const { changeSet } = core.write({ name: 'reports.itemSave', label }, (write) => {
    if (input.id === undefined) write.insert('action_item', uid, { ...values, made_at: now, done_at: null });
    else write.update('action_item', uid, values);
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet, id: uuidText(uid) };
}

export function doneItem(core: Core, id: string, done: boolean): Done {
  mustLead(core);
  const item = mustItem(core, id);
  const label = done ? `Done: ${item.text.slice(0, 60)}` : `Not done after all: ${item.text.slice(0, 60)}`;
  const { changeSet } = core.write({ name: 'reports.itemDone', label }, (write) => {
    write.update('action_item', uuidBytes(id), { done_at: done ? (item.doneAt ?? core.ports.now()) : null });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

export function removeItem(core: Core, id: string): Done {
  mustLead(core);
  const label = `${labelOf(mustItem(core, id).text)} taken away`;
  const { changeSet } = core.write({ name: 'reports.itemRemove', label }, (write) => {
    write.remove('action_item', uuidBytes(id));
  });
  return { changed: 1, label, changeSet };
}
