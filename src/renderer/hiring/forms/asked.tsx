import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Candidate } from '../../../contract/index.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { useLast } from '../../ui/use-last.ts';
import { hw } from '../../strings/en-hiring.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ask, useHiring, type Asking } from '../hiring-store.ts';
import { candidateOptions } from '../keeper.ts';
import { CandidateForm } from './candidate-form.tsx';
import { ForgetForm } from './forget-form.tsx';
import { HireForm } from './hire-form.tsx';
import { OutForm } from './out-form.tsx';
import { SeatForm } from './seat-form.tsx';
import { SettingsForm } from './settings-form.tsx';
import { TestForm } from './test-form.tsx';

const w = hw.form;

const close = (): void => {
  ask(null);
  keepFocus();
};

type OfCandidate = Extract<Asking, { readonly id: string }>;

const titles: Readonly<Record<OfCandidate['what'], (name: string) => string>> = {
  candidate: () => w.candidate,
  out: w.out,
  hire: w.hire,
  forget: w.forget,
  test: w.newTest,
};

function formOf(asking: OfCandidate, candidate: Candidate): ReactNode {
  if (asking.what === 'test') return <TestForm candidate={candidate} at={asking.at} onClose={close} />;
  if (asking.what === 'candidate') return <CandidateForm candidate={candidate} seatId={null} onClose={close} />;
  if (asking.what === 'out') return <OutForm candidate={candidate} onClose={close} />;
  if (asking.what === 'hire') return <HireForm candidate={candidate} onClose={close} />;
  return <ForgetForm candidate={candidate} onClose={close} />;
}

/** A dialog about one candidate, once they are read. */
function OfOne({ asking, open }: { readonly asking: OfCandidate; readonly open: boolean }) {
  const read = useQuery(candidateOptions(asking.id)).data;
  // Deleted while it closes, they are still shown until it is gone.
  const candidate = useLast(read ?? null);
  if (candidate === null) return null;
  return (
    <Dialog title={titles[asking.what](candidate.name)} open={open} onClose={close}>
      {formOf(asking, candidate)}
    </Dialog>
  );
}

/** What is being asked for, in a dialog, wherever on the screen it was asked. */
export function Asked() {
  const asking = useHiring((state) => state.asking);
  const last = useLast(asking);
  const open = asking !== null;
  if (last === null) return null;
  if (last.what === 'seat')
    return (
      <Dialog title={last.seat === null ? w.newSeat : w.seat} open={open} onClose={close}>
        <SeatForm seat={last.seat} onClose={close} />
      </Dialog>
    );
  if (last.what === 'newCandidate')
    return (
      <Dialog title={w.newCandidate} open={open} onClose={close}>
        <CandidateForm candidate={null} seatId={last.seatId} onClose={close} />
      </Dialog>
    );
  if (last.what === 'settings')
    return (
      <Dialog title={w.settings} open={open} onClose={close} width={760}>
        <SettingsForm onClose={close} />
      </Dialog>
    );
  return <OfOne key={last.id} asking={last} open={open} />;
}
