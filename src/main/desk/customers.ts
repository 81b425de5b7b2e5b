import type { ContactPoint, CustomerSet, Done } from '../../contract/index.ts';
import { zoneOf } from '../../domain/calendar/zone.ts';
import { contactNorm } from '../../domain/customers/contact.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { channelCodes, contactCodes } from '../store/codes.ts';
import {
  customerByContact,
  customerRowId,
  findCustomers,
  listCustomers,
  listOrganisations,
  readCustomer,
} from '../store/customer-read.ts';
import { column, row, rows } from '../store/db.ts';
import { readByIds } from '../store/boards.ts';
import type { Values, Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { os } from './router-base.ts';
import { doneOf } from './ticket-commands.ts';
import { addContactPoints } from './ticket-insert.ts';
import { addEvent, atDesk, instantFor, ticketById } from './ticket-write.ts';

/** The row id of a customer; faults NOT_FOUND where they are gone. */
export function customerId(core: Core, id: string): number {
  const found = customerRowId(core.db, uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That customer is not on this desk any more.');
  return found;
}

function organisationId(core: Core, id: string | null): number | null {
  if (id === null) return null;
  const found = row<{ id: number }>(core.db, 'SELECT id FROM organisation WHERE uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That organisation is not on this desk any more.');
  return found.id;
}

/** The columns that a set names; what it leaves out is not there. */
function valuesOf(core: Core, set: CustomerSet): Values {
  if (set.timeZone != null) zoneOf(set.timeZone);
  return {
    ...(set.name !== undefined && { name: set.name }),
    ...(set.email !== undefined && { email: set.email }),
    ...(set.organisationId !== undefined && { organisation_id: organisationId(core, set.organisationId) }),
    ...(set.language !== undefined && { language: set.language }),
    ...(set.channel !== undefined && { channel: set.channel === null ? null : channelCodes.code(set.channel) }),
    ...(set.timeZone !== undefined && { time_zone: set.timeZone }),
    ...(set.notes !== undefined && { notes: set.notes }),
    ...(set.vip !== undefined && { vip: set.vip ? 1 : 0 }),
  };
}

/** One address, one customer: another who has it already would get the answers of this one. SPEC CUS-2. */
function refuseTaken(core: Core, set: CustomerSet, own: number | null): void {
  const refuse = (what: string, field: string, taken: number | undefined): void => {
    if (taken === undefined || taken === own) return;
    const { name = '' } = row<{ name: string }>(core.db, 'SELECT name FROM customer WHERE id = ?', taken) ?? {};
    throw new Fault('CONFLICT', `${what} is ${name}'s already. Open that customer, or take it away there first.`, {
      field,
    });
  };
  if (set.email != null) refuse(set.email, 'email', customerByContact(core.db, { name: '', email: set.email }));
  for (const { kind, value } of set.contactPoints ?? []) {
    const contact = {
      name: '',
      email: kind === 'email' ? value : null,
      phone: kind === 'phone' ? value : null,
      handle: kind === 'social' ? value : null,
    };
    if (contactNorm(kind, value) === '')
      throw new Fault('INVALID', `“${value}” has nothing to reach somebody by.`, { field: 'contactPoints' });
    refuse(value, 'contactPoints', customerByContact(core.db, contact));
  }
}

type PointRecord = { uid: Uint8Array; kind: number; value: string; label: string | null };

/** Writes the list of ways to be reached anew where it differs. */
function setPoints(core: Core, write: Writer, id: number, points: readonly ContactPoint[]): void {
  const now = rows<PointRecord>(
    core.db,
    'SELECT uid, kind, value, label FROM contact_point WHERE customer_id = ? ORDER BY position, id',
    id,
  );
  const same =
    now.length === points.length &&
    now.every(({ kind, value, label }, index) => {
      const point = points[index];
      return contactCodes.word(kind) === point?.kind && value === point.value && label === point.label;
    });
  if (same) return;
  for (const { uid } of now) write.remove('contact_point', uid);
  addContactPoints(core, write, id, points, 0);
}

/** Open tickets go by the new name; what is done keeps the name it was done under. SPEC CUS-5. */
function renameOnOpen(core: Core, write: Writer, id: number, name: string): void {
  const open = column<number>(
    core.db,
    'SELECT id FROM ticket INDEXED BY open_customer WHERE customer_id = ? AND status < 4 AND requester <> ?',
    id,
    name,
  );
  const by = atDesk(core);
  for (const each of open) {
    const ticket = ticketById(core, each);
    if (ticket === undefined) continue;
    const at = instantFor(core, ticket);
    addEvent(core, write, each, at, {
      type: 'requester',
      kind: by.kind,
      author: by.name,
      from: ticket.requester,
      to: name,
    });
    write.update('ticket', ticket.uid, { requester: name, updated_at: at });
  }
}

function saveCustomer(core: Core, input: { readonly id?: string | undefined; readonly set: CustomerSet }) {
  const { set } = input;
  const own = input.id === undefined ? null : customerId(core, input.id);
  if (own === null && set.name === undefined)
    throw new Fault('INVALID', 'A new customer needs a name.', { field: 'name' });
  refuseTaken(core, set, own);
  const values = valuesOf(core, set);
  const known =
    own === null ? undefined : row<{ name: string }>(core.db, 'SELECT name FROM customer WHERE id = ?', own);
  const uid = input.id === undefined ? core.newId(core.ports.now()) : uuidBytes(input.id);
  const label = `${own === null ? 'New customer' : 'Customer'} “${set.name ?? known?.name ?? ''}”`;
  const done = core.write({ name: 'customers.save', label }, (write) => {
    const id = own ?? write.insert('customer', uid, { email: null, ...values });
    if (own !== null) write.update('customer', uid, values);
    if (set.contactPoints !== undefined) setPoints(core, write, id, set.contactPoints);
    if (own !== null && set.name !== undefined && set.name !== known?.name) renameOnOpen(core, write, id, set.name);
  });
  return { ...doneOf(done, done.changeSet === null ? 0 : 1, label), id: uuidText(uid) };
}

type OrganisationInput = {
  readonly id?: string | undefined;
  readonly name: string;
  readonly notes?: string | undefined;
};

function saveOrganisation(core: Core, { id, name, notes }: OrganisationInput): Done & { id: string } {
  const uid = id === undefined ? core.newId(core.ports.now()) : uuidBytes(id);
  const own = id === undefined ? null : organisationId(core, id);
  const taken = row<{ id: number }>(core.db, 'SELECT id FROM organisation WHERE name = ?', name);
  if (taken !== undefined && taken.id !== own)
    throw new Fault('CONFLICT', `There is an organisation “${name}” already. Choose it, or another name.`, {
      field: 'name',
    });
  const label = `Organisation “${name}”`;
  const values = { name, ...(notes !== undefined && { notes }) };
  const done = core.write({ name: 'customers.organisationSave', label }, (write) => {
    if (own === null) write.insert('organisation', uid, values);
    else write.update('organisation', uid, values);
  });
  return { ...doneOf(done, done.changeSet === null ? 0 : 1, label), id: uuidText(uid) };
}

function ticketsOf(core: Core, input: { readonly id: string; readonly offset: number; readonly limit: number }) {
  const id = customerId(core, input.id);
  const ids = column<number>(
    core.db,
    'SELECT id FROM ticket WHERE customer_id = ? ORDER BY status >= 4, created_at DESC, id DESC LIMIT ? OFFSET ?',
    id,
    input.limit,
    input.offset,
  );
  const total = row<{ n: number }>(core.db, 'SELECT count(*) AS n FROM ticket WHERE customer_id = ?', id)?.n ?? 0;
  return { total, rows: readByIds(core.db, ids) };
}

export function customers(core: Core) {
  return {
    find: os.customers.find.handler(({ input }) => ({ customers: findCustomers(core.db, input.text, input.limit) })),
    list: os.customers.list.handler(({ input }) =>
      listCustomers(core.db, {
        ...input,
        organisationId: input.organisationId === undefined ? null : organisationId(core, input.organisationId),
      }),
    ),
    get: os.customers.get.handler(({ input }) => {
      const found = readCustomer(core.db, customerId(core, input.id));
      if (found === undefined) throw new Fault('NOT_FOUND', 'That customer is not on this desk any more.');
      return found;
    }),
    tickets: os.customers.tickets.handler(({ input }) => ticketsOf(core, input)),
    save: os.customers.save.handler(({ input }) => saveCustomer(core, input)),
    organisations: os.customers.organisations.handler(({ input }) => ({
      organisations: listOrganisations(core.db, input.text),
    })),
    organisationSave: os.customers.organisationSave.handler(({ input }) => saveOrganisation(core, input)),
  };
}
