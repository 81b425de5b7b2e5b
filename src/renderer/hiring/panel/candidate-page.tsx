import type { Candidate } from '../../../contract/index.ts';
import { interviewsOver } from '../../../domain/hiring/stages.ts';
import { useViewer } from '../../people/viewer.ts';
import { NotRead } from '../../ui/not-read.tsx';
import { hw } from '../../strings/en-hiring.ts';
import { FormsShown } from '../interview/forms-shown.tsx';
import { OwnForm } from '../interview/own-form.tsx';
import { useCandidate, useKeeping, useOwnForm } from '../use-candidate.ts';
import type { Told } from '../use-told.ts';
import { CandidateHead, type KeptState } from './candidate-head.tsx';
import type { Entering } from './entering.ts';
import { Closed, Contact, Notes, Tests } from './facts.tsx';
import { Page } from './page.tsx';

type Place = Entering & {
  readonly titles: ReadonlyMap<string, string>;
  readonly told: Told;
};

type LoadedProps = Place & { readonly candidate: Candidate; readonly kept: KeptState; readonly failed: string | null };

function Loaded({ candidate, kept, failed, titles, told, ...page }: LoadedProps) {
  const { id: viewerId } = useViewer();
  const own = useOwnForm(candidate, viewerId);
  const seat = candidate.seatId === null ? null : (titles.get(candidate.seatId) ?? null);
  return (
    <Page
      label={hw.panel.label(candidate.name)}
      body={hw.panel.known(candidate.name)}
      head={<CandidateHead candidate={candidate} seat={seat} told={told} kept={kept} why={failed} />}
      ready={own !== undefined}
      {...page}
    >
      <Closed candidate={candidate} told={told} />
      <Contact {...candidate} />
      <Tests {...candidate} />
      <Notes {...candidate} />
      {own !== undefined && !own.done && !interviewsOver(candidate.stage) && (
        <OwnForm candidateId={candidate.id} own={own} />
      )}
      <FormsShown candidate={candidate} viewerId={viewerId} told={told} />
    </Page>
  );
}

/** Everything of a candidate: where they stand, contact, tests, notes and interviews. */
export function CandidatePage({ id, ...place }: Place & { readonly id: string }) {
  useKeeping(id);
  const { asked, candidate, kept, failed } = useCandidate(id);
  if (candidate === undefined)
    return (
      <div className="flex min-w-0 flex-1 flex-col border-l border-line max-[820px]:border-l-0">
        <NotRead asked={asked} />
      </div>
    );
  return <Loaded candidate={candidate} kept={kept} failed={failed} {...place} />;
}
