import type { CoachingSession, Done, Evidence, InstantIn } from '../../../contract/index.ts';
import { dayMs } from '../../../domain/calendar/wall-time.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { instantIn } from '../../../domain/calendar/instant.ts';
import { row } from '../../store/db.ts';
import type { Values } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { mustPerson, nameOf } from '../person.ts';
import { cadenceOf } from './cadence.ts';
import { writePrivate } from './private-notes.ts';
import { mustSession, readActions, readGoals } from './read.ts';
import { mustLead, mustSee, viewerOf } from '../viewer.ts';

export type SessionSet = {
  readonly coachId?: string | null | undefined;
  readonly at?: InstantIn | undefined;
  readonly minutes?: number | undefined;
  readonly state?: CoachingSession['state'] | undefined;
  readonly agenda?: string | undefined;
  readonly notes?: string | undefined;
  readonly privateNotes?: string | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
};

const tables = { ticket: 'ticket', review: 'review' } as const;

/** Faults NOT_FOUND, naming the field, where evidence is not on this desk. */
function checkEvidence(core: Core, evidence: readonly Evidence[]): void {
  for (const [at, { kind, id }] of evidence.entries())
    if (row(core.db, `SELECT 1 FROM ${tables[kind]} WHERE uid = ?`, uuidBytes(id)) === undefined)
      throw new Fault('NOT_FOUND', `That ${kind} is not on this desk.`, { field: `evidence.${at}.id` });
}

function valuesOf(core: Core, set: SessionSet): Values {
  const { coachId, at, minutes, state, agenda, notes, evidence } = set;
  if (evidence !== undefined) checkEvidence(core, evidence);
  return {
    ...(coachId !== undefined && { coach_id: coachId === null ? null : mustPerson(core, coachId, 'set.coachId') }),
    ...(at !== undefined && { at: instantIn(at, 'at') }),
    ...(minutes !== undefined && { minutes }),
    ...(state !== undefined && { state }),
    ...(agenda !== undefined && { agenda }),
    ...(notes !== undefined && { notes }),
    ...(evidence !== undefined && { evidence: JSON.stringify(evidence) }),
  };
}

/** What is open of somebody, as a checklist to begin with. */
function openAgenda(core: Core, personId: string): string {
  const uid = uuidBytes(personId);
  const goals = readGoals(core.db, "p.uid = ? AND g.state = 'open'", uid).map(({ text }) => `- [ ] Goal: ${text}`);
  const actions = readActions(core.db, 'p.uid = ? AND a.done_at IS NULL', uid).map(({ text }) => `- [ ] ${text}`);
  return [...goals, ...actions].join('\n');
}

/** Plans a session, or writes one down that was held. */
export function makeSession(
  core: Core,
  { personId, ...set }: SessionSet & { readonly personId: string; readonly at: InstantIn },
): Done & { id: string } {
  mustLead(core);
  const person = mustPerson(core, personId);
  const uid = core.newId(core.ports.now());
  const id = uuidText(uid);
  const coach = set.coachId === undefined ? viewerOf(core).id : set.coachId;
  const label = `Session with ${nameOf(core, personId)}`;
  const { changeSet } = core.write({ name: 'coaching.sessionMake', label }, (write) => {
    write.insert('coaching_session', uid, {
      person_id: person,
      minutes: 30,
      state: 'planned',
      agenda: openAgenda(core, personId),
      notes: '',
      evidence: '[]',
      acknowledged_at: null,
      agent_note: '',
      ...valuesOf(core, { ...set, coachId: coach }),
    });
  });
  if (set.privateNotes !== undefined) writePrivate(core, id, set.privateNotes);
  return { changed: 1, label, changeSet, id };
}

/** Keeps what was typed of a session, on the disk before it is acknowledged. What coach and agent read is in the history. */
export function setSession(core: Core, id: string, set: SessionSet): Done {
  const session = mustSession(core, id);
  mustLead(core);
  const label = `Session with ${nameOf(core, session.personId)}`;
  const values = valuesOf(core, set);
  // What an agent acknowledged is what they read: changed since, it is theirs to read again.
  const isReread = session.acknowledgedAt !== null && set.notes !== undefined && set.notes !== session.notes;
  const { changeSet } = core.write({ name: 'coaching.sessionSet', label }, (write) => {
    write.update('coaching_session', uuidBytes(id), { ...values, ...(isReread && { acknowledged_at: null }) });
  });
  const isPrivateKept = set.privateNotes !== undefined && writePrivate(core, id, set.privateNotes);
  return { changed: changeSet !== null || isPrivateKept ? 1 : 0, label, changeSet };
}

export function removeSession(core: Core, id: string): Done {
  const session = mustSession(core, id);
  mustLead(core);
  const label = `Session with ${nameOf(core, session.personId)} taken away`;
  const uid = uuidBytes(id);
  const { changeSet } = core.write({ name: 'coaching.sessionRemove', label }, (write) => {
    // By hand, and not by the table: so that undo knows of it.
    for (const goal of readGoals(core.db, 's.uid = ?', uid))
      write.update('coaching_goal', uuidBytes(goal.id), { session_id: null });
    for (const action of readActions(core.db, 's.uid = ?', uid))
      write.update('coaching_action', uuidBytes(action.id), { session_id: null });
    write.remove('coaching_session', uid);
  });
  return { changed: 1, label, changeSet };
}

/** The next session, at the same time of day so many days on. */
export function followUp(core: Core, id: string, days: number | undefined): Done & { id: string } {
  const { personId, coachId, at, minutes } = mustSession(core, id);
  const length = days ?? cadenceOf(core, personId);
  return makeSession(core, { personId, coachId, minutes, at: Math.max(at, core.ports.now()) + length * dayMs });
}

export function acknowledge(core: Core, id: string, note: string): Done {
  const session = mustSession(core, id);
  mustSee(core, session.personId);
  if (session.state !== 'held') throw new Fault('CONFLICT', 'This session was not held yet.');
  const label = `Session acknowledged by ${nameOf(core, session.personId)}`;
  const { changeSet } = core.write({ name: 'coaching.acknowledge', label }, (write) => {
    write.update('coaching_session', uuidBytes(id), { acknowledged_at: core.ports.now(), agent_note: note });
  });
  return { changed: 1, label, changeSet };
}
