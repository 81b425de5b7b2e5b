import {
  metricRefSchema,
  type CoachingAction,
  type CoachingGoal,
  type CoachingSession,
  type Evidence,
  type Praise,
} from '../../../contract/index.ts';
import { uuidBytes, uuidText, uuidTextOrNull } from '../../../domain/desk/uuid.ts';
import { Fault } from '../../../domain/fault.ts';
import { row, rows, type Param, type ReadDb } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { readPrivate } from './private-notes.ts';

type SessionRecord = {
  uid: Uint8Array;
  person: Uint8Array;
  coach: Uint8Array | null;
  at: number;
  minutes: number;
  state: CoachingSession['state'];
  agenda: string;
  notes: string;
  evidence: string;
  acknowledged_at: number | null;
  agent_note: string;
};

const named = {
  ticket: 'SELECT t.id AS number, t.subject AS title FROM ticket t WHERE t.uid = ?',
  review:
    'SELECT r.ticket_id AS number, t.subject AS title FROM review r JOIN ticket t ON t.id = r.ticket_id WHERE r.uid = ?',
} as const;

/** Evidence as it is called; what is gone is still told. */
function shown(db: ReadDb, { kind, id }: Evidence): CoachingSession['evidence'][number] {
  const found = row<{ number: number; title: string }>(db, named[kind], uuidBytes(id));
  return { kind, id, number: found?.number ?? 0, title: found?.title ?? '', gone: found === undefined };
}

const toSession = (core: Core, record: SessionRecord): CoachingSession => ({
  id: uuidText(record.uid),
  personId: uuidText(record.person),
  coachId: uuidTextOrNull(record.coach),
  at: record.at,
  minutes: record.minutes,
  state: record.state,
  agenda: record.agenda,
  notes: record.notes,
  privateNotes: readPrivate(core, uuidText(record.uid)),
  evidence: (JSON.parse(record.evidence) as Evidence[]).map((each) => shown(core.db, each)),
  acknowledgedAt: record.acknowledged_at,
  agentNote: record.agent_note,
});

export const readSessions = (core: Core, where: string, ...params: readonly Param[]): CoachingSession[] =>
  rows<SessionRecord>(
    core.db,
    `SELECT s.uid, p.uid AS person, c.uid AS coach, s.at, s.minutes, s.state, s.agenda, s.notes, s.evidence, s.acknowledged_at, s.agent_note
     FROM coaching_session s JOIN person p ON p.id = s.person_id LEFT JOIN person c ON c.id = s.coach_id
     WHERE ${where} ORDER BY s.at DESC, s.id DESC`,
    ...params,
  ).map((record) => toSession(core, record));

/** Faults NOT_FOUND where it is not here. */
export function mustSession(core: Core, id: string): CoachingSession {
  const [found] = readSessions(core, 's.uid = ?', uuidBytes(id));
  if (found === undefined) throw new Fault('NOT_FOUND', 'That session is not here any more.');
  return found;
}

type GoalRecord = {
  uid: Uint8Array;
  person: Uint8Array;
  session: Uint8Array | null;
  review: Uint8Array | null;
  text: string;
  metric: string | null;
  set_at: number;
  due_on: string | null;
  state: CoachingGoal['state'];
  closed_at: number | null;
};

export const readGoals = (db: ReadDb, where: string, ...params: readonly Param[]): CoachingGoal[] =>
  rows<GoalRecord>(
    db,
    `SELECT g.uid, p.uid AS person, s.uid AS session, r.uid AS review, g.text, g.metric, g.set_at, g.due_on, g.state, g.closed_at
     FROM coaching_goal g JOIN person p ON p.id = g.person_id LEFT JOIN coaching_session s ON s.id = g.session_id
     LEFT JOIN review r ON r.id = g.review_id WHERE ${where} ORDER BY g.state != 'open', g.set_at DESC, g.id DESC`,
    ...params,
  ).map((record) => ({
    id: uuidText(record.uid),
    personId: uuidText(record.person),
    sessionId: uuidTextOrNull(record.session),
    reviewId: uuidTextOrNull(record.review),
    text: record.text,
    metric: record.metric === null ? null : metricRefSchema.parse(JSON.parse(record.metric)),
    setAt: record.set_at,
    dueOn: record.due_on,
    state: record.state,
    closedAt: record.closed_at,
  }));

type ActionRecord = {
  uid: Uint8Array;
  person: Uint8Array;
  session: Uint8Array | null;
  text: string;
  owner: Uint8Array | null;
  due_on: string | null;
  done_at: number | null;
};

export const readActions = (db: ReadDb, where: string, ...params: readonly Param[]): CoachingAction[] =>
  rows<ActionRecord>(
    db,
    `SELECT a.uid, p.uid AS person, s.uid AS session, a.text, o.uid AS owner, a.due_on, a.done_at
     FROM coaching_action a JOIN person p ON p.id = a.person_id LEFT JOIN coaching_session s ON s.id = a.session_id
     LEFT JOIN person o ON o.id = a.owner_id
     WHERE ${where} ORDER BY a.done_at IS NOT NULL, ifnull(a.due_on, '9999'), a.id`,
    ...params,
  ).map((record) => ({
    id: uuidText(record.uid),
    personId: uuidText(record.person),
    sessionId: uuidTextOrNull(record.session),
    text: record.text,
    ownerId: uuidTextOrNull(record.owner),
    dueOn: record.due_on,
    doneAt: record.done_at,
  }));

type PraiseRecord = {
  uid: Uint8Array;
  person: Uint8Array;
  at: number;
  by: string;
  text: string;
  ticket: Uint8Array | null;
  number: number | null;
};

export const readPraise = (db: ReadDb, personId: string, limit = 100): Praise[] =>
  rows<PraiseRecord>(
    db,
    `SELECT x.uid, p.uid AS person, x.at, x.by, x.text, t.uid AS ticket, t.id AS number
     FROM praise x JOIN person p ON p.id = x.person_id LEFT JOIN ticket t ON t.id = x.ticket_id
     WHERE p.uid = ? ORDER BY x.at DESC, x.id DESC LIMIT ?`,
    uuidBytes(personId),
    limit,
  ).map((record) => ({
    id: uuidText(record.uid),
    personId: uuidText(record.person),
    at: record.at,
    by: record.by,
    text: record.text,
    ticketId: uuidTextOrNull(record.ticket),
    ticketNumber: record.number,
  }));
