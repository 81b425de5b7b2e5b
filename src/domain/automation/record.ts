import type { TriggerEvent } from '../../contract/automation.ts';
import type { EventType } from '../../contract/tickets.ts';
import type { RuleChange, RuleValue } from '../rules/facts.ts';
import type { RuleField } from '../../contract/rules.ts';
import { tagChanges } from './fact-changes.ts';
import type { Deed } from './fire.ts';

/** An entry of a ticket's record, as far as rules ask for it. */
export type RecordedEvent = {
  readonly at: number;
  readonly type: EventType;
  readonly body: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly field: string | null;
  /** Written by nobody: by the desk, or a rule, here or where it was imported from. */
  readonly bySystem: boolean;
  /** Written by a rule of this desk. */
  readonly byRule: boolean;
};

/** Ids by name: the record has names, rules ask for ids. A name that is not known any more stands for itself. */
export type Directory = { readonly queueId: (name: string) => string; readonly personId: (name: string) => string };

const triggerEventOf: Partial<Record<EventType, TriggerEvent>> = {
  created: 'created',
  customerMessage: 'customerMessage',
  agentReply: 'agentReply',
  internalNote: 'internalNote',
};

const changing = {
  status: 'status',
  priority: 'priority',
  queue: 'queue',
  assignee: 'assignee',
  subject: 'subject',
  category: 'category',
  requester: 'requester',
  channel: 'channel',
  language: 'language',
  impact: 'impact',
  urgency: 'urgency',
  level: 'level',
  field: 'field',
} as const satisfies Partial<Record<EventType, RuleField>>;
const isChanging = (type: EventType): type is keyof typeof changing => Object.hasOwn(changing, type);
const isNumber: ReadonlySet<string> = new Set(['impact', 'urgency', 'level']);

/** A value of the record as rules know it: ids for queue and owner, numbers for grades. */
export function valueOf(type: EventType, text: string | null, directory: Directory): RuleValue {
  if (text === null) return null;
  if (type === 'queue') return directory.queueId(text);
  if (type === 'assignee') return directory.personId(text);
  return isNumber.has(type) ? Number(text) : text;
}

/** Tags stand in the record joined by spaces. */
export const tagsOf = (text: string | null): readonly string[] => (text === null || text === '' ? [] : text.split(' '));

function changesOf(event: RecordedEvent, directory: Directory): readonly RuleChange[] {
  const { type, from, to, field } = event;
  if (type === 'tags') return tagChanges(tagsOf(from), tagsOf(to));
  if (!isChanging(type)) return [];
  const change = { field: changing[type], from: valueOf(type, from, directory), to: valueOf(type, to, directory) };
  return [type === 'field' && field !== null ? { ...change, name: field } : change];
}

/** What entries of the record mean to triggers. A value set when the ticket was made did not change. SPEC RUL-5. */
export function deedOfEvents(events: readonly RecordedEvent[], directory: Directory): Deed {
  const changes = events.flatMap((event) => changesOf(event, directory));
  const said = events.flatMap(({ type }) => triggerEventOf[type] ?? []);
  return {
    events: [...new Set<TriggerEvent>([...said, ...(changes.length > 0 ? ['updated' as const] : [])])],
    changes,
  };
}
