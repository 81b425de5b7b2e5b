import { splitClauses } from './clauses.ts';
import { resolve } from './conditions.ts';
import { wordPattern } from './fold.ts';
import { operators } from './operators.ts';
import type { Clause, Condition, ParsedQuery, SearchContext } from './query.ts';

type TextClause = Extract<Clause, { kind: 'text' }>;

const searchable = (text: string) => new RegExp(wordPattern.source, 'u').test(text);

/** Quoted for FTS5, where a quote inside is doubled and nothing else is syntax: https://www.sqlite.org/fts5.html#fts5_strings */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** `#1042` is a ticket's number. At most 15 digits: what a JavaScript number holds exactly. */
const numberOf = (clause: TextClause) => (clause.quoted ? undefined : /^#(\d{1,15})$/.exec(clause.text)?.[1]);

function textCondition(clause: TextClause): Condition | null {
  const number = numberOf(clause);
  if (number !== undefined) {
    return { field: 'number', op: 'is', values: [Number(number)], negated: clause.negated };
  }
  if (!clause.negated || !searchable(clause.text)) return null;
  return { field: 'text', op: 'match', values: [quoted(clause.text)], negated: true };
}

/** A word with a colon that was most likely meant as an operator; addresses and times of day were not. */
function unknownOperator(clause: TextClause): string | null {
  const name = clause.quoted ? undefined : /^([a-z]{2,20}):(?!\/\/)/i.exec(clause.text)?.[1];
  if (name === undefined) return null;
  const known = operators.map((operator) => operator.name).join(', ');
  return `"${name}:" is not known, so it was searched for as a word. What can be asked: ${known}.`;
}

/** The positive words in order; the last one, if it is not quoted, also finds words that begin with it. SPEC SRCH-4. */
function wordsOf(clauses: readonly Clause[]): readonly { readonly text: string; readonly prefix: boolean }[] {
  const texts = clauses.filter(
    (clause): clause is TextClause =>
      clause.kind === 'text' && !clause.negated && numberOf(clause) === undefined && searchable(clause.text),
  );
  return texts.map((clause, index) => ({ text: clause.text, prefix: index === texts.length - 1 && !clause.quoted }));
}

/** Prefix search takes the last word of the text; what follows it ("deliv...") carries nothing. */
function term(text: string, prefix: boolean): string {
  return prefix ? `${text.replace(/[^\p{L}\p{N}\p{Co}\p{M}]+$/u, '')}*` : text;
}

/**
 * Reads a search query: operators become conditions, words an FTS5 expression. Never throws, whatever the text; what is
 * not understood is named in `problems` and never widens what is found. SPEC SRCH-1 to SRCH-9.
 */
export function parseQuery(text: string, context: SearchContext): ParsedQuery {
  const clauses = splitClauses(text);
  const filter: Condition[] = [];
  const problems: string[] = [];
  const terms: string[] = [];
  for (const clause of clauses) {
    if (clause.kind === 'text') {
      const condition = textCondition(clause);
      if (condition) filter.push(condition);
      const problem = unknownOperator(clause);
      if (problem !== null) problems.push(problem);
      continue;
    }
    const resolved = resolve(clause, context);
    problems.push(...resolved.problems);
    if (resolved.condition) filter.push(resolved.condition);
    if (clause.name === 'subject' && !clause.negated) terms.push(...clause.values.map((value) => value.text));
  }
  const wanted = wordsOf(clauses);
  terms.push(...wanted.map((word) => term(word.text, word.prefix)));
  const match = wanted.map((word) => quoted(word.text) + (word.prefix ? ' *' : '')).join(' AND ');
  return { filter, match: match === '' ? null : match, terms, problems, clauses };
}
