import type { CoachingSession } from '../../../contract/index.ts';

/** What can be said of a session, field by field. */
export type Said = Partial<
  Pick<CoachingSession, 'at' | 'minutes' | 'state' | 'agenda' | 'notes' | 'privateNotes' | 'evidence'>
>;
export type Field = keyof Said;

/** What is still to be kept once the desk kept a part: what was said anew meanwhile stays. */
export const withoutKept = (held: Said, kept: Said): Said =>
  Object.fromEntries(Object.entries(held).filter(([field, value]) => kept[field as Field] !== value));
