import type { RuleField, RuleOp } from '../../contract/rules.ts';
import { bandWords, channels, priorities, statuses } from '../../contract/words.ts';
import type { RuleFacts, RuleMoment, RuleValue } from './facts.ts';

export type FieldKind = 'word' | 'id' | 'text' | 'number' | 'hours' | 'yes';

type FieldRule = {
  readonly kind: FieldKind;
  /** The only values there are, for a closed list. */
  readonly words?: readonly string[];
  /** What the ticket has; several where it holds a list. */
  readonly read: (facts: RuleFacts, moment: RuleMoment, name: string) => RuleValue | readonly RuleValue[];
};

const hourMs = 3_600_000;
const since =
  (instant: (facts: RuleFacts) => number | null): FieldRule['read'] =>
  (facts, { now }) => {
    const at = instant(facts);
    return at === null ? null : (now - at) / hourMs;
  };

/** What can be asked of each field, in one table: checking, asking and the editor's choices are made from it. SPEC RUL-2. */
export const fieldRules: Readonly<Record<RuleField, FieldRule>> = {
  status: { kind: 'word', words: statuses, read: (facts) => facts.status },
  priority: { kind: 'word', words: priorities, read: (facts) => facts.priority },
  channel: { kind: 'word', words: channels, read: (facts) => facts.channel },
  band: { kind: 'word', words: bandWords, read: (facts) => facts.band },
  queue: { kind: 'id', read: (facts) => facts.queue },
  assignee: { kind: 'id', read: (facts) => facts.assignee },
  category: { kind: 'text', read: (facts) => facts.category },
  tag: { kind: 'text', read: (facts) => facts.tags },
  subject: { kind: 'text', read: (facts) => facts.subject },
  body: { kind: 'text', read: (facts) => facts.body },
  requester: { kind: 'text', read: (facts) => facts.requester },
  email: { kind: 'text', read: (facts) => facts.email },
  organisation: { kind: 'text', read: (facts) => facts.organisation },
  language: { kind: 'text', read: (facts) => facts.language },
  impact: { kind: 'number', read: (facts) => facts.impact },
  urgency: { kind: 'number', read: (facts) => facts.urgency },
  level: { kind: 'number', read: (facts) => facts.level },
  waiting: { kind: 'yes', words: ['yes', 'no'], read: (facts) => (facts.waiting ? 'yes' : 'no') },
  field: { kind: 'text', read: (facts, _, name) => facts.fields[name] ?? null },
  hoursSinceCreated: { kind: 'hours', read: since((facts) => facts.createdAt) },
  hoursSinceUpdated: { kind: 'hours', read: since((facts) => facts.updatedAt) },
  hoursSinceStatus: { kind: 'hours', read: since((facts) => facts.statusAt) },
  hoursSinceAssigned: { kind: 'hours', read: since((facts) => facts.assignedAt) },
  hoursSinceCustomer: { kind: 'hours', read: since((facts) => facts.customerAt) },
  hoursSinceAgent: { kind: 'hours', read: since((facts) => facts.agentAt) },
};

const equals: readonly RuleOp[] = ['is', 'isNot'];
const changes: readonly RuleOp[] = ['changed', 'changedTo', 'changedFrom'];
const order: readonly RuleOp[] = ['atLeast', 'atMost'];
const there: readonly RuleOp[] = ['present', 'absent'];
const parts: readonly RuleOp[] = ['contains', 'containsNot'];

/** What can be asked of a kind of field. */
export const opsOf: Readonly<Record<FieldKind, readonly RuleOp[]>> = {
  word: [...equals, ...changes],
  id: [...equals, ...there, ...changes],
  text: [...equals, ...parts, ...there, ...changes],
  number: [...equals, ...order, ...there, ...changes],
  hours: [...order, ...there],
  yes: equals,
};

/** Nothing on the ticket's record says when these changed. */
const unrecorded: ReadonlySet<RuleField> = new Set(['band', 'body', 'email', 'organisation']);

/** What can be asked of a field. */
export const opsFor = (field: RuleField): readonly RuleOp[] =>
  opsOf[fieldRules[field].kind].filter((op) => !unrecorded.has(field) || !changes.includes(op));

/** Questions that take no value. */
export const takesNoValue = (op: RuleOp): boolean => op === 'present' || op === 'absent' || op === 'changed';
