import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatQuery } from '../../../src/domain/tickets/search/clauses.ts';
import { operators } from '../../../src/domain/tickets/search/operators.ts';
import { parseQuery } from '../../../src/domain/tickets/search/parse.ts';
import type { Condition, SearchContext } from '../../../src/domain/tickets/search/query.ts';
import { suggest } from '../../../src/domain/tickets/search/suggest.ts';

const at = (iso: string) => Date.parse(iso);
const context: SearchContext = {
  people: [
    { id: 'rosa', name: 'Rosa Silva' },
    { id: 'ines', name: 'Inês Cardoso' },
    { id: 'none', name: 'None Such' },
    { id: 'silva', name: 'Ana Silva' },
  ],
  queues: [
    { id: 'q1', name: 'Billing' },
    { id: 'q2', name: 'Back office' },
  ],
  tags: ['refund', 'late delivery', 'none', 'résumé'],
  categories: ['Refund', 'Late delivery'],
  timeZone: 'Europe/Lisbon',
  now: at('2026-07-15T10:24:00+01:00'),
  me: 'rosa',
  off: ['ines', 'silva'],
};
const parse = (text: string, over: Partial<SearchContext> = {}) => parseQuery(text, { ...context, ...over });
const only = (text: string): Condition | undefined => parse(text).filter[0];

/** Queries that look like queries, and texts that look like nothing. */
const queries = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...operators.flatMap((each) => each.values.map((value) => `${each.name}:${value}`))),
        fc.constantFrom(
          '-',
          '"',
          '""',
          ' ',
          ',',
          ':',
          'tag:',
          'tag:"a b",c',
          '#1042',
          'created:>2026-01-01',
          'created:2026-01..today',
          '-status:open',
          '"late delivery"',
          'NEAR(a b)',
          'a AND NOT b',
          '“x”',
          'subject:"in',
          '*',
          '^a',
          '😀',
          '\0',
          'café',
        ),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 12 },
    )
    .chain((parts) => fc.constantFrom('', ' ', ',').map((glue) => parts.join(glue))),
);

