import type { CandidateRow, CandidateStage, Seat } from '../../contract/index.ts';
import { isRunning, runningStages, type RunningStage } from '../../domain/hiring/stages.ts';

/** The stage before or after one; null past the ends, and of those who are out of the running. */
export function stageBeside(stage: CandidateStage, way: 1 | -1): RunningStage | null {
  const at = runningStages.findIndex((each) => each === stage);
  return at === -1 ? null : (runningStages[at + way] ?? null);
}

export type Group = { readonly stage: CandidateStage; readonly candidates: readonly CandidateRow[] };

const closedStages = ['hired', 'rejected', 'withdrawn'] as const;

/** Candidates by stage, who waits longest first; of those who are out, who went last. Empty ends are left out. */
export function groupsOf(candidates: readonly CandidateRow[]): readonly Group[] {
  const of = (stage: CandidateStage): Group => ({
    stage,
    candidates: candidates.filter((each) => each.stage === stage),
  });
  const closed = closedStages.map((stage) => {
    const group = of(stage);
    return { ...group, candidates: group.candidates.toReversed() };
  });
  return [...runningStages.map(of), ...closed.filter((group) => group.candidates.length > 0)];
}

/** Seats that are looked at: open ones, and others where those who are out are shown as well. */
export const seatsShown = (seats: readonly Seat[], withClosed: boolean): readonly Seat[] =>
  seats.filter(({ state }) => withClosed || state === 'open');

export { isRunning };
