import { splitClauses } from './clauses.ts';
import { begins, fold } from './fold.ts';
import { operatorNamed, operators } from './operators.ts';
import type { Clause, ClauseValue, OperatorName, SearchContext, Suggestion } from './query.ts';

type Choice = { readonly value: string; readonly label: string; readonly literal: boolean };
type Span = { readonly from: number; readonly to: number };

const most = 12;

const fixed = (value: string): Choice => ({ value, label: value, literal: false });
const literal = (value: string): Choice => ({ value, label: value, literal: true });

/** Reserved words (`none`, `me`) as real names, and whatever would not be read back as one value, go in quotes. */
function written(choice: Choice): string {
  if (!choice.literal) return choice.value;
  const safe = /^[^\s",]+$/.test(choice.value) && !/^(none|me)$/i.test(choice.value);
  return safe ? choice.value : `"${choice.value.replaceAll('"', ' ')}"`;
}

function choices(name: OperatorName, context: SearchContext): readonly Choice[] {
  const own = (operatorNamed(name)?.values ?? []).map(fixed);
  if (name === 'assignee') return [...own, ...context.people.map((person) => literal(person.name))];
  if (name === 'queue') return [...context.queues.map((queue) => literal(queue.name)), ...own];
  if (name === 'tag') return [...(context.tags ?? []).map(literal), ...own];
  if (name === 'category') return [...(context.categories ?? []).map(literal), ...own];
  return own;
}

/** Beginnings of the whole first, then beginnings of a word inside. */
function ranked(all: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = fold(typed.trim());
  const first = all.filter((choice) => fold(choice.value).startsWith(wanted));
  const later = all.filter((choice) => !first.includes(choice) && begins(choice.value, wanted));
  return [...first, ...later];
}

function forValue(name: OperatorName, typed: string, span: Span, context: SearchContext): readonly Suggestion[] {
  return ranked(choices(name, context), typed).map((choice) => ({
    insert: written(choice),
    label: choice.label,
    ...span,
  }));
}

function forWord(typed: string, span: Span, context: SearchContext): readonly Suggestion[] {
  const wanted = fold(typed);
  const names = operators
    .filter((operator) => [operator.name, ...operator.aliases].some((name) => name.startsWith(wanted)))
    .map((operator) => ({ insert: `${operator.name}:`, label: operator.label, ...span }));
  if (wanted === '') return names;
  const within = (name: OperatorName) =>
    ranked(choices(name, context), typed).map((choice) => ({
      insert: `${name}:${written(choice)}`,
      label: `${operatorNamed(name)?.label ?? name}: ${choice.label}`,
      ...span,
    }));
  return [...names, ...(['status', 'assignee', 'queue', 'tag', 'priority', 'sla'] as const).flatMap(within)];
}

function valueAt(clause: Extract<Clause, { kind: 'operator' }>, caret: number): ClauseValue {
  const empty = { text: '', quoted: false, from: caret, to: caret };
  return clause.values.find((value) => value.from <= caret && caret <= value.to) ?? empty;
}

function whole(caret: number, length: number): number {
  return Number.isFinite(caret) ? Math.min(Math.max(Math.trunc(caret), 0), length) : length;
}

/**
 * What could stand where the caret is (a UTF-16 offset): operators, their values, names of people, queues and tags, with
 * the range each replaces. What stands before the caret is taken as typed; at most 12. SPEC SRCH-8.
 */
export function suggest(text: string, caret: number, context: SearchContext): Suggestion[] {
  const at = whole(caret, text.length);
  const clause = splitClauses(text).find((each) => each.from < at && at <= each.to);
  if (!clause) return forWord('', { from: at, to: at }, context).slice(0, most);
  if (clause.kind === 'text') {
    const from = clause.from + (clause.negated ? 1 : 0);
    if (clause.quoted || from > at) return [];
    return forWord(text.slice(from, at), { from, to: clause.to }, context).slice(0, most);
  }
  const colon = text.indexOf(':', clause.from);
  if (at <= colon) {
    const from = clause.from + (clause.negated ? 1 : 0);
    return forWord(text.slice(from, at), { from, to: colon + 1 }, context)
      .filter((each) => each.insert.endsWith(':'))
      .slice(0, most);
  }
  const value = valueAt(clause, at);
  const typed = text.slice(value.from, at).replace(/^["“”„‟]/, '');
  return forValue(clause.name, typed, { from: value.from, to: value.to }, context).slice(0, most);
}
