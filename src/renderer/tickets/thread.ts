import type { TicketEvent } from '../../contract/index.ts';

export const isMessage = (event: TicketEvent): boolean =>
  event.body !== null && event.body !== '' && event.type !== 'field' && event.type !== 'automation';

export type Shown = 'talk' | 'all';

/** What the panel shows: everything, or only what people said. Order stays as it happened. */
export const shownEvents = (events: readonly TicketEvent[], shown: Shown): readonly TicketEvent[] =>
  shown === 'all' ? events : events.filter(isMessage);

/** The id of the latest message that was written at this desk; null where nobody here has written. */
export const latestOwn = (events: readonly TicketEvent[]): string | null =>
  events.findLast(({ type }) => type === 'agentReply' || type === 'internalNote')?.id ?? null;
