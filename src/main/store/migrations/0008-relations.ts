/** Tickets that belong together, dispatches and callbacks. */
export const relations = {
  number: 8,
  name: 'relations',
  sql: `
SELECT 1;
`,
} as const;
