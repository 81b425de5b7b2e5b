/** Organisations, and what is known of a customer beside name and address. */
export const customers = {
  number: 7,
  name: 'customers',
  sql: `
SELECT 1;
`,
} as const;
