import type { DraftEvent } from './draft.ts';

/**
 * Whether nobody wrote this reply: a rule did, here or where it was imported from. The customer still waits, and no clock
 * that waits for an agent ends by it. A macro's reply is the reply of who applied it. SPEC SLA-11.
 */
export const isAutomaticReply = ({ type, author }: Pick<DraftEvent, 'type' | 'author'>): boolean =>
  type === 'agentReply' && author.kind === 'system';
