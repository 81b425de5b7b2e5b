import type { Priority } from '../../../contract/index.ts';
import type { SampleChannel } from './rates.ts';
import type { ReadyTopic } from './slots.ts';

/**
 * How a ticket stands when the history ends. `waiting`: answered once, and the customer wrote again (at `messageAt`,
 * where that matters). `working`: answered, and still in hand. `solved`: the customer wrote again, and it was solved `at`. Left out: as its conversation goes.
 */
export type Fate =
  | { readonly kind: 'unanswered' | 'working' | 'pending' | 'hold' }
  | { readonly kind: 'waiting'; readonly messageAt?: number }
  | { readonly kind: 'solved'; readonly at: number };

/** Somebody gets in touch. What becomes of it is told by the conversation, or by its fate. */
export type Arrival = {
  readonly at: number;
  readonly channel: SampleChannel;
  /** Place in `queues`. */
  readonly queue: number;
  readonly topic: ReadyTopic;
  readonly priority: Priority;
  readonly fate?: Fate;
  /** Part of the incident, which ends at this instant. */
  readonly incidentEnd?: number;
};
