import type { EscalationLogEntry, EscalationLogFilter } from '../../contract/index.ts';
import { toInstant } from '../../domain/calendar/instant.ts';
import { uuidBytes, uuidTextOrNull } from '../../domain/desk/uuid.ts';
import { firstDoneStatus } from '../store/codes.ts';
import { row, rows, run, type Param, type ReadDb, type WriteDb } from '../store/db.ts';
import type { Touched } from '../store/writer.ts';

type By = { readonly actor: string; readonly name: string };
const columns =
  'step, turn, at, actor, action, level, owner, cause, text, resolution, ticket_uid, ticket_number, ticket_subject, incident_uid, incident_title, drill';

/**
 * Brings the log in line with the steps, by adding only: a new step has its entry, one that undo took away has an entry
 * that says so, one that redo brought back too. In the transaction of the command. SPEC ESC-20, ESC-21.
 */
export function logSteps(db: WriteDb, touched: Touched, by: By, now: number): void {
  for (const key of touched.entities.get('escalation_step') ?? []) logStep(db, uuidBytes(key), by, now);
  for (const id of touched.tickets.keys()) logDone(db, id, by, now);
}

function logStep(db: WriteDb, uid: Uint8Array, by: By, now: number): void {
  const last = row<{ turn: string }>(
    db,
    'SELECT turn FROM escalation_log WHERE step = ? ORDER BY id DESC LIMIT 1',
    uid,
  )?.turn;
  const here = row(db, 'SELECT 1 FROM escalation_step WHERE uid = ?', uid) !== undefined;
  if (here && (last === undefined || last === 'takenBack')) {
    const again = last !== undefined;
    run(
      db,
      `INSERT INTO escalation_log (${columns})
       SELECT s.uid, ?, ifnull(?, s.at), ifnull(?, s.actor), s.action, s.level, s.owner, s.cause, s.text, s.resolution,
         t.uid, t.id, t.subject, i.uid, i.title, s.drill
       FROM escalation_step s LEFT JOIN ticket t ON t.id = s.ticket_id LEFT JOIN incident i ON i.id = s.incident_id
       WHERE s.uid = ?`,
      again ? 'again' : 'done',
      again ? now : null,
      again ? by.actor : null,
      uid,
    );
    return;
  }
  // A drill that is removed whole was not taken back.
  if (here || last === undefined || last === 'takenBack' || by.name === 'escalation.drillRemove') return;
  run(
    db,
    `INSERT INTO escalation_log (${columns})
     SELECT step, 'takenBack', ?, ?, action, level, owner, cause, text, resolution, ticket_uid, ticket_number,
       ticket_subject, incident_uid, incident_title, drill
     FROM escalation_log WHERE step = ? ORDER BY id DESC LIMIT 1`,
    now,
    by.actor,
    uid,
  );
}

/** A ticket solved, or opened again, while a level has it: the log says so, whichever way it was done. SPEC ESC-22. */
function logDone(db: WriteDb, ticketId: number, by: By, now: number): void {
  const found = row<{
    level: number;
    owner: string | null;
    status: number;
    uid: Uint8Array;
    subject: string;
    drill: number;
  }>(
    db,
    `SELECT e.level, p.name AS owner, t.status, t.uid, t.subject, t.drill FROM escalation e
     JOIN ticket t ON t.id = e.ticket_id LEFT JOIN person p ON p.id = e.owner_id
     WHERE e.ticket_id = ? AND e.ended_at IS NULL ORDER BY e.id DESC LIMIT 1`,
    ticketId,
  );
  if (found === undefined) return;
  const last = row<{ action: string }>(
    db,
    "SELECT action FROM escalation_log WHERE ticket_uid = ? AND action IN ('ticketSolved', 'ticketReopened') ORDER BY id DESC LIMIT 1",
    found.uid,
  )?.action;
  const done = found.status >= firstDoneStatus;
  if (done === (last === 'ticketSolved')) return;
  const text = done ? 'The ticket was solved' : 'The ticket was opened again';
  run(
    db,
    `INSERT INTO escalation_log (${columns}) VALUES (NULL, 'done', ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, NULL, NULL, ?)`,
    now,
    by.actor,
    done ? 'ticketSolved' : 'ticketReopened',
    found.level,
    found.owner,
    text,
    done ? text : null,
    found.uid,
    ticketId,
    found.subject,
    found.drill,
  );
}

type LogRecord = {
  id: number;
  turn: EscalationLogEntry['turn'];
  at: number;
  actor: string;
  action: EscalationLogEntry['action'];
  level: number | null;
  owner: string | null;
  cause: string | null;
  text: string;
  resolution: string | null;
  ticket_uid: Uint8Array | null;
  ticket_number: number | null;
  ticket_subject: string | null;
  incident_uid: Uint8Array | null;
  incident_title: string | null;
  drill: number;
};

const toEntry = (record: LogRecord): EscalationLogEntry => ({
  id: record.id,
  at: record.at,
  actor: record.actor,
  action: record.action,
  turn: record.turn,
  level: record.level,
  owner: record.owner,
  cause: record.cause,
  text: record.text,
  resolution: record.resolution,
  ticketId: uuidTextOrNull(record.ticket_uid),
  ticketNumber: record.ticket_number,
  ticketSubject: record.ticket_subject,
  incidentId: uuidTextOrNull(record.incident_uid),
  incidentTitle: record.incident_title,
  drill: record.drill === 1,
});

type Clause = { readonly text: string; readonly params: readonly Param[] };

function whereOf(filter: EscalationLogFilter): Clause {
  const clauses: Clause[] = [];
  const add = (text: string, ...params: readonly Param[]) => clauses.push({ text, params });
  if (filter.from !== undefined) add('at >= ?', toInstant(filter.from));
  if (filter.to !== undefined) add('at < ?', toInstant(filter.to));
  if (filter.ticketId !== undefined) add('ticket_uid = ?', uuidBytes(filter.ticketId));
  if (filter.incidentId !== undefined) add('incident_uid = ?', uuidBytes(filter.incidentId));
  if (filter.level !== undefined) add('level IN (SELECT value FROM json_each(?))', JSON.stringify(filter.level));
  if (filter.action !== undefined) add('action IN (SELECT value FROM json_each(?))', JSON.stringify(filter.action));
  if (filter.drills !== 'with') add('drill = ?', filter.drills === 'only' ? 1 : 0);
  const text = filter.text?.trim() ?? '';
  if (text !== '')
    add(
      `instr(lower(concat_ws(' ', text, resolution, ticket_subject, '#' || ticket_number, incident_title, owner, actor, cause)), lower(?)) > 0`,
      text,
    );
  return {
    text: clauses.length === 0 ? '' : `WHERE ${clauses.map((each) => each.text).join(' AND ')}`,
    params: clauses.flatMap(({ params }) => params),
  };
}

export function readLog(db: ReadDb, filter: EscalationLogFilter, limit: number, offset: number) {
  const where = whereOf(filter);
  const found = rows<LogRecord>(
    db,
    `SELECT * FROM escalation_log ${where.text} ORDER BY id DESC LIMIT ? OFFSET ?`,
    ...where.params,
    limit,
    offset,
  );
  const total =
    row<{ n: number }>(db, `SELECT count(*) AS n FROM escalation_log ${where.text}`, ...where.params)?.n ?? 0;
  return { entries: found.map(toEntry), total };
}
