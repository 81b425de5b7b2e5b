import type { Done, EscalationSettings, Tree, TreeBody } from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { checkEscalation } from '../../domain/escalation/settings.ts';
import { checkTree, outcomeOf, walkText, walkTree } from '../../domain/escalation/tree.ts';
import { Fault } from '../../domain/fault.ts';
import { firstDoneStatus } from '../store/codes.ts';
import { row, rows, type ReadDb } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import {
  addStep,
  levelOf,
  openAt,
  openEscalation,
  openOnTicket,
  personName,
  readEscalationSettings,
  setLevel,
  type EscalationRecord,
  escalationKey,
} from './escalation-write.ts';
import { mustState } from './kin.ts';
import { saveMeta } from './meta.ts';
import { doneOf } from './ticket-commands.ts';
import { addEvent, applyPatch, atDesk, instantFor, rowIdOf, ticketState, type TicketState } from './ticket-write.ts';

type Partials<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

export function saveSettings(core: Core, input: Partials<EscalationSettings>): Done {
  const before = readEscalationSettings(core.db);
  const set = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const after = { ...before, ...set };
  checkEscalation(after, new Set(core.facts.context().people.map(({ id }) => id)));
  const command = { name: 'escalation.settingsSave', label: 'Escalation settings' };
  const done = saveMeta(core, command, escalationKey, after);
  return doneOf(done, done.changeSet === null ? 0 : 1, 'Escalation settings');
}

type Escalating = { level: number; cause: string; reason: string; ownerId?: string | undefined };

/** Within a command: ends what is open with a level, and opens it with a higher one. SPEC ESC-2. */
function raise(core: Core, write: Writer, ticket: TicketState, input: Escalating) {
  const open = openOnTicket(core.db, ticket.id);
  const from = open?.level ?? ticket.level;
  if (ticket.status >= firstDoneStatus)
    throw new Fault('CONFLICT', `#${ticket.id} is solved. Open it again to escalate it.`);
  if (open !== undefined && from >= input.level)
    throw new Fault(
      'CONFLICT',
      from === input.level
        ? `#${ticket.id} is with level ${from} already. Hand it over to somebody else there, or pass it higher.`
        : `#${ticket.id} is with level ${from}. Give it back a level instead.`,
      { field: 'level' },
    );
  const at = instantFor(core, ticket);
  if (open !== undefined)
    endOpen(core, write, ticket, open, { at, ended: 'passedOn', text: `Passed on to level ${input.level}` });
  return openAt(core, write, ticket, { ...input, action: 'escalated', at, by: atDesk(core) });
}

type Ending = { readonly at: number; readonly ended: 'resolved' | 'passedOn' | 'deEscalated'; readonly text: string };

function endOpen(core: Core, write: Writer, ticket: TicketState, open: EscalationRecord, ending: Ending): void {
  const resolution = ending.ended === 'resolved' ? ending.text : null;
  write.update('escalation', open.uid, { ended_at: ending.at, ended: ending.ended, resolution });
  // Giving it back has its own entry, with the level it goes to.
  if (ending.ended === 'deEscalated') return;
  addStep(core, write, {
    action: ending.ended,
    at: ending.at,
    actor: core.actor(),
    text: ending.text,
    ticketId: ticket.id,
    level: open.level,
    owner: personName(core.db, open.owner_id),
    cause: open.cause,
    resolution,
    drill: ticket.drill === 1,
  });
}

export function escalate(core: Core, input: Escalating & { readonly ticketId: string }) {
  const label = `#${ticketState(core, input.ticketId).id} to level ${input.level}`;
  const done = core.write({ name: 'escalation.escalate', label }, (write) =>
    raise(core, write, ticketState(core, input.ticketId), input),
  );
  const { id, owner } = done.result;
  return { ...doneOf(done, 1, label), id, ownerId: owner.id, ownerReason: owner.reason };
}

type Acted = {
  readonly write: Writer;
  readonly open: EscalationRecord;
  readonly ticket: TicketState;
  readonly at: number;
};

