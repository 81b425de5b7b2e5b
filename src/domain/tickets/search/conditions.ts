import { parseInstants } from './dates.ts';
import { begins, fold, wordPattern } from './fold.ts';
import { operatorNamed } from './operators.ts';
import type { Band, Channel, Priority, Status } from '../../../contract/index.ts';
import type { Clause, ClauseValue, Condition, OperatorName, SearchContext } from './query.ts';

type OperatorClause = Extract<Clause, { kind: 'operator' }>;
export type Resolved = { readonly condition: Condition | null; readonly problems: readonly string[] };

/** What one value stands for; a text is the problem with it. */
type Reading<Value> = { readonly values: readonly Value[] } | string;

const one = <Value>(value: Value): Reading<Value> => ({ values: [value] });

const statuses: Readonly<Record<string, readonly Status[]>> = {
  new: ['new'],
  open: ['open'],
  pending: ['pending'],
  hold: ['hold'],
  solved: ['solved'],
  closed: ['closed'],
  unsolved: ['new', 'open', 'pending', 'hold'],
};
const priorities: Readonly<Record<string, readonly Priority[]>> = {
  p1: ['p1'],
  p2: ['p2'],
  p3: ['p3'],
  p4: ['p4'],
};
const channels: Readonly<Record<string, readonly Channel[]>> = {
  email: ['email'],
  phone: ['phone'],
  chat: ['chat'],
  social: ['social'],
  web: ['web'],
  'walk-in': ['walkIn'],
  walkin: ['walkIn'],
  api: ['api'],
  other: ['other'],
};
const bands: Readonly<Record<string, readonly Band[]>> = {
  breached: ['breached'],
  late: ['breached'],
  'at-risk': ['atRisk'],
  atrisk: ['atRisk'],
  'on-time': ['onTime'],
  ontime: ['onTime'],
  paused: ['paused'],
  none: ['none'],
};
const ratings: Readonly<Record<string, readonly ('good' | 'bad' | null)[]>> = {
  good: ['good'],
  bad: ['bad'],
  none: [null],
};

function unknown(name: OperatorName, value: ClauseValue): string {
  const known = operatorNamed(name)?.values ?? [];
  return `"${name}:${value.text}" is not known; ${name} can be ${known.join(', ')}.`;
}

function listed<Value>(name: OperatorName, table: Readonly<Record<string, readonly Value[]>>) {
  return (value: ClauseValue): Reading<Value> => {
    const key = value.text.trim().toLowerCase();
    return Object.hasOwn(table, key) ? { values: table[key] ?? [] } : unknown(name, value);
  };
}

type Named = { readonly id: string; readonly name: string };

/** Somebody of exactly this name, else everybody whose name, or a word of it, begins so. */
function named(all: readonly Named[], text: string, what: string): Reading<string> {
  const wanted = fold(text.trim());
  const exact = all.filter((each) => fold(each.name) === wanted);
  const found = exact.length > 0 ? exact : all.filter((each) => begins(each.name, text.trim()));
  if (found.length > 0) return { values: found.map((each) => each.id) };
  const names = all.slice(0, 5).map((each) => each.name);
  const hint = names.length > 0 ? ` For example: ${names.join(', ')}.` : '';
  return `There is no ${what} whose name begins with "${text}".${hint}`;
}

const isWord = (value: ClauseValue, word: string) => !value.quoted && value.text.toLowerCase() === word;

function readAssignee(context: SearchContext) {
  return (value: ClauseValue): Reading<string | null> => {
    if (isWord(value, 'none')) return one(null);
    if (isWord(value, 'off')) return { values: context.off };
    if (!isWord(value, 'me')) return named(context.people, value.text, 'person');
    return context.me === null
      ? '"assignee:me" needs to know who you are. Choose yourself in Settings.'
      : one(context.me);
  };
}

function readQueue(context: SearchContext) {
  return (value: ClauseValue): Reading<string | null> =>
    isWord(value, 'none') ? one(null) : named(context.queues, value.text, 'queue');
}

function readLabel(value: ClauseValue): Reading<string | null> {
  return one(isWord(value, 'none') ? null : value.text.trim());
}

function readNumber(value: ClauseValue): Reading<number> {
  const digits = /^#?(\d{1,15})$/.exec(value.text.trim())?.[1];
  return digits === undefined
    ? `"number:${value.text}" is not a ticket number; write it like number:1042 or #1042.`
    : one(Number(digits));
}

