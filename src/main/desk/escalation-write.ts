import type { EscalationAction, EscalationLevel, EscalationSettings } from '../../contract/index.ts';
import { escalationSettingsSchema } from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { chooseOwner, type Owner } from '../../domain/escalation/owner.ts';
import { defaultEscalation } from '../../domain/escalation/settings.ts';
import { Fault } from '../../domain/fault.ts';
import { row, type ReadDb } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { readMeta } from './meta.ts';
import { readPeople } from './people.ts';
import { addEvent, rowIdOf, type Author, type TicketState } from './ticket-write.ts';

export type EscalationRecord = {
  id: number;
  uid: Uint8Array;
  ticket_id: number;
  level: number;
  owner_id: number | null;
  owner_reason: string;
  cause: string;
  reason: string;
  automatic: number;
  minutes: number;
  time: 'business' | 'calendar';
  opened_at: number;
  accepted_at: number | null;
  ended_at: number | null;
  ended: 'resolved' | 'passedOn' | 'deEscalated' | null;
  resolution: string | null;
};

export const escalationKey = 'escalation';

/** As they are kept, or as a new desk has them. */
export function readEscalationSettings(db: ReadDb): EscalationSettings {
  const kept = readMeta(db, escalationKey);
  return kept === undefined ? defaultEscalation : escalationSettingsSchema.parse(kept);
}

export function levelOf(db: ReadDb, level: number): EscalationLevel {
  const found = readEscalationSettings(db).levels.find((each) => each.level === level);
  if (found === undefined) throw new Fault('INVALID', 'There are levels 1 to 3.', { field: 'level' });
  return found;
}

export function openEscalation(db: ReadDb, id: string): EscalationRecord {
  const found = row<EscalationRecord>(db, 'SELECT * FROM escalation WHERE uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That escalation is not on this desk any more.');
  if (found.ended_at !== null) throw new Fault('CONFLICT', 'That escalation has ended already.');
  return found;
}

export const openOnTicket = (db: ReadDb, ticketId: number): EscalationRecord | undefined =>
  row<EscalationRecord>(
    db,
    'SELECT * FROM escalation WHERE ticket_id = ? AND ended_at IS NULL ORDER BY id DESC LIMIT 1',
    ticketId,
  );

export const personName = (db: ReadDb, id: number | null): string | null =>
  id === null ? null : (row<{ name: string }>(db, 'SELECT name FROM person WHERE id = ?', id)?.name ?? null);

export type Step = {
  readonly action: EscalationAction;
  readonly at: number;
  readonly actor: string;
  readonly text: string;
  readonly ticketId?: number | null;
  readonly incidentId?: number | null;
  readonly level?: number | null;
  readonly owner?: string | null;
  readonly cause?: string | null;
  readonly resolution?: string | null;
  readonly drill: boolean;
};

/** One step; the log follows from it within the same transaction. SPEC ESC-20. */
export function addStep(core: Core, write: Writer, step: Step): void {
  write.insert('escalation_step', core.newId(core.ports.now()), {
    ticket_id: step.ticketId ?? null,
    incident_id: step.incidentId ?? null,
    at: step.at,
    actor: step.actor,
    action: step.action,
    level: step.level ?? null,
    owner: step.owner ?? null,
    cause: step.cause ?? null,
    text: step.text,
    resolution: step.resolution ?? null,
    drill: step.drill ? 1 : 0,
  });
}

/** The ticket's own level, and what its history says of it. */
export function setLevel(
  core: Core,
  write: Writer,
  ticket: TicketState,
  to: number,
  { at, by, body }: { readonly at: number; readonly by: Author; readonly body: string },
): void {
  addEvent(core, write, ticket.id, at, {
    type: 'level',
    kind: by.kind,
    author: by.name,
    from: String(ticket.level),
    to: String(to),
    body,
  });
  write.update('ticket', ticket.uid, { level: to, updated_at: at });
}

export type Opening = {
  readonly level: number;
  readonly cause: string;
  readonly reason: string;
  readonly ownerId?: string | undefined;
  readonly automatic?: boolean;
  readonly action: 'escalated' | 'autoEscalated' | 'deEscalated';
  readonly at: number;
  readonly by: Author;
};

/** Gives a ticket to a level: its clock begins here. SPEC ESC-2, ESC-4. */
export function openAt(core: Core, write: Writer, ticket: TicketState, opening: Opening): { id: string; owner: Owner } {
  const level = levelOf(core.db, opening.level);
  const owner = chooseOwner(level, readPeople(core.db), opening.ownerId);
  const uid = core.newId(core.ports.now());
  const { at, by } = opening;
  write.insert('escalation', uid, {
    ticket_id: ticket.id,
    level: opening.level,
    owner_id: rowIdOf(core, 'person', owner.id),
    owner_reason: owner.reason,
    cause: opening.cause,
    reason: opening.reason,
    automatic: opening.automatic === true ? 1 : 0,
    minutes: level.minutes,
    time: level.time,
    opened_at: at,
    accepted_at: null,
    ended_at: null,
    ended: null,
    resolution: null,
  });
  const body = [opening.cause, opening.reason, `${owner.name ?? 'Nobody yet'} (${owner.reason})`];
  setLevel(core, write, ticket, opening.level, { at, by, body: body.filter((part) => part !== '').join(' · ') });
  addStep(core, write, {
    action: opening.action,
    at,
    actor: by.name,
    text: [opening.reason, owner.reason].filter((part) => part !== '').join(' · '),
    ticketId: ticket.id,
    level: opening.level,
    owner: owner.name,
    cause: opening.cause,
    drill: ticket.drill === 1,
  });
  return { id: uuidText(uid), owner };
}
