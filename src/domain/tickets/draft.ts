import type { Channel, EventType, Priority, Status } from '../../contract/index.ts';

/** One thing that happened to a ticket, before the desk gives it an id. Names, not ids: the desk finds or makes them. */
export type DraftEvent = {
  readonly at: number;
  readonly type: EventType;
  readonly author: { readonly kind: 'customer' | 'agent' | 'system'; readonly name: string };
  readonly body: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly field: string | null;
};

/**
 * A whole ticket as an importer or the sample generator gives it: how it stands, and its history in time order,
 * beginning with `created` (whose `to` is the first status and `from` the first priority).
 */
export type TicketDraft = {
  readonly system: string;
  readonly externalId: string;
  /** Line of the file it began on; 0 for what no file holds. */
  readonly line: number;
  readonly subject: string;
  readonly requester: { readonly name: string; readonly email: string | null };
  readonly channel: Channel;
  readonly status: Status;
  readonly priority: Priority;
  readonly queue: string | null;
  readonly assignee: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly csat: 'good' | 'bad' | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly solvedAt: number | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly events: readonly DraftEvent[];
};