/** A command on an open escalation, with the ticket as it stands in its transaction. */
function onOpen(core: Core, id: string, name: string, words: string, work: (acted: Acted) => void): Done {
  const label = `${words} #${openEscalation(core.db, id).ticket_id}`;
  const done = core.write({ name: `escalation.${name}`, label }, (write) => {
    const open = openEscalation(core.db, id);
    const ticket = mustState(core, open.ticket_id);
    work({ write, open, ticket, at: instantFor(core, ticket) });
  });
  return doneOf(done, done.changeSet === null ? 0 : 1, label);
}

function step(
  core: Core,
  { write, open, ticket, at }: Acted,
  action: 'accepted' | 'handedOver' | 'acted',
  text: string,
  owner: string | null,
): void {
  const { level, cause } = open;
  addStep(core, write, {
    action,
    at,
    actor: core.actor(),
    text,
    ticketId: ticket.id,
    level,
    owner,
    cause,
    drill: ticket.drill === 1,
  });
  addEvent(core, write, ticket.id, at, {
    type: 'level',
    kind: 'agent',
    author: core.actor(),
    field: action,
    body: text,
  });
  applyPatch(core, write, ticket, {}, { at, by: atDesk(core) });
}

export function accept(core: Core, id: string): Done {
  return onOpen(core, id, 'accept', 'Accepted', (acted) => {
    if (acted.open.accepted_at !== null) throw new Fault('CONFLICT', 'That escalation is in hand already.');
    const { me } = core.facts.settings();
    const owner = acted.open.owner_id ?? rowIdOf(core, 'person', me);
    if (owner === null)
      throw new Fault('INVALID', 'Nobody owns it yet, and it is not set who sits here. Hand it over to somebody.');
    const taken = acted.open.owner_id === null ? { owner_reason: 'Took it in hand' } : {};
    acted.write.update('escalation', acted.open.uid, { accepted_at: acted.at, owner_id: owner, ...taken });
    step(core, acted, 'accepted', 'Taken in hand', personName(core.db, owner));
  });
}

export function handOver(
  core: Core,
  input: { readonly id: string; readonly ownerId: string; readonly reason: string },
): Done {
  return onOpen(core, input.id, 'handOver', 'Handed over', (acted) => {
    const owner = rowIdOf(core, 'person', input.ownerId);
    if (owner === acted.open.owner_id) throw new Fault('CONFLICT', 'It is theirs already. Choose somebody else.');
    acted.write.update('escalation', acted.open.uid, {
      owner_id: owner,
      owner_reason: 'Handed over',
      accepted_at: null,
    });
    const name = personName(core.db, owner);
    const text = `From ${personName(core.db, acted.open.owner_id) ?? 'nobody'} to ${name ?? ''}`;
    step(core, acted, 'handedOver', input.reason === '' ? text : `${text}: ${input.reason}`, name);
  });
}

export const act = (core: Core, input: { readonly id: string; readonly text: string }): Done =>
  onOpen(core, input.id, 'act', 'Noted on', (acted) => {
    step(core, acted, 'acted', input.text, personName(core.db, acted.open.owner_id));
  });

/** With `solve` the ticket keeps the level it took; without, it goes back to the agent. SPEC ESC-6. */
export function resolve(
  core: Core,
  input: { readonly id: string; readonly resolution: string; readonly solve: boolean },
): Done {
  return onOpen(core, input.id, 'resolve', 'Resolved', ({ write, open, ticket, at }) => {
    endOpen(core, write, ticket, open, { at, ended: 'resolved', text: input.resolution });
    const by = atDesk(core);
    setLevel(core, write, ticket, input.solve ? ticket.level : 1, { at, by, body: input.resolution });
    if (input.solve) applyPatch(core, write, ticket, { status: 'solved' }, { at, by });
  });
}

