/** Automatic replies end no clock any more (SPEC SLA-11): where there are any, all clocks are worked out anew at the opening. */
export const automaticReplies = {
  number: 11,
  name: 'automatic-replies',
  sql: `
INSERT INTO meta SELECT 'rederive', '{"since":null,"after":0}'
  WHERE EXISTS (SELECT 1 FROM event WHERE type = 2 AND author_kind = 2)
  ON CONFLICT DO UPDATE SET value = excluded.value;
`,
} as const;
