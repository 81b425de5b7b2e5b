/**
 * Reports and their issues. Of the four that every desk has there is a row only once somebody changed one (`builtin` is its
 * kind). What an issue says is kept whole beside it, past the change log, and stays where its making is undone: so it is found
 * again by a redo, and what was due once is not due again. SPEC REP-1, REP-13.
 */
export const reports = {
  number: 20,
  name: 'reports',
  sql: `
CREATE TABLE report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  builtin TEXT UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  -- JSON: sections in their order.
  sections TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  -- JSON: when it is due; null: by hand alone.
  time TEXT,
  -- JSON: addresses.
  recipients TEXT NOT NULL DEFAULT '[]',
  paused INTEGER NOT NULL DEFAULT 0,
  -- From when on issues are due.
  since INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE report_issue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  -- The kind of one of the four, or the uid of an own one as text.
  report TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  first_day TEXT NOT NULL,
  days INTEGER NOT NULL,
  due_at INTEGER,
  made_at INTEGER NOT NULL,
  -- All open action items stand in it.
  carries INTEGER NOT NULL,
  sent_at INTEGER,
  removed_at INTEGER
) STRICT;
CREATE INDEX report_issue_made ON report_issue (made_at) WHERE removed_at IS NULL;
CREATE INDEX report_issue_of ON report_issue (report, made_at);
CREATE INDEX report_issue_carries ON report_issue (made_at) WHERE carries = 1 AND removed_at IS NULL;

CREATE TABLE report_content (
  issue_uid BLOB PRIMARY KEY,
  report TEXT NOT NULL,
  due_at INTEGER,
  -- JSON: the whole of what it says.
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX report_content_due ON report_content (report, due_at) WHERE due_at IS NOT NULL;

CREATE TABLE report_comment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  issue_id INTEGER NOT NULL REFERENCES report_issue (id),
  by_id INTEGER REFERENCES person (id),
  at INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX report_comment_issue ON report_comment (issue_id, at);

CREATE TABLE action_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  text TEXT NOT NULL,
  owner_id INTEGER REFERENCES person (id),
  due_on TEXT,
  made_at INTEGER NOT NULL,
  done_at INTEGER,
  issue_id INTEGER REFERENCES report_issue (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX action_item_open ON action_item (due_on) WHERE done_at IS NULL;
CREATE INDEX action_item_done ON action_item (done_at) WHERE done_at IS NOT NULL;
`,
} as const;
