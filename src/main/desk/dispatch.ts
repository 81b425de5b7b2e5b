import type { Done, DispatchRow, InstantIn } from '../../contract/index.ts';
import { toInstant } from '../../domain/calendar/instant.ts';
import { minuteMs } from '../../domain/calendar/wall-time.ts';
import { instantInWords } from '../../domain/calendar/words.ts';
import { dayIn } from '../../domain/callbacks/flags.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { Fault } from '../../domain/fault.ts';
import { statusCodes } from '../store/codes.ts';
import { column, row, rows, type Param } from '../store/db.ts';
import { uidOf } from '../store/ticket-rows.ts';
import type { Values, Writer } from '../store/writer.ts';
import type { Core } from './core.ts';
import { checkLives, mustState, tell } from './kin.ts';
import { os } from './router-base.ts';
import { instantFor, rowIdOf, ticketState } from './ticket-write.ts';

type To = { readonly personId: string } | { readonly name: string };
type DispatchRecord = {
  uid: Uint8Array;
  ticket_id: number;
  person_id: number | null;
  name: string;
  due_at: number;
  note: string;
  state: DispatchRow['state'];
  result: string | null;
  created_at: number;
  created_by: string;
  ended_at: number | null;
  ended_by: string | null;
  ticket_uid: Uint8Array;
  subject: string;
  status: number;
  requester: string;
};
const selected = `SELECT d.uid, d.ticket_id, d.person_id, d.name, d.due_at, d.note, d.state, d.result, d.created_at, d.created_by, d.ended_at,
  d.ended_by, t.uid AS ticket_uid, t.subject, t.status, t.requester FROM dispatch d JOIN ticket t ON t.id = d.ticket_id`;

function toDispatch(core: Core, record: DispatchRecord): DispatchRow {
  return {
    id: uuidText(record.uid),
    ticket: {
      id: uuidText(record.ticket_uid),
      number: record.ticket_id,
      subject: record.subject,
      status: statusCodes.word(record.status),
      requester: record.requester,
    },
    personId: record.person_id === null ? null : uidOf(core.db, 'person', record.person_id),
    name: record.name,
    dueAt: record.due_at,
    overdue: record.state === 'open' && record.due_at < core.ports.now(),
    note: record.note,
    state: record.state,
    result: record.result,
    createdAt: record.created_at,
    createdBy: record.created_by,
    endedAt: record.ended_at,
    endedBy: record.ended_by,
  };
}

const read = (core: Core, text: string, ...params: readonly Param[]): DispatchRow[] =>
  rows<DispatchRecord>(core.db, `${selected} ${text}`, ...params).map((record) => toDispatch(core, record));

/** Those of one ticket, by row id: open ones by due time, then ended ones newest first. */
export const dispatchesOf = (core: Core, ticketId: number): DispatchRow[] =>
  read(
    core,
    "WHERE d.ticket_id = ? ORDER BY d.state <> 'open', CASE d.state WHEN 'open' THEN d.due_at ELSE -d.ended_at END, d.id LIMIT 200",
    ticketId,
  );

/** An instant that is still to come: nothing is promised for a minute that has passed. */
export function toCome(core: Core, at: InstantIn, field: string): number {
  const instant = toInstant(at);
  if (instant < Math.floor(core.ports.now() / minuteMs) * minuteMs)
    throw new Fault('INVALID', 'That time has passed. Choose one that is still to come.', { field });
  return instant;
}

/** Whom it goes to, as columns: a person's name is kept as it was then. */
function recipient(core: Core, to: To): Values & { readonly name: string } {
  if ('name' in to) return { person_id: null, name: to.name };
  const id = rowIdOf(core, 'person', to.personId);
  const [name] = column<string>(core.db, 'SELECT name FROM person WHERE id = ?', id);
  return { person_id: id, name: name ?? '' };
}

function counts(core: Core): { open: number; overdue: number; today: number } {
  const now = core.ports.now();
  const { timeZone } = core.facts.settings();
  const due = column<number>(core.db, "SELECT due_at FROM dispatch WHERE state = 'open' ORDER BY due_at");
  const today = dayIn(timeZone, now);
  const soon = due.filter((at) => at <= now + 2 * 86_400_000);
  return {
    open: due.length,
    overdue: due.filter((at) => at < now).length,
    today: soon.filter((at) => dayIn(timeZone, at) <= today).length,
  };
}

