import type { CandidateStage } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { ask } from './hiring-store.ts';
import { stageBeside } from './stages.ts';

type Moving = { readonly id: string; readonly stage: CandidateStage };

/** Puts a candidate into a stage; out of the running a dialog asks why first, and hiring has one of its own. */
export function moveTo({ id, stage: from }: Moving, stage: CandidateStage): void {
  if (stage === from) return;
  if (stage === 'hired') ask({ what: 'hire', id });
  else if (stage === 'rejected' || stage === 'withdrawn') ask({ what: 'out', id });
  else void command(client.hiring.candidateMove({ id, stage }));
}

/** One stage on or back; on from an offer is hiring. */
export function moveBy(candidate: Moving, way: 1 | -1): void {
  const to = stageBeside(candidate.stage, way);
  if (to !== null) moveTo(candidate, to);
  else if (candidate.stage === 'offer' && way === 1) moveTo(candidate, 'hired');
}