describe('parseQuery', () => {
  test('SRCH-1: the query of the issue becomes conditions and a quoted expression', () => {
    const query = parse('status:open assignee:none priority:p1 tag:refund created:>2026-01-01 "late delivery"');
    expect(query.filter).toEqual([
      { field: 'status', op: 'is', values: ['open'], negated: false },
      { field: 'assignee', op: 'is', values: [null], negated: false },
      { field: 'priority', op: 'is', values: ['p1'], negated: false },
      { field: 'tag', op: 'is', values: ['refund'], negated: false },
      {
        field: 'created',
        op: 'within',
        values: [{ from: at('2026-01-02T00:00:00Z'), to: null }],
        negated: false,
      },
    ]);
    expect(query.match).toBe('"late delivery"');
    expect(query.terms).toEqual(['late delivery']);
    expect(query.problems).toEqual([]);
  });

  test.each([
    ['status:unsolved', ['new', 'open', 'pending', 'hold']],
    ['STATUS:Open,pending', ['open', 'pending']],
    ['assignee:me', ['rosa']],
    ['assignee:"none"', ['none']],
    ['assignee:"ines cardoso"', ['ines']],
    ['assignee:inê', ['ines']],
    ['owner:silva', ['rosa', 'silva']],
    ['queue:none,billing', [null, 'q1']],
    ['queue:office', ['q2']],
    ['channel:walk-in', ['walkIn']],
    ['sla:at-risk,breached', ['atRisk', 'breached']],
    ['has:csat', ['good', 'bad']],
    ['csat:bad', ['bad']],
    ['number:1042,#7', [1042, 7]],
    ['#1042', [1042]],
    ['id:INC0000045', ['INC0000045']],
    ['tag:"late delivery",refund', ['late delivery', 'refund']],
    ['tag:none', [null]],
    ['category:"none"', ['none']],
    ['requester:aiko', ['aiko']],
    ['subject:"two words"', ['"two words"']],
  ])('SRCH-2: %s', (text, values) => {
    const query = parse(text);
    expect(query.filter).toHaveLength(1);
    expect(query.filter[0]?.values).toEqual(values);
    expect(query.problems).toEqual([]);
    expect(query.match).toBeNull();
  });

  test('SRCH-3: a leading minus negates operators, numbers, words and phrases', () => {
    expect(parse('-status:solved -#7 -"on time" -spam - late').filter).toEqual([
      { field: 'status', op: 'is', values: ['solved'], negated: true },
      { field: 'number', op: 'is', values: [7], negated: true },
      { field: 'text', op: 'match', values: ['"on time"'], negated: true },
      { field: 'text', op: 'match', values: ['"spam"'], negated: true },
    ]);
    expect(parse('-spam - late').match).toBe('"late" *');
  });

  test('SRCH-4: words are joined by and; the last plain one also finds beginnings', () => {
    expect(parse('late deliv status:open').match).toBe('"late" AND "deliv" *');
    expect(parse('late deliv... status:open').terms).toEqual(['late', 'deliv*']);
    expect(parse('late "delivery"').match).toBe('"late" AND "delivery"');
    expect(parse('😀 -- late !').match).toBe('"late" *');
  });

  test('SRCH-5: what is not understood finds nothing and says what would be', () => {
    expect(parse('status:opn').filter).toEqual([{ field: 'status', op: 'is', values: [], negated: false }]);
    expect(parse('status:opn').problems[0]).toContain('new, open, pending');
    expect(parse('status:opn,open').filter[0]).toEqual({ field: 'status', op: 'is', values: ['open'], negated: false });
    expect(parse('-status:opn,open').filter[0]).toEqual({ field: 'status', op: 'is', values: [], negated: false });
    expect(parse('status:').filter).toEqual([]);
    expect(parse('status:').problems[0]).toContain('status:open');
    expect(parse('assignee:zed').problems[0]).toContain('Rosa Silva');
    expect(parse('assignee:me', { me: null }).problems[0]).toContain('Settings');
    expect(parse('created:2026-02-30').problems[0]).toContain('created:2026-01-31');
    expect(parse('prio:p1').problems[0]).toContain('priority');
    expect(parse('https://a.example 10:30 constructor: status:constructor').problems).toHaveLength(2);
  });

  test.each([
    ['2026-07-01', '2026-07-01T00:00+01:00', '2026-07-02T00:00+01:00'],
    ['=2026-07-01', '2026-07-01T00:00+01:00', '2026-07-02T00:00+01:00'],
    ['>2026-07-01', '2026-07-02T00:00+01:00', null],
    ['>=2026-07-01', '2026-07-01T00:00+01:00', null],
    ['<2026-07-01', null, '2026-07-01T00:00+01:00'],
    ['<=2026-07-01', null, '2026-07-02T00:00+01:00'],
    ['2026-01-01..2026-02-01', '2026-01-01T00:00Z', '2026-02-02T00:00Z'],
    ['2026-01-01..', '2026-01-01T00:00Z', null],
    ['*..2026-01-01', null, '2026-01-02T00:00Z'],
    ['2026-03', '2026-03-01T00:00Z', '2026-04-01T00:00+01:00'],
    ['2026', '2026-01-01T00:00Z', '2027-01-01T00:00Z'],
    ['2026-07-01T09:30', '2026-07-01T09:30+01:00', '2026-07-01T09:31+01:00'],
    ['today', '2026-07-15T00:00+01:00', '2026-07-16T00:00+01:00'],
    ['yesterday', '2026-07-14T00:00+01:00', '2026-07-15T00:00+01:00'],
    ['2026-03-29', '2026-03-29T00:00Z', '2026-03-30T00:00+01:00'],
    ['7d', '2026-07-08T10:24+01:00', null],
    ['<24h', null, '2026-07-14T10:24+01:00'],
  ])('SRCH-6: created:%s, in the desk zone', (text, from, to) => {
    const condition = only(`created:${text}`);
    const instant = (iso: string | null) => (iso === null ? null : at(iso));
    expect(condition?.values).toEqual([{ from: instant(from), to: instant(to) }]);
  });

  test('SRCH-1: any text is a query, and a formatted query means the same', () => {
    const meaning = (text: string) => {
      const { clauses, ...rest } = parse(text);
      return { ...rest, clauses: clauses.length };
    };
    fc.assert(
      fc.property(queries, (text) => {
        const formatted = formatQuery(parse(text));
        expect(meaning(formatted)).toEqual(meaning(text));
        expect(formatQuery(parse(formatted))).toBe(formatted);
      }),
      { numRuns: 3000 },
    );
  });

  test('SRCH-4: FTS5 takes every expression', () => {
    const db = new Database(':memory:');
    db.exec(`create virtual table fts using fts5(subject, body, tokenize = 'unicode61 remove_diacritics 2')`);
    db.prepare('insert into fts values (?, ?)').run('Late Delivery', 'café NEAR the station');
    const find = db.prepare('select count(*) n from fts where fts match ?').pluck();
    fc.assert(
      fc.property(queries, (text) => {
        const query = parse(text);
        const subject = query.filter.flatMap((each) =>
          each.op === 'match' ? each.values.map((value) => `{subject} : (${value})`) : [],
        );
        for (const match of [...(query.match === null ? [] : [query.match]), ...subject]) find.get(match);
      }),
      { numRuns: 2000 },
    );
    expect(find.get(parse('cafe "late delivery" stat').match)).toBe(1);
    expect(find.get(parse('"delivery late"').match)).toBe(0);
    expect(find.get(parse('late '.repeat(500)).match)).toBe(1);
    db.close();
  });
});

