/**
 * The roster: who people are to it, their shifts as planned and as published, what they asked for, and what they did. A
 * shift has its published state beside its planned one, so that publishing and reverting are one step each and both can
 * be read by time. SPEC ROS-4.
 */
export const roster = {
  number: 13,
  name: 'roster',
  sql: `
ALTER TABLE person ADD COLUMN phone TEXT;
ALTER TABLE person ADD COLUMN team TEXT;
ALTER TABLE person ADD COLUMN role TEXT;
ALTER TABLE person ADD COLUMN skill_levels TEXT NOT NULL DEFAULT '{}';
ALTER TABLE person ADD COLUMN contract_minutes REAL;
ALTER TABLE person ADD COLUMN availability TEXT;
ALTER TABLE person ADD COLUMN ramp REAL NOT NULL DEFAULT 100;

CREATE TABLE shift (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER REFERENCES person (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL CHECK (end_at > start_at),
  work TEXT NOT NULL,
  activities TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  removed INTEGER NOT NULL DEFAULT 0,
  -- As last published; pub_start_at is null where it never was.
  pub_person_id INTEGER REFERENCES person (id),
  pub_start_at INTEGER,
  pub_end_at INTEGER,
  pub_work TEXT,
  pub_activities TEXT,
  batch_id INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX shift_start ON shift (start_at);
CREATE INDEX shift_pub_start ON shift (pub_start_at) WHERE pub_start_at IS NOT NULL;
CREATE INDEX shift_person ON shift (person_id, start_at);
CREATE INDEX shift_pub_person ON shift (pub_person_id) WHERE pub_person_id IS NOT NULL;
CREATE INDEX shift_batch ON shift (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE time_off (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL CHECK (end_at > start_at),
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'declined', 'withdrawn')),
  asked_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX time_off_end ON time_off (end_at);
CREATE INDEX time_off_person ON time_off (person_id);

CREATE TABLE shift_request (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('give', 'swap', 'claim')),
  shift_id INTEGER NOT NULL REFERENCES shift (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  to_person_id INTEGER REFERENCES person (id),
  other_shift_id INTEGER REFERENCES shift (id),
  state TEXT NOT NULL CHECK (state IN ('asked', 'approved', 'declined', 'withdrawn')),
  note TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  decided_at INTEGER,
  decided_by TEXT,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX shift_request_shift ON shift_request (shift_id);
CREATE INDEX shift_request_other ON shift_request (other_shift_id) WHERE other_shift_id IS NOT NULL;
CREATE INDEX shift_request_person ON shift_request (person_id);
CREATE INDEX shift_request_to ON shift_request (to_person_id) WHERE to_person_id IS NOT NULL;

CREATE TABLE attendance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('late', 'absent', 'left')),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL CHECK (end_at > start_at),
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX attendance_end ON attendance (end_at);
CREATE INDEX attendance_person ON attendance (person_id);

CREATE TABLE agent_state (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  state TEXT NOT NULL,
  start_at INTEGER NOT NULL,
  end_at INTEGER,
  batch_id INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX agent_state_start ON agent_state (start_at);
CREATE INDEX agent_state_person ON agent_state (person_id, start_at);
CREATE INDEX agent_state_batch ON agent_state (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE adherence_excuse (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  start_at INTEGER NOT NULL,
  end_at INTEGER NOT NULL CHECK (end_at > start_at),
  reason TEXT NOT NULL,
  by TEXT NOT NULL
) STRICT;
CREATE INDEX adherence_excuse_end ON adherence_excuse (end_at);
CREATE INDEX adherence_excuse_person ON adherence_excuse (person_id);

-- Templates and rotations: small lists, read whole.
CREATE TABLE shift_pattern (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('template', 'rotation')),
  name TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE forecast_event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  date TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  factor REAL NOT NULL
) STRICT;
`,
} as const;
