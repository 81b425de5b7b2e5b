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
  | 'forecast_event'
  | 'scorecard'
  | 'scorecard_version'
  | 'calibration'
  | 'review'
  | 'review_field'
  | 'quality_conflict'
  | 'pack'
  | 'coaching_session'
  | 'coaching_goal'
  | 'coaching_action'
  | 'praise';
