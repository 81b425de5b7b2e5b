import type { ReactNode } from 'react';
import { keepFocus } from '../../app/keep-focus.ts';
import { useLast } from '../../ui/use-last.ts';
import { fw } from '../../strings/en-surveys.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ImportForm } from '../import/import-form.tsx';
import { ask, useSurveys, type Asking } from '../surveys-store.ts';
import { CodeForm } from './code-form.tsx';
import { ProblemForm } from './problem-form.tsx';
import { RenameForm } from './rename-form.tsx';

const w = fw.form;

const close = (): void => {
  ask(null);
  keepFocus();
};

function titleOf(asking: Asking): string {
  if (asking.what === 'import') return fw.import.title;
  if (asking.what === 'rename') return w.rename;
  if (asking.what === 'code') return asking.code === null ? w.newCode : w.code;
  return asking.problem === null ? w.newProblem : w.problem;
}

function formOf(asking: Asking): ReactNode {
  if (asking.what === 'import') return <ImportForm onClose={close} />;
  if (asking.what === 'rename') return <RenameForm {...asking} onClose={close} />;
  if (asking.what === 'code') return <CodeForm code={asking.code} onClose={close} />;
  return <ProblemForm problem={asking.problem} codeId={asking.codeId} onClose={close} />;
}

/** What is being asked for, in a dialog, wherever on the screen it was asked. */
export function Asked() {
  const asking = useSurveys((state) => state.asking);
  const last = useLast(asking);
  if (last === null) return null;
  return (
    <Dialog
      title={titleOf(last)}
      width={last.what === 'import' ? 920 : last.what === 'problem' ? 640 : 520}
      open={asking !== null}
      onClose={close}
    >
      {formOf(last)}
    </Dialog>
  );
}
