import type { CallbackCounts, CallbackFlagRow, CallbackRow } from '../../contract/index.ts';
import { compiledFor } from '../../domain/calendar/compile.ts';
import { callbackFlags, dayIn, type Promised } from '../../domain/callbacks/flags.ts';
import { uuidText, uuidTextOrNull } from '../../domain/desk/uuid.ts';
import { firstDoneStatus, statusCodes } from '../store/codes.ts';
import { rows, type Param } from '../store/db.ts';
import type { Core } from './core.ts';

export type CallbackRecord = {
  uid: Uint8Array;
  ticket_id: number;
  owner_id: number | null;
  phone: string;
  promised_at: number;
  note: string;
  state: CallbackRow['state'];
  attempts: number;
  moves: number;
  result: string | null;
  validated_at: number | null;
  validated_by: string | null;
  created_at: number;
  created_by: string;
  ended_at: number | null;
  ended_by: string | null;
  ticket_uid: Uint8Array;
  subject: string;
  status: number;
  requester: string;
  owner_uid: Uint8Array | null;
  owner_name: string | null;
  owner_here: number | null;
};

export const selectCallbacks = `SELECT c.uid, c.ticket_id, c.owner_id, c.phone, c.promised_at, c.note, c.state, c.attempts, c.moves, c.result,
  c.validated_at, c.validated_by, c.created_at, c.created_by, c.ended_at, c.ended_by, t.uid AS ticket_uid, t.subject, t.status,
  t.requester, p.uid AS owner_uid, p.name AS owner_name, p.active = 1 AND p.away = 0 AS owner_here
  FROM callback c JOIN ticket t ON t.id = c.ticket_id LEFT JOIN person p ON p.id = c.owner_id`;

const read = (core: Core, text: string, ...params: readonly Param[]): CallbackRecord[] =>
  rows<CallbackRecord>(core.db, `${selectCallbacks} ${text}`, ...params);

/** All open promises by their time. */
const openOnes = (core: Core): CallbackRecord[] => read(core, "WHERE c.state = 'open' ORDER BY c.promised_at, c.id");

/** The hours of the desk: those of the policy that is for all tickets. */
function deskHours(core: Core) {
  const { policies, calendars } = core.sla.rules();
  const general = policies.findLast(({ match }) => match === undefined) ?? policies.at(-1);
  const calendar = general === undefined ? undefined : calendars[general.calendar];
  return calendar === undefined ? null : compiledFor(calendar);
}

const asPromised = (record: CallbackRecord): Promised => ({
  id: uuidText(record.uid),
  ticketNumber: record.ticket_id,
  promisedAt: record.promised_at,
  owner:
    record.owner_uid === null
      ? null
      : { id: uuidText(record.owner_uid), name: record.owner_name ?? '', away: record.owner_here !== 1 },
  ticketDone: record.status >= firstDoneStatus,
  validatedAt: record.validated_at,
});

type Flags = ReadonlyMap<string, readonly CallbackFlagRow[]>;

const flagsNow = (core: Core, open: readonly CallbackRecord[]): Flags =>
  callbackFlags(open.map(asPromised), {
    now: core.ports.now(),
    timeZone: core.facts.settings().timeZone,
    calendar: deskHours(core),
  });

function toCallback(core: Core, record: CallbackRecord, flags: Flags): CallbackRow {
  const id = uuidText(record.uid);
  return {
    id,
    ticket: {
      id: uuidText(record.ticket_uid),
      number: record.ticket_id,
      subject: record.subject,
      status: statusCodes.word(record.status),
      requester: record.requester,
    },
    phone: record.phone,
    promisedAt: record.promised_at,
    day: dayIn(core.facts.settings().timeZone, record.promised_at),
    ownerId: uuidTextOrNull(record.owner_uid),
    note: record.note,
    state: record.state,
    attempts: record.attempts,
    moves: record.moves,
    result: record.result,
    validatedAt: record.validated_at,
    validatedBy: record.validated_by,
    createdAt: record.created_at,
    createdBy: record.created_by,
    endedAt: record.ended_at,
    endedBy: record.ended_by,
    flags: [...(flags.get(id) ?? [])],
  };
}

export type CallbackList = { readonly callbacks: CallbackRow[]; readonly counts: CallbackCounts };

function countsOf(core: Core, open: readonly CallbackRow[]): CallbackCounts {
  const today = dayIn(core.facts.settings().timeZone, core.ports.now());
  const due = open.filter(({ day }) => day <= today);
  const having = (kind: CallbackFlagRow['kind']): number =>
    due.filter(({ flags }) => flags.some((flag) => flag.kind === kind)).length;
  return {
    open: open.length,
    today: due.length,
    overdue: having('overdue'),
    unconfirmed: having('unconfirmed'),
    needSomeone: due.filter(({ flags }) => flags.length > 0).length,
  };
}

/** The callbacks asked for, with what is wrong with each, and the counts of all. SPEC CBK-6. */
export function listCallbacks(core: Core, show: 'today' | 'open' | 'ended', limit: number): CallbackList {
  const records = openOnes(core);
  const flags = flagsNow(core, records);
  const open = records.map((record) => toCallback(core, record, flags));
  const counts = countsOf(core, open);
  if (show === 'ended') {
    const ended = read(core, "WHERE c.state <> 'open' ORDER BY c.ended_at DESC, c.id DESC LIMIT ?", limit);
    return { callbacks: ended.map((record) => toCallback(core, record, flags)), counts };
  }
  const wanted = show === 'open' ? open : open.slice(0, counts.today);
  return { callbacks: wanted.slice(0, limit), counts };
}

/** Calls promised for today or before and still owed, by time, with their flags: for the morning. */
export const callbacksToday = (core: Core): CallbackList => listCallbacks(core, 'today', 1000);

/** Those of one ticket, by row id: open ones by time, then ended ones newest first. */
export function callbacksOf(core: Core, ticketId: number): CallbackRow[] {
  const found = read(
    core,
    "WHERE c.ticket_id = ? ORDER BY c.state <> 'open', CASE c.state WHEN 'open' THEN c.promised_at ELSE -c.ended_at END, c.id LIMIT 200",
    ticketId,
  );
  const flags: Flags = found.some(({ state }) => state === 'open') ? flagsNow(core, openOnes(core)) : new Map();
  return found.map((record) => toCallback(core, record, flags));
}
