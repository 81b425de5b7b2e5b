import type { Done, Incident, IncidentStep, Review, TicketRow } from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { likeness } from '../../domain/escalation/similar.ts';
import { firstName, updateText } from '../../domain/escalation/update-text.ts';
import { Fault } from '../../domain/fault.ts';
import { firstDoneStatus, statusCodes } from '../store/codes.ts';
import { readByIds } from '../store/boards.ts';
import { column, row, rows, type ReadDb } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { addStep, type Step } from './escalation-write.ts';
import { checkLives, checkParent, mustState, tell } from './kin.ts';
import { doneOf } from './ticket-commands.ts';
import { insertTicket } from './ticket-insert.ts';
import { addEvent, applyPatch, atDesk, instantFor, ticketState, type TicketState } from './ticket-write.ts';

export type IncidentRecord = {
  id: number;
  uid: Uint8Array;
  ticket_id: number;
  title: string;
  impact: string;
  drill: number;
  scenario: string | null;
  started_at: number;
  started_by: string;
  closed_at: number | null;
  review: string | null;
};

export function incidentById(db: ReadDb, id: string): IncidentRecord {
  const found = row<IncidentRecord>(db, 'SELECT * FROM incident WHERE uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That incident is not on this desk any more.');
  return found;
}

export function toIncident(db: ReadDb, record: IncidentRecord): Incident {
  const ticket = row<{ uid: Uint8Array; subject: string }>(
    db,
    'SELECT uid, subject FROM ticket WHERE id = ?',
    record.ticket_id,
  );
  const counts = row<{ linked: number; open: number | null }>(
    db,
    `SELECT count(*) AS linked, sum(status < ${firstDoneStatus}) AS open FROM ticket WHERE parent_id = ?`,
    record.ticket_id,
  );
  return {
    id: uuidText(record.uid),
    title: record.title,
    impact: record.impact,
    drill: record.drill === 1,
    scenario: record.scenario,
    startedAt: record.started_at,
    startedBy: record.started_by,
    closedAt: record.closed_at,
    ticket: {
      id: uuidText(ticket?.uid ?? new Uint8Array(16)),
      number: record.ticket_id,
      subject: ticket?.subject ?? '',
    },
    linked: counts?.linked ?? 0,
    linkedOpen: counts?.open ?? 0,
    review: record.review === null ? null : (JSON.parse(record.review) as Review),
  };
}

export const readIncidents = (db: ReadDb, running: boolean | undefined, limit: number): Incident[] =>
  rows<IncidentRecord>(
    db,
    `SELECT * FROM incident ${running === undefined ? '' : `WHERE closed_at IS ${running ? '' : 'NOT '}NULL`}
     ORDER BY closed_at IS NOT NULL, started_at DESC LIMIT ?`,
    limit,
  ).map((record) => toIncident(db, record));

/** The incident a ticket is the parent of, or is linked to: a running one first. */
export function incidentOf(db: ReadDb, ticketId: number): Incident | null {
  const found = row<IncidentRecord>(
    db,
    `SELECT * FROM incident WHERE ticket_id IN (?, (SELECT parent_id FROM ticket WHERE id = ?))
     ORDER BY closed_at IS NOT NULL, started_at DESC LIMIT 1`,
    ticketId,
    ticketId,
  );
  return found === undefined ? null : toIncident(db, found);
}

export const linkedIds = (db: ReadDb, ticketId: number): number[] =>
  column<number>(db, 'SELECT id FROM ticket WHERE parent_id = ? ORDER BY id', ticketId);

type StepRecord = { uid: Uint8Array; at: number; actor: string; action: IncidentStep['action']; text: string };

export function readIncident(db: ReadDb, id: string) {
  const record = incidentById(db, id);
  const timeline = rows<StepRecord>(
    db,
    'SELECT uid, at, actor, action, text FROM escalation_step WHERE incident_id = ? ORDER BY at, id',
    record.id,
  ).map(({ uid, ...step }) => ({ id: uuidText(uid), ...step }));
  return { incident: toIncident(db, record), timeline, tickets: readByIds(db, linkedIds(db, record.ticket_id)) };
}

/** A line of the timeline, and so of the log. */
export function addLine(core: Core, write: Writer, record: IncidentRecord, action: Step['action'], text: string): void {
  const at = core.ports.now();
  const { id: incidentId, ticket_id: ticketId } = record;
  addStep(core, write, { action, at, actor: core.actor(), text, ticketId, incidentId, drill: record.drill === 1 });
}

export function begin(
  core: Core,
  write: Writer,
  given: {
    readonly title: string;
    readonly impact: string;
    readonly ticketId: number;
    readonly scenario: string | null;
  },
): IncidentRecord {
  const uid = core.newId(core.ports.now());
  write.insert('incident', uid, {
    ticket_id: given.ticketId,
    title: given.title,
    impact: given.impact,
    drill: given.scenario === null ? 0 : 1,
    scenario: given.scenario,
    started_at: core.ports.now(),
    started_by: core.actor(),
    closed_at: null,
    review: null,
  });
  const record = incidentById(core.db, uuidText(uid));
  const parent = mustState(core, given.ticketId);
  const body = given.impact === '' ? given.title : given.impact;
  tell(core, write, parent, instantFor(core, parent), { type: 'incident', field: 'declared', body });
  return record;
}

