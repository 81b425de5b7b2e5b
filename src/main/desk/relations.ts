import type { Done, LinkKind, Relations } from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { firstDoneStatus } from '../store/codes.ts';
import { row } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import { callbacksOf } from './callbacks.ts';
import type { Core } from './core.ts';
import { dispatchesOf } from './dispatch.ts';
import {
  checkLives,
  checkNotMixed,
  checkParent,
  mergedChain,
  mustState,
  openBelow,
  relatedColumns,
  relatedRows,
  tell,
} from './kin.ts';
import { mergeTickets } from './merge.ts';
import { os } from './router-base.ts';
import { splitTicket } from './split.ts';
import { applyPatch, atDesk, instantFor, ticketState, type TicketState } from './ticket-write.ts';

type Pair = { readonly from: TicketState; readonly to: TicketState };
type Names = { readonly from: string; readonly to: string };
/** What the event on either side is called. */
const eventNames: Readonly<Record<'related' | 'duplicateOf', Names>> = {
  related: { from: 'related', to: 'related' },
  duplicateOf: { from: 'duplicateOf', to: 'duplicate' },
};

/** The link between two tickets, whichever way round it was made. */
function findLink(core: Core, kind: string, { from, to }: Pair): { uid: Uint8Array; from_id: number } | undefined {
  return row<{ uid: Uint8Array; from_id: number }>(
    core.db,
    'SELECT uid, from_id FROM link WHERE kind = ? AND min(from_id, to_id) = ? AND max(from_id, to_id) = ?',
    kind,
    Math.min(from.id, to.id),
    Math.max(from.id, to.id),
  );
}

/** Tells both tickets of a link that is made, or taken away. */
function tellBoth(core: Core, write: Writer, { from, to }: Pair, names: Names, made: boolean): void {
  const end = (ticket: TicketState) => (made ? { to: `#${ticket.id}` } : { from: `#${ticket.id}` });
  tell(core, write, from, instantFor(core, from), { type: 'link', field: names.from, ...end(to) });
  tell(core, write, to, instantFor(core, to), { type: 'link', field: names.to, ...end(from) });
}

function linkPair(core: Core, write: Writer, kind: 'related' | 'duplicateOf', pair: Pair): boolean {
  if (pair.from.id === pair.to.id)
    throw new Fault('INVALID', `#${pair.from.id} cannot be linked to itself. Choose another ticket.`, { field: 'to' });
  const known = findLink(core, kind, pair);
  if (known !== undefined && kind === 'duplicateOf' && known.from_id !== pair.from.id)
    throw new Fault('CONFLICT', `#${pair.to.id} is a duplicate of #${pair.from.id} already.`);
  if (known !== undefined) return false;
  const by = core.actor();
  const at = core.ports.now();
  write.insert('link', core.newId(at), { kind, from_id: pair.from.id, to_id: pair.to.id, at, by });
  tellBoth(core, write, pair, eventNames[kind], true);
  return true;
}

/** Puts a ticket under another; one that stands elsewhere is moved. SPEC REL-10, REL-11. */
function putUnder(core: Core, write: Writer, parent: TicketState, child: TicketState): boolean {
  const before = parentOf(core, child);
  if (before === parent.id) return false;
  checkLives(core, parent);
  checkNotMixed(parent, child);
  checkParent(core.db, parent.id, child.id);
  write.update('ticket', child.uid, { parent_id: parent.id });
  tell(core, write, child, instantFor(core, child), {
    type: 'link',
    field: 'parent',
    from: before === null ? null : `#${before}`,
    to: `#${parent.id}`,
  });
  tell(core, write, parent, instantFor(core, parent), { type: 'link', field: 'child', to: `#${child.id}` });
  if (before === null) return true;
  const old = mustState(core, before);
  tell(core, write, old, instantFor(core, old), { type: 'link', field: 'child', from: `#${child.id}` });
  return true;
}

const parentOf = (core: Core, { id }: TicketState): number | null =>
  row<{ parent_id: number | null }>(core.db, 'SELECT parent_id FROM ticket WHERE id = ?', id)?.parent_id ?? null;

function linkOne(core: Core, write: Writer, kind: LinkKind, from: TicketState, to: TicketState): boolean {
  if (kind === 'parent') return putUnder(core, write, to, from);
  if (kind === 'child') return putUnder(core, write, from, to);
  return linkPair(core, write, kind, { from, to });
}

const linkWords: Readonly<Record<LinkKind, (id: string, to: string) => string>> = {
  parent: (id, to) => `${id} under ${to}`,
  child: (id, to) => `${to} under ${id}`,
  related: (id, to) => `${id} related to ${to}`,
  duplicateOf: (id, to) => `${id} a duplicate of ${to}`,
};

function linkTickets(
  core: Core,
  input: { readonly id: string; readonly kind: LinkKind; readonly to: readonly string[] },
): Done {
  const ticket = ticketState(core, input.id);
  const others = [...new Set(input.to)].map((id) => ticketState(core, id));
  if (input.kind === 'parent' && others.length > 1)
    throw new Fault('INVALID', 'A ticket stands under one other. Choose one.', { field: 'to' });
  const what = others.length === 1 ? `#${others[0]?.id ?? 0}` : `${others.length} tickets`;
  const label = linkWords[input.kind](`#${ticket.id}`, what);
  let changed = 0;
  const { changeSet } = core.write({ name: 'tickets.link', label }, (write) => {
    for (const other of others) if (linkOne(core, write, input.kind, mustState(core, ticket.id), other)) changed += 1;
  });
  return { changed, label, changeSet };
}

