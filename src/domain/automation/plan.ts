import type { Action, RouteChoice, RouteRule, RuleKind } from '../../contract/automation.ts';
import type { TicketPatch } from '../../contract/tickets.ts';
import { Fault } from '../fault.ts';
import type { RuleChange, RuleFacts } from '../rules/facts.ts';
import { factChanges } from './fact-changes.ts';
import { fillIn, firstName, type PlaceholderValues } from './placeholders.ts';

/** What a plan has to know beside the ticket. */
export type PlanContext = {
  readonly kind: RuleKind;
  readonly number: number;
  readonly deskName: string;
  /** Who does it; null where the desk does it by itself or nobody is set. */
  readonly me: { readonly id: string; readonly name: string } | null;
  /** The desk's own day, for `{{today}}`. */
  readonly today: () => string;
  /** Names by id; undefined where it is not on the desk any more. */
  readonly queueName: (id: string) => string | undefined;
  readonly personName: (id: string) => string | undefined;
  /** Who would get the ticket as it stands then. */
  readonly route: (rule: RouteRule, facts: RuleFacts) => RouteChoice;
};

export type PlanMessage = { readonly type: 'agentReply' | 'internalNote'; readonly body: string };

/** What a rule would do to a ticket. Nothing in it: the ticket stands already as the rule would have it. */
export type Plan = {
  readonly patch: TicketPatch;
  readonly messages: readonly PlanMessage[];
  /** In words, one a change. */
  readonly words: readonly string[];
  readonly changes: readonly RuleChange[];
  /** The ticket as it stands after it; when things happened is the caller's. */
  readonly facts: RuleFacts;
};

/** One entry per action of the rule: the facts so far become the facts after it. */
type Draft = { facts: RuleFacts; messages: PlanMessage[] };

/**
 * Works out what actions come to, one after another: each sees the ticket as those before it left it. Faults NOT_FOUND
 * where a queue or person is gone, CONFLICT where routing finds nobody. SPEC AUT-3, AUT-4.
 */
export function planActions(actions: readonly Action[], before: RuleFacts, context: PlanContext): Plan {
  const draft: Draft = { facts: before, messages: [] };
  for (const action of actions) act(draft, action, context);
  const takenInHand =
    context.kind === 'macro' &&
    before.status === 'new' &&
    draft.messages.some(({ type }) => type === 'agentReply') &&
    !actions.some(({ type }) => type === 'status');
  // A person's reply takes a new ticket in hand, by a macro as by hand (SPEC TIC-3).
  const facts: RuleFacts = takenInHand ? { ...draft.facts, status: 'open' } : draft.facts;
  const changes = factChanges(before, facts);
  return {
    patch: patchOf(before, facts),
    messages: draft.messages,
    words: [...changeWords(before, facts, context), ...draft.messages.map(messageWords)],
    changes,
    facts,
  };
}

export const isIdle = ({ words }: Plan): boolean => words.length === 0;

function act(draft: Draft, action: Action, context: PlanContext): void {
  switch (action.type) {
    case 'reply':
    case 'note': {
      const body = fillIn(action.body, valuesOf(draft.facts, context)).trim();
      if (body !== '') draft.messages.push({ type: action.type === 'reply' ? 'agentReply' : 'internalNote', body });
      return;
    }
    case 'addTags':
    case 'removeTags':
      draft.facts = { ...draft.facts, tags: tagsAfter(draft.facts.tags, action) };
      return;
    case 'field':
      draft.facts = { ...draft.facts, fields: fieldsAfter(draft.facts, action, context) };
      return;
    default:
      draft.facts = { ...draft.facts, ...setOf(action, draft.facts, context) };
  }
}

type SetAction = Exclude<Action, { type: 'reply' | 'note' | 'addTags' | 'removeTags' | 'field' }>;

function setOf(action: SetAction, facts: RuleFacts, context: PlanContext): Partial<RuleFacts> {
  switch (action.type) {
    case 'queue':
      if (action.to !== null && context.queueName(action.to) === undefined) throw gone('queue');
      return { queue: action.to };
    case 'assignee':
      return { assignee: ownerOf(action.to, context) };
    case 'route': {
      const { personId, reason } = context.route(action, facts);
      if (personId === null) throw new Fault('CONFLICT', reason);
      return { assignee: personId };
    }
    default:
      return { [action.type]: action.to };
  }
}

function ownerOf(to: string | null, { me, personName }: PlanContext): string | null {
  if (to === 'me') {
    if (me === null) throw new Fault('CONFLICT', 'It gives the ticket to “me”, and nobody is set as who sits here.');
    return me.id;
  }
  if (to !== null && personName(to) === undefined) throw gone('person');
  return to;
}

