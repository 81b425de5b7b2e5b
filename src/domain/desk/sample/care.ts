import type { EscalationAction, EventType } from '../../../contract/index.ts';
import type { DraftEvent, TicketDraft } from '../../tickets/draft.ts';

/** An escalation of a ticket; people by name, instants epoch ms. */
export type SampleEscalation = {
  readonly level: 2 | 3;
  readonly owner: string | null;
  readonly ownerReason: string;
  readonly cause: string;
  readonly reason: string;
  readonly automatic: boolean;
  readonly openedAt: number;
  readonly acceptedAt: number | null;
  readonly endedAt: number | null;
  readonly ended: 'resolved' | 'passedOn' | null;
  readonly resolution: string | null;
};

/** A step of it, as the log has it. */
export type SampleStep = {
  readonly at: number;
  readonly actor: string;
  readonly action: EscalationAction;
  readonly level: number;
  readonly owner: string | null;
  readonly cause: string;
  readonly text: string;
  readonly resolution: string | null;
};

/** A call that was promised, and is still open. */
export type SampleCallback = {
  readonly phone: string;
  readonly owner: string;
  readonly promisedAt: number;
  readonly note: string;
  readonly createdAt: number;
  readonly createdBy: string;
};

/** What stands beside a ticket. `level` is the ticket's own. */
export type SampleCare = {
  readonly level: 1 | 2 | 3;
  readonly escalations: readonly SampleEscalation[];
  readonly steps: readonly SampleStep[];
  readonly callbacks: readonly SampleCallback[];
};

/** A ticket of the sample with what stands beside it; null for most. */
export type SampleTicket = { readonly draft: TicketDraft; readonly care: SampleCare | null };

export const plainCare: SampleCare = { level: 1, escalations: [], steps: [], callbacks: [] };

type Author = DraftEvent['author'];
export const byAgent = (name: string): Author => ({ kind: 'agent', name });

export const told = (
  at: number,
  type: EventType,
  author: Author,
  change: Partial<Pick<DraftEvent, 'body' | 'from' | 'to' | 'field'>>,
): DraftEvent => ({ at: Math.round(at), type, author, body: null, from: null, to: null, field: null, ...change });

export const isOpen = ({ status }: TicketDraft): boolean => status !== 'solved' && status !== 'closed';
export const lastAt = ({ events, createdAt }: TicketDraft): number => events.at(-1)?.at ?? createdAt;

/** The draft with more events in their places in time; what comes at one instant stays in its order. */
export function withEvents(
  draft: TicketDraft,
  more: readonly DraftEvent[],
  change: Partial<TicketDraft> = {},
): TicketDraft {
  const events = [...draft.events, ...more].sort((a, b) => a.at - b.at);
  return { ...draft, ...change, events, updatedAt: Math.max(draft.updatedAt, events.at(-1)?.at ?? 0) };
}
