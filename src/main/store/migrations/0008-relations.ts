/** Tickets that belong together, work handed to somebody outside the queue until a time, and calls that were promised. */
export const relations = {
  number: 8,
  name: 'relations',
  sql: `
-- A pair is linked once, whichever way round. Parents stand on the ticket itself (parent_id), merges too (merged_into).
CREATE TABLE link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('related', 'duplicateOf', 'split')),
  from_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  to_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  by TEXT NOT NULL,
  CHECK (from_id <> to_id)
) STRICT;
CREATE UNIQUE INDEX link_once ON link (kind, min(from_id, to_id), max(from_id, to_id));
CREATE INDEX link_from ON link (from_id);
CREATE INDEX link_to ON link (to_id);

CREATE TABLE dispatch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  person_id INTEGER REFERENCES person (id),
  name TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
  result TEXT,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  ended_at INTEGER,
  ended_by TEXT
) STRICT;
CREATE INDEX dispatch_ticket ON dispatch (ticket_id);
CREATE INDEX dispatch_open ON dispatch (due_at) WHERE state = 'open';
CREATE INDEX dispatch_ended ON dispatch (ended_at) WHERE state <> 'open';

-- A call that is promised for another time ends as 'moved' and goes on as a new row: what was promised stays to be read.
CREATE TABLE callback (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  owner_id INTEGER REFERENCES person (id),
  phone TEXT NOT NULL,
  promised_at INTEGER NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'missed', 'moved', 'cancelled')),
  attempts INTEGER NOT NULL,
  moves INTEGER NOT NULL,
  result TEXT,
  validated_at INTEGER,
  validated_by TEXT,
  created_at INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  ended_at INTEGER,
  ended_by TEXT
) STRICT;
CREATE INDEX callback_ticket ON callback (ticket_id);
CREATE INDEX callback_open ON callback (promised_at) WHERE state = 'open';
CREATE INDEX callback_ended ON callback (ended_at) WHERE state <> 'open';
`,
} as const;
