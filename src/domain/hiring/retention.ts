import type { CandidateStage } from '../../contract/index.ts';
import { dayMs } from '../calendar/wall-time.ts';
import { isRunning } from './stages.ts';

/** Days that everything of a candidate is kept after the end, where nobody said otherwise. */
export const usualRetentionDays = 180;

/** When everything of a candidate is deleted, epoch ms; null while they are in the running. SPEC HIR-22. */
export const deleteAtOf = (stage: CandidateStage, stageAt: number, retentionDays: number): number | null =>
  isRunning(stage) ? null : stageAt + retentionDays * dayMs;

/** When something with this id was made, epoch ms: version 7 begins with it (RFC 9562, section 5.7). */
export const bornAt = (uid: Uint8Array): number => uid.subarray(0, 6).reduce((time, byte) => time * 256 + byte, 0);
