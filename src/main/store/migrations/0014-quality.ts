/**
 * Quality: scorecards in versions, reviews, and what was said in them field by field. Each field carries the hybrid time
 * at which it was said, so that two desks and a pack agree on what was said last, in whatever order they meet.
 * SPEC QAP-4. Scores and states on the review are caches of its fields.
 */
export const quality = {
  number: 14,
  name: 'quality',
  sql: `
CREATE TABLE scorecard (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE scorecard_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  scorecard_id INTEGER NOT NULL REFERENCES scorecard (id),
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  saved_by TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX scorecard_version_of ON scorecard_version (scorecard_id, version);

CREATE TABLE calibration (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scorecard_id INTEGER NOT NULL REFERENCES scorecard (id),
  version INTEGER NOT NULL,
  baseline_id INTEGER REFERENCES person (id),
  body TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  closed_at INTEGER
) STRICT;

CREATE TABLE review (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  scorecard_id INTEGER NOT NULL REFERENCES scorecard (id),
  version INTEGER NOT NULL,
  agent_id INTEGER NOT NULL REFERENCES person (id),
  reviewer_id INTEGER REFERENCES person (id),
  session_id INTEGER REFERENCES calibration (id),
  kind TEXT NOT NULL,
  why TEXT NOT NULL,
  week TEXT NOT NULL,
  assigned_at INTEGER NOT NULL,
  -- Caches of the fields below.
  state TEXT NOT NULL DEFAULT 'assigned',
  percent REAL,
  auto_failed INTEGER NOT NULL DEFAULT 0,
  passed INTEGER,
  started_at INTEGER,
  finished_at INTEGER,
  released_at INTEGER,
  seconds REAL NOT NULL DEFAULT 0,
  disputed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX review_ticket ON review (ticket_id);
CREATE INDEX review_state ON review (state, assigned_at);
CREATE INDEX review_reviewer ON review (reviewer_id, state);
CREATE INDEX review_agent ON review (agent_id, finished_at);
CREATE INDEX review_finished ON review (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX review_week ON review (week, kind);
CREATE INDEX review_session ON review (session_id) WHERE session_id IS NOT NULL;

-- Key: review / criterion / field, the criterion empty for what is said of the review itself.
CREATE TABLE review_field (
  key TEXT PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  criterion TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  hlc TEXT NOT NULL,
  actor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_field_review ON review_field (review_id);
-- Where the hybrid clock ends: asked with every field that is said.
CREATE INDEX review_field_hlc ON review_field (hlc);

CREATE TABLE quality_conflict (
  key TEXT PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('value', 'form', 'ticket')),
  criterion TEXT NOT NULL,
  field TEXT NOT NULL,
  here TEXT NOT NULL,
  there TEXT NOT NULL,
  -- Kept when it is settled: the same two sayings that meet again are no new conflict.
  settled INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX quality_conflict_review ON quality_conflict (review_id);

-- A pack made here (what it held, to know what had changed since), or one opened here: a sealed box and nothing else.
CREATE TABLE pack (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('made', 'opened')),
  at INTEGER NOT NULL,
  head TEXT NOT NULL,
  box BLOB,
  -- Of one made here and redacted, by which rules, so that quotes find their way back.
  redact TEXT,
  merged_at INTEGER
) STRICT;
`,
} as const;
