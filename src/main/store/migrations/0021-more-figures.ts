/** As `handleFieldName` has it. */
const handle = `json_extract(fields, '$."Handle time (s)"')`;
const ofTicket = (row: 'NEW' | 'OLD'): string =>
  `INSERT OR IGNORE INTO kpi_dirty SELECT solved_at / 900000 FROM ticket
   WHERE ${row}.kind = 'csat' AND id = ${row}.ticket_id AND solved_at IS NOT NULL;`;

/**
 * Handle time beside the clocks of a day; and what customers said in surveys counts for CSAT, so an answer marks the day its
 * ticket was solved on. Days that have either already are worked out anew. SPEC KPI-4, KPI-19.
 */
export const moreFigures = {
  number: 21,
  name: 'more-figures',
  sql: `
ALTER TABLE kpi_day ADD COLUMN handle_n INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kpi_day ADD COLUMN handle_sum REAL NOT NULL DEFAULT 0;
ALTER TABLE kpi_day ADD COLUMN handle_target INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kpi_day ADD COLUMN handle_met INTEGER NOT NULL DEFAULT 0;
ALTER TABLE kpi_day ADD COLUMN handle_sketch BLOB;

CREATE TRIGGER kpi_answer_insert AFTER INSERT ON survey_answer BEGIN ${ofTicket('NEW')} END;
CREATE TRIGGER kpi_answer_update AFTER UPDATE ON survey_answer BEGIN ${ofTicket('OLD')} ${ofTicket('NEW')} END;
CREATE TRIGGER kpi_answer_delete AFTER DELETE ON survey_answer BEGIN ${ofTicket('OLD')} END;

INSERT OR IGNORE INTO kpi_dirty SELECT solved_at / 900000 FROM ticket
  WHERE solved_at IS NOT NULL AND fields <> '{}' AND ${handle} IS NOT NULL;
INSERT OR IGNORE INTO kpi_dirty SELECT solved_at / 900000 FROM ticket
  WHERE solved_at IS NOT NULL AND id IN (SELECT ticket_id FROM survey_answer WHERE kind = 'csat');
`,
} as const;
