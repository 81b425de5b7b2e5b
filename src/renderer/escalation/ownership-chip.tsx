import type { Ownership } from '../../contract/index.ts';
import { e } from '../strings/en-escalation.ts';
import type { ChipState } from '../tickets/countdown.ts';
import { ClockChip } from '../tickets/sla-chip.tsx';

const states: Readonly<Record<Ownership['state'], ChipState>> = {
  running: 'running',
  atRisk: 'atRisk',
  late: 'breached',
  done: 'met',
  doneLate: 'breached',
};

/** How long the level still has for it; late in words and red. */
export function OwnershipChip({ clock, zone }: { readonly clock: Ownership; readonly zone: string }) {
  const { state, dueAt, riskAt, endedAt } = clock;
  return (
    <ClockChip name={e.clock} state={states[state]} dueAt={dueAt} riskAt={riskAt} metAt={endedAt} zone={zone} wordy />
  );
}
