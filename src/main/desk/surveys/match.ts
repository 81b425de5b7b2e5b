import { dayMs } from '../../../domain/calendar/wall-time.ts';
import { ticketRef } from '../../../domain/surveys/ticket-ref.ts';
import type { matchedBy } from '../../../contract/words.ts';
import { customerByContact } from '../../store/customer-read.ts';
import { column, row } from '../../store/db.ts';
import type { Core } from '../core.ts';

export type Match = {
  readonly ticketId: number | null;
  readonly customerId: number | null;
  readonly by: (typeof matchedBy)[number] | null;
};
type Said = { readonly at: number; readonly email: string | null; readonly ticket: string | null };
type Found = { readonly id: number; readonly customer_id: number };

/** How long after it was solved a ticket is still what a response is about. */
const solvedWithin = 14 * dayMs;

/** A copy that was merged stands for the ticket it went into; one made after the response is not what it is about. */
function ticketAt(core: Core, id: number, at: number): Found | null {
  const found = row<Found & { merged_into: number | null; created_at: number }>(
    core.db,
    'SELECT id, customer_id, merged_into, created_at FROM ticket WHERE id = ?',
    id,
  );
  if (found === undefined || found.created_at > at) return null;
  return found.merged_into === null ? found : ticketAt(core, found.merged_into, at);
}

/** The ticket of an id elsewhere; `several` where more than one system has it: then it is nobody's. */
function foreign(core: Core, text: string, at: number): Found | 'several' | null {
  const found = column<number>(
    core.db,
    'SELECT DISTINCT ticket_id FROM import_ref WHERE key > ? AND key < ? LIMIT 2',
    `${text}\u001f`,
    `${text}\u0020`,
  );
  if (found.length > 1) return 'several';
  return found[0] === undefined ? null : ticketAt(core, found[0], at);
}

function byReference(core: Core, { at, ticket }: Said): Match | null {
  const ref = ticket === null ? null : ticketRef(ticket);
  if (ref === null) return null;
  const own = () => {
    const found = ref.number === null ? null : ticketAt(core, ref.number, at);
    return found === null ? null : { ticketId: found.id, customerId: found.customer_id, by: 'ticket' as const };
  };
  const found = foreign(core, ref.text, at);
  if (found === 'several') return ref.hashed ? own() : null;
  const other = found === null ? null : { ticketId: found.id, customerId: found.customer_id, by: 'foreign' as const };
  return ref.hashed ? (own() ?? other) : (other ?? own());
}

function byEmail(core: Core, { at, email }: Said): Match | null {
  const customerId = email === null ? undefined : customerByContact(core.db, { name: '', email });
  if (customerId === undefined) return null;
  const ticket = row<{ id: number }>(
    core.db,
    `SELECT id FROM ticket INDEXED BY ticket_customer WHERE customer_id = ? AND solved_at <= ? AND solved_at >= ? AND drill = 0
     AND merged_into IS NULL ORDER BY solved_at DESC, id DESC LIMIT 1`,
    customerId,
    at,
    at - solvedWithin,
  );
  return { ticketId: ticket?.id ?? null, customerId, by: ticket === undefined ? 'customer' : 'solved' };
}

/** Which ticket and customer a response is of, and by what: its ticket, else the customer of its address. SPEC SUR-20, SUR-21. */
export const matchOf = (core: Core, said: Said): Match =>
  byReference(core, said) ?? byEmail(core, said) ?? { ticketId: null, customerId: null, by: null };
