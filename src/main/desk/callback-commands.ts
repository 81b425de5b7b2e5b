import type { Done, InstantIn } from '../../contract/index.ts';
import { instantInWords } from '../../domain/calendar/words.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { row } from '../store/db.ts';
import type { Values, Writer } from '../store/writer.ts';
import { listCallbacks, selectCallbacks, type CallbackRecord } from './callbacks.ts';
import type { Core } from './core.ts';
import { toCome } from './dispatch.ts';
import { checkLives, mustState, tell } from './kin.ts';
import { os } from './router-base.ts';
import { instantFor, rowIdOf, ticketState } from './ticket-write.ts';

type Made = Done & { readonly id: string };

const inZone = (core: Core, at: number): string => instantInWords(core.facts.settings().timeZone, at);
const bodyOf = (text: string): { body?: string } => (text === '' ? {} : { body: text });

function promise(
  core: Core,
  input: {
    readonly ticketId: string;
    readonly phone: string;
    readonly promisedAt: InstantIn;
    readonly ownerId: string | null;
    readonly note: string;
  },
): Made {
  const ticket = ticketState(core, input.ticketId);
  checkLives(core, ticket);
  const promisedAt = toCome(core, input.promisedAt, 'promisedAt');
  const owner = rowIdOf(core, 'person', input.ownerId);
  const label = `Callback for #${ticket.id}`;
  const uid = core.newId(core.ports.now());
  const { changeSet } = core.write({ name: 'tickets.callback', label }, (write) => {
    const at = instantFor(core, ticket);
    const values = { owner_id: owner, phone: input.phone, promised_at: promisedAt, note: input.note };
    insertCallback(core, write, uid, at, { ...values, ticket_id: ticket.id, attempts: 0, moves: 0 });
    tell(core, write, ticket, at, {
      type: 'callback',
      field: 'open',
      to: inZone(core, promisedAt),
      ...bodyOf(input.note),
    });
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

function insertCallback(core: Core, write: Writer, uid: Uint8Array, at: number, values: Values): void {
  write.insert('callback', uid, {
    ...values,
    state: 'open',
    result: null,
    validated_at: null,
    validated_by: null,
    created_at: at,
    created_by: core.actor(),
    ended_at: null,
    ended_by: null,
  });
}

const ends = {
  done: 'was made already',
  missed: 'was missed',
  moved: 'was moved to another time',
  cancelled: 'was called off',
} as const;

/** An open callback. Faults CONFLICT with what became of one that is not open any more. */
function openCallback(core: Core, id: string): CallbackRecord {
  const found = row<CallbackRecord>(core.db, `${selectCallbacks} WHERE c.uid = ?`, uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That callback is not on this desk any more.');
  if (found.state !== 'open')
    throw new Fault('CONFLICT', `The call for #${found.ticket_id} ${ends[found.state]}. Promise a new one instead.`);
  return found;
}

type Step = { readonly command: string; readonly label: string; readonly field: string; readonly body: string };

/** One step of a callback: its row changes and its ticket is told. A step that changes nothing is no step. */
function stepOf(
  core: Core,
  record: CallbackRecord,
  { command, label, field, body }: Step,
  values: (at: number, write: Writer) => Values,
): Done {
  const ticket = mustState(core, record.ticket_id);
  const { changeSet } = core.write({ name: `tickets.${command}`, label }, (write) => {
    const at = instantFor(core, ticket);
    if (!write.update('callback', record.uid, values(at, write))) return;
    tell(core, write, ticket, at, { type: 'callback', field, to: inZone(core, record.promised_at), ...bodyOf(body) });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

function end(core: Core, id: string, state: 'done' | 'missed' | 'cancelled', result: string): Done {
  const record = openCallback(core, id);
  const words = { done: 'Called back for', missed: 'Missed the call for', cancelled: 'Call off for' };
  const commands = { done: 'callbackDone', missed: 'callbackMissed', cancelled: 'callbackCancel' };
  const label = `${words[state]} #${record.ticket_id}`;
  return stepOf(core, record, { command: commands[state], label, field: state, body: result }, (at) => ({
    state,
    result,
    ended_at: at,
    ended_by: core.actor(),
  }));
}

/** What was promised ends as moved, and goes on as a promise that nobody has confirmed yet. SPEC CBK-3. */
function move(
  core: Core,
  input: { readonly id: string; readonly promisedAt: InstantIn; readonly reason: string },
): Made {
  const record = openCallback(core, input.id);
  const promisedAt = toCome(core, input.promisedAt, 'promisedAt');
  if (promisedAt === record.promised_at)
    throw new Fault('INVALID', 'That is the time promised already. Choose another one.', { field: 'promisedAt' });
  const uid = core.newId(core.ports.now());
  const label = `Call for #${record.ticket_id} moved to ${inZone(core, promisedAt)}`;
  const ticket = mustState(core, record.ticket_id);
  const { changeSet } = core.write({ name: 'tickets.callbackMoved', label }, (write) => {
    const at = instantFor(core, ticket);
    const gone = { state: 'moved', result: input.reason, ended_at: at, ended_by: core.actor() };
    write.update('callback', record.uid, gone);
    const { ticket_id, owner_id, phone, note, attempts } = record;
    const kept = { ticket_id, owner_id, phone, note, attempts, moves: record.moves + 1 };
    insertCallback(core, write, uid, at, { ...kept, promised_at: promisedAt });
    tell(core, write, ticket, at, {
      type: 'callback',
      field: 'moved',
      from: inZone(core, record.promised_at),
      to: inZone(core, promisedAt),
      body: input.reason,
    });
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

type Correction = {
  readonly id: string;
  readonly phone?: string | undefined;
  readonly ownerId?: string | null | undefined;
  readonly note?: string | undefined;
};

/** What was confirmed was another number or another owner: it is to be confirmed again. SPEC CBK-4. */
function correct(core: Core, input: Correction): Done {
  const record = openCallback(core, input.id);
  const owner = input.ownerId === undefined ? record.owner_id : rowIdOf(core, 'person', input.ownerId);
  const phone = input.phone ?? record.phone;
  const other = owner !== record.owner_id || phone !== record.phone;
  const label = `Call for #${record.ticket_id} corrected`;
  return stepOf(core, record, { command: 'callbackChange', label, field: 'changed', body: '' }, () => ({
    owner_id: owner,
    phone,
    note: input.note ?? record.note,
    ...(other && { validated_at: null, validated_by: null }),
  }));
}

/** Somebody looked: number, owner and time are right. One change set for all that are named. SPEC CBK-4. */
function validate(core: Core, ids: readonly string[]): Done {
  const records = [...new Set(ids)].map((id) => openCallback(core, id));
  const what = records.length === 1 ? `the call for #${records[0]?.ticket_id ?? 0}` : `${records.length} calls`;
  const label = `Confirmed ${what}`;
  const { changeSet } = core.write({ name: 'tickets.callbackValidate', label }, (write) => {
    const by = core.actor();
    for (const { uid, ticket_id, promised_at } of records) {
      const ticket = mustState(core, ticket_id);
      const at = instantFor(core, ticket);
      if (write.update('callback', uid, { validated_at: core.ports.now(), validated_by: by }))
        tell(core, write, ticket, at, { type: 'callback', field: 'confirmed', to: inZone(core, promised_at) });
    }
  });
  return { changed: records.length, label, changeSet };
}

export function callbacks(core: Core) {
  return {
    callback: os.tickets.callback.handler(({ input }) => promise(core, input)),
    callbackChange: os.tickets.callbackChange.handler(({ input }) => correct(core, input)),
    callbackValidate: os.tickets.callbackValidate.handler(({ input }) => validate(core, input.ids)),
    callbackTried: os.tickets.callbackTried.handler(({ input }) => {
      const record = openCallback(core, input.id);
      const label = `No answer at the call for #${record.ticket_id}`;
      const step = { command: 'callbackTried', label, field: 'tried', body: input.note ?? '' };
      return stepOf(core, record, step, () => ({ attempts: record.attempts + 1 }));
    }),
    callbackDone: os.tickets.callbackDone.handler(({ input }) => end(core, input.id, 'done', input.result)),
    callbackMissed: os.tickets.callbackMissed.handler(({ input }) => end(core, input.id, 'missed', input.reason)),
    callbackMoved: os.tickets.callbackMoved.handler(({ input }) => move(core, input)),
    callbackCancel: os.tickets.callbackCancel.handler(({ input }) => end(core, input.id, 'cancelled', input.reason)),
    callbacks: os.tickets.callbacks.handler(({ input }) => listCallbacks(core, input.show, input.limit)),
  };
}
