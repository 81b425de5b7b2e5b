import type { RuleFacts } from '../../domain/rules/facts.ts';
import type { PolicyMatcher } from '../../domain/sla/match.ts';
import { isAutomaticReply } from '../../domain/tickets/automatic.ts';
import type { DraftEvent, TicketDraft } from '../../domain/tickets/draft.ts';

/** Ids of what a draft knows by name. */
type Known = { readonly queue: string | null; readonly assignee: string | null };

const latest = (events: readonly DraftEvent[], type: DraftEvent['type']): number | null =>
  events.findLast((event) => event.type === type && !isAutomaticReply(event))?.at ?? null;

const said = new Set<DraftEvent['type']>(['customerMessage', 'agentReply', 'internalNote']);

/** A draft as policies see it. What moves with time no policy asks for. */
const draftFacts = (draft: TicketDraft, { queue, assignee }: Known): RuleFacts => ({
  status: draft.status,
  priority: draft.priority,
  channel: draft.channel,
  band: 'none',
  queue,
  assignee,
  category: draft.category,
  tags: draft.tags,
  subject: draft.subject,
  body: draft.events.findLast(({ type, body }) => said.has(type) && body !== null)?.body ?? '',
  requester: draft.requester.name,
  email: draft.requester.email,
  organisation: null,
  language: null,
  impact: null,
  urgency: null,
  level: 1,
  waiting: false,
  fields: draft.fields,
  createdAt: draft.createdAt,
  updatedAt: draft.updatedAt,
  statusAt: latest(draft.events, 'status') ?? draft.createdAt,
  assignedAt: assignee === null ? null : (latest(draft.events, 'assignee') ?? draft.createdAt),
  customerAt: latest(draft.events, 'customerMessage'),
  agentAt: latest(draft.events, 'agentReply'),
});

/** A draft's events; where a policy but the one for all fits, it is under that from its creation on. SPEC SLA-41. */
export function underPolicy(draft: TicketDraft, matcher: PolicyMatcher, known: Known): readonly DraftEvent[] {
  const fitting = matcher.of(draftFacts(draft, known));
  const [created, ...rest] = draft.events;
  if (fitting === matcher.forAll || created === undefined) return draft.events;
  const event: DraftEvent = {
    at: created.at,
    type: 'policy',
    author: { kind: 'system', name: 'SLA' },
    body: null,
    from: matcher.forAll,
    to: fitting,
    field: null,
  };
  return [created, event, ...rest];
}
