/**
 * Coaching: sessions with what coach and agent read, goals, actions, praise. Notes that are their author's alone lie in a table
 * of their own, outside of the change log, so that no history, export or undo shows them to anybody else. SPEC COA-3.
 */
export const coaching = {
  number: 16,
  name: 'coaching',
  sql: `
CREATE TABLE coaching_session (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  coach_id INTEGER REFERENCES person (id),
  at INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'held')),
  agenda TEXT NOT NULL,
  notes TEXT NOT NULL,
  evidence TEXT NOT NULL,
  acknowledged_at INTEGER,
  agent_note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX coaching_session_person ON coaching_session (person_id, at);

-- By session and author, the author a person's uid in hex, or empty for whoever the desk does not know. No foreign key: a
-- session that is taken away and brought back by undo finds them again.
CREATE TABLE coaching_private (
  session_uid BLOB NOT NULL,
  author TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (session_uid, author)
) STRICT, WITHOUT ROWID;

CREATE TABLE coaching_goal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  session_id INTEGER REFERENCES coaching_session (id) ON DELETE SET NULL,
  review_id INTEGER REFERENCES review (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  metric TEXT,
  set_at INTEGER NOT NULL,
  due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'met', 'dropped')),
  closed_at INTEGER
) STRICT;
CREATE INDEX coaching_goal_person ON coaching_goal (person_id, set_at);
CREATE INDEX coaching_goal_session ON coaching_goal (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX coaching_goal_review ON coaching_goal (review_id) WHERE review_id IS NOT NULL;

CREATE TABLE coaching_action (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  session_id INTEGER REFERENCES coaching_session (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  owner_id INTEGER REFERENCES person (id),
  due_on TEXT,
  done_at INTEGER
) STRICT;
CREATE INDEX coaching_action_person ON coaching_action (person_id, done_at);
CREATE INDEX coaching_action_session ON coaching_action (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE praise (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person (id),
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  text TEXT NOT NULL,
  ticket_id INTEGER REFERENCES ticket (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX praise_person ON praise (person_id, at);
CREATE INDEX praise_ticket ON praise (ticket_id) WHERE ticket_id IS NOT NULL;
`,
} as const;