export function deEscalate(core: Core, input: { readonly id: string; readonly reason: string }): Done {
  return onOpen(core, input.id, 'deEscalate', 'Given back', ({ write, open, ticket, at }) => {
    if (open.level === 1) throw new Fault('CONFLICT', 'Level 1 is the lowest. Resolve it instead.');
    endOpen(core, write, ticket, open, { at, ended: 'deEscalated', text: input.reason });
    const { cause } = open;
    const level = open.level - 1;
    openAt(core, write, ticket, { level, cause, reason: input.reason, action: 'deEscalated', at, by: atDesk(core) });
  });
}

type TreeRecord = { uid: Uint8Array; name: string; body: string };
const toTree = ({ uid, name, body }: TreeRecord): Tree => ({
  id: uuidText(uid),
  name,
  nodes: (JSON.parse(body) as TreeBody).nodes,
});

export const readTrees = (db: ReadDb): Tree[] =>
  rows<TreeRecord>(db, 'SELECT uid, name, body FROM decision_tree ORDER BY name').map(toTree);

function treeById(db: ReadDb, id: string): Tree {
  const found = row<TreeRecord>(db, 'SELECT uid, name, body FROM decision_tree WHERE uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That decision tree is not on this desk any more.');
  return toTree(found);
}

export function saveTree(core: Core, input: TreeBody & { readonly id?: string | undefined }): Done & { id: string } {
  checkTree(input);
  const uid = input.id === undefined ? core.newId(core.ports.now()) : uuidBytes(input.id);
  if (input.id !== undefined) treeById(core.db, input.id);
  const taken = row(core.db, 'SELECT 1 FROM decision_tree WHERE name = ? AND uid <> ?', input.name, uid);
  if (taken !== undefined)
    throw new Fault('CONFLICT', `There is a tree called “${input.name}” already. Choose another name.`, {
      field: 'name',
    });
  const values = { name: input.name, body: JSON.stringify({ nodes: input.nodes }) };
  const label = `Decision tree “${input.name}”`;
  const done = core.write({ name: 'escalation.treeSave', label }, (write) => {
    if (input.id === undefined) write.insert('decision_tree', uid, values);
    else write.update('decision_tree', uid, values);
  });
  return { ...doneOf(done, done.changeSet === null ? 0 : 1, label), id: uuidText(uid) };
}

export function removeTree(core: Core, id: string): Done {
  const label = `Removed decision tree “${treeById(core.db, id).name}”`;
  const done = core.write({ name: 'escalation.treeRemove', label }, (write) => {
    write.remove('decision_tree', uuidBytes(id));
  });
  return doneOf(done, 1, label);
}

/** The walk as a note, and what its end says, in one change set. SPEC ESC-31. */
export function walk(
  core: Core,
  input: { readonly treeId: string; readonly ticketId: string; readonly answers: readonly number[] },
) {
  const tree = treeById(core.db, input.treeId);
  const walked = walkTree(tree, input.answers);
  const outcome = outcomeOf(walked);
  const text = walkText(tree.name, walked, outcome);
  const label = `Walked “${tree.name}” on #${ticketState(core, input.ticketId).id}`;
  const done = core.write({ name: 'escalation.walk', label }, (write) => {
    const ticket = ticketState(core, input.ticketId);
    const at = instantFor(core, ticket);
    const actor = core.actor();
    addEvent(core, write, ticket.id, at, { type: 'internalNote', kind: 'agent', author: actor, body: text });
    applyPatch(core, write, ticket, {}, { at, by: atDesk(core) });
    addStep(core, write, {
      action: 'walked',
      at,
      actor,
      text,
      ticketId: ticket.id,
      level: ticket.level,
      drill: ticket.drill === 1,
    });
    if (outcome.type === 'resolve') return null;
    levelOf(core.db, outcome.level);
    const reason = outcome.instructions;
    return raise(core, write, ticket, { level: outcome.level, cause: outcome.cause, reason }).owner.reason;
  });
  return { ...doneOf(done, 1, label), outcome, ownerReason: done.result };
}
