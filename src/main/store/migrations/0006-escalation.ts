/** Escalations with their append-only log, incidents and drills. */
export const escalation = {
  number: 6,
  name: 'escalation',
  sql: `
SELECT 1;
`,
} as const;
