/**
 * Organisations, what is known of a customer beside name and address, the words customers are found by, and files that
 * came with what was said. The bytes of a file stand apart, once for each content: nothing a board reads comes near them.
 */
export const customers = {
  number: 7,
  name: 'customers',
  sql: `
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  notes TEXT NOT NULL DEFAULT ''
) STRICT;

ALTER TABLE customer ADD COLUMN organisation_id INTEGER REFERENCES organisation (id);
ALTER TABLE customer ADD COLUMN language TEXT;
ALTER TABLE customer ADD COLUMN channel INTEGER;
ALTER TABLE customer ADD COLUMN time_zone TEXT;
ALTER TABLE customer ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE customer ADD COLUMN vip INTEGER NOT NULL DEFAULT 0;
CREATE INDEX customer_organisation ON customer (organisation_id) WHERE organisation_id IS NOT NULL;

-- norm is what is compared: an address or handle in lower case, of a number its digits.
CREATE TABLE contact_point (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  customer_id INTEGER NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  kind INTEGER NOT NULL,
  value TEXT NOT NULL,
  norm TEXT NOT NULL,
  label TEXT,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_point_norm ON contact_point (kind, norm);
CREATE INDEX contact_point_customer ON contact_point (customer_id, position);

CREATE INDEX open_customer ON ticket (customer_id, due_at) WHERE status < 4;

CREATE VIRTUAL TABLE customer_fts USING fts5(
  name, points, organisation,
  content = '', contentless_delete = 1, prefix = '2', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO customer_fts (rowid, name, points, organisation) SELECT id, name, ifnull(email, ''), '' FROM customer;

CREATE TABLE file_content (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  data BLOB NOT NULL
) STRICT;
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  event_id INTEGER REFERENCES event (id) ON DELETE SET NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES file_content (sha256),
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_ticket ON attachment (ticket_id);
CREATE INDEX attachment_event ON attachment (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX attachment_content ON attachment (sha256);

-- By which mail a ticket is known: what answers one of these belongs to it.
CREATE TABLE mail_ref (
  key TEXT PRIMARY KEY,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX mail_ref_ticket ON mail_ref (ticket_id);
`,
} as const;
