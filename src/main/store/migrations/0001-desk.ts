/** People, queues, customers, tickets, events, policies, clocks, and the change log that everything is written through. */
export const desk = {
  number: 1,
  name: 'desk',
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'removing', 'removed')),
  created INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT,
  time_zone TEXT,
  active INTEGER NOT NULL DEFAULT 1,
  batch_id INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX person_name ON person (name COLLATE NOCASE);

CREATE TABLE queue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  batch_id INTEGER REFERENCES batch (id)
) STRICT;

CREATE TABLE customer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT COLLATE NOCASE,
  batch_id INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX customer_email ON customer (email) WHERE email IS NOT NULL;
CREATE INDEX customer_name ON customer (name COLLATE NOCASE);

-- The row id is the number people read (#1042). due_at is a sort key: 8640000000000000 where no clock runs.
CREATE TABLE ticket (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  subject TEXT NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  requester TEXT NOT NULL,
  channel INTEGER NOT NULL,
  status INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  queue_id INTEGER REFERENCES queue (id),
  assignee_id INTEGER REFERENCES person (id),
  category TEXT,
  tags TEXT NOT NULL DEFAULT '[]',
  fields TEXT NOT NULL DEFAULT '{}',
  csat INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  solved_at INTEGER,
  batch_id INTEGER REFERENCES batch (id),
  band INTEGER NOT NULL DEFAULT 4,
  due_at INTEGER NOT NULL DEFAULT 8640000000000000,
  clock_metric INTEGER,
  clock_state INTEGER,
  clock_due INTEGER,
  clock_risk INTEGER,
  clock_met INTEGER,
  waiting INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX ticket_created ON ticket (created_at);
CREATE INDEX ticket_updated ON ticket (updated_at);
CREATE INDEX ticket_solved ON ticket (solved_at) WHERE solved_at IS NOT NULL;
CREATE INDEX ticket_customer ON ticket (customer_id);
CREATE INDEX open_due ON ticket (due_at) WHERE status < 4;
CREATE INDEX open_status ON ticket (status, due_at) WHERE status < 4;
CREATE INDEX open_priority ON ticket (priority, due_at) WHERE status < 4;
CREATE INDEX open_assignee ON ticket (assignee_id, due_at) WHERE status < 4;
CREATE INDEX open_queue ON ticket (queue_id, due_at) WHERE status < 4;
CREATE INDEX open_band ON ticket (band, due_at) WHERE status < 4;

CREATE TABLE ticket_tag (
  tag TEXT NOT NULL,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  PRIMARY KEY (tag, ticket_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_tag_ticket ON ticket_tag (ticket_id);

CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  type INTEGER NOT NULL,
  author_kind INTEGER NOT NULL,
  author TEXT NOT NULL,
  body TEXT,
  from_value TEXT,
  to_value TEXT,
  field TEXT,
  batch_id INTEGER REFERENCES batch (id)
) STRICT;
CREATE INDEX event_ticket ON event (ticket_id, at);

-- What an importer last saw of a ticket: the same file twice changes nothing (hash); a newer one changes only the fields
-- that moved there (marks: 4 bytes of hash a field), so that what was changed here since stays.
CREATE TABLE import_ref (
  key TEXT PRIMARY KEY, -- external id, char(31), system
  system TEXT NOT NULL,
  external_id TEXT NOT NULL,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  marks TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX import_ref_ticket ON import_ref (ticket_id);

CREATE TABLE calendar (key TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE policy (key TEXT PRIMARY KEY, position INTEGER NOT NULL, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- A cache of a pure function of the ticket's events (SPEC SLA): verify proves it. next_at drives the one timer.
CREATE TABLE sla_clock (
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  metric INTEGER NOT NULL,
  target_minutes REAL,
  started_at INTEGER,
  spent_ms INTEGER NOT NULL,
  paused_ms INTEGER NOT NULL,
  due_at INTEGER,
  risk_at INTEGER,
  met_at INTEGER,
  breached_at INTEGER,
  state INTEGER NOT NULL,
  next_at INTEGER,
  PRIMARY KEY (ticket_id, metric)
) STRICT, WITHOUT ROWID;
CREATE INDEX sla_clock_next ON sla_clock (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX sla_clock_due ON sla_clock (due_at) WHERE next_at IS NOT NULL;

CREATE TABLE alert (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  metric INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  fired_at INTEGER NOT NULL,
  late INTEGER NOT NULL,
  UNIQUE (ticket_id, metric, kind, due_at)
) STRICT;

CREATE TABLE change_set (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  hlc TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  label TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target_id INTEGER REFERENCES change_set (id),
  batch_id INTEGER REFERENCES batch (id),
  undoable INTEGER NOT NULL
) STRICT;
CREATE INDEX change_set_target ON change_set (target_id) WHERE target_id IS NOT NULL;
CREATE TABLE change (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  set_id INTEGER NOT NULL REFERENCES change_set (id),
  entity TEXT NOT NULL,
  uid TEXT NOT NULL,
  ticket_uid BLOB,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_of_set ON change (set_id);
CREATE INDEX change_of_ticket ON change (ticket_uid) WHERE ticket_uid IS NOT NULL;
CREATE TRIGGER change_set_stays BEFORE UPDATE ON change_set BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_set_kept BEFORE DELETE ON change_set BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_stays BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_kept BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TABLE mapping (name TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
`,
} as const;
