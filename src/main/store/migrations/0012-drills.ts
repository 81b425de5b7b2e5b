/** Open tickets of drills, so that what counts the day's work can leave them out without looking at all of it. SPEC ESC-61. */
export const drills = {
  number: 12,
  name: 'drills',
  sql: `
CREATE INDEX open_drill ON ticket (band) WHERE drill = 1 AND status < 4;
`,
} as const;
