/**
 * What a conversation can be about. Texts hold slots in braces (`{order}`, `{product}`; see `slots.ts`) that keep one
 * value through a whole ticket.
 */
export type Topic = {
  readonly category: string;
  readonly tags: readonly string[];
  /** How often, beside the other topics of its queue. */
  readonly weight: number;
  /** How often it is of priority 2, 3 and 4. */
  readonly priorities: readonly [number, number, number];
  readonly subjects: readonly string[];
  readonly opens: readonly string[];
  /** What the agent asks, and what the customer answers to it. */
  readonly asks: readonly (readonly [string, string])[];
  /** What the agent says while somebody else has to act. */
  readonly holds: readonly string[];
  readonly resolves: readonly string[];
  readonly notes: readonly string[];
};
