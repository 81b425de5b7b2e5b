/**
 * Escalations, incidents and drills, and the steps taken in them. The log is apart from the steps: undo takes a step away,
 * but only ever adds to the log. It refers to nothing by key, so that it outlives what it tells of.
 */
export const escalation = {
  number: 6,
  name: 'escalation',
  sql: `
CREATE TABLE escalation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  owner_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
  owner_reason TEXT NOT NULL,
  cause TEXT NOT NULL,
  reason TEXT NOT NULL,
  automatic INTEGER NOT NULL,
  -- The promise as it was when the level got the ticket: a later change of settings does not rewrite it.
  minutes REAL NOT NULL,
  time TEXT NOT NULL CHECK (time IN ('business', 'calendar')),
  opened_at INTEGER NOT NULL,
  accepted_at INTEGER,
  ended_at INTEGER,
  ended TEXT CHECK (ended IN ('resolved', 'passedOn', 'deEscalated')),
  resolution TEXT
) STRICT;
CREATE INDEX escalation_ticket ON escalation (ticket_id, opened_at);
CREATE INDEX escalation_open ON escalation (level) WHERE ended_at IS NULL;

CREATE TABLE incident (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  impact TEXT NOT NULL,
  drill INTEGER NOT NULL,
  scenario TEXT,
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL,
  closed_at INTEGER,
  review TEXT
) STRICT;
CREATE INDEX incident_ticket ON incident (ticket_id);
CREATE INDEX incident_running ON incident (started_at) WHERE closed_at IS NULL;

CREATE TABLE escalation_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  ticket_id INTEGER REFERENCES ticket (id) ON DELETE CASCADE,
  incident_id INTEGER REFERENCES incident (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  level INTEGER,
  owner TEXT,
  cause TEXT,
  text TEXT NOT NULL,
  resolution TEXT,
  drill INTEGER NOT NULL
) STRICT;
CREATE INDEX escalation_step_ticket ON escalation_step (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX escalation_step_incident ON escalation_step (incident_id, at) WHERE incident_id IS NOT NULL;

CREATE TABLE escalation_log (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  step BLOB,
  turn TEXT NOT NULL CHECK (turn IN ('done', 'takenBack', 'again')),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  level INTEGER,
  owner TEXT,
  cause TEXT,
  text TEXT NOT NULL,
  resolution TEXT,
  ticket_uid BLOB,
  ticket_number INTEGER,
  ticket_subject TEXT,
  incident_uid BLOB,
  incident_title TEXT,
  drill INTEGER NOT NULL
) STRICT;
CREATE INDEX escalation_log_at ON escalation_log (at);
CREATE INDEX escalation_log_step ON escalation_log (step) WHERE step IS NOT NULL;
CREATE INDEX escalation_log_ticket ON escalation_log (ticket_uid, at) WHERE ticket_uid IS NOT NULL;
CREATE INDEX escalation_log_incident ON escalation_log (incident_uid) WHERE incident_uid IS NOT NULL;
CREATE TRIGGER escalation_log_stays BEFORE UPDATE ON escalation_log
BEGIN SELECT RAISE(ABORT, 'the escalation log is append-only'); END;
CREATE TRIGGER escalation_log_kept BEFORE DELETE ON escalation_log
BEGIN SELECT RAISE(ABORT, 'the escalation log is append-only'); END;

CREATE TABLE decision_tree (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  body TEXT NOT NULL
) STRICT;
`,
} as const;