function readMatch(value: ClauseValue): Reading<string> {
  if (!new RegExp(wordPattern.source, 'u').test(value.text)) {
    return `"subject:${value.text}" has no letter or digit to look for.`;
  }
  return one(`"${value.text.replaceAll('"', '""')}"`);
}

function readInstants(name: OperatorName, context: SearchContext) {
  return (value: ClauseValue) => {
    const range = parseInstants(value.text.trim(), context);
    return range === null
      ? `"${name}:${value.text}" is not a time; write it like ${name}:2026-01-31, ${name}:>=2026-01-01, ` +
          `${name}:2026-01-01..2026-02-01, ${name}:today or ${name}:7d.`
      : one(range);
  };
}

/**
 * All values of a clause. Where nothing was understood, or something in a negated clause was not, the condition has no
 * values and finds nothing: a slip of the pen may narrow a bulk command, never widen it. SPEC SRCH-5.
 */
function gather<Value>(
  clause: OperatorClause,
  read: (value: ClauseValue) => Reading<Value>,
  make: (values: readonly Value[], negated: boolean) => Condition,
): Resolved {
  const values: Value[] = [];
  const problems: string[] = [];
  for (const value of clause.values) {
    const reading = read(value);
    if (typeof reading === 'string') problems.push(reading);
    else values.push(...reading.values);
  }
  const lost = values.length === 0 || (clause.negated && problems.length > 0);
  return { condition: lost ? make([], false) : make([...new Set(values)], clause.negated), problems };
}

type Resolve = (clause: OperatorClause, context: SearchContext) => Resolved;

function within(field: 'created' | 'updated' | 'solved'): Resolve {
  return (clause, context) =>
    gather(clause, readInstants(field, context), (values, negated) => ({ field, op: 'within', values, negated }));
}

function label(field: 'tag' | 'category'): Resolve {
  return (clause) => gather(clause, readLabel, (values, negated) => ({ field, op: 'is', values, negated }));
}

const resolvers: Readonly<Record<OperatorName, Resolve>> = {
  status: (clause) =>
    gather(clause, listed('status', statuses), (values, negated) => ({ field: 'status', op: 'is', values, negated })),
  priority: (clause) =>
    gather(clause, listed('priority', priorities), (values, negated) => ({
      field: 'priority',
      op: 'is',
      values,
      negated,
    })),
  channel: (clause) =>
    gather(clause, listed('channel', channels), (values, negated) => ({ field: 'channel', op: 'is', values, negated })),
  sla: (clause) =>
    gather(clause, listed('sla', bands), (values, negated) => ({ field: 'band', op: 'is', values, negated })),
  csat: (clause) =>
    gather(clause, listed('csat', ratings), (values, negated) => ({ field: 'csat', op: 'is', values, negated })),
  has: (clause) =>
    gather(clause, listed<'good' | 'bad'>('has', { csat: ['good', 'bad'] }), (values, negated) => ({
      field: 'csat',
      op: 'is',
      values,
      negated,
    })),
  assignee: (clause, context) =>
    gather(clause, readAssignee(context), (values, negated) => ({ field: 'assignee', op: 'is', values, negated })),
  queue: (clause, context) =>
    gather(clause, readQueue(context), (values, negated) => ({ field: 'queue', op: 'is', values, negated })),
  tag: label('tag'),
  category: label('category'),
  requester: (clause) =>
    gather(
      clause,
      (value) => one(value.text.trim()),
      (values, negated) => ({ field: 'requester', op: 'contains', values, negated }),
    ),
  subject: (clause) =>
    gather(clause, readMatch, (values, negated) => ({ field: 'subject', op: 'match', values, negated })),
  number: (clause) => gather(clause, readNumber, (values, negated) => ({ field: 'number', op: 'is', values, negated })),
  id: (clause) =>
    gather(
      clause,
      (value) => one(value.text.trim()),
      (values, negated) => ({ field: 'externalId', op: 'is', values, negated }),
    ),
  created: within('created'),
  updated: within('updated'),
  solved: within('solved'),
};

/** What an operator clause restricts, and what in it was not understood. A clause still without a value restricts nothing. */
export function resolve(clause: OperatorClause, context: SearchContext): Resolved {
  if (clause.values.length > 0) return resolvers[clause.name](clause, context);
  const example = operatorNamed(clause.name)?.example ?? '';
  return { condition: null, problems: [`"${clause.name}:" needs a value, such as ${clause.name}:${example}.`] };
}
