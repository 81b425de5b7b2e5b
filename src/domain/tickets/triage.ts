import type { TriageField } from '../../contract/index.ts';
import { triageFields } from '../../contract/words.ts';

/** A ticket, or a form of one, as triage sees it: null and blank are what nobody has said yet. */
export type Triaged = {
  readonly channel: string | null;
  readonly customer: string | null;
  readonly subject: string | null;
  readonly category: string | null;
  readonly impact: number | null;
  readonly urgency: number | null;
  readonly queue: string | number | null;
};

const isOpen = (value: string | number | null): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

/** What triage still has to say, in the order of the form; nothing where it is complete. SPEC TRI-1. */
export const missingTriage = (ticket: Triaged): TriageField[] => triageFields.filter((field) => isOpen(ticket[field]));

const words: Readonly<Record<TriageField, string>> = {
  channel: 'the channel',
  customer: 'the customer',
  subject: 'the subject',
  category: 'the category',
  impact: 'the impact',
  urgency: 'the urgency',
  queue: 'the queue',
};

/** `Triage is not complete: the category and the queue are missing.` */
export function missingInWords(missing: readonly TriageField[]): string {
  const named = missing.map((field) => words[field]);
  const last = named.at(-1) ?? '';
  const list = named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${last}` : last;
  return `Triage is not complete: ${list} ${named.length > 1 ? 'are' : 'is'} missing.`;
}
