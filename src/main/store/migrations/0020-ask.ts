/** Questions that were saved. The views they are asked of are no schema: each connection that answers makes its own. SPEC ASK-1. */
export const ask = {
  number: 20,
  name: 'ask',
  sql: `
CREATE TABLE saved_query (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  -- Empty where it is about a board.
  sql TEXT NOT NULL,
  -- JSON, the filter of a board.
  board TEXT,
  -- JSON, rows, columns and measure.
  pivot TEXT,
  saved_at INTEGER NOT NULL,
  saved_by TEXT NOT NULL
) STRICT;
`,
} as const;
