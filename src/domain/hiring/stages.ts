import type { CandidateStage } from '../../contract/index.ts';

/** Where a candidate is in the running, in the order in which they come on. SPEC HIR-2. */
export const runningStages = [
  'applied',
  'screening',
  'interview',
  'offer',
] as const satisfies readonly CandidateStage[];
export type RunningStage = (typeof runningStages)[number];

const running: ReadonlySet<CandidateStage> = new Set(runningStages);
const asked: ReadonlySet<CandidateStage> = new Set(['applied', 'screening', 'interview']);

/** Neither hired nor out. */
export const isRunning = (stage: CandidateStage): boolean => running.has(stage);

/** Interviews are over once somebody came past them or left: no form is filled in any more. SPEC HIR-11. */
export const interviewsOver = (stage: CandidateStage): boolean => !asked.has(stage);