const gone = (what: 'queue' | 'person'): Fault =>
  new Fault('NOT_FOUND', `The ${what} it names is not on this desk any more. Change the rule.`);

type TagAction = Extract<Action, { type: 'addTags' | 'removeTags' }>;

function tagsAfter(tags: readonly string[], { type, tags: given }: TagAction): readonly string[] {
  const named = new Set(given.map((tag) => tag.toLowerCase()));
  if (type === 'removeTags') return tags.filter((tag) => !named.has(tag.toLowerCase()));
  const have = new Set(tags.map((tag) => tag.toLowerCase()));
  return [...tags, ...given.filter((tag) => !have.has(tag.toLowerCase()) && have.add(tag.toLowerCase()))];
}

function fieldsAfter(
  facts: RuleFacts,
  { name, to }: Extract<Action, { type: 'field' }>,
  context: PlanContext,
): RuleFacts['fields'] {
  const rest = Object.entries(facts.fields).filter(([each]) => each !== name);
  return Object.fromEntries(to === null ? rest : [...rest, [name, fillIn(to, valuesOf(facts, context))]]);
}

const valuesOf = (facts: RuleFacts, context: PlanContext): PlaceholderValues => ({
  'ticket.number': () => `#${context.number}`,
  'ticket.subject': () => facts.subject,
  'ticket.requester': () => facts.requester,
  'ticket.owner': () => nameOf(facts.assignee, context.personName),
  'ticket.queue': () => nameOf(facts.queue, context.queueName),
  'ticket.status': () => facts.status,
  'ticket.priority': () => facts.priority.toUpperCase(),
  'requester.firstName': () => firstName(facts.requester),
  'desk.name': () => context.deskName,
  'me.name': () => context.me?.name ?? context.deskName,
  today: context.today,
});

const nameOf = (id: string | null, find: (id: string) => string | undefined): string =>
  id === null ? '' : (find(id) ?? '');

const plainKeys = ['status', 'priority', 'category', 'impact', 'urgency', 'language'] as const;

/** What to write: only what differs. */
function patchOf(before: RuleFacts, after: RuleFacts): TicketPatch {
  const plain = Object.fromEntries(
    plainKeys.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]),
  ) as TicketPatch;
  const added = without(after.tags, before.tags);
  const removed = without(before.tags, after.tags);
  const fields = movedFields(before, after);
  return {
    ...plain,
    ...(before.queue !== after.queue && { queueId: after.queue }),
    ...(before.assignee !== after.assignee && { assigneeId: after.assignee }),
    ...(added.length > 0 && { addTags: added }),
    ...(removed.length > 0 && { removeTags: removed }),
    ...(fields.length > 0 && { fields: Object.fromEntries(fields.map((name) => [name, after.fields[name] ?? null])) }),
  };
}

const without = (tags: readonly string[], others: readonly string[]): string[] =>
  tags.filter((tag) => !others.includes(tag));

const movedFields = (before: RuleFacts, after: RuleFacts): string[] =>
  [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])].filter(
    (name) => before.fields[name] !== after.fields[name],
  );

const labels = {
  status: 'Status',
  priority: 'Priority',
  category: 'Category',
  impact: 'Impact',
  urgency: 'Urgency',
  language: 'Language',
} as const;

function changeWords(before: RuleFacts, after: RuleFacts, { queueName, personName }: PlanContext): string[] {
  const arrow = (label: string, from: string | number | null, to: string | number | null): string =>
    `${label} ${from ?? 'none'} → ${to ?? 'none'}`;
  const shown = (key: (typeof plainKeys)[number], facts: RuleFacts): string | number | null =>
    key === 'priority' ? facts.priority.toUpperCase() : facts[key];
  const named = (label: string, from: string | null, to: string | null, find: (id: string) => string | undefined) =>
    from === to ? [] : [arrow(label, from && (find(from) ?? '?'), to && (find(to) ?? '?'))];
  return [
    ...plainKeys
      .filter((key) => before[key] !== after[key])
      .map((key) => arrow(labels[key], shown(key, before), shown(key, after))),
    ...named('Queue', before.queue, after.queue, queueName),
    ...named('Owner', before.assignee, after.assignee, personName),
    ...without(after.tags, before.tags).map((tag) => `Tag + ${tag}`),
    ...without(before.tags, after.tags).map((tag) => `Tag − ${tag}`),
    ...movedFields(before, after).map((name) =>
      arrow(name, before.fields[name] ?? null, shorten(after.fields[name] ?? 'none')),
    ),
  ];
}

const messageWords = ({ type, body }: PlanMessage): string =>
  `${type === 'agentReply' ? 'Reply' : 'Note'} “${shorten(body)}”`;

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
