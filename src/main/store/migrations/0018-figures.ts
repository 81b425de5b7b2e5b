const quarterOf = (row: 'NEW' | 'OLD', column: string): string =>
  `INSERT OR IGNORE INTO kpi_dirty SELECT ${row}.${column} / 900000 WHERE ${row}.${column} IS NOT NULL;`;
const both = (row: 'NEW' | 'OLD'): string => `${quarterOf(row, 'created_at')} ${quarterOf(row, 'solved_at')}`;
const ofTicket = (row: 'NEW' | 'OLD'): string =>
  `INSERT OR IGNORE INTO kpi_dirty SELECT solved_at / 900000 FROM ticket WHERE id = ${row}.ticket_id AND solved_at IS NOT NULL;`;

/**
 * Figures of tickets by day, added up: as a whole and by queue, channel, priority, agent, category and hour. A day is worked
 * out anew once a ticket of it changed: triggers note the quarter of an hour (of UTC, as the day depends on the desk's zone, and
 * zones differ by quarters), whoever writes. SPEC KPI-10.
 */
export const figures = {
  number: 18,
  name: 'figures',
  sql: `
CREATE TABLE kpi_day (
  dim INTEGER NOT NULL,
  key TEXT NOT NULL,
  day INTEGER NOT NULL,
  created INTEGER NOT NULL,
  first_n INTEGER NOT NULL,
  first_sum REAL NOT NULL,
  first_target INTEGER NOT NULL,
  first_met INTEGER NOT NULL,
  first_sketch BLOB,
  next_n INTEGER NOT NULL,
  next_sum REAL NOT NULL,
  next_target INTEGER NOT NULL,
  next_met INTEGER NOT NULL,
  next_sketch BLOB,
  solved INTEGER NOT NULL,
  resolution_n INTEGER NOT NULL,
  resolution_sum REAL NOT NULL,
  resolution_target INTEGER NOT NULL,
  resolution_met INTEGER NOT NULL,
  resolution_sketch BLOB,
  sla_target INTEGER NOT NULL,
  sla_met INTEGER NOT NULL,
  rated INTEGER NOT NULL,
  good INTEGER NOT NULL,
  escalated INTEGER NOT NULL,
  reopened INTEGER NOT NULL,
  one_contact INTEGER NOT NULL,
  PRIMARY KEY (dim, key, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX kpi_day_day ON kpi_day (day);

CREATE TABLE kpi_dirty (quarter INTEGER PRIMARY KEY) STRICT;
-- The zone whose days these are, and when one was last worked out.
CREATE TABLE kpi_state (zone TEXT NOT NULL, at INTEGER NOT NULL) STRICT;

INSERT OR IGNORE INTO kpi_dirty SELECT created_at / 900000 FROM ticket;
INSERT OR IGNORE INTO kpi_dirty SELECT solved_at / 900000 FROM ticket WHERE solved_at IS NOT NULL;

CREATE TRIGGER kpi_ticket_insert AFTER INSERT ON ticket BEGIN ${both('NEW')} END;
CREATE TRIGGER kpi_ticket_update AFTER UPDATE ON ticket BEGIN ${both('OLD')} ${both('NEW')} END;
CREATE TRIGGER kpi_ticket_delete AFTER DELETE ON ticket BEGIN ${both('OLD')} END;
CREATE TRIGGER kpi_escalation_insert AFTER INSERT ON escalation BEGIN ${ofTicket('NEW')} END;
CREATE TRIGGER kpi_escalation_delete AFTER DELETE ON escalation BEGIN ${ofTicket('OLD')} END;
`,
} as const;
