import type { RuleCondition, RuleConditions, RuleField } from '../../contract/rules.ts';
import { takesNoValue } from '../../domain/rules/fields.ts';
import { q } from '../strings/en-conditions.ts';
import { t } from '../strings/en.ts';
import type { ConditionValue } from './condition-draft.ts';

export type ConditionNames = {
  readonly queues: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
};

const words: Partial<Record<RuleField, Readonly<Record<string, string>>>> = {
  status: t.status,
  priority: t.priority,
  channel: t.channel,
  band: t.band,
  waiting: { yes: q.yes, no: q.no },
};

/** A value as one reads it: words of closed lists, names of queues and people, all else as it is. */
export function valueWords(field: RuleField, value: ConditionValue, names: ConditionNames): string {
  if (field === 'assignee') return value === null ? t.bar.nobody : (names.people.get(String(value)) ?? '…');
  if (field === 'queue') return value === null ? t.bar.noQueue : (names.queues.get(String(value)) ?? '…');
  if (value === null) return q.none;
  return words[field]?.[String(value)] ?? String(value);
}

function oneInWords(condition: RuleCondition, names: ConditionNames): string {
  const { field, name, op, values } = condition;
  const what = field === 'field' && name !== undefined && name !== '' ? name : q.field[field];
  const asked = `${what} ${q.op[op]}`;
  if (takesNoValue(op)) return asked;
  return `${asked} ${values.length === 0 ? '…' : values.map((value) => valueWords(field, value, names)).join(q.or)}`;
}

/** `Queue is Billing or Sales, Priority is P1`; `Every ticket.` where nothing is asked. */
export function conditionsInWords({ all, any }: RuleConditions, names: ConditionNames): string {
  const every = all.map((condition) => oneInWords(condition, names));
  const some = any.map((condition) => oneInWords(condition, names));
  if (every.length === 0 && some.length === 0) return q.everyTicket;
  const ofAny = some.length === 0 ? [] : [every.length === 0 ? q.onlyAny(some) : q.anyOf(some)];
  return [...every, ...ofAny].join(q.and);
}
