/** What the change log knows of a table: the columns it keeps before and after of, and which of them point elsewhere. */
export type Entity = {
  readonly table: string;
  readonly key: 'uid' | 'key' | 'name';
  readonly columns: readonly string[];
  /** Columns that hold a row id here and travel as the uid of what they point to. */
  readonly refs: Readonly<Record<string, EntityName>>;
};

export type EntityName =
  | 'ticket'
  | 'event'
  | 'customer'
  | 'person'
  | 'queue'
  | 'view'
  | 'meta'
  | 'mapping'
  | 'policy'
  | 'calendar'
  | 'policy_version'
  | 'calendar_version'
  | 'import_ref'
  | 'escalation'
  | 'escalation_step'
  | 'incident'
  | 'decision_tree'
  | 'link'
  | 'dispatch'
  | 'callback'
  | 'rule'
  | 'organisation'
  | 'contact_point'
  | 'attachment'
  | 'mail_ref'
  | 'shift'
  | 'time_off'
  | 'shift_request'
  | 'attendance'
  | 'agent_state'
  | 'adherence_excuse'
  | 'shift_pattern'
  | 'forecast_event';

/** Derived columns (clocks, bands, search) are not here: they follow from these, after every commit and every undo. */
export const entities: Readonly<Record<EntityName, Entity>> = {
  ticket: {
    table: 'ticket',
    key: 'uid',
    columns: [
      'id',
      'subject',
      'customer_id',
      'requester',
      'channel',
      'status',
      'priority',
      'queue_id',
      'assignee_id',
      'category',
      'tags',
      'fields',
      'csat',
      'created_at',
      'updated_at',
      'solved_at',
      'impact',
      'urgency',
      'language',
      'level',
      'drill',
      'parent_id',
      'merged_into',
    ],
    refs: {
      customer_id: 'customer',
      queue_id: 'queue',
      assignee_id: 'person',
      parent_id: 'ticket',
      merged_into: 'ticket',
    },
  },
  event: {
    table: 'event',
    key: 'uid',
    columns: ['id', 'ticket_id', 'at', 'type', 'author_kind', 'author', 'body', 'from_value', 'to_value', 'field'],
    refs: { ticket_id: 'ticket' },
  },
  customer: {
    table: 'customer',
    key: 'uid',
    columns: ['id', 'name', 'email', 'organisation_id', 'language', 'channel', 'time_zone', 'notes', 'vip'],
    refs: { organisation_id: 'organisation' },
  },
  organisation: { table: 'organisation', key: 'uid', columns: ['id', 'name', 'notes'], refs: {} },
  contact_point: {
    table: 'contact_point',
    key: 'uid',
    columns: ['id', 'customer_id', 'kind', 'value', 'norm', 'label', 'position'],
    refs: { customer_id: 'customer' },
  },
  // The bytes stand apart (file_content) and stay when this row goes: a redo finds them again.
  attachment: {
    table: 'attachment',
    key: 'uid',
    columns: ['id', 'ticket_id', 'event_id', 'name', 'type', 'bytes', 'sha256', 'at'],
    refs: { ticket_id: 'ticket', event_id: 'event' },
  },
  mail_ref: { table: 'mail_ref', key: 'key', columns: ['ticket_id'], refs: { ticket_id: 'ticket' } },
  person: {
    table: 'person',
    key: 'uid',
    columns: [
      'id',
      'name',
      'email',
      'time_zone',
      'active',
      'skills',
      'languages',
      'capacity',
      'away',
      'phone',
      'team',
      'role',
      'skill_levels',
      'contract_minutes',
      'availability',
      'ramp',
    ],
    refs: {},
  },
  queue: { table: 'queue', key: 'uid', columns: ['id', 'name'], refs: {} },
  view: { table: 'view', key: 'uid', columns: ['id', 'position', 'pinned', 'name', 'body'], refs: {} },
  meta: { table: 'meta', key: 'key', columns: ['value'], refs: {} },
  mapping: { table: 'mapping', key: 'name', columns: ['body'], refs: {} },
  policy: { table: 'policy', key: 'key', columns: ['position', 'body'], refs: {} },
  import_ref: {
    table: 'import_ref',
    key: 'key',
    columns: ['system', 'external_id', 'ticket_id', 'hash', 'marks'],
    refs: { ticket_id: 'ticket' },
  },
  escalation: {
    table: 'escalation',
    key: 'uid',
    columns: [
      'id',
      'ticket_id',
      'level',
      'owner_id',
      'owner_reason',
      'cause',
      'reason',
      'automatic',
      'minutes',
      'time',
      'opened_at',
      'accepted_at',
      'ended_at',
      'ended',
      'resolution',
    ],
    refs: { ticket_id: 'ticket', owner_id: 'person' },
  },
  /** Undo takes a step away; the log that follows from it (SPEC ESC-20) only grows and is no entity. */
  escalation_step: {
    table: 'escalation_step',
    key: 'uid',
    columns: [
      'id',
      'ticket_id',
      'incident_id',
      'at',
      'actor',
      'action',
      'level',
      'owner',
      'cause',
      'text',
      'resolution',
      'drill',
    ],
    refs: { ticket_id: 'ticket', incident_id: 'incident' },
  },
  incident: {
    table: 'incident',
    key: 'uid',
    columns: [
      'id',
      'ticket_id',
      'title',
      'impact',
      'drill',
      'scenario',
      'started_at',
      'started_by',
      'closed_at',
      'review',
    ],
    refs: { ticket_id: 'ticket' },
  },
  decision_tree: { table: 'decision_tree', key: 'uid', columns: ['id', 'name', 'body'], refs: {} },
  calendar: { table: 'calendar', key: 'key', columns: ['body'], refs: {} },
  policy_version: {
    table: 'policy_version',
    key: 'key',
    columns: ['policy', 'version', 'from_at', 'body', 'saved_at', 'actor'],
    refs: {},
  },
  calendar_version: {
    table: 'calendar_version',
    key: 'key',
    columns: ['calendar', 'version', 'from_at', 'body', 'saved_at', 'actor'],
    refs: {},
  },
  link: {
    table: 'link',
    key: 'uid',
    columns: ['id', 'kind', 'from_id', 'to_id', 'at', 'by'],
    refs: { from_id: 'ticket', to_id: 'ticket' },
  },
  dispatch: {
    table: 'dispatch',
    key: 'uid',
    columns: [
      'id',
      'ticket_id',
      'person_id',
      'name',
      'due_at',
      'note',
      'state',
      'result',
      'created_at',
      'created_by',
      'ended_at',
      'ended_by',
    ],
    refs: { ticket_id: 'ticket', person_id: 'person' },
  },
  callback: {
    table: 'callback',
    key: 'uid',
    columns: [
      'id',
      'ticket_id',
      'owner_id',
      'phone',
      'promised_at',
      'note',
      'state',
      'attempts',
      'moves',
      'result',
      'validated_at',
      'validated_by',
      'created_at',
      'created_by',
      'ended_at',
      'ended_by',
    ],
    refs: { ticket_id: 'ticket', owner_id: 'person' },
  },
  shift: {
    table: 'shift',
    key: 'uid',
    columns: [
      'id',
      'person_id',
      'start_at',
      'end_at',
      'work',
      'activities',
      'note',
      'removed',
      'pub_person_id',
      'pub_start_at',
      'pub_end_at',
      'pub_work',
      'pub_activities',
    ],
    refs: { person_id: 'person', pub_person_id: 'person' },
  },
  time_off: {
    table: 'time_off',
    key: 'uid',
    columns: [
      'id',
      'person_id',
      'start_at',
      'end_at',
      'kind',
      'note',
      'state',
      'asked_at',
      'decided_at',
      'decided_by',
      'reason',
    ],
    refs: { person_id: 'person' },
  },
  shift_request: {
    table: 'shift_request',
    key: 'uid',
    columns: [
      'id',
      'kind',
      'shift_id',
      'person_id',
      'to_person_id',
      'other_shift_id',
      'state',
      'note',
      'asked_at',
      'decided_at',
      'decided_by',
      'reason',
    ],
    refs: { shift_id: 'shift', person_id: 'person', to_person_id: 'person', other_shift_id: 'shift' },
  },
  attendance: {
    table: 'attendance',
    key: 'uid',
    columns: ['id', 'person_id', 'kind', 'start_at', 'end_at', 'reason', 'at', 'by'],
    refs: { person_id: 'person' },
  },
  agent_state: {
    table: 'agent_state',
    key: 'uid',
    columns: ['id', 'person_id', 'state', 'start_at', 'end_at'],
    refs: { person_id: 'person' },
  },
  adherence_excuse: {
    table: 'adherence_excuse',
    key: 'uid',
    columns: ['id', 'person_id', 'start_at', 'end_at', 'reason', 'by'],
    refs: { person_id: 'person' },
  },
  shift_pattern: { table: 'shift_pattern', key: 'uid', columns: ['id', 'kind', 'name', 'body'], refs: {} },
  forecast_event: { table: 'forecast_event', key: 'uid', columns: ['id', 'date', 'name', 'factor'], refs: {} },
  rule: { table: 'rule', key: 'uid', columns: ['id', 'kind', 'position', 'body'], refs: {} },
};

/** Columns that change with every touch: restored by undo where nothing else moved them, never a reason to refuse. */
export const soft: ReadonlySet<string> = new Set(['updated_at']);