export function declare(
  core: Core,
  input: {
    readonly title: string;
    readonly impact: string;
    readonly ticketId?: string | undefined;
    readonly linkedIds: readonly string[];
  },
) {
  const label = `Incident “${input.title}”`;
  const done = core.write({ name: 'escalation.declare', label }, (write) => {
    const parent =
      input.ticketId === undefined ? newParent(core, write, input) : existingParent(core, write, input.ticketId);
    const record = begin(core, write, { ...input, ticketId: parent.id, scenario: null });
    addLine(core, write, record, 'declared', input.impact === '' ? input.title : input.impact);
    linkAll(
      core,
      write,
      record,
      input.linkedIds.filter((id) => id !== uuidText(parent.uid)),
    );
    return { id: uuidText(record.uid), ticketId: uuidText(parent.uid), number: parent.id };
  });
  return { ...doneOf(done, 1 + input.linkedIds.length, label), ...done.result };
}

function newParent(
  core: Core,
  write: Writer,
  { title, impact }: { readonly title: string; readonly impact: string },
): TicketState {
  const { number } = insertTicket(
    core,
    write,
    {
      subject: title,
      requester: { name: core.actor(), email: null },
      body: impact,
      channel: 'other',
      priority: 'p1',
      queueId: null,
      assigneeId: core.facts.settings().me,
      category: null,
      tags: ['incident'],
    },
    atDesk(core),
  );
  return mustState(core, number);
}

function existingParent(core: Core, write: Writer, id: string): TicketState {
  const ticket = ticketState(core, id);
  checkLives(core, ticket);
  if (row(core.db, 'SELECT 1 FROM incident WHERE ticket_id = ? AND closed_at IS NULL', ticket.id) !== undefined)
    throw new Fault('CONFLICT', `#${ticket.id} is the parent of an incident already.`);
  const at = instantFor(core, ticket);
  applyPatch(core, write, ticket, { priority: 'p1', addTags: ['incident'] }, { at, by: atDesk(core) });
  return mustState(core, ticket.id);
}

/** Puts tickets under the parent; those that stand there already are passed over. Gives their numbers. SPEC ESC-52. */
export function linkAll(core: Core, write: Writer, record: IncidentRecord, ids: readonly string[]): number[] {
  const linked: number[] = [];
  for (const id of ids) {
    const child = ticketState(core, id);
    const before = parentOf(core.db, child.id);
    if (before === record.ticket_id) continue;
    if ((child.drill === 1) !== (record.drill === 1))
      throw new Fault(
        'INVALID',
        `#${child.id} ${child.drill === 1 ? 'belongs to a drill' : 'is real, and this is a drill'}: they are not mixed.`,
      );
    if (before !== null)
      throw new Fault('CONFLICT', `#${child.id} stands under #${before}. Take it out from there first.`);
    checkLives(core, child);
    checkParent(core.db, record.ticket_id, child.id);
    write.update('ticket', child.uid, { parent_id: record.ticket_id });
    tell(core, write, child, instantFor(core, child), { type: 'link', field: 'parent', to: `#${record.ticket_id}` });
    const parent = mustState(core, record.ticket_id);
    tell(core, write, parent, instantFor(core, parent), { type: 'link', field: 'child', to: `#${child.id}` });
    linked.push(child.id);
  }
  if (linked.length > 0) addLine(core, write, record, 'linked', linked.map((id) => `#${id}`).join(', '));
  return linked;
}

const parentOf = (db: ReadDb, id: number): number | null =>
  row<{ parent_id: number | null }>(db, 'SELECT parent_id FROM ticket WHERE id = ?', id)?.parent_id ?? null;

/** A command on an incident. */
export function onIncident(
  core: Core,
  id: string,
  name: string,
  words: string,
  work: (write: Writer, record: IncidentRecord) => number,
): Done {
  const label = `${words} “${incidentById(core.db, id).title}”`;
  const done = core.write({ name: `escalation.${name}`, label }, (write) => work(write, incidentById(core.db, id)));
  return doneOf(done, done.result, label);
}

export const link = (core: Core, id: string, ids: readonly string[]): Done =>
  onIncident(core, id, 'link', 'Linked to', (write, record) => linkAll(core, write, record, ids).length);

export const unlink = (core: Core, id: string, ids: readonly string[]): Done =>
  onIncident(core, id, 'unlink', 'Taken out of', (write, record) => {
    const out: number[] = [];
    for (const each of ids) {
      const child = ticketState(core, each);
      if (parentOf(core.db, child.id) !== record.ticket_id) continue;
      write.update('ticket', child.uid, { parent_id: null });
      tell(core, write, child, instantFor(core, child), {
        type: 'link',
        field: 'parent',
        from: `#${record.ticket_id}`,
      });
      out.push(child.id);
    }
    if (out.length > 0) addLine(core, write, record, 'unlinked', out.map((number) => `#${number}`).join(', '));
    return out.length;
  });

