import type { InstantIn } from '../../contract/common.ts';
import { readInstant } from '../../contract/instant.ts';
import { Fault } from '../fault.ts';

/** Epoch ms of an instant as it may come in: epoch ms, or ISO 8601 with an offset. Faults INVALID on others. SPEC CAL-27. */
export const toInstant = (value: InstantIn): number => {
  const read = typeof value === 'string' ? readInstant(value) : { ms: value };
  if ('problem' in read) throw new Fault('INVALID', read.problem);
  if (Number.isFinite(read.ms)) return Math.trunc(read.ms);
  throw new Fault('INVALID', `“${value}” is not an instant. Write it like 2026-03-01T09:00:00Z.`);
};

/** The same; faults INVALID at its field. */
export function instantIn(value: InstantIn, field: string): number {
  try {
    return toInstant(value);
  } catch (error) {
    if (error instanceof Fault) throw new Fault('INVALID', error.message, { field });
    throw error;
  }
}
