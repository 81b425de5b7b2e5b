import type { Done } from '../../contract/index.ts';
import { Fault } from '../../domain/fault.ts';
import { mergeNote, type Merged } from '../../domain/tickets/merge-note.ts';
import { eventCodes, firstDoneStatus } from '../store/codes.ts';
import { column, row, rows } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import { newestEvent } from './attachments.ts';
import type { Core } from './core.ts';
import { ancestors, checkLives, checkNotMixed, checkParent, mergedChain, mustState, tell } from './kin.ts';
import { addEvent, applyPatch, atDesk, instantFor, ticketState, type TicketState } from './ticket-write.ts';

export type MergeInput = {
  readonly into: string;
  readonly from: readonly string[];
  readonly note?: string | undefined;
};

/** What of a conversation goes into the note: all of it is still on the ticket itself. */
const mostMessages = 50;
const spoken = (['customerMessage', 'agentReply', 'internalNote'] as const).map(eventCodes.code).join(', ');
const note = eventCodes.code('internalNote');

/**
 * Closes tickets into one, as one change set. Their words come as notes, which move no clock of the target: what was
 * asked elsewhere was not asked here. SPEC REL-1 to REL-5. Faults INVALID, CONFLICT, NOT_FOUND.
 */
export function mergeTickets(core: Core, input: MergeInput): Done {
  const target = ticketState(core, input.into);
  const sources = [...new Set(input.from)].map((id) => ticketState(core, id));
  checkMerge(core, target, sources);
  const what = sources.length === 1 ? `#${sources[0]?.id ?? 0}` : `${sources.length} tickets`;
  const label = `Merged ${what} into #${target.id}`;
  const { changeSet } = core.write({ name: 'tickets.merge', label }, (write) => {
    const at = instantFor(core, target);
    const by = atDesk(core);
    if (input.note !== undefined && input.note !== '')
      addEvent(core, write, target.id, at, { type: 'internalNote', kind: by.kind, author: by.name, body: input.note });
    for (const source of sources) take(core, write, target, source, sources, at);
    const tags = sources.flatMap((source) => JSON.parse(source.tags) as string[]);
    applyPatch(core, write, target, { addTags: tags }, { at, by });
  });
  return { changed: sources.length + 1, label, changeSet };
}

function checkMerge(core: Core, target: TicketState, sources: readonly TicketState[]): void {
  checkLives(core, target);
  const above = ancestors(core.db, target.id);
  for (const source of sources) {
    if (source.id === target.id)
      throw new Fault('INVALID', `#${target.id} cannot be merged into itself. Choose another ticket.`, {
        field: 'from',
      });
    checkNotMixed(target, source);
    const went = mergedChain(core.db, source.id).at(-1);
    if (went !== undefined) throw new Fault('CONFLICT', `#${source.id} was merged into #${went} already.`);
    if (above.includes(source.id))
      throw new Fault(
        'CONFLICT',
        `#${target.id} stands under #${source.id}. Take it out from there first, or merge the other way round.`,
      );
    for (const child of childrenOf(core, source))
      if (!sources.some(({ id }) => id === child)) checkParent(core.db, target.id, child);
  }
}

const childrenOf = (core: Core, { id }: TicketState): number[] =>
  column<number>(core.db, 'SELECT id FROM ticket WHERE parent_id = ? ORDER BY id', id);

