import type { Gate, GateState } from '../../contract/onboarding.ts';

/** What the desk has of a newcomer since a stage began. */
export type GateData = {
  readonly solved: number;
  /** Out of five, the newest first. */
  readonly scores: readonly number[];
  /** Names of certificates that are valid today. */
  readonly certificates: readonly string[];
};

const reviewsOf = (count: number): string => (count === 1 ? '1 review' : `${count} reviews`);
// Cut, not rounded: 3.996 is not 4.00.
const two = (value: number): string => (Math.floor(value * 100 + 1e-9) / 100).toFixed(2);

function ticketsState(gate: Extract<Gate, { kind: 'tickets' }>, { solved }: GateData): GateState {
  const isOpen = solved >= gate.atLeast;
  // "6 of 4" would read as a mistake.
  const text =
    solved > gate.atLeast
      ? `${solved} tickets solved, ${gate.atLeast} needed`
      : `${solved} of ${gate.atLeast} tickets solved`;
  return { gate, have: solved, n: solved, isOpen, text };
}

function qaState(gate: Extract<Gate, { kind: 'qaAverage' }>, { scores }: GateData): GateState {
  const counted = scores.slice(0, gate.reviews);
  const n = counted.length;
  const mean = n === 0 ? null : counted.reduce((sum, score) => sum + score, 0) / n;
  const few = n < gate.reviews ? `${n} of ${reviewsOf(gate.reviews)}` : `last ${reviewsOf(n)}`;
  const text = `QA average ${mean === null ? '–' : two(mean)} of ${two(gate.atLeast)}, ${few}`;
  // Sums of shares of five are off in the last bit.
  return { gate, have: mean, n, isOpen: mean !== null && n >= gate.reviews && mean >= gate.atLeast - 1e-9, text };
}

function certificateState(gate: Extract<Gate, { kind: 'certificate' }>, { certificates }: GateData): GateState {
  const name = gate.name.toLowerCase();
  const isOpen = certificates.some((each) => each.toLowerCase() === name);
  const text = isOpen ? `Certificate ${gate.name} is valid` : `Certificate ${gate.name} is not there or has expired`;
  return { gate, have: isOpen ? 1 : 0, n: isOpen ? 1 : 0, isOpen, text };
}

/** Whether a gate is open, with what there is: it opens only when its data are there. SPEC ONB-10 to ONB-12. */
export function gateState(gate: Gate, data: GateData): GateState {
  if (gate.kind === 'tickets') return ticketsState(gate, data);
  return gate.kind === 'qaAverage' ? qaState(gate, data) : certificateState(gate, data);
}
