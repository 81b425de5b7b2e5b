import type { BreaksInput, Proposal, ProposeInput, RosterShift } from '../../../contract/index.ts';
import { Fault } from '../../../domain/fault.ts';

export function propose(
  _input: ProposeInput,
  _options: {
    readonly signal?: AbortSignal;
    readonly newId: () => string;
    readonly onProgress?: (p: { cost: number; bound: number; seconds: number }) => void;
  },
): Promise<Proposal> {
  throw new Fault('INVALID', 'Not there yet.');
}
export function placeBreaks(_input: BreaksInput): { shifts: RosterShift[]; shortBefore: number; shortAfter: number } {
  throw new Fault('INVALID', 'Not there yet.');
}
