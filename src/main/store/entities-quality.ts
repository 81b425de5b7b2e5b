import type { Entity } from './entity.ts';

/** The tables of quality, as the change log knows them. */
export const qualityEntities = {
  scorecard: { table: 'scorecard', key: 'uid', columns: ['id', 'active'], refs: {} },
  scorecard_version: {
    table: 'scorecard_version',
    key: 'key',
    columns: ['scorecard_id', 'version', 'body', 'saved_at', 'saved_by'],
    refs: { scorecard_id: 'scorecard' },
  },
  calibration: {
    table: 'calibration',
    key: 'uid',
    columns: ['id', 'name', 'scorecard_id', 'version', 'baseline_id', 'body', 'created_at', 'closed_at'],
    refs: { scorecard_id: 'scorecard', baseline_id: 'person' },
  },
  review: {
    table: 'review',
    key: 'uid',
    columns: [
      'id',
      'ticket_id',
      'scorecard_id',
      'version',
      'agent_id',
      'reviewer_id',
      'session_id',
      'kind',
      'why',
      'week',
      'assigned_at',
      'state',
      'percent',
      'auto_failed',
      'passed',
      'started_at',
      'finished_at',
      'released_at',
      'seconds',
      'disputed',
    ],
    refs: {
      ticket_id: 'ticket',
      scorecard_id: 'scorecard',
      agent_id: 'person',
      reviewer_id: 'person',
      session_id: 'calibration',
    },
  },
  review_field: {
    table: 'review_field',
    key: 'key',
    columns: ['review_id', 'criterion', 'field', 'value', 'hlc', 'actor'],
    refs: { review_id: 'review' },
  },
  quality_conflict: {
    table: 'quality_conflict',
    key: 'key',
    columns: ['review_id', 'kind', 'criterion', 'field', 'here', 'there', 'settled'],
    refs: { review_id: 'review' },
  },
  pack: {
    table: 'pack',
    key: 'uid',
    columns: ['id', 'name', 'role', 'at', 'head', 'redact', 'merged_at'],
    refs: {},
  },
} as const satisfies Record<string, Entity>;
