import type { RuleCondition } from '../../contract/rules.ts';
import { asksStatus, type TimedRule } from '../../domain/automation/timed.ts';
import { uuidBytes } from '../../domain/desk/uuid.ts';
import { bandCodes, channelCodes, eventCodes, firstDoneStatus, priorityCodes, statusCodes } from './codes.ts';
import type { Param } from './db.ts';
import { automaticReply } from './derive.ts';

/** A test over `ticket t`. */
type Sql = { readonly text: string; readonly params: readonly Param[] };
/** What a timed automation looks for, as far as SQL can say it; `exact`: it says all; `openOnly`: of open tickets. */
export type Prefilter = Sql & { readonly exact: boolean; readonly openOnly: boolean };

const hourMs = 3_600_000;
const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
const latest = (type: 'status' | 'assignee' | 'customerMessage' | 'agentReply'): string =>
  `(SELECT max(at) FROM event WHERE ticket_id = t.id AND type = ${eventCodes.code(type)} AND NOT ${automaticReply})`;

/** Since when, and an indexed column that is never later. */
const instants = {
  hoursSinceCreated: 't.created_at',
  hoursSinceUpdated: 't.updated_at',
  hoursSinceStatus: `ifnull(${latest('status')}, t.created_at)`,
  hoursSinceAssigned: `CASE WHEN t.assignee_id IS NULL THEN NULL ELSE ifnull(${latest('assignee')}, t.created_at) END`,
  hoursSinceCustomer: latest('customerMessage'),
  hoursSinceAgent: latest('agentReply'),
} as const;
const isSince = (field: string): field is keyof typeof instants => Object.hasOwn(instants, field);

const coded = {
  status: (word: string): number => statusCodes.words.indexOf(word as never),
  priority: (word: string): number => priorityCodes.words.indexOf(word as never),
  channel: (word: string): number => channelCodes.words.indexOf(word as never),
  band: (word: string): number => bandCodes.words.indexOf(word as never),
  waiting: (word: string): number => (word === 'yes' ? 1 : 0),
} as const;
const isCoded = (field: string): field is keyof typeof coded => Object.hasOwn(coded, field);

const numbersOf = (values: RuleCondition['values']): number[] => values.filter((value) => typeof value === 'number');
const textsOf = (values: RuleCondition['values']): string[] => values.filter((value) => typeof value === 'string');

/** Null where SQL cannot tell: words compared without case in any script, custom fields. */
function conditionSql(condition: RuleCondition, now: number): Sql | null {
  const { op } = condition;
  if (op === 'isNot') return negated(conditionSql({ ...condition, op: 'is' }, now));
  if (op === 'absent') return negated(conditionSql({ ...condition, op: 'present' }, now));
  if (isSince(condition.field)) return sinceSql(instants[condition.field], condition, now);
  if (isCoded(condition.field)) return codedSql(`t.${condition.field}`, condition, coded[condition.field]);
  switch (condition.field) {
    case 'queue':
      return referenceSql('queue', condition);
    case 'assignee':
      return referenceSql('person', condition);
    case 'impact':
    case 'urgency':
    case 'level':
      return numberSql(`t.${condition.field}`, condition);
    case 'category':
    case 'language':
      return plainSql(`t.${condition.field}`, condition);
    case 'tag':
      return tagSql(condition);
    default:
      return null;
  }
}

/** What is not known is not so, and its opposite then is. */
const negated = (sql: Sql | null): Sql | null =>
  sql === null ? null : { text: `NOT ifnull(${sql.text}, 0)`, params: sql.params };

function codedSql(column: string, { op, values }: RuleCondition, code: (word: string) => number): Sql | null {
  if (op !== 'is') return null;
  const codes = textsOf(values).map(code);
  return { text: `${column} IN (${marks(codes)})`, params: codes };
}

