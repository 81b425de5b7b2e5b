import type { ReviewRow } from '../../../contract/index.ts';
import { fewestLetters } from './strength.ts';

/** Whose reviews go along: all that are to be done, those nobody has yet, or one reviewer's. */
export const everybody = '';
export const nobody = 'nobody';

const isOpen = ({ state }: ReviewRow): boolean => state === 'assigned' || state === 'started';

/** Reviews that may go along: what is to be done, of calibration too, which is scored blind wherever it is scored. */
export const packable = (reviews: readonly ReviewRow[]): readonly ReviewRow[] => reviews.filter(isOpen);

export const ofReviewer = (reviews: readonly ReviewRow[], reviewerId: string): readonly ReviewRow[] =>
  reviews.filter((each) => reviewerId === everybody || (each.reviewerId ?? nobody) === reviewerId);

export type PackLack = 'needReviews' | 'tooShort' | 'differs';

/** What keeps a pack from being made, in the order of the form. */
export function packLack(count: number, passphrase: string, again: string): PackLack | null {
  if (count === 0) return 'needReviews';
  if (passphrase.length < fewestLetters) return 'tooShort';
  return passphrase === again ? null : 'differs';
}
