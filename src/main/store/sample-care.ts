import { defaultEscalation } from '../../domain/escalation/settings.ts';
import type { SampleCallback, SampleCare, SampleEscalation, SampleStep } from '../../domain/desk/sample/care.ts';
import type { UuidMaker } from '../../domain/desk/uuid.ts';
import { run, type WriteDb } from './db.ts';

type Ports = {
  readonly newId: UuidMaker;
  readonly now: number;
  readonly person: (name: string) => number;
};

/** Writes what stands beside tickets of a sample: escalations with their steps, and calls promised. SPEC SMP-10. */
export type CareWriter = {
  readonly insert: (ticketId: number, care: SampleCare) => void;
  /** The log, in the order of time: last, within the transaction that ends the batch. */
  readonly flush: () => void;
};

export function careWriter(db: WriteDb, ports: Ports): CareWriter {
  const steps: (readonly [at: number, uid: Uint8Array])[] = [];
  return {
    insert(ticketId, { level, escalations, steps: told, callbacks }) {
      if (level !== 1) run(db, 'UPDATE ticket SET level = ? WHERE id = ?', level, ticketId);
      for (const each of escalations) insertEscalation(db, ports, ticketId, each);
      for (const each of told) steps.push([each.at, insertStep(db, ports, ticketId, each)]);
      for (const each of callbacks) insertCallback(db, ports, ticketId, each);
    },
    flush() {
      for (const [, uid] of steps.sort(([a], [b]) => a - b)) run(db, logText, uid);
      steps.length = 0;
    },
  };
}

function insertEscalation(db: WriteDb, { newId, now, person }: Ports, ticketId: number, each: SampleEscalation): void {
  const promise = defaultEscalation.levels.find(({ level }) => level === each.level);
  run(
    db,
    `INSERT INTO escalation (uid, ticket_id, level, owner_id, owner_reason, cause, reason, automatic, minutes, time, opened_at, accepted_at, ended_at, ended, resolution)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    newId(now),
    ticketId,
    each.level,
    each.owner === null ? null : person(each.owner),
    each.ownerReason,
    each.cause,
    each.reason,
    each.automatic ? 1 : 0,
    promise?.minutes ?? 480,
    promise?.time ?? 'calendar',
    each.openedAt,
    each.acceptedAt,
    each.endedAt,
    each.ended,
    each.resolution,
  );
}

function insertStep(db: WriteDb, { newId, now }: Ports, ticketId: number, step: SampleStep): Uint8Array {
  const uid = newId(now);
  run(
    db,
    `INSERT INTO escalation_step (uid, ticket_id, at, actor, action, level, owner, cause, text, resolution, drill)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    uid,
    ticketId,
    step.at,
    step.actor,
    step.action,
    step.level,
    step.owner,
    step.cause,
    step.text,
    step.resolution,
  );
  return uid;
}

function insertCallback(db: WriteDb, { newId, now, person }: Ports, ticketId: number, each: SampleCallback): void {
  run(
    db,
    `INSERT INTO callback (uid, ticket_id, owner_id, phone, promised_at, note, state, attempts, moves, created_at, created_by)
     VALUES (?, ?, ?, ?, ?, ?, 'open', 0, 0, ?, ?)`,
    newId(now),
    ticketId,
    person(each.owner),
    each.phone,
    each.promisedAt,
    each.note,
    each.createdAt,
    each.createdBy,
  );
}

const logText = `INSERT INTO escalation_log (step, turn, at, actor, action, level, owner, cause, text, resolution, ticket_uid, ticket_number, ticket_subject, drill)
  SELECT s.uid, 'done', s.at, s.actor, s.action, s.level, s.owner, s.cause, s.text, s.resolution, t.uid, t.id, t.subject, s.drill
  FROM escalation_step s JOIN ticket t ON t.id = s.ticket_id WHERE s.uid = ?`;

/**
 * Takes the log of a sample away with it: entries that came with a made-up ticket, and no other. What people did on it since
 * stays (SPEC ESC-20); the file refuses the rest.
 */
export function removeSampleLog(db: WriteDb, batchId: number): void {
  run(
    db,
    `DELETE FROM escalation_log WHERE id IN (
       SELECT l.id FROM escalation_log l JOIN ticket t ON t.uid = l.ticket_uid JOIN batch b ON b.id = t.batch_id
       WHERE b.id = ? AND b.format = 'sample' AND l.at <= b.at)`,
    batchId,
  );
}
