/**
 * Rules, the log of their runs, what timed automations have acted on already, whose turn it is in routing, and which
 * change sets came of which.
 */
export const automation = {
  number: 9,
  name: 'automation',
  sql: `
CREATE TABLE rule (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('macro', 'trigger', 'timed')),
  position INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- A log: it stays when its rule or its ticket goes. Whether a run was undone shows in its change set.
CREATE TABLE rule_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  rule_uid BLOB NOT NULL,
  rule_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  ticket_id INTEGER NOT NULL,
  ticket_uid BLOB NOT NULL,
  at INTEGER NOT NULL,
  cause TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'failed', 'loop')),
  changes TEXT NOT NULL,
  set_id INTEGER REFERENCES change_set (id)
) STRICT;
CREATE INDEX rule_run_rule ON rule_run (rule_uid, outcome, at);
CREATE INDEX rule_run_ticket ON rule_run (ticket_uid);
CREATE INDEX rule_run_set ON rule_run (set_id) WHERE set_id IS NOT NULL;

-- A timed automation acts on a ticket once, until the ticket no longer matches.
CREATE TABLE automation_seen (
  rule_uid BLOB NOT NULL,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  PRIMARY KEY (rule_uid, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX automation_seen_ticket ON automation_seen (ticket_id);

-- Grows with every ticket that routing gives out: the lowest turn comes next.
CREATE TABLE route_turn (
  person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  turn INTEGER NOT NULL
) STRICT;

-- Sets that a rule made because of another set: undone and redone with it. taken: it was undone with its cause.
CREATE TABLE consequence (
  set_id INTEGER PRIMARY KEY REFERENCES change_set (id),
  cause_id INTEGER NOT NULL REFERENCES change_set (id),
  taken INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX consequence_cause ON consequence (cause_id);
`,
} as const;
