import type { ReactNode } from 'react';
import { useNames } from '../../client/use-desk.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { useLast } from '../../ui/use-last.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ask, useOnboarding, type Asking } from '../onboarding-store.ts';
import { AwayForm } from './away-form.tsx';
import { CertificateForm } from './certificate-form.tsx';
import { ExtendForm } from './extend-form.tsx';
import { ReasonForm } from './reason-form.tsx';
import { QuizView } from './quiz-view.tsx';
import { StartForm } from './start-form.tsx';
import { TaskView } from './task-view.tsx';
import { TrainerForm } from './trainer-form.tsx';

const w = ow.form;

const close = (): void => {
  ask(null);
  keepFocus();
};

/** The name of the stage or task that is asked about. */
function partName(asking: Asking): string {
  if (asking.what === 'task' || asking.what === 'quiz') {
    const stage = asking.newcomer.programme.stages.find(({ id }) => id === asking.stage);
    return stage?.tasks.find(({ id }) => id === asking.task)?.name ?? '';
  }
  if (asking.what !== 'extend') return '';
  const { programme, current } = asking.newcomer;
  return programme.stages.find(({ id }) => id === current)?.name ?? '';
}

function titleOf(asking: Asking, name: string): string {
  if (asking.what === 'start') return w.start;
  if (asking.what === 'certificate') return asking.certificate === null ? w.newCertificate : w.certificate;
  if (asking.what === 'away') return w.away(name);
  if (asking.what === 'pause') return w.pause(name);
  if (asking.what === 'end') return w.end(name);
  if (asking.what === 'trainer') return w.trainerOf(name);
  return asking.what === 'extend' ? w.extend(partName(asking)) : partName(asking);
}

function formOf(asking: Asking): ReactNode {
  if (asking.what === 'start') return <StartForm onClose={close} />;
  if (asking.what === 'certificate') return <CertificateForm certificate={asking.certificate} onClose={close} />;
  if (asking.what === 'task') return <TaskView {...asking} onClose={close} />;
  if (asking.what === 'quiz') return <QuizView {...asking} onClose={close} />;
  const { newcomer } = asking;
  if (asking.what === 'away') return <AwayForm newcomer={newcomer} onClose={close} />;
  if (asking.what === 'trainer') return <TrainerForm newcomer={newcomer} onClose={close} />;
  if (asking.what === 'extend') return <ExtendForm newcomer={newcomer} onClose={close} />;
  return <ReasonForm what={asking.what} newcomer={newcomer} onClose={close} />;
}

/** What is being asked for, in a dialog, wherever on the screen it was asked. */
export function Asked() {
  const asking = useOnboarding((state) => state.asking);
  const last = useLast(asking);
  const { people } = useNames();
  if (last === null) return null;
  const name = 'newcomer' in last ? (people.get(last.newcomer.personId) ?? ow.someone) : '';
  return (
    <Dialog title={titleOf(last, name)} open={asking !== null} onClose={close} width={last.what === 'quiz' ? 640 : 520}>
      {formOf(last)}
    </Dialog>
  );
}
