import type { Channel, Priority } from '../../contract/index.ts';
import { uuidBytes, uuidText } from '../../domain/desk/uuid.ts';
import { channelCodes, csatCodes, eventCodes, priorityCodes } from './codes.ts';
import { rows, type ReadDb } from './db.ts';

/** A ticket that was closed, with what a sample is stratified by and what makes it a risk. SPEC QAS-1. */
export type ClosedTicket = {
  readonly id: string;
  readonly agentId: string;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly csat: 'good' | 'bad' | null;
  /** Whether anything was promised of it at all. */
  readonly hasTarget: boolean;
  readonly slaMissed: boolean;
  readonly escalated: boolean;
  readonly newAgent: boolean;
  readonly closedAt: number;
  readonly reopened: boolean;
  readonly longPauseMinutes: number;
};

type ClosedRecord = {
  uid: Uint8Array;
  agent: Uint8Array;
  channel: number;
  priority: number;
  csat: number | null;
  solved_at: number;
  targets: number;
  missed: number;
  escalated: number;
  ramp: number;
  reopened: number;
  paused: number | null;
};

/** Whether a ticket `t` was passed up, and whether it came back once it was done. */
const isEscalated = '(t.level > 1 OR EXISTS (SELECT 1 FROM escalation e WHERE e.ticket_id = t.id))';
const isReopened = `EXISTS (SELECT 1 FROM event e WHERE e.ticket_id = t.id AND e.type = ${eventCodes.code('status')} AND e.from_value IN ('solved', 'closed')
         AND e.to_value NOT IN ('solved', 'closed'))`;
const solvedIn = `FROM ticket t INDEXED BY ticket_solved JOIN person p ON p.id = t.assignee_id
     WHERE t.solved_at >= ? AND t.solved_at < ? AND t.drill = 0 AND t.merged_into IS NULL`;

/** Tickets solved in a stretch that somebody owns, or that one person does; drills and merged ones are nobody's work. */
export const readClosed = (
  db: ReadDb,
  { startAt, endAt }: { readonly startAt: number; readonly endAt: number },
  agentId?: string,
): ClosedTicket[] =>
  rows<ClosedRecord>(
    db,
    `SELECT t.uid, p.uid AS agent, t.channel, t.priority, t.csat, t.solved_at, p.ramp,
       EXISTS (SELECT 1 FROM sla_clock c WHERE c.ticket_id = t.id AND c.target_minutes IS NOT NULL) AS targets,
       EXISTS (SELECT 1 FROM sla_clock c WHERE c.ticket_id = t.id AND c.breached_at IS NOT NULL) AS missed,
       ${isEscalated} AS escalated, ${isReopened} AS reopened,
       (SELECT max(paused_ms) FROM sla_clock c WHERE c.ticket_id = t.id) AS paused
     ${solvedIn} ${agentId === undefined ? '' : 'AND p.uid = ?'} ORDER BY t.solved_at, t.id`,
    startAt,
    endAt,
    ...(agentId === undefined ? [] : [uuidBytes(agentId)]),
  ).map((record) => ({
    id: uuidText(record.uid),
    agentId: uuidText(record.agent),
    channel: channelCodes.word(record.channel),
    priority: priorityCodes.word(record.priority),
    csat: record.csat === null ? null : csatCodes.word(record.csat),
    hasTarget: record.targets === 1,
    slaMissed: record.missed === 1,
    escalated: record.escalated === 1,
    newAgent: record.ramp < 100,
    closedAt: record.solved_at,
    reopened: record.reopened === 1,
    longPauseMinutes: (record.paused ?? 0) / 60_000,
  }));

/** Tickets of a category that somebody solved in a stretch, and how many of them were escalated or reopened. */
export type SolvedOfCategory = {
  readonly category: string;
  readonly personId: string;
  readonly n: number;
  readonly successes: number;
};

/** The same tickets counted by category and owner, those without a category left out. SPEC TRN-2. */
export const readByCategory = (
  db: ReadDb,
  { startAt, endAt }: { readonly startAt: number; readonly endAt: number },
): SolvedOfCategory[] =>
  rows<{ category: string; person: Uint8Array; n: number; wrong: number }>(
    db,
    `SELECT t.category, p.uid AS person, count(*) AS n, sum(${isEscalated} OR ${isReopened}) AS wrong
     ${solvedIn} AND t.category IS NOT NULL AND t.category != '' GROUP BY t.category, p.id ORDER BY t.category, p.id`,
    startAt,
    endAt,
  ).map(({ category, person, n, wrong }) => ({ category, personId: uuidText(person), n, successes: wrong }));
