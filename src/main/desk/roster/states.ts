import type { AgentState, AgentStateEntry, Adherence, Done, InstantIn } from '../../../contract/index.ts';
import { toInstant } from '../../../domain/calendar/instant.ts';
import { dayMs } from '../../../domain/calendar/wall-time.ts';
import { uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { adherence } from '../../../domain/roster/adherence/adherence.ts';
import { row, rows, type Param, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { readPeople } from '../people.ts';
import { excusesIn, published, shiftsIn } from './read.ts';
import { spanOf, type Span } from './span.ts';
import { stretchIn } from './time-off.ts';
import { mustPerson, nameOf } from '../person.ts';
import { mustBeHere } from './write.ts';

type StateRecord = {
  uid: Uint8Array;
  person_uid: Uint8Array;
  state: AgentState;
  start_at: number;
  end_at: number | null;
};

const selected = `SELECT a.uid, p.uid AS person_uid, a.state, a.start_at, a.end_at FROM agent_state a JOIN person p ON p.id = a.person_id`;
const toEntry = (record: StateRecord): AgentStateEntry => ({
  id: uuidText(record.uid),
  personId: uuidText(record.person_uid),
  state: record.state,
  startAt: record.start_at,
  endAt: record.end_at,
});
const read = (db: ReadDb, text: string, ...params: readonly Param[]): AgentStateEntry[] =>
  rows<StateRecord>(db, `${selected} ${text}`, ...params).map(toEntry);

/** A state that nobody ended is looked for this far back: whoever forgot to sign out did so on that day. */
const longest = 2 * dayMs;

/** The log of states that touch a stretch. */
export const statesIn = (db: ReadDb, { startAt, endAt }: Span): AgentStateEntry[] =>
  read(
    db,
    'WHERE a.start_at >= ? AND a.start_at < ? AND (a.end_at IS NULL OR a.end_at > ?) ORDER BY a.start_at, a.id',
    startAt - longest,
    endAt,
    startAt,
  );

/** What everybody is doing now, by what was said last. */
export const statesNow = (db: ReadDb, at: number): Map<string, AgentState> =>
  new Map(
    read(
      db,
      'WHERE a.start_at > ? AND a.start_at <= ? AND (a.end_at IS NULL OR a.end_at > ?) ORDER BY a.start_at',
      at - longest,
      at,
      at,
    ).map(({ personId, state }) => [personId, state]),
  );

const words: Readonly<Record<AgentState, string>> = {
  available: 'available',
  onCall: 'on a call',
  wrapUp: 'in wrap-up',
  chat: 'in chat',
  mail: 'in mail',
  break: 'on break',
  lunch: 'at lunch',
  coaching: 'in coaching',
  qa: 'in QA',
  meeting: 'in a meeting',
  training: 'in training',
  offQueue: 'off the queue',
  offline: 'signed out',
};

/** From an instant on an agent does something: what they did before ends there. SPEC ADH-8. */
export function setState(
  core: Core,
  input: { readonly personId: string; readonly state: AgentState; readonly at?: InstantIn | undefined },
): Done {
  const person = mustPerson(core, input.personId);
  const at = input.at === undefined ? core.ports.now() : toInstant(input.at);
  if (at > core.ports.now())
    throw new Fault('INVALID', 'That is still to come. Say it when it is so.', { field: 'at' });
  type Open = { uid: Uint8Array; start_at: number; end_at: number | null };
  const before = row<Open>(
    core.db,
    'SELECT uid, start_at, end_at FROM agent_state WHERE person_id = ? AND start_at <= ? ORDER BY start_at DESC, id DESC LIMIT 1',
    person,
    at,
  );
  const next = row<{ start_at: number }>(
    core.db,
    'SELECT start_at FROM agent_state WHERE person_id = ? AND start_at > ? ORDER BY start_at LIMIT 1',
    person,
    at,
  );
  const label = `${nameOf(core, input.personId)} ${words[input.state]}`;
  const { changeSet } = core.write({ name: 'roster.stateSet', label }, (write) => {
    if (before?.start_at === at) write.remove('agent_state', before.uid);
    else if (before !== undefined && (before.end_at === null || before.end_at > at))
      write.update('agent_state', before.uid, { end_at: at });
    const end = next?.start_at ?? null;
    write.insert('agent_state', core.newId(core.ports.now()), {
      person_id: person,
      state: input.state,
      start_at: at,
      end_at: end,
    });
  });
  return { changed: 1, label, changeSet };
}

export function excuse(
  core: Core,
  input: { readonly personId: string; readonly startAt: InstantIn; readonly endAt: InstantIn; readonly reason: string },
): Done & { id: string } {
  const { startAt, endAt } = stretchIn(input);
  const person = mustPerson(core, input.personId);
  const uid = core.newId(core.ports.now());
  const label = `Excused: ${nameOf(core, input.personId)}`;
  const { changeSet } = core.write({ name: 'roster.excuse', label }, (write) => {
    const by = core.actor();
    write.insert('adherence_excuse', uid, {
      person_id: person,
      start_at: startAt,
      end_at: endAt,
      reason: input.reason,
      by,
    });
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

export function removeExcuse(core: Core, id: string): Done {
  const uid = mustBeHere(core, 'adherence_excuse', id, 'That excuse is not on this desk any more.');
  const label = 'Excuse taken back';
  const { changeSet } = core.write({ name: 'roster.excuseRemove', label }, (write) => {
    write.remove('adherence_excuse', uid);
  });
  return { changed: 1, label, changeSet };
}

/** Adherence of some days by what was published and what was done, up to now. SPEC ADH-1 to ADH-7. */
export function adherenceOf(
  core: Core,
  input: { readonly from: string; readonly days: number; readonly intervalMinutes: number },
): Adherence {
  const span = spanOf(core, input);
  const people = readPeople(core.db);
  const shifts = published(shiftsIn(core.db, span)).filter(({ personId }) => personId !== null);
  return adherence({
    shifts,
    states: statesIn(core.db, span),
    exceptions: excusesIn(core.db, span),
    from: span.startAt,
    to: span.endAt,
    now: core.ports.now(),
    intervalMinutes: input.intervalMinutes,
    teams: Object.fromEntries(people.flatMap(({ id, team }) => (team === null ? [] : [[id, team]]))),
  });
}
