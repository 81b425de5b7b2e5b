import type { CoachingGoal, Done, MetricRef } from '../../../contract/index.ts';
import { uuidBytes, uuidText } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { mustReview } from '../quality/read.ts';
import { mustPerson, nameOf } from '../person.ts';
import { checkMetric } from './figures.ts';
import { mustSession, readActions, readGoals } from './read.ts';
import { mustLead, viewerOf } from '../viewer.ts';

/** The row of a session of that person. Faults INVALID on somebody else's. */
function sessionRow(core: Core, id: string | null, personId: string): number | null {
  if (id === null) return null;
  if (mustSession(core, id).personId !== personId)
    throw new Fault('INVALID', 'That session is somebody else’s.', { field: 'sessionId' });
  return row<{ id: number }>(core.db, 'SELECT id FROM coaching_session WHERE uid = ?', uuidBytes(id))?.id ?? null;
}

/** The row of a review of that person's work. */
function reviewRow(core: Core, id: string | null, personId: string): number | null {
  if (id === null) return null;
  const record = mustReview(core.db, id);
  if (uuidText(record.agent_uid) !== personId)
    throw new Fault('INVALID', 'That review is of somebody else’s work.', { field: 'reviewId' });
  return record.id;
}

function mustGoal(core: Core, id: string): CoachingGoal {
  const [found] = readGoals(core.db, 'g.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That goal is not here any more.');
  return found;
}

type GoalInput = {
  readonly id?: string | undefined;
  readonly personId: string;
  readonly sessionId: string | null;
  readonly reviewId: string | null;
  readonly text: string;
  readonly metric: MetricRef | null;
  readonly dueOn: string | null;
  readonly state: CoachingGoal['state'];
};

export function saveGoal(core: Core, input: GoalInput): Done & { id: string } {
  mustLead(core);
  checkMetric(core, input.metric);
  const known = input.id === undefined ? null : mustGoal(core, input.id);
  if (known !== null && known.personId !== input.personId)
    throw new Fault('INVALID', 'That goal is somebody else’s.', { field: 'personId' });
  const now = core.ports.now();
  const uid = known === null ? core.newId(now) : uuidBytes(known.id);
  const label = `Goal of ${nameOf(core, input.personId)}: ${input.text.slice(0, 60)}`;
  const values = {
    session_id: sessionRow(core, input.sessionId, input.personId),
    review_id: reviewRow(core, input.reviewId, input.personId),
    text: input.text,
    metric: input.metric === null ? null : JSON.stringify(input.metric),
    due_on: input.dueOn,
    state: input.state,
    closed_at: input.state === 'open' ? null : (known?.closedAt ?? now),
  };
  const person = mustPerson(core, input.personId);
  const { changeSet } = core.write({ name: 'coaching.goalSave', label }, (write) => {
    if (known === null) write.insert('coaching_goal', uid, { person_id: person, set_at: now, ...values });
    else write.update('coaching_goal', uid, values);
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

type ActionInput = {
  readonly id?: string | undefined;
  readonly personId: string;
  readonly sessionId: string | null;
  readonly text: string;
  readonly ownerId: string | null;
  readonly dueOn: string | null;
  readonly done: boolean;
};

/** Whoever does an action may say that it is done; all else of it is the coach's. */
function mustOwn(core: Core, input: ActionInput, known: ReturnType<typeof readActions>[number] | undefined): void {
  const viewer = viewerOf(core);
  const isTick =
    known !== undefined &&
    (known.ownerId ?? known.personId) === viewer.id &&
    known.text === input.text &&
    known.ownerId === input.ownerId &&
    known.dueOn === input.dueOn &&
    known.sessionId === input.sessionId;
  if (!isTick) mustLead(core);
}

export function saveAction(core: Core, input: ActionInput): Done & { id: string } {
  const [known] = input.id === undefined ? [] : readActions(core.db, 'a.uid = ?', uuidBytes(input.id));
  if (input.id !== undefined && known === undefined) throw new Fault('NOT_FOUND', 'That action is not here any more.');
  mustOwn(core, input, known);
  if (known !== undefined && known.personId !== input.personId)
    throw new Fault('INVALID', 'That action is on somebody else’s page.', { field: 'personId' });
  const now = core.ports.now();
  const uid = known === undefined ? core.newId(now) : uuidBytes(known.id);
  const label = `Action for ${nameOf(core, input.ownerId ?? input.personId)}: ${input.text.slice(0, 60)}`;
  const values = {
    session_id: sessionRow(core, input.sessionId, input.personId),
    text: input.text,
    owner_id: input.ownerId === null ? null : mustPerson(core, input.ownerId, 'ownerId'),
    due_on: input.dueOn,
    done_at: input.done ? (known?.doneAt ?? now) : null,
  };
  const person = mustPerson(core, input.personId);
  const { changeSet } = core.write({ name: 'coaching.actionSave', label }, (write) => {
    if (known === undefined) write.insert('coaching_action', uid, { person_id: person, ...values });
    else write.update('coaching_action', uid, values);
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}

export function removeAction(core: Core, id: string): Done {
  mustLead(core);
  const [known] = readActions(core.db, 'a.uid = ?', uuidBytes(id));
  if (known === undefined) throw new Fault('NOT_FOUND', 'That action is not here any more.');
  const label = `Action taken away: ${known.text.slice(0, 60)}`;
  const { changeSet } = core.write({ name: 'coaching.actionRemove', label }, (write) => {
    write.remove('coaching_action', uuidBytes(id));
  });
  return { changed: 1, label, changeSet };
}

export function savePraise(
  core: Core,
  input: { readonly personId: string; readonly text: string; readonly ticketId: string | null },
): Done & { id: string } {
  const person = mustPerson(core, input.personId);
  const uid = core.newId(core.ports.now());
  const ticket =
    input.ticketId === null
      ? undefined
      : row<{ id: number }>(core.db, 'SELECT id FROM ticket WHERE uid = ?', uuidBytes(input.ticketId));
  if (input.ticketId !== null && ticket === undefined)
    throw new Fault('NOT_FOUND', 'That ticket is not on this desk.', { field: 'ticketId' });
  const label = `Praise for ${nameOf(core, input.personId)}`;
  const { changeSet } = core.write({ name: 'coaching.praiseSave', label }, (write) => {
    write.insert('praise', uid, {
      person_id: person,
      at: core.ports.now(),
      by: core.actor(),
      text: input.text,
      ticket_id: ticket?.id ?? null,
    });
  });
  return { changed: 1, label, changeSet, id: uuidText(uid) };
}