function takeOut(core: Core, write: Writer, parent: TicketState, child: TicketState): void {
  if (parentOf(core, child) !== parent.id)
    throw new Fault('NOT_FOUND', `#${child.id} does not stand under #${parent.id} any more.`);
  write.update('ticket', child.uid, { parent_id: null });
  tellBoth(core, write, { from: child, to: parent }, { from: 'parent', to: 'child' }, false);
}

function unlinkTickets(core: Core, input: { readonly id: string; readonly kind: LinkKind; readonly to: string }): Done {
  const [ticket, other] = [ticketState(core, input.id), ticketState(core, input.to)];
  const label = `No longer ${linkWords[input.kind](`#${ticket.id}`, `#${other.id}`)}`;
  const { changeSet } = core.write({ name: 'tickets.unlink', label }, (write) => {
    if (input.kind === 'parent' || input.kind === 'child') {
      const [parent, child] = input.kind === 'parent' ? [other, ticket] : [ticket, other];
      takeOut(core, write, parent, child);
      return;
    }
    const found = findLink(core, input.kind, { from: ticket, to: other });
    if (found === undefined) throw new Fault('NOT_FOUND', `#${ticket.id} and #${other.id} are not linked so any more.`);
    write.remove('link', found.uid);
    const pair = found.from_id === ticket.id ? { from: ticket, to: other } : { from: other, to: ticket };
    tellBoth(core, write, pair, eventNames[input.kind], false);
  });
  return { changed: 2, label, changeSet };
}

/** Solves what is open below a ticket, and with `itself` the ticket too. SPEC REL-12. */
function solveChildren(core: Core, input: { readonly id: string; readonly itself: boolean }): Done {
  const ticket = ticketState(core, input.id);
  const below = openBelow(core.db, ticket.id);
  const own = input.itself && ticket.status < firstDoneStatus ? [ticket.id] : [];
  if (below.length + own.length === 0)
    throw new Fault('CONFLICT', `#${ticket.id} has no open children. There is nothing to solve.`);
  const children = `${below.length === 1 ? '1 child' : `${below.length} children`} of #${ticket.id}`;
  const label =
    own.length === 0
      ? `Solved ${children}`
      : below.length === 0
        ? `Solved #${ticket.id}`
        : `Solved #${ticket.id} and ${children}`;
  const { changeSet } = core.write({ name: 'tickets.solveChildren', label }, (write) => {
    for (const id of [...below, ...own]) {
      const one = mustState(core, id);
      applyPatch(core, write, one, { status: 'solved' }, { at: instantFor(core, one), by: atDesk(core) });
    }
  });
  return { changed: below.length + own.length, label, changeSet };
}

const linked = (core: Core, kind: string, end: 'from_id' | 'to_id', id: number) =>
  relatedRows(
    core.db,
    `SELECT ${relatedColumns} FROM link l JOIN ticket t ON t.id = l.${end === 'from_id' ? 'to_id' : 'from_id'}
     WHERE l.${end} = ? AND l.kind = ? ORDER BY t.id LIMIT 500`,
    id,
    kind,
  );

/** Everything a ticket has to do with others. SPEC REL-13. */
function relationsOf(core: Core, uid: string): Relations {
  const { id } = ticketState(core, uid);
  const { db } = core;
  const byId = (ids: readonly number[]) =>
    ids.flatMap((each) => relatedRows(db, `SELECT ${relatedColumns} FROM ticket t WHERE t.id = ?`, each));
  const children = relatedRows(
    db,
    `SELECT ${relatedColumns} FROM ticket t WHERE t.parent_id = ? ORDER BY t.status >= ${firstDoneStatus}, t.id LIMIT 500`,
    id,
  );
  const parent =
    row<{ parent_id: number | null }>(db, 'SELECT parent_id FROM ticket WHERE id = ?', id)?.parent_id ?? null;
  return {
    parent: parent === null ? null : (byId([parent])[0] ?? null),
    children,
    openChildren: openBelow(db, id).length,
    related: [...linked(core, 'related', 'from_id', id), ...linked(core, 'related', 'to_id', id)].sort(
      (a, b) => a.number - b.number,
    ),
    duplicateOf: linked(core, 'duplicateOf', 'from_id', id),
    duplicates: linked(core, 'duplicateOf', 'to_id', id),
    splitFrom: linked(core, 'split', 'to_id', id),
    splitInto: linked(core, 'split', 'from_id', id),
    mergedInto: byId(mergedChain(db, id)),
    merged: relatedRows(
      db,
      `SELECT ${relatedColumns} FROM ticket t WHERE t.merged_into = ? ORDER BY t.id LIMIT 500`,
      id,
    ),
    dispatches: dispatchesOf(core, id),
    callbacks: callbacksOf(core, id),
  };
}

export function relations(core: Core) {
  return {
    relations: os.tickets.relations.handler(({ input }) => relationsOf(core, input.id)),
    merge: os.tickets.merge.handler(({ input }) => mergeTickets(core, input)),
    split: os.tickets.split.handler(({ input }) => splitTicket(core, input)),
    link: os.tickets.link.handler(({ input }) => linkTickets(core, input)),
    unlink: os.tickets.unlink.handler(({ input }) => unlinkTickets(core, input)),
    solveChildren: os.tickets.solveChildren.handler(({ input }) => solveChildren(core, input)),
  };
}
