import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from '../../../src/domain/ask/complete.ts';
import { nameOf, tokensOf } from '../../../src/domain/ask/tokens.ts';
import { viewDocs } from '../../../src/domain/ask/views.ts';

/** `|` is where the caret stands. */
const at = (marked: string) => complete(marked.replace('|', ''), marked.indexOf('|'), viewDocs);
const texts = (marked: string) => at(marked).items.map(({ text }) => text);

describe('the words of a statement', () => {
  it('are those SQLite reads', () => {
    expect(
      tokensOf(`SELECT "a""b", 'it''s', x'0F', 1.5e3 FROM t -- the end`).map(({ kind, text }) => [kind, text]),
    ).toEqual([
      ['word', 'SELECT'],
      ['quoted', '"a""b"'],
      ['sign', ','],
      ['string', "'it''s'"],
      ['sign', ','],
      ['string', "x'0F'"],
      ['sign', ','],
      ['number', '1.5e3'],
      ['word', 'FROM'],
      ['word', 't'],
      ['comment', '-- the end'],
    ]);
    expect(tokensOf('a->>b||:c[d e]').map(({ text }) => text)).toEqual(['a', '->>', 'b', '||', ':c', '[d e]']);
  });

  it('know a text that does not end', () => {
    const open = (sql: string) => tokensOf(sql).at(-1)?.open;
    expect(["'a", "'a''", "'a'", '"a', '/* a', '/* a */', '[a', '[a]', "'"].map(open)).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('stand where they stood, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (sql) => {
        let last = 0;
        for (const { from, to, text } of tokensOf(sql)) {
          expect(sql.slice(from, to)).toBe(text);
          expect(sql.slice(last, from).trim()).toBe('');
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(sql.slice(last).trim()).toBe('');
      }),
    );
  });

  it('name what they stand for', () => {
    expect(tokensOf('"a""b" `c` [d e] f "open').map(nameOf)).toEqual(['a"b', 'c', 'd e', 'f', 'open']);
  });
});

describe('completion (ASK-20)', () => {
  it('begins with what a question can begin with', () => {
    expect(texts('|')).toEqual(['SELECT', 'WITH', 'VALUES']);
    expect(texts('sel|')).toEqual(['select']);
    expect(at('|').unasked).toBe(false);
    expect(at('sel|').unasked).toBe(true);
  });

  it('offers the views after FROM, JOIN and a comma between them, before a letter is typed', () => {
    const views = viewDocs.map(({ name }) => name);
    expect(texts('SELECT * FROM |')).toEqual(views);
    expect(at('SELECT * FROM |').unasked).toBe(true);
    expect(texts('SELECT * FROM tickets t JOIN |')).toEqual(views);
    expect(texts('SELECT * FROM tickets t, |')).toEqual(views);
    expect(texts('SELECT * FROM tick|')).toEqual(['tickets', 'ticket_tags']);
    expect(at('SELECT * FROM tick|')).toMatchObject({ from: 14, to: 18 });
  });

  it('offers the columns of what is read, under the name it has there', () => {
    expect(texts('SELECT t.ass| FROM tickets t')).toEqual(['assignee', 'assignee_id']);
    expect(texts('SELECT e.| FROM tickets t JOIN events AS e ON e.ticket = t.ticket')).toContain('author_kind');
    expect(texts('SELECT tickets.pri| FROM tickets')).toEqual(['priority']);
    expect(texts('SELECT x.| FROM tickets t')).toEqual([]);
    expect(texts('SELECT met| FROM sla_clocks')).toEqual(['metric', 'met_ms']);
  });

  it('offers columns at a later word of their name, after those that begin so', () => {
    expect(texts('SELECT min| FROM states')).toEqual(['min(', 'length_minutes']);
  });

  it('offers columns in the brackets of a join, and no name of a column as one given by WITH', () => {
    for (const asked of ['coalesce(t.ticket, |', 'USING (ticket, |'])
      expect(texts(`SELECT 1 FROM tickets t JOIN events e ON ${asked}`).slice(0, 3)).not.toContain('tickets');
    expect(texts('SELECT status, count(ticket) AS n FROM |')[0]).toBe('tickets');
    expect(texts('WITH late (a) AS NOT MATERIALIZED (SELECT 1) SELECT * FROM |')[0]).toBe('late');
  });

  it('knows the innermost question, and what is around it', () => {
    const inner = texts('SELECT * FROM tickets t WHERE EXISTS (SELECT 1 FROM events e WHERE | )');
    expect(inner.slice(0, 2)).toEqual(['ticket', 'id']);
    expect(inner).toContain('author_kind');
    expect(inner).toContain('assignee');
    expect(texts('SELECT a| FROM tickets WHERE ticket IN (SELECT ticket FROM events)')).not.toContain('author');
  });

  it('knows names given by WITH, and their columns where these are written out', () => {
    expect(texts('WITH late AS (SELECT 1) SELECT * FROM |')[0]).toBe('late');
    expect(texts('WITH c(n, "the end") AS (VALUES (1, 2)) SELECT c.| FROM c')).toEqual(['n', '"the end"']);
  });

  it('keeps keywords in the case they are begun in, and says nothing within texts, comments and numbers', () => {
    expect(texts('select * from tickets wh|')).toEqual(['where', 'when']);
    expect(texts("SELECT * FROM tickets WHERE status = 'op|")).toEqual([]);
    expect(texts('SELECT 1 -- fro|')).toEqual([]);
    expect(texts('SELECT 12|')).toEqual([]);
    expect(texts('SELECT ticket AS |')).toEqual([]);
  });

  it('replaces what was typed and no more, wherever it is asked', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('select', 'from', 'tickets', 't', '.', ',', '(', ')', "'x'", '"', 'join', 'as', '--', '1'),
        ),
        fc.nat(80),
        (parts, place) => {
          const sql = parts.join(' ');
          const caret = Math.min(place, sql.length);
          const { from, to, items } = complete(sql, caret, viewDocs);
          expect(to).toBe(caret);
          expect(sql.slice(from, to)).toMatch(/^\w*$/);
          expect(new Set(items.map(({ kind, text }) => `${kind} ${text}`)).size).toBe(items.length);
        },
      ),
    );
  });
});
