import type { Entity } from './entity.ts';

/** The tables of reports, as the change log knows them. What an issue says is not here: it is kept once (SPEC REP-13). */
export const reportEntities = {
  report: {
    table: 'report',
    key: 'uid',
    columns: [
      'id',
      'builtin',
      'kind',
      'title',
      'sections',
      'note',
      'time',
      'recipients',
      'paused',
      'since',
      'removed_at',
    ],
    refs: {},
  },
  report_issue: {
    table: 'report_issue',
    key: 'uid',
    columns: [
      'id',
      'report',
      'kind',
      'title',
      'first_day',
      'days',
      'due_at',
      'made_at',
      'carries',
      'sent_at',
      'removed_at',
    ],
    refs: {},
  },
  report_comment: {
    table: 'report_comment',
    key: 'uid',
    columns: ['id', 'issue_id', 'by_id', 'at', 'text'],
    refs: { issue_id: 'report_issue', by_id: 'person' },
  },
  action_item: {
    table: 'action_item',
    key: 'uid',
    columns: ['id', 'text', 'owner_id', 'due_on', 'made_at', 'done_at', 'issue_id'],
    refs: { owner_id: 'person', issue_id: 'report_issue' },
  },
} as const satisfies Record<string, Entity>;
