import type { InstantIn } from '../../contract/common.ts';
import { Fault } from '../fault.ts';

/** Epoch ms of an instant as it may come in: epoch ms, or ISO 8601 with an offset. Faults INVALID on others. */
export const toInstant = (value: InstantIn): number => {
  const ms = typeof value === 'number' ? value : Date.parse(value);
  if (Number.isFinite(ms)) return Math.trunc(ms);
  throw new Fault('INVALID', `"${value}" is not an instant. Write it like 2026-03-01T09:00:00Z.`);
};