function make(
  core: Core,
  input: { readonly ticketId: string; readonly to: To; readonly dueAt: InstantIn; readonly note: string },
): Done & { id: string } {
  const ticket = ticketState(core, input.ticketId);
  checkLives(core, ticket);
  const dueAt = toCome(core, input.dueAt, 'dueAt');
  const to = recipient(core, input.to);
  const label = `Dispatched #${ticket.id} to ${to.name}`;
  const uid = core.newId(core.ports.now());
  const { changeSet } = core.write({ name: 'tickets.dispatch', label }, (write) => {
    const at = instantFor(core, ticket);
    write.insert('dispatch', uid, {
      ticket_id: ticket.id,
      ...to,
      due_at: dueAt,
      note: input.note,
      state: 'open',
      result: null,
      created_at: at,
      created_by: core.actor(),
      ended_at: null,
      ended_by: null,
    });
    const due = `Due ${instantInWords(core.facts.settings().timeZone, dueAt)}.`;
    const body = input.note === '' ? due : `${due}\n${input.note}`;
    tell(core, write, ticket, at, { type: 'dispatch', field: 'open', to: to.name, body });
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

const bodyOf = (text: string): { body?: string } => (text === '' ? {} : { body: text });

function dispatchById(core: Core, id: string): DispatchRecord {
  const found = row<DispatchRecord>(core.db, `${selected} WHERE d.uid = ?`, uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That dispatch is not on this desk any more.');
  return found;
}

const ends = { done: 'came back already', cancelled: 'was called off already' } as const;

function openDispatch(core: Core, id: string): DispatchRecord {
  const found = dispatchById(core, id);
  if (found.state !== 'open')
    throw new Fault('CONFLICT', `The dispatch to ${found.name} ${ends[found.state]}. Open it again first.`);
  return found;
}

type Step = { readonly command: string; readonly label: string; readonly field: string; readonly body: string };

/** One step of a dispatch: its row changes and its ticket is told. */
function stepOf(
  core: Core,
  dispatch: DispatchRecord,
  { command, label, field, body }: Step,
  values: (at: number, write: Writer) => Values,
): Done {
  const ticket = mustState(core, dispatch.ticket_id);
  const { changeSet } = core.write({ name: `tickets.${command}`, label }, (write) => {
    const at = instantFor(core, ticket);
    const set = values(at, write);
    if (!write.update('dispatch', dispatch.uid, set)) return;
    tell(core, write, ticket, at, {
      type: 'dispatch',
      field,
      to: typeof set.name === 'string' ? set.name : dispatch.name,
      ...bodyOf(body),
    });
  });
  return { changed: changeSet === null ? 0 : 1, label, changeSet };
}

const ended = (core: Core, at: number, state: string, result: string): Values => ({
  state,
  result,
  ended_at: at,
  ended_by: core.actor(),
});

function change(
  core: Core,
  input: { id: string; to?: To | undefined; dueAt?: InstantIn | undefined; note?: string | undefined },
): Done {
  const dispatch = openDispatch(core, input.id);
  const dueAt = input.dueAt === undefined ? undefined : toCome(core, input.dueAt, 'dueAt');
  const to = input.to === undefined ? {} : recipient(core, input.to);
  const label = `Dispatch of #${dispatch.ticket_id} changed`;
  const body = dueAt === undefined ? '' : `Due ${instantInWords(core.facts.settings().timeZone, dueAt)}.`;
  return stepOf(core, dispatch, { command: 'dispatchChange', label, field: 'changed', body }, () => ({
    ...to,
    ...(dueAt !== undefined && { due_at: dueAt }),
    ...(input.note !== undefined && { note: input.note }),
  }));
}

function reopen(core: Core, input: { readonly id: string; readonly dueAt: InstantIn }): Done {
  const dispatch = dispatchById(core, input.id);
  if (dispatch.state === 'open') throw new Fault('CONFLICT', `The dispatch to ${dispatch.name} is open already.`);
  checkLives(core, mustState(core, dispatch.ticket_id));
  const dueAt = toCome(core, input.dueAt, 'dueAt');
  const label = `Dispatch to ${dispatch.name} opened again`;
  const body = `Due ${instantInWords(core.facts.settings().timeZone, dueAt)}.`;
  return stepOf(core, dispatch, { command: 'dispatchReopen', label, field: 'reopened', body }, () => ({
    state: 'open',
    result: null,
    ended_at: null,
    ended_by: null,
    due_at: dueAt,
  }));
}

export function dispatches(core: Core) {
  return {
    dispatch: os.tickets.dispatch.handler(({ input }) => make(core, input)),
    dispatchChange: os.tickets.dispatchChange.handler(({ input }) => change(core, input)),
    dispatchDone: os.tickets.dispatchDone.handler(({ input }) => {
      const dispatch = openDispatch(core, input.id);
      const step = {
        command: 'dispatchDone',
        label: `Dispatch to ${dispatch.name} done`,
        field: 'done',
        body: input.result,
      };
      return stepOf(core, dispatch, step, (at) => ended(core, at, 'done', input.result));
    }),
    dispatchCancel: os.tickets.dispatchCancel.handler(({ input }) => {
      const dispatch = openDispatch(core, input.id);
      const label = `Dispatch to ${dispatch.name} called off`;
      const step = { command: 'dispatchCancel', label, field: 'cancelled', body: input.reason };
      return stepOf(core, dispatch, step, (at) => ended(core, at, 'cancelled', input.reason));
    }),
    dispatchReopen: os.tickets.dispatchReopen.handler(({ input }) => reopen(core, input)),
    dispatches: os.tickets.dispatches.handler(({ input }) => ({
      dispatches:
        input.state === 'open'
          ? read(core, "WHERE d.state = 'open' ORDER BY d.due_at, d.id LIMIT ?", input.limit)
          : read(core, "WHERE d.state <> 'open' ORDER BY d.ended_at DESC, d.id DESC LIMIT ?", input.limit),
      counts: counts(core),
    })),
  };
}
