import type { ReviewFilter, ReviewRow } from '../../../contract/index.ts';
import { uuidBytes } from '../../../domain/desk/uuid.ts';
import { channelCodes } from '../../store/codes.ts';
import { row, type Param } from '../../store/db.ts';
import type { Core } from '../core.ts';
import { spanOf } from '../roster/span.ts';
import { inOpenSession, reviewRecords, reviewTables, toReviewRow, type ReviewRecord } from './read.ts';

type Where = { readonly text: string; readonly params: readonly Param[] };

const identities = (filter: ReviewFilter) =>
  [
    [filter.reviewerId, 'p.uid = ?'],
    [filter.agentId, 'a.uid = ?'],
    [filter.scorecardId, 'c.uid = ?'],
    [filter.sessionId, 's.uid = ?'],
    [filter.ticketId, 't.uid = ?'],
  ] as const;

const lists = (filter: ReviewFilter): (readonly [readonly Param[] | undefined, string])[] => [
  [filter.state, 'r.state'],
  // A golden conversation is found as what it looks like. SPEC QAC-4.
  [filter.kind, "iif(r.kind = 'golden' AND r.state IN ('assigned', 'started'), 'random', r.kind)"],
  [filter.channel?.map((channel) => channelCodes.code(channel)), 't.channel'],
];

/** A filter as SQL over reviews. */
function whereOf(core: Core, filter: ReviewFilter): Where {
  const clauses: { text: string; params: readonly Param[] }[] = [];
  const add = (text: string, ...params: readonly Param[]) => clauses.push({ text, params });
  const list = (column: string, values: readonly Param[]) =>
    add(`${column} IN (${values.map(() => '?').join(', ')})`, ...values);
  for (const [value, text] of identities(filter)) if (value !== undefined) add(text, uuidBytes(value));
  for (const [values, column] of lists(filter)) if (values !== undefined) list(column, values);
  if (filter.team !== undefined) add('a.team = ?', filter.team);
  if (filter.week !== undefined) add('r.week = ?', filter.week);
  if (filter.disputed !== undefined) add('r.disputed = ?', filter.disputed ? 1 : 0);
  if (filter.autoFailed !== undefined) add(`iif(${inOpenSession}, 0, r.auto_failed) = ?`, filter.autoFailed ? 1 : 0);
  if (filter.criterion !== undefined)
    add(
      `EXISTS (SELECT 1 FROM review_field f WHERE f.review_id = r.id AND f.criterion = ? AND f.field = 'value' AND f.value NOT IN ('null', '"na"'))`,
      filter.criterion,
    );
  if (filter.from !== undefined) {
    const span = spanOf(core, { from: filter.from, days: filter.days ?? 1 });
    add(
      'ifnull(r.finished_at, r.assigned_at) >= ? AND ifnull(r.finished_at, r.assigned_at) < ?',
      span.startAt,
      span.endAt,
    );
  }
  return {
    text: clauses.length === 0 ? '' : `WHERE ${clauses.map(({ text }) => text).join(' AND ')}`,
    params: clauses.flatMap(({ params }) => params),
  };
}

/** What is to be done first, oldest first; then what is done, newest first. */
const order = `ORDER BY r.state NOT IN ('assigned', 'started'), CASE WHEN r.state IN ('assigned', 'started') THEN r.assigned_at ELSE -ifnull(r.finished_at, r.assigned_at) END, r.id`;

export function findRecords(core: Core, filter: ReviewFilter, limit: number): ReviewRecord[] {
  const { text, params } = whereOf(core, filter);
  return reviewRecords(core.db, `${text} ${order} LIMIT ?`, ...params, limit);
}

export function findReviews(core: Core, filter: ReviewFilter, limit: number): { reviews: ReviewRow[]; total: number } {
  const { text, params } = whereOf(core, filter);
  const total = row<{ n: number }>(core.db, `SELECT count(*) AS n ${reviewTables} ${text}`, ...params)?.n ?? 0;
  return { reviews: findRecords(core, filter, limit).map(toReviewRow), total };
}