/** One ticket goes into another: its words, its promises, its children; then it is closed. */
function take(
  core: Core,
  write: Writer,
  target: TicketState,
  source: TicketState,
  sources: readonly TicketState[],
  at: number,
): void {
  const by = atDesk(core);
  const told = mergeNote(toldOf(core, source, target), core.facts.settings().timeZone);
  const author = { kind: by.kind, author: by.name };
  addEvent(core, write, target.id, at, { type: 'link', ...author, field: 'merged', from: `#${source.id}` });
  addEvent(core, write, target.id, at, { type: 'internalNote', ...author, body: told });
  takeFiles(core, write, target, source);
  for (const child of childrenOf(core, source))
    if (!sources.some(({ id }) => id === child)) moveChild(core, write, mustState(core, child), source, target, at);
  for (const table of ['dispatch', 'callback'] as const)
    for (const uid of column<Uint8Array>(
      core.db,
      `SELECT uid FROM ${table} WHERE ticket_id = ? AND state = 'open'`,
      source.id,
    ))
      write.update(table, uid, { ticket_id: target.id });
  // What was said of it was said of the matter, which lives in the other now. SPEC SUR-20.
  for (const table of ['survey_response', 'survey_answer'] as const)
    for (const uid of column<Uint8Array>(core.db, `SELECT uid FROM ${table} WHERE ticket_id = ?`, source.id))
      write.update(table, uid, { ticket_id: target.id });
  const then = instantFor(core, source);
  addEvent(core, write, source.id, then, { type: 'link', ...author, field: 'merged', to: `#${target.id}` });
  applyPatch(core, write, source, { status: 'closed' }, { at: then, by });
  write.update('ticket', source.uid, { merged_into: target.id });
}

/** Files go with the note that tells of them; the mails a ticket came as lead to where its matter lives. SPEC REL-6. */
function takeFiles(core: Core, write: Writer, target: TicketState, source: TicketState): void {
  const told = newestEvent(core, target.id);
  for (const uid of column<Uint8Array>(
    core.db,
    'SELECT uid FROM attachment WHERE ticket_id = ? ORDER BY id',
    source.id,
  ))
    write.update('attachment', uid, { ticket_id: target.id, event_id: told });
  for (const key of column<string>(core.db, 'SELECT key FROM mail_ref WHERE ticket_id = ? ORDER BY key', source.id))
    write.update('mail_ref', key, { ticket_id: target.id });
}

function moveChild(
  core: Core,
  write: Writer,
  child: TicketState,
  source: TicketState,
  target: TicketState,
  at: number,
): void {
  const by = atDesk(core);
  write.update('ticket', child.uid, { parent_id: target.id });
  tell(core, write, child, instantFor(core, child), {
    type: 'link',
    field: 'parent',
    from: `#${source.id}`,
    to: `#${target.id}`,
  });
  addEvent(core, write, target.id, at, {
    type: 'link',
    kind: by.kind,
    author: by.name,
    field: 'child',
    to: `#${child.id}`,
  });
}

type SourceRecord = { customer_id: number; waiting: number; email: string | null };
const customerText = `SELECT t.customer_id, t.waiting, c.email FROM ticket t JOIN customer c ON c.id = t.customer_id WHERE t.id = ?`;
type SaidRecord = { at: number; type: number; author: string; body: string };

function toldOf(core: Core, source: TicketState, target: TicketState): Merged {
  const own = row<SourceRecord>(core.db, customerText, source.id);
  const theirs = row<SourceRecord>(core.db, customerText, target.id);
  const where = `ticket_id = ? AND type IN (${spoken}) AND body IS NOT NULL AND body <> ''`;
  const said = rows<SaidRecord>(
    core.db,
    `SELECT at, type, author, body FROM event WHERE ${where} ORDER BY at DESC, id DESC LIMIT ?`,
    source.id,
    mostMessages,
  ).reverse();
  const total = row<{ n: number }>(core.db, `SELECT count(*) AS n FROM event WHERE ${where}`, source.id)?.n ?? 0;
  return {
    number: source.id,
    subject: source.subject,
    requester: { name: source.requester, email: own?.email ?? null },
    otherRequester: own?.customer_id !== theirs?.customer_id,
    waiting: own?.waiting === 1 && source.status < firstDoneStatus,
    messages: said.map(({ at, type, author, body }) => ({ at, author, note: type === note, body })),
    earlier: total - said.length,
    files: column<string>(core.db, 'SELECT name FROM attachment WHERE ticket_id = ? ORDER BY id', source.id),
  };
}
