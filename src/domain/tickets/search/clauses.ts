import { operatorNamed } from './operators.ts';
import type { Clause, ClauseValue, ParsedQuery } from './query.ts';

/** Curly quotes come in by paste and by autocorrection; NUL would end a text in SQLite. All are one UTF-16 unit wide. */
function plain(text: string): string {
  return text.replace(/[“”„‟]/g, '"').replaceAll('\0', ' ');
}

function endOfWord(text: string, from: number): number {
  const space = /\s/.exec(text.slice(from));
  return space ? from + space.index : text.length;
}

/** A quoted text whose opening quote stands at `from`; one that is never closed goes on to the end. */
function readQuoted(text: string, from: number): { readonly text: string; readonly to: number } {
  const close = text.indexOf('"', from + 1);
  return close < 0
    ? { text: text.slice(from + 1), to: text.length }
    : { text: text.slice(from + 1, close), to: close + 1 };
}

function readValue(text: string, from: number): ClauseValue {
  if (text[from] === '"') {
    const quoted = readQuoted(text, from);
    return { text: quoted.text, quoted: true, from, to: quoted.to };
  }
  const end = /[\s,]/.exec(text.slice(from));
  const to = end ? from + end.index : text.length;
  return { text: text.slice(from, to), quoted: false, from, to };
}

function readValues(text: string, from: number): { readonly values: readonly ClauseValue[]; readonly to: number } {
  const values: ClauseValue[] = [];
  let at = from;
  for (;;) {
    const value = readValue(text, at);
    if (value.text.trim() !== '') values.push(value);
    at = value.to;
    if (text[at] !== ',') return { values, to: at };
    at += 1;
  }
}

function readClause(text: string, from: number): Clause {
  const next = text[from + 1];
  const negated = text[from] === '-' && next !== undefined && !/\s/.test(next);
  const start = negated ? from + 1 : from;
  if (text[start] === '"') {
    const quoted = readQuoted(text, start);
    return { kind: 'text', text: quoted.text, quoted: true, negated, from, to: quoted.to };
  }
  const word = text.slice(start, endOfWord(text, start));
  const colon = word.indexOf(':');
  const operator = colon > 0 ? operatorNamed(word.slice(0, colon)) : undefined;
  if (operator) {
    const { values, to } = readValues(text, start + colon + 1);
    return { kind: 'operator', name: operator.name, negated, values, from, to };
  }
  return { kind: 'text', text: word, quoted: false, negated, from, to: start + word.length };
}

/** Cuts a query into its clauses. Any text at all is a query; nothing is refused here. SPEC SRCH-1. */
export function splitClauses(query: string): readonly Clause[] {
  const text = plain(query);
  const clauses: Clause[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const clause = readClause(text, at);
    clauses.push(clause);
    at = Math.max(clause.to, at + 1);
  }
  return clauses;
}

const quote = (text: string, quoted: boolean) => (quoted ? `"${text}"` : text);

function formatClause(clause: Clause): string {
  const minus = clause.negated ? '-' : '';
  if (clause.kind === 'text') return minus + quote(clause.text, clause.quoted);
  return `${minus}${clause.name}:${clause.values.map((value) => quote(value.text, value.quoted)).join(',')}`;
}

/** A query in its plainest spelling; parsed again it means the same. SPEC SRCH-9. */
export function formatQuery(query: Pick<ParsedQuery, 'clauses'>): string {
  return query.clauses.map(formatClause).join(' ');
}