function sinceSql(at: string, { op, values }: RuleCondition, now: number): Sql | null {
  const hours = numbersOf(values);
  if (op === 'present') return { text: `(${at}) IS NOT NULL`, params: [] };
  if (op === 'atMost') return { text: `(${at}) >= ?`, params: [now - Math.max(...hours) * hourMs] };
  if (op !== 'atLeast') return null;
  const until = now - Math.min(...hours) * hourMs;
  // Nothing happened to a ticket before it was made: an index leaves out most before any event is looked at.
  return at === 't.updated_at'
    ? { text: 't.updated_at <= ?', params: [until] }
    : { text: `(t.created_at <= ? AND (${at}) <= ?)`, params: [until, until] };
}

function referenceSql(table: 'queue' | 'person', { op, values }: RuleCondition): Sql | null {
  const column = table === 'queue' ? 't.queue_id' : 't.assignee_id';
  if (op === 'present') return { text: `${column} IS NOT NULL`, params: [] };
  if (op !== 'is') return null;
  const ids = textsOf(values).map(uuidBytes);
  const none = values.includes(null) ? ` OR ${column} IS NULL` : '';
  return { text: `(${column} IN (SELECT id FROM ${table} WHERE uid IN (${marks(ids)}))${none})`, params: ids };
}

function numberSql(column: string, { op, values }: RuleCondition): Sql | null {
  const numbers = numbersOf(values);
  if (op === 'present') return { text: `${column} IS NOT NULL`, params: [] };
  if (op === 'atLeast') return { text: `${column} >= ?`, params: [Math.min(...numbers)] };
  if (op === 'atMost') return { text: `${column} <= ?`, params: [Math.max(...numbers)] };
  if (op !== 'is') return null;
  const none = values.includes(null) ? ` OR ${column} IS NULL` : '';
  return { text: `(${column} IN (${marks(numbers)})${none})`, params: numbers };
}

// eslint-disable-next-line no-control-regex -- ASCII is what SQLite folds as we do
const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

function plainSql(column: string, { op, values }: RuleCondition): Sql | null {
  if (op === 'present') return { text: `(${column} IS NOT NULL AND ${column} <> '')`, params: [] };
  const texts = textsOf(values);
  if (op !== 'is' || !texts.every(isAscii)) return null;
  const none = values.includes(null) ? ` OR ${column} IS NULL OR ${column} = ''` : '';
  return { text: `(${column} COLLATE NOCASE IN (${marks(texts)})${none})`, params: texts };
}

function tagSql({ op, values }: RuleCondition): Sql | null {
  if (op === 'present') return { text: "t.tags <> '[]'", params: [] };
  if (op !== 'is') return null;
  const tags = textsOf(values).map((tag) => tag.toLowerCase());
  const none = values.includes(null) ? " OR t.tags = '[]'" : '';
  const has = `EXISTS (SELECT 1 FROM ticket_tag WHERE ticket_id = t.id AND tag IN (${marks(tags)}))`;
  return { text: `(${has}${none})`, params: tags };
}

const isOpenStatus = ({ field, op, values }: RuleCondition): boolean =>
  field === 'status' && op === 'is' && textsOf(values).every((word) => word !== 'solved' && word !== 'closed');

/** What a timed automation looks for at an instant: never less than what fits. SPEC AUT-17. */
export function prefilterOf(rule: TimedRule, now: number): Prefilter {
  const all = rule.conditions.all.map((condition) => conditionSql(condition, now));
  const any = rule.conditions.any.map((condition) => conditionSql(condition, now));
  const whole = any.filter((sql) => sql !== null);
  const openOnly = !asksStatus(rule) || rule.conditions.all.some(isOpenStatus);
  const open = !openOnly ? [] : [{ text: `t.status < ${firstDoneStatus}`, params: [] }];
  const some =
    whole.length === 0 || whole.length < any.length
      ? []
      : [{ text: `(${whole.map(({ text }) => text).join(' OR ')})`, params: whole.flatMap(({ params }) => params) }];
  const parts = [...open, ...all.filter((sql) => sql !== null), ...some];
  return {
    text: parts.length === 0 ? '1' : parts.map(({ text }) => text).join(' AND '),
    params: parts.flatMap(({ params }) => params),
    openOnly,
    exact: ![...all, ...any].includes(null),
  };
}
