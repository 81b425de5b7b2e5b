import type { Channel, Done, Matrix, Priority, RequesterIn, Turn } from '../../contract/index.ts';
import { matrixSchema } from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { defaultMatrix, priorityOf } from '../../domain/tickets/matrix.ts';
import { missingInWords, missingTriage, type Triaged } from '../../domain/tickets/triage.ts';
import { priorityCodes, statusCodes } from '../store/codes.ts';
import { row } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import { heldFiles, newestEvent, writeFiles, type AttachmentIn, type HeldFile } from './attachments.ts';
import type { Core } from './core.ts';
import { customerId } from './customers.ts';
import { readMeta, saveMeta } from './meta.ts';
import type { Session } from './router-base.ts';
import { doneOf, shorten } from './ticket-commands.ts';
import { insertTicket, type NewTicket } from './ticket-insert.ts';
import { addEvent, applyPatch, atDesk, instantFor, ticketState, type TicketState } from './ticket-write.ts';

const matrixKey = 'triage.matrix';

export function readMatrix(core: Core): { matrix: Matrix; isDefault: boolean } {
  const kept = readMeta(core.db, matrixKey);
  return kept === undefined
    ? { matrix: defaultMatrix, isDefault: true }
    : { matrix: matrixSchema.parse(kept), isDefault: JSON.stringify(kept) === JSON.stringify(defaultMatrix) };
}

/** Tickets that are there keep their priority: it was right when they were taken in. SPEC TRI-2. */
export function saveMatrix(core: Core, matrix: Matrix): Done {
  const label = 'Triage matrix';
  const done = saveMeta(core, { name: 'tickets.matrixSave', label }, matrixKey, matrix);
  return doneOf(done, 0, label);
}

/** Who asks, as commands know them: somebody the desk knows by id, or a name with ways to be reached. */
export function requesterOf(core: Core, given: RequesterIn): NewTicket['requester'] {
  if (!('customerId' in given)) return given;
  const known = customerId(core, given.customerId);
  const found = row<{ name: string; email: string | null }>(
    core.db,
    'SELECT name, email FROM customer WHERE id = ?',
    known,
  );
  return { name: found?.name ?? '', email: found?.email ?? null, known };
}

function refuseIncomplete(triaged: Triaged): void {
  const missing = missingTriage(triaged);
  if (missing.length > 0)
    throw new Fault('INVALID', missingInWords(missing), { ...(missing[0] && { field: missing[0] }), missing });
}

type Override = { readonly priority?: Priority | undefined; readonly overrideReason: string };

/** Another priority than the matrix gives stands with the reason for it. SPEC TRI-3. */
function overrideOf(matrixPriority: Priority, { priority, overrideReason }: Override): Priority | null {
  if (priority === undefined || priority === matrixPriority) return null;
  if (overrideReason === '')
    throw new Fault(
      'INVALID',
      `Impact and urgency give ${matrixPriority.toUpperCase()}. Say why it is to be ${priority.toUpperCase()}.`,
      { field: 'overrideReason', missing: ['overrideReason'] },
    );
  return priority;
}

type IntakeInput = Override & {
  readonly channel: Channel | null;
  readonly requester: RequesterIn | null;
  readonly subject: string;
  readonly body: string;
  readonly category: string | null;
  readonly impact: number | null;
  readonly urgency: number | null;
  readonly queueId: string | null;
  readonly assigneeId: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly turns: readonly Turn[];
  readonly attachments: readonly AttachmentIn[];
  readonly messageId: string | null;
};

/** A new ticket whose triage is complete, with what came with it, as one change set. SPEC TRI-1. */
export async function takeIn(
  core: Core,
  input: IntakeInput,
  session: Session,
): Promise<Done & { id: string; number: number }> {
  const customer = input.requester === null ? null : 'given';
  refuseIncomplete({ ...input, customer, queue: input.queueId });
  const byMatrix = priorityOf(readMatrix(core).matrix, input.impact, input.urgency);
  // What TRI-1 lets through has all of these.
  if (byMatrix === null || input.requester === null || input.channel === null)
    throw new Error('Triage is not complete');
  const override = overrideOf(byMatrix, input);
  const requester = requesterOf(core, input.requester);
  const files = await heldFiles(core, input.attachments, session);
  const label = `New ticket “${shorten(input.subject)}”`;
  const ticket: NewTicket = { ...input, channel: input.channel, requester, priority: byMatrix };
  const done = core.write({ name: 'tickets.intake', label }, (write) => {
    const made = insertTicket(core, write, input.turns.length === 0 ? ticket : { ...ticket, body: '' }, atDesk(core));
    const state = ticketState(core, made.id);
    writeTurns(core, write, state, input.turns, state.created_at);
    keepFiles(core, write, state, files, state.created_at);
    keepMailRef(core, write, state.id, input.messageId);
    if (override !== null) writeOverride(core, write, state, override, input.overrideReason, state.created_at);
    return made;
  });
  return { ...doneOf(done, 1, label), ...done.result };
}

/** The change of priority carries its reason: clocks and people read the same event. */
function writeOverride(core: Core, write: Writer, ticket: TicketState, to: Priority, reason: string, at: number): void {
  const from = priorityCodes.word(ticket.priority);
  const by = atDesk(core);
  addEvent(core, write, ticket.id, at, { type: 'priority', kind: by.kind, author: by.name, from, to, body: reason });
  write.update('ticket', ticket.uid, { priority: priorityCodes.code(to), updated_at: at });
}

