import { ChevronDown, CircleAlert, LoaderCircle } from 'lucide-react';
import type { Candidate, CandidateStage } from '../../../contract/index.ts';
import { candidateStages } from '../../../contract/words.ts';
import { hw } from '../../strings/en-hiring.ts';
import { Button } from '../../ui/button.tsx';
import { ChoicePicker } from '../../ui/choice.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ask, setHiring, useHiring } from '../hiring-store.ts';
import { moveTo } from '../moves.ts';
import { isRunning } from '../stages.ts';
import type { Told } from '../use-told.ts';

const w = hw.panel;
const choices = candidateStages.map((value) => ({ value, label: hw.stage[value] }));

/** The stages, by digits; the last three ask first. */
function Stages({ id, stage }: Pick<Candidate, 'id' | 'stage'>) {
  const open = useHiring((state) => state.picking);
  return (
    <ChoicePicker<CandidateStage>
      label={w.moveTo}
      choices={choices}
      value={stage}
      open={open}
      onOpenChange={(picking) => setHiring({ picking })}
      onPick={(to) => moveTo({ id, stage }, to)}
      trigger={
        <Button small>
          {w.move}
          <Kbd keys="m" />
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    />
  );
}

export type KeptState = 'kept' | 'keeping' | 'failed';

function KeptMark({ kept, why }: { readonly kept: KeptState; readonly why: string | null }) {
  const text = { kept: w.kept, keeping: w.keeping, failed: w.notKept }[kept];
  return (
    <span className="flex items-center gap-1 text-small text-ink-2" data-kept={kept} role="status">
      {kept === 'keeping' && <LoaderCircle size={12} aria-hidden />}
      {kept === 'failed' && <CircleAlert size={12} aria-hidden className="text-late" />}
      {kept === 'failed' && why !== null ? `${text}: ${why}` : text}
    </span>
  );
}

type Props = {
  readonly candidate: Candidate;
  readonly seat: string | null;
  readonly told: Told;
  readonly kept: KeptState;
  readonly why: string | null;
};

/** Who it is, where they stand, and what can be done with them. */
export function CandidateHead({ candidate, seat, told, kept, why }: Props) {
  const { id, name, stage, stageAt, appliedAt } = candidate;
  return (
    <header className="flex shrink-0 flex-col gap-2 border-b border-line px-4 py-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="min-w-0 truncate text-title font-bold" dir="auto" title={name}>
          {name}
        </h2>
        <span className="text-small text-ink-2 tabular-nums">{w.since(hw.stage[stage], told.day(stageAt))}</span>
        {stage !== 'applied' && (
          <span className="text-small text-ink-2 tabular-nums">{w.applied(told.day(appliedAt))}</span>
        )}
        {/* Who is out of the running needs none. */}
        {(seat !== null || isRunning(stage)) && (
          <span className="min-w-0 truncate text-small text-ink-2" dir="auto">
            {seat === null ? w.noSeat : w.seat(seat)}
          </span>
        )}
        <span className="flex-1" />
        <KeptMark kept={kept} why={why} />
      </div>
      {stage !== 'hired' && (
        <div className="flex flex-wrap gap-2">
          <Stages id={id} stage={stage} />
          {isRunning(stage) && (
            <>
              <Button small look={stage === 'offer' ? 'primary' : 'plain'} onClick={() => ask({ what: 'hire', id })}>
                {w.hire}
                <Kbd keys="h" on={stage === 'offer'} />
              </Button>
              <Button small onClick={() => ask({ what: 'out', id })}>
                {w.out}
                <Kbd keys="r" />
              </Button>
            </>
          )}
          <Button small onClick={() => ask({ what: 'candidate', id })}>
            {w.edit}
            <Kbd keys="e" />
          </Button>
        </div>
      )}
    </header>
  );
}
