/**
 * Since when a customer waits, and which clocks breached when: what the stand-up asks for every morning, of few rows
 * among many.
 */
export const morning = {
  number: 10,
  name: 'morning',
  sql: `
ALTER TABLE ticket ADD COLUMN waiting_since INTEGER;
UPDATE ticket SET waiting_since = (
    SELECT min(at) FROM event WHERE ticket_id = ticket.id AND type = 1
      AND at > ifnull((SELECT max(at) FROM event WHERE ticket_id = ticket.id AND type = 2), -8640000000000000)
  ) WHERE waiting = 1;
CREATE INDEX open_waiting ON ticket (waiting_since) WHERE status < 4 AND waiting_since IS NOT NULL;
CREATE INDEX sla_clock_breached ON sla_clock (breached_at) WHERE breached_at IS NOT NULL;
`,
} as const;
