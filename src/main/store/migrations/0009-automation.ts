/** Rules and the log of their runs. */
export const automation = {
  number: 9,
  name: 'automation',
  sql: `
SELECT 1;
`,
} as const;
