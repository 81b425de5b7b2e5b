import type { TicketRow } from '../../contract/index.ts';
import { excerpt, highlight, type Part } from '../../domain/tickets/highlight.ts';
import { boardQuery, readByIds } from './boards.ts';
import { ftsClause, type Where } from './condition-sql.ts';
import { rows, type Param, type ReadDb } from './db.ts';

export type Hit = { readonly ticket: TicketRow; readonly subject: Part[]; readonly excerpt: Part[] | null };
export type SearchQuery = {
  readonly where: Where;
  readonly match: string | null;
  readonly terms: readonly string[];
  readonly limit: number;
};

/**
 * The best tickets for a query: those whose subject has the words first, then the rest, each newest first. Not bm25:
 * its weights need every match counted, and the whole point is not to touch a million rows for fifty. ADR 0005.
 */
export function searchTickets(db: ReadDb, query: SearchQuery): Hit[] {
  const ids = query.match === null ? plainIds(db, query) : matchedIds(db, query, query.match);
  return readByIds(db, ids).map((ticket) => ({
    ticket,
    subject: highlight(ticket.subject, query.terms),
    excerpt: query.terms.length === 0 ? null : bestExcerpt(db, ticket.number, query.terms),
  }));
}

/** No words, operators only: the newest that fit. */
function plainIds(db: ReadDb, { where, limit }: SearchQuery): number[] {
  const { text, params } = boardQuery('id', where, [{ by: 'number', descending: true }]);
  return rows<{ id: number }>(db, `${text} LIMIT ?`, ...params, limit).map(({ id }) => id);
}

function matchedIds(db: ReadDb, { where, limit }: SearchQuery, match: string): number[] {
  const inSubject = newest(db, where, `{subject} : (${match})`, limit);
  if (inSubject.length >= limit) return inSubject;
  const seen = new Set(inSubject);
  const anywhere = newest(db, where, match, limit + inSubject.length).filter((id) => !seen.has(id));
  return [...inSubject, ...anywhere].slice(0, limit);
}

/** Walks the matches by row id downwards, which FTS5 gives without sorting, and stops at the limit. */
function newest(db: ReadDb, where: Where, match: string, limit: number): number[] {
  const own = where.clauses.filter(({ text }) => text !== ftsClause);
  const params: Param[] = [match, ...own.flatMap(({ params: given }) => given), limit];
  // The inner SELECT gives its row id alone: the columns of the index are called as those of the table.
  // Open tickets are the young ones: below the oldest of them there is nothing to look at.
  const young = where.openOnly
    ? ' AND rowid >= (SELECT ifnull(min(id), 0) FROM ticket INDEXED BY open_due WHERE status < 4)'
    : '';
  const found = `SELECT rowid AS found FROM ticket_fts WHERE ticket_fts MATCH ?${young} ORDER BY rowid DESC`;
  const text =
    own.length === 0
      ? `SELECT found AS id FROM (${found}) LIMIT ?`
      : `SELECT id FROM (${found}) CROSS JOIN ticket ON id = found WHERE ${own.map((clause) => clause.text).join(' AND ')} ORDER BY found DESC LIMIT ?`;
  return rows<{ id: number }>(db, text, ...params).map(({ id }) => id);
}

/** The passage of the conversation that says most of what was looked for. */
function bestExcerpt(db: ReadDb, ticketId: number, terms: readonly string[]): Part[] | null {
  const bodies = rows<{ body: string }>(
    db,
    'SELECT body FROM event WHERE ticket_id = ? AND body IS NOT NULL ORDER BY at, id LIMIT 50',
    ticketId,
  );
  let best: Part[] | null = null;
  let most = 0;
  for (const { body } of bodies) {
    const found = excerpt(body.slice(0, 20_000), terms);
    const hits = found?.filter(({ hit }) => hit).length ?? 0;
    if (hits > most) [best, most] = [found, hits];
  }
  return best;
}
