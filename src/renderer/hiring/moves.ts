import type { CandidateStage } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { ask } from './hiring-store.ts';
import { stageBeside } from './stages.ts';

type Moving = { readonly id: string; readonly stage: CandidateStage };

/** Puts a candidate into a stage; out of the running a dialog asks why first, and hiring has one of its own. */
export function moveTo({ id, stage: from }: Moving, stage: CandidateStage): void {
  if (stage === from) return;
  if (stage === 'hired') ask({ what: 'hire', id });
  else if (stage === 'rejected' || stage === 'withdrawn') ask({ what: 'out', id });
  else {
    show(id, stage);
    void command(client.hiring.candidateMove({ id, stage })).then((done) => {
      if (done === null) show(id, from);
    });
  }
}

/** In the list at once: a second press goes on from where the first one led. */
function show(id: string, stage: CandidateStage): void {
  for (const withClosed of [false, true])
    queryClient.setQueryData(orpc.hiring.overview.queryKey({ input: { withClosed } }), (known) =>
      known === undefined
        ? known
        : { ...known, candidates: known.candidates.map((each) => (each.id === id ? { ...each, stage } : each)) },
    );
}

/** One stage on or back; on from an offer is hiring. */
export function moveBy(candidate: Moving, way: 1 | -1): void {
  const to = stageBeside(candidate.stage, way);
  if (to !== null) moveTo(candidate, to);
  else if (candidate.stage === 'offer' && way === 1) moveTo(candidate, 'hired');
}