export const addToTimeline = (core: Core, id: string, text: string): Done =>
  onIncident(core, id, 'timeline', 'Timeline of', (write, record) => {
    addLine(core, write, record, 'noted', text);
    return 1;
  });

const openChildren = (core: Core, record: IncidentRecord): TicketState[] =>
  linkedIds(core.db, record.ticket_id)
    .map((id) => mustState(core, id))
    .filter(({ status }) => status < firstDoneStatus);

/** One public reply on every open linked ticket; a new one is taken in hand by it (TIC-3). SPEC ESC-54. */
export const updateAll = (core: Core, id: string, body: string): Done =>
  onIncident(core, id, 'updateAll', 'Update to all of', (write, record) => {
    const children = openChildren(core, record);
    if (children.length === 0)
      throw new Fault('CONFLICT', 'No open ticket is linked to this incident. Link some first.');
    for (const child of children) {
      const at = instantFor(core, child);
      const said = updateText(body, {
        'requester.name': child.requester,
        'requester.firstName': firstName(child.requester),
        'ticket.number': String(child.id),
        'incident.title': record.title,
      });
      addEvent(core, write, child.id, at, { type: 'agentReply', kind: 'agent', author: core.actor(), body: said });
      const isNew = statusCodes.word(child.status) === 'new';
      applyPatch(core, write, child, isNew ? { status: 'open' } : {}, { at, by: atDesk(core) });
    }
    const parent = mustState(core, record.ticket_id);
    tell(core, write, parent, instantFor(core, parent), { type: 'incident', field: 'update', body });
    addLine(
      core,
      write,
      record,
      'updated',
      `To ${children.length} ${children.length === 1 ? 'ticket' : 'tickets'}: ${body}`,
    );
    return children.length;
  });

/** Closes; with `to`, the tickets of it are brought to that status. */
export function closeAs(
  core: Core,
  write: Writer,
  record: IncidentRecord,
  text: string,
  to: 'solved' | 'closed' | null,
): number {
  if (record.closed_at !== null) throw new Fault('CONFLICT', 'That incident is closed already.');
  write.update('incident', record.uid, { closed_at: core.ports.now() });
  const all = to === null ? [] : [...openChildren(core, record), mustState(core, record.ticket_id)];
  for (const ticket of all) {
    if (to !== null && ticket.status < firstDoneStatus)
      applyPatch(core, write, ticket, { status: to }, { at: instantFor(core, ticket), by: atDesk(core) });
  }
  const parent = mustState(core, record.ticket_id);
  tell(core, write, parent, instantFor(core, parent), { type: 'incident', field: 'closed', body: text });
  return all.length;
}

export const close = (
  core: Core,
  input: { readonly id: string; readonly text: string; readonly solveAll: boolean },
): Done =>
  onIncident(core, input.id, 'close', 'Closed', (write, record) => {
    if (record.drill === 1) throw new Fault('CONFLICT', 'That is a drill: end it instead.');
    const solved = closeAs(core, write, record, input.text, input.solveAll ? 'solved' : null);
    const text = [input.text, input.solveAll ? `${solved} tickets solved` : '']
      .filter((part) => part !== '')
      .join(' · ');
    addLine(core, write, record, 'closed', text === '' ? 'Closed' : text);
    return 1;
  });

export const keepReview = (core: Core, { id, ...review }: Review & { readonly id: string }): Done =>
  onIncident(core, id, 'review', 'Review of', (write, record) => {
    if (!write.update('incident', record.uid, { review: JSON.stringify(review) })) return 0;
    addLine(core, write, record, 'reviewed', review.change === '' ? 'Review kept' : review.change);
    return 1;
  });

const mostSuggested = 50;

/** Open tickets made from some hours before the beginning on, under no other, that look like those of the incident. SPEC ESC-53. */
export function suggestFor(core: Core, id: string, hours: number): { ticket: TicketRow; why: string }[] {
  const record = incidentById(core.db, id);
  const candidates = column<number>(
    core.db,
    `SELECT id FROM ticket WHERE created_at >= ? AND status < ${firstDoneStatus} AND parent_id IS NULL AND merged_into IS NULL
     AND drill = ? AND id <> ? ORDER BY created_at DESC LIMIT 2000`,
    record.started_at - hours * 3_600_000,
    record.drill,
    record.ticket_id,
  );
  const known = readByIds(core.db, [record.ticket_id, ...linkedIds(core.db, record.ticket_id)]);
  const like = [...known, { subject: record.title, category: null }];
  return readByIds(core.db, candidates)
    .flatMap((ticket) => {
      const found = likeness(ticket, like);
      return found === null ? [] : [{ ticket, ...found }];
    })
    .sort((a, b) => b.score - a.score || b.ticket.number - a.ticket.number)
    .slice(0, mostSuggested)
    .map(({ ticket, why }) => ({ ticket, why }));
}
