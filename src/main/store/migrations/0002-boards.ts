/** Saved views, and the counts of every board kept by triggers: a count must not cost more with more tickets. */
const cell = (row: 'NEW' | 'OLD') =>
  `${row}.status, ${row}.priority, ifnull(${row}.queue_id, 0), ifnull(${row}.assignee_id, 0), ${row}.channel, ${row}.band`;
const add = (row: 'NEW' | 'OLD', by: 1 | -1) =>
  `INSERT INTO ticket_count VALUES (${cell(row)}, ${by}) ON CONFLICT DO UPDATE SET n = n + ${by};`;

export const boards = {
  number: 2,
  name: 'boards',
  sql: `
CREATE TABLE ticket_count (
  status INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  queue_id INTEGER NOT NULL,
  assignee_id INTEGER NOT NULL,
  channel INTEGER NOT NULL,
  band INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (status, priority, queue_id, assignee_id, channel, band)
) STRICT, WITHOUT ROWID;
INSERT INTO ticket_count
  SELECT status, priority, ifnull(queue_id, 0), ifnull(assignee_id, 0), channel, band, count(*) FROM ticket
  GROUP BY 1, 2, 3, 4, 5, 6;
CREATE TRIGGER count_insert AFTER INSERT ON ticket BEGIN ${add('NEW', 1)} END;
CREATE TRIGGER count_delete AFTER DELETE ON ticket BEGIN ${add('OLD', -1)} END;
CREATE TRIGGER count_update AFTER UPDATE OF status, priority, queue_id, assignee_id, channel, band ON ticket
BEGIN ${add('OLD', -1)} ${add('NEW', 1)} END;

CREATE TABLE view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  pinned TEXT,
  name TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
`,
} as const;