describe('suggest', () => {
  const inserts = (text: string, caret = text.length) => suggest(text, caret, context).map((each) => each.insert);
  const apply = (text: string, caret = text.length) => {
    const first = suggest(text, caret, context)[0]!;
    return text.slice(0, first.from) + first.insert + text.slice(first.to);
  };

  test('SRCH-8: operators, then values, with what they replace', () => {
    expect(inserts('')).toContain('status:');
    expect(apply('sta')).toBe('status:');
    expect(apply('-pri')).toBe('-priority:');
    expect(apply('status:pen')).toBe('status:pending');
    expect(apply('status:open,pen refund', 15)).toBe('status:open,pending refund');
    expect(inserts('assignee:silv')).toEqual(['"Rosa Silva"', '"Ana Silva"']);
    expect(apply('owner:"ros')).toBe('owner:"Rosa Silva"');
    expect(apply('queue:bil status:open', 9)).toBe('queue:Billing status:open');
    expect(inserts('tag:resu')).toEqual(['résumé']);
    expect(inserts('tag:none')).toEqual(['"none"', 'none']);
    expect(inserts('billing')).toEqual(['queue:Billing']);
    expect(inserts('sat:good x', 1)).not.toHaveLength(0);
    expect(inserts('"late del')).toEqual([]);
  });

  test('SRCH-8: never more than twelve, always inside the text, and what is inserted is understood', () => {
    fc.assert(
      fc.property(queries, fc.integer({ min: -2, max: 100 }), (text, caret) => {
        const found = suggest(text, caret, context);
        expect(found.length).toBeLessThanOrEqual(12);
        for (const each of found) {
          expect(each.from).toBeGreaterThanOrEqual(0);
          expect(each.to).toBeGreaterThanOrEqual(each.from);
          expect(each.to).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
    for (const text of ['assignee:', 'queue:', 'tag:', 'status:', 'sla:', 'channel:', 'csat:', 'has:', 'category:']) {
      for (const insert of inserts(text)) expect(parse(text + insert).problems).toEqual([]);
    }
  });
});
