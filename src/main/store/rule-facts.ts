import type { RuleFacts } from '../../domain/rules/facts.ts';
import { bandCodes, channelCodes, eventCodes, priorityCodes, statusCodes } from './codes.ts';
import { row, rows, type ReadDb } from './db.ts';
import { automaticReply } from './derive.ts';
import { uidOf } from './ticket-rows.ts';

export type FactsRecord = {
  id: number;
  uid: Uint8Array;
  subject: string;
  requester: string;
  email: string | null;
  organisation: string | null;
  channel: number;
  status: number;
  priority: number;
  band: number;
  queue_id: number | null;
  assignee_id: number | null;
  category: string | null;
  tags: string;
  fields: string;
  impact: number | null;
  urgency: number | null;
  language: string | null;
  level: number;
  waiting: number;
  created_at: number;
  updated_at: number;
};

export const factsText = `SELECT t.id, t.uid, t.subject, t.requester, c.email, o.name AS organisation, t.channel, t.status, t.priority, t.band, t.queue_id, t.assignee_id,
  t.category, t.tags, t.fields, t.impact, t.urgency, t.language, t.level, t.waiting, t.created_at, t.updated_at
  FROM ticket t JOIN customer c ON c.id = t.customer_id LEFT JOIN organisation o ON o.id = c.organisation_id`;

const moments = ['customerMessage', 'agentReply', 'status', 'assignee'] as const;
const latestText = `SELECT type, max(at) AS at FROM event WHERE ticket_id = ? AND type IN (${moments.map(eventCodes.code).join(', ')})
  AND NOT ${automaticReply} GROUP BY type`;
const saidText = `SELECT body FROM event WHERE ticket_id = ? AND type IN (${(['customerMessage', 'agentReply', 'internalNote'] as const).map(eventCodes.code).join(', ')})
  AND body IS NOT NULL ORDER BY at DESC, id DESC LIMIT 1`;

/** A ticket as rules see it, by row id; undefined where it is gone. `band` and `waiting` are as last derived. */
export function ruleFacts(db: ReadDb, ticketId: number): RuleFacts | undefined {
  const record = row<FactsRecord>(db, `${factsText} WHERE t.id = ?`, ticketId);
  if (record === undefined) return undefined;
  const latest = new Map(
    rows<{ type: number; at: number }>(db, latestText, ticketId).map(({ type, at }) => [eventCodes.word(type), at]),
  );
  return {
    ...columnFacts(db, record),
    body: row<{ body: string }>(db, saidText, ticketId)?.body ?? '',
    statusAt: latest.get('status') ?? record.created_at,
    assignedAt: record.assignee_id === null ? null : (latest.get('assignee') ?? record.created_at),
    customerAt: latest.get('customerMessage') ?? null,
    agentAt: latest.get('agentReply') ?? null,
  };
}

/** What the ticket's own row says; what only its events say is left blank. */
export function columnFacts(db: ReadDb, record: FactsRecord): RuleFacts {
  return {
    status: statusCodes.word(record.status),
    priority: priorityCodes.word(record.priority),
    channel: channelCodes.word(record.channel),
    band: bandCodes.word(record.band),
    queue: record.queue_id === null ? null : uidOf(db, 'queue', record.queue_id),
    assignee: record.assignee_id === null ? null : uidOf(db, 'person', record.assignee_id),
    category: record.category,
    tags: JSON.parse(record.tags) as string[],
    subject: record.subject,
    body: '',
    requester: record.requester,
    email: record.email,
    organisation: record.organisation,
    language: record.language,
    impact: record.impact,
    urgency: record.urgency,
    level: record.level,
    waiting: record.waiting === 1,
    fields: JSON.parse(record.fields) as Record<string, string>,
    createdAt: record.created_at,
    updatedAt: record.updated_at,
    statusAt: record.created_at,
    assignedAt: null,
    customerAt: null,
    agentAt: null,
  };
}