function writeTurns(core: Core, write: Writer, ticket: TicketState, turns: readonly Turn[], at: number): void {
  for (const { who, name, stamp, text } of turns) {
    const type = who === 'customer' ? ('customerMessage' as const) : ('agentReply' as const);
    const body = stamp === null ? text : `[${stamp}] ${text}`;
    addEvent(core, write, ticket.id, at, { type, kind: who, author: name, body });
  }
}

/** Files belong to the message they came with; where there is none, to the ticket. */
function keepFiles(core: Core, write: Writer, ticket: TicketState, files: readonly HeldFile[], at: number): void {
  if (files.length > 0) writeFiles(core, write, ticket.id, at, files, newestEvent(core, ticket.id));
}

/** The first ticket a mail was taken in on keeps it. */
function keepMailRef(core: Core, write: Writer, ticketId: number, messageId: string | null): void {
  const key = messageId?.replace(/^<|>$/g, '').trim() ?? '';
  if (key === '' || row(core.db, 'SELECT 1 FROM mail_ref WHERE key = ?', key) !== undefined) return;
  write.insert('mail_ref', key, { ticket_id: ticketId });
}

type TriageInput = Override & {
  readonly id: string;
  readonly subject?: string | undefined;
  readonly category?: string | null | undefined;
  readonly impact?: number | undefined;
  readonly urgency?: number | undefined;
  readonly queueId?: string | undefined;
  readonly language?: string | null | undefined;
};

/** Completes the triage of a ticket that came without: what is given and what it has must be all of it. SPEC TRI-4. */
export function triage(core: Core, input: TriageInput): Done {
  const ticket = ticketState(core, input.id);
  const { subject, category, queueId, language, impact = ticket.impact, urgency = ticket.urgency } = input;
  refuseIncomplete({
    channel: 'known',
    customer: 'known',
    subject: subject ?? ticket.subject,
    category: category === undefined ? ticket.category : category,
    impact,
    urgency,
    queue: queueId ?? ticket.queue_id,
  });
  const byMatrix = priorityOf(readMatrix(core).matrix, impact, urgency);
  if (byMatrix === null) throw new Error('Triage is not complete');
  const override = overrideOf(byMatrix, input);
  const label = `Triage of #${ticket.id}`;
  const done = core.write({ name: 'tickets.triage', label }, (write) => {
    const at = instantFor(core, ticket);
    const set = {
      impact,
      urgency,
      priority: byMatrix,
      ...(subject !== undefined && { subject }),
      ...(category !== undefined && { category }),
      ...(queueId !== undefined && { queueId }),
      ...(language !== undefined && { language }),
    };
    // One that stands as the override wants it was set so before: nothing moves to and fro.
    const stands = override !== null && priorityCodes.word(ticket.priority) === override;
    const { priority: _, ...rest } = set;
    applyPatch(core, write, ticket, stands ? rest : set, { at, by: atDesk(core) });
    if (stands) writeReason(core, write, ticket, override, input.overrideReason, at);
    else if (override !== null)
      writeOverride(core, write, ticketState(core, input.id), override, input.overrideReason, at);
  });
  return doneOf(done, done.changeSet === null ? 0 : 1, label);
}

/** The priority stays what it was; why it differs from the matrix is still said. */
function writeReason(
  core: Core,
  write: Writer,
  ticket: TicketState,
  priority: Priority,
  reason: string,
  at: number,
): void {
  const by = atDesk(core);
  const event = {
    type: 'priority',
    kind: by.kind,
    author: by.name,
    from: priority,
    to: priority,
    body: reason,
  } as const;
  addEvent(core, write, ticket.id, at, event);
  write.update('ticket', ticket.uid, { updated_at: at });
}

type AppendInput = {
  readonly id: string;
  readonly body: string;
  readonly turns: readonly Turn[];
  readonly attachments: readonly AttachmentIn[];
  readonly messageId: string | null;
};

/** What came again on a matter that is known goes to its ticket: as `receive`, with files and turns. SPEC TRI-7, TIC-4. */
export async function append(core: Core, input: AppendInput, session: Session): Promise<Done> {
  const ticket = ticketState(core, input.id);
  const status = statusCodes.word(ticket.status);
  if (status === 'closed')
    throw new Fault('CONFLICT', `#${ticket.id} is closed. Take the message down as a new ticket.`);
  if (input.body.trim() === '' && input.turns.length === 0 && input.attachments.length === 0)
    throw new Fault('INVALID', 'There is nothing to add yet. Write what was said, or attach a file.', {
      field: 'body',
    });
  const files = await heldFiles(core, input.attachments, session);
  const label = `Message on #${ticket.id}`;
  const done = core.write({ name: 'tickets.append', label }, (write) => {
    const at = instantFor(core, ticket);
    writeTurns(core, write, ticket, input.turns.length > 0 ? input.turns : asTurn(ticket, input.body, files), at);
    keepFiles(core, write, ticket, files, at);
    keepMailRef(core, write, ticket.id, input.messageId);
    applyPatch(core, write, ticket, status === 'new' || status === 'open' ? {} : { status: 'open' }, {
      at,
      by: atDesk(core),
    });
  });
  return doneOf(done, 1, label);
}

/** Files without words are a message too: their names are what it says. */
const asTurn = ({ requester }: TicketState, body: string, files: readonly HeldFile[]): Turn[] => {
  const text = body.trim() === '' ? files.map(({ name }) => name).join(', ') : body;
  return [{ who: 'customer', name: requester, stamp: null, text }];
};
