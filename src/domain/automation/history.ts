import type { Status, Priority } from '../../contract/common.ts';
import type { RuleFacts } from '../rules/facts.ts';
import { tagsOf, valueOf, type Directory, type RecordedEvent } from './record.ts';

/** A ticket in the course of its history. `asked`: the customer had the last word. */
export type PastFacts = RuleFacts & { readonly asked: boolean };

const plain = {
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
} as const;
const isPlain = (type: string): type is keyof typeof plain => Object.hasOwn(plain, type);

const isOpen = (status: Status): boolean => status !== 'solved' && status !== 'closed';

/**
 * A ticket as it was made, from how it stands now and its record: what changed later was, before its first change, what
 * that change came from; what never changed was what it is. SPEC AUT-25.
 */
export function firstFacts(now: RuleFacts, events: readonly RecordedEvent[], directory: Directory): PastFacts {
  const before: Record<string, unknown> = {};
  const firstFields = new Map<string, string | null>();
  for (const { type, from, to, field } of events) {
    if (type === 'created') Object.assign(before, { status: to ?? 'new', priority: from ?? now.priority });
    else if (isPlain(type) && !Object.hasOwn(before, type)) before[type] = valueOf(type, from, directory);
    else if (type === 'tags' && !Object.hasOwn(before, 'tags')) before.tags = tagsOf(from);
    else if (type === 'field' && field !== null && !firstFields.has(field)) firstFields.set(field, from);
  }
  const fields = [...firstFields].reduce((known, [name, value]) => withField(known, name, value), now.fields);
  const first: RuleFacts = { ...now, ...(before as Partial<RuleFacts>), fields };
  const at = now.createdAt;
  return {
    ...first,
    body: '',
    waiting: false,
    asked: false,
    updatedAt: at,
    statusAt: at,
    assignedAt: first.assignee === null ? null : at,
    customerAt: null,
    agentAt: null,
  };
}

/** The ticket after an entry of its record. */
export const afterEvent = (facts: PastFacts, event: RecordedEvent, directory: Directory): PastFacts => ({
  ...(afterSaid(facts, event) ?? afterChange(facts, event, directory)),
  updatedAt: event.at,
});

/** The ticket after something was said on it; null where nothing was. */
function afterSaid(facts: PastFacts, { type, at, body, bySystem }: RecordedEvent): PastFacts | null {
  const said = { ...facts, body: body ?? facts.body };
  switch (type) {
    case 'customerMessage':
      return settled({ ...said, customerAt: at, asked: true });
    case 'agentReply':
      // An automatic reply is no answer. SPEC SLA-11.
      return bySystem ? said : settled({ ...said, agentAt: at, asked: false });
    case 'internalNote':
      return said;
    default:
      return null;
  }
}

function afterChange(facts: PastFacts, { type, at, to, field }: RecordedEvent, directory: Directory): PastFacts {
  switch (type) {
    case 'status':
      return settled({ ...facts, status: (to ?? facts.status) as Status, statusAt: at });
    case 'priority':
      return { ...facts, priority: (to ?? facts.priority) as Priority };
    case 'assignee':
      return { ...facts, assignee: to && directory.personId(to), assignedAt: to === null ? null : at };
    case 'tags':
      return { ...facts, tags: tagsOf(to) };
    case 'field':
      return field === null ? facts : { ...facts, fields: withField(facts.fields, field, to) };
    default:
      return isPlain(type) ? { ...facts, [type]: valueOf(type, to, directory) } : facts;
  }
}

const withField = (fields: RuleFacts['fields'], name: string, to: string | null): RuleFacts['fields'] =>
  Object.fromEntries([
    ...Object.entries(fields).filter(([each]) => each !== name),
    ...(to === null ? [] : [[name, to] as const]),
  ]);

const settled = (facts: PastFacts): PastFacts => ({ ...facts, waiting: facts.asked && isOpen(facts.status) });

/** The ticket after a rule that runs by itself did to it, in thought, what it planned; its reply is no answer. */
export function afterPlan(
  before: PastFacts,
  plan: { readonly facts: RuleFacts; readonly messages: readonly { readonly body: string }[] },
  at: number,
): PastFacts {
  const { facts, messages } = plan;
  return settled({
    ...facts,
    asked: before.asked,
    updatedAt: at,
    statusAt: facts.status === before.status ? before.statusAt : at,
    assignedAt: facts.assignee === before.assignee ? before.assignedAt : facts.assignee === null ? null : at,
    body: messages.at(-1)?.body ?? before.body,
  });
}
