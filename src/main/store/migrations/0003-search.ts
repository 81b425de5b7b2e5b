/**
 * Full text over all that was said. Contentless: the words stand once, in the tables they come from. The body column of
 * one ticket is its whole conversation, so that two words from two messages find it.
 */
export const search = {
  number: 3,
  name: 'search',
  sql: `
CREATE VIRTUAL TABLE ticket_fts USING fts5(
  subject, requester, body, ids, tags,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO ticket_fts (rowid, subject, requester, body, ids, tags)
  SELECT t.id, t.subject, t.requester,
    (SELECT group_concat(body, char(10)) FROM (SELECT body FROM event WHERE ticket_id = t.id AND body IS NOT NULL ORDER BY at, id)),
    t.id || ' ' || ifnull((SELECT group_concat(external_id, ' ') FROM import_ref WHERE ticket_id = t.id), ''),
    ifnull((SELECT group_concat(value, ' ') FROM json_each(t.tags)), '')
  FROM ticket t;
`,
} as const;
