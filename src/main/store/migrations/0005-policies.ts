/**
 * Versions of policies and calendars: what counted from when on, kept for ever, so that clocks stay a function of events
 * and rules. Marks before a breach: one alert a mark, and some held back for a while. The clock a row shows is chosen
 * otherwise from here on: open tickets are worked out anew.
 */
export const policies = {
  number: 5,
  name: 'policies',
  sql: `
CREATE TABLE policy_version (
  key TEXT PRIMARY KEY, -- policy, '/', version
  policy TEXT NOT NULL,
  version INTEGER NOT NULL,
  from_at INTEGER, -- null: since ever
  body TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  UNIQUE (policy, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE calendar_version (
  key TEXT PRIMARY KEY, -- calendar, '/', version
  calendar TEXT NOT NULL,
  version INTEGER NOT NULL,
  from_at INTEGER,
  body TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  UNIQUE (calendar, version)
) STRICT, WITHOUT ROWID;
INSERT INTO policy_version SELECT key || '/1', key, 1, NULL, body, ifnull((SELECT min(applied_at) FROM migration), 0), 'Foredesk' FROM policy;
INSERT INTO calendar_version SELECT key || '/1', key, 1, NULL, body, ifnull((SELECT min(applied_at) FROM migration), 0), 'Foredesk' FROM calendar;

-- The few events that put a ticket under another policy.
CREATE INDEX event_policy ON event (ticket_id, at) WHERE type = 8;

ALTER TABLE sla_clock ADD COLUMN mark_minutes REAL;

CREATE TABLE alert_marked (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ticket_id INTEGER NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  metric INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  fired_at INTEGER NOT NULL,
  late INTEGER NOT NULL,
  mark REAL NOT NULL DEFAULT 0,
  held_until INTEGER,
  UNIQUE (ticket_id, metric, kind, due_at, mark)
) STRICT;
INSERT INTO alert_marked SELECT id, ticket_id, metric, kind, due_at, fired_at, late, 0, NULL FROM alert;
DROP TABLE alert;
ALTER TABLE alert_marked RENAME TO alert;
CREATE INDEX alert_held ON alert (held_until) WHERE held_until IS NOT NULL;

INSERT INTO meta SELECT 'rederive', '{"since":9000000000000000,"after":0}' WHERE EXISTS (SELECT 1 FROM ticket);
`,
} as const;
