import type { TicketEvent } from '../../contract/index.ts';

export const isMessage = (event: TicketEvent): boolean =>
  event.body !== null && event.body !== '' && event.type !== 'field' && event.type !== 'automation';

export type Shown = 'talk' | 'all';

/** What the panel shows: everything, or only what people said. Order stays as it happened. */
export const shownEvents = (events: readonly TicketEvent[], shown: Shown): readonly TicketEvent[] =>
  shown === 'all' ? events : events.filter(isMessage);
