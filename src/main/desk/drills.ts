import type { Done } from '../../contract/index.ts';
import { uuidText } from '../../domain/desk/uuid.ts';
import { scenarios } from '../../domain/escalation/scenarios.ts';
import { Fault } from '../../domain/fault.ts';
import { column, row } from '../store/db.ts';
import type { Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { addStep } from './escalation-write.ts';
import { addLine, begin, closeAs, incidentById, linkAll, linkedIds, onIncident } from './incidents.ts';
import { doneOf } from './ticket-commands.ts';
import { insertTicket } from './ticket-insert.ts';
import { atDesk } from './ticket-write.ts';

/** An incident with made-up tickets; what belongs to it says so wherever it is shown. SPEC ESC-60. */
export function startDrill(core: Core, key: string): Done & { id: string } {
  const scenario = scenarios.find((each) => each.key === key);
  if (scenario === undefined) throw new Fault('NOT_FOUND', 'There is no such drill. Choose one of the list.');
  const label = `DRILL: ${scenario.name}`;
  const done = core.write({ name: 'escalation.drillStart', label }, (write) => {
    const make = (from: string, given: Omit<(typeof scenario.tickets)[number], 'from'>, tags: readonly string[]) =>
      insertTicket(
        core,
        write,
        {
          ...given,
          subject: `DRILL: ${given.subject}`,
          requester: { name: from, email: null },
          priority: tags.includes('incident') ? 'p1' : 'p3',
          queueId: null,
          assigneeId: null,
          category: scenario.category,
          tags: ['drill', ...tags],
          drill: true,
        },
        atDesk(core),
      );
    const parent = make('Drill', { subject: scenario.name, body: scenario.impact, channel: 'other' }, ['incident']);
    const record = begin(core, write, {
      title: label,
      impact: scenario.impact,
      ticketId: parent.number,
      scenario: key,
    });
    addLine(core, write, record, 'drillStarted', scenario.about);
    const made = scenario.tickets.map(({ from, ...given }) => make(from, given, []));
    // The first three are linked to begin with; finding the others is part of the practice.
    linkAll(
      core,
      write,
      record,
      made.slice(0, 3).map(({ id }) => id),
    );
    return uuidText(record.uid);
  });
  return { ...doneOf(done, 1, label), id: done.result };
}

/** Every ticket of a drill: those linked, those that were never found, merged or put elsewhere, and its parent. */
function ticketsOf(core: Core, parent: number): number[] {
  const stray = column<number>(
    core.db,
    `SELECT t.id FROM ticket t JOIN ticket p ON p.id = ? WHERE t.created_at = p.created_at AND t.drill = 1
     AND t.parent_id IS NOT p.id AND t.id <> p.id AND t.category IS p.category`,
    parent,
  );
  return [...linkedIds(core.db, parent), ...stray, parent];
}

/** Those nobody found: alone still, and not merged away. */
const unfound = (core: Core, parent: number): string[] =>
  ticketsOf(core, parent)
    .filter((id) => id !== parent)
    .flatMap(
      (id) =>
        row<{ uid: Uint8Array }>(
          core.db,
          'SELECT uid FROM ticket WHERE id = ? AND parent_id IS NULL AND merged_into IS NULL',
          id,
        ) ?? [],
    )
    .map(({ uid }) => uuidText(uid));

export const endDrill = (core: Core, id: string): Done =>
  onIncident(core, id, 'drillEnd', 'Ended', (write, record) => {
    if (record.drill !== 1) throw new Fault('CONFLICT', 'That is no drill: close the incident instead.');
    linkAll(core, write, record, unfound(core, record.ticket_id));
    closeAs(core, write, record, 'The drill has ended', 'closed');
    addLine(core, write, record, 'drillEnded', 'The drill has ended; its tickets are closed');
    return 1;
  });

/** What hangs on a ticket, each before what it points to. All of it goes by the log's hand, none by the file's: undo has to bring it back. */
const ownTables = [
  'link',
  'dispatch',
  'callback',
  'attachment',
  'mail_ref',
  'escalation_step',
  'escalation',
  'event',
] as const;

export function removeDrill(core: Core, id: string): Done {
  const { title } = incidentById(core.db, id);
  const label = `Removed ${title}`;
  const done = core.write({ name: 'escalation.drillRemove', label }, (write) => {
    const record = incidentById(core.db, id);
    if (record.drill !== 1) throw new Fault('CONFLICT', 'Only a drill can be removed.');
    if (record.closed_at === null) throw new Fault('CONFLICT', 'The drill is running. End it first.');
    const tickets = ticketsOf(core, record.ticket_id);
    for (const table of ownTables) for (const ticket of tickets) removeRows(core, write, table, ticket);
    for (const ticket of tickets) takeApart(core, write, ticket);
    write.remove('incident', record.uid);
    for (const ticket of tickets) removeTicket(core, write, ticket);
    const at = core.ports.now();
    addStep(core, write, {
      action: 'drillRemoved',
      at,
      actor: core.actor(),
      text: `${title}: ${tickets.length} tickets removed`,
      drill: true,
    });
    return tickets.length;
  });
  return doneOf(done, done.result, label);
}

function removeRows(core: Core, write: Writer, table: (typeof ownTables)[number], ticketId: number): void {
  const key = table === 'mail_ref' ? 'key' : 'uid';
  const of = table === 'link' ? '? IN (from_id, to_id)' : 'ticket_id = ?';
  const text = `SELECT ${key} FROM ${table} WHERE ${of} ORDER BY ${table === 'mail_ref' ? 'key' : 'id'} DESC`;
  for (const each of column<Uint8Array | string>(core.db, text, ticketId)) write.remove(table, each);
}

/** Tickets put under this one or merged into it stand alone again before it goes. */
function takeApart(core: Core, write: Writer, id: number): void {
  for (const pointer of ['parent_id', 'merged_into'] as const)
    for (const uid of column<Uint8Array>(core.db, `SELECT uid FROM ticket WHERE ${pointer} = ?`, id))
      write.update('ticket', uid, { [pointer]: null });
}

function removeTicket(core: Core, write: Writer, id: number): void {
  const found = row<{ uid: Uint8Array; customer: Uint8Array; customer_id: number }>(
    core.db,
    'SELECT t.uid, c.uid AS customer, c.id AS customer_id FROM ticket t JOIN customer c ON c.id = t.customer_id WHERE t.id = ?',
    id,
  );
  if (found === undefined) return;
  write.remove('ticket', found.uid);
  if (row(core.db, 'SELECT 1 FROM ticket WHERE customer_id = ?', found.customer_id) === undefined)
    write.remove('customer', found.customer);
}
