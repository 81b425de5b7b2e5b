import type { ReactNode } from 'react';
import { keepFocus } from '../../app/keep-focus.ts';
import { useNames } from '../../client/use-desk.ts';
import { useLast } from '../../ui/use-last.ts';
import { cw } from '../../strings/en-coaching.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ask, useCoaching, type Asking } from '../coaching-store.ts';
import { AcknowledgeForm } from './acknowledge-form.tsx';
import { ActionForm } from './action-form.tsx';
import { DossierForm } from './dossier-form.tsx';
import { GoalForm } from './goal-form.tsx';
import { LinkForm } from './link-form.tsx';
import { PraiseForm } from './praise-form.tsx';
import { SessionForm } from './session-form.tsx';

const close = (): void => {
  ask(null);
  keepFocus();
};

function titleOf(asking: Asking, name: string): string {
  const w = cw.form;
  if (asking.what === 'session') return cw.session.title(name);
  if (asking.what === 'praise') return w.praise(name);
  if (asking.what === 'dossier') return w.dossier(name);
  if (asking.what === 'goal') return asking.goal === null ? w.newGoal : w.goal;
  if (asking.what === 'action') return asking.action === null ? w.newAction : w.action;
  return asking.what === 'acknowledge' ? w.acknowledge : w.linkTitle;
}

function formOf(asking: Asking): ReactNode {
  if (asking.what === 'session') return <SessionForm personId={asking.personId} onClose={close} />;
  if (asking.what === 'praise') return <PraiseForm personId={asking.personId} onClose={close} />;
  if (asking.what === 'dossier') return <DossierForm personId={asking.personId} onClose={close} />;
  if (asking.what === 'goal') return <GoalForm {...asking} onClose={close} />;
  if (asking.what === 'action') return <ActionForm {...asking} onClose={close} />;
  if (asking.what === 'acknowledge') return <AcknowledgeForm sessionId={asking.sessionId} onClose={close} />;
  return <LinkForm sessionId={asking.sessionId} personId={asking.personId} onClose={close} />;
}

/** What is being asked for, in a dialog, wherever on the screen it was asked. */
export function Asked() {
  const asking = useCoaching((state) => state.asking);
  const last = useLast(asking);
  const { people } = useNames();
  if (last === null) return null;
  return (
    <Dialog title={titleOf(last, people.get(last.personId) ?? cw.someone)} open={asking !== null} onClose={close}>
      {formOf(last)}
    </Dialog>
  );
}
