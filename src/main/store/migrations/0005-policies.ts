/** Versions of policies and calendars, and what was snoozed. */
export const policies = {
  number: 5,
  name: 'policies',
  sql: `
SELECT 1;
`,
} as const;
