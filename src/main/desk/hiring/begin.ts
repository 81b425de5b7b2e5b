import { Fault } from '../../../domain/fault.ts';
import type { Writer } from '../../store/writer.ts';
import type { Core } from '../core.ts';
import { personRow } from '../person.ts';

/** Whoever was hired, on the way to their programme. */
export type Beginning = {
  /** Row and id of the person. */
  readonly person: number;
  readonly personId: string;
  readonly programme: string | null;
  readonly startOn: string;
  readonly trainerId: string | null;
};

/**
 * Puts whoever was hired on a programme, in the change set of the hire; the id of the newcomer, null without a programme.
 * The one place where hiring and onboarding meet.
 */
export function begin(core: Core, _write: Writer, { programme, trainerId }: Beginning): string | null {
  if (programme === null) return null;
  personRow(core, trainerId, 'trainerId');
  throw new Fault('CONFLICT', 'Programmes are not here yet. Hire without one.', { field: 'programme' });
}
