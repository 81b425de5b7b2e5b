/**
 * The escalation log stays append-only, with one way out: what a made-up ticket of the sample came with goes with the sample.
 * Only while its batch is being removed, and only what is older than it.
 */
export const sampleLog = {
  number: 15,
  name: 'sample-log',
  sql: `
DROP TRIGGER escalation_log_kept;
CREATE TRIGGER escalation_log_kept BEFORE DELETE ON escalation_log
WHEN NOT EXISTS (
  SELECT 1 FROM ticket t JOIN batch b ON b.id = t.batch_id
  WHERE t.uid = OLD.ticket_uid AND b.format = 'sample' AND b.state = 'removing' AND OLD.at <= b.at
)
BEGIN SELECT RAISE(ABORT, 'the escalation log is append-only'); END;
`,
} as const;
