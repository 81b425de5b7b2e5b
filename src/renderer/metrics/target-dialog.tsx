import { useState } from 'react';
import type { Kpi } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { DialogForm } from '../ui/dialog-form.tsx';
import { numberIn } from '../ui/read-number.ts';
import { mw } from '../strings/en-metrics.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { ask } from './metrics-store.ts';
import { targetBounds, typedTarget } from './target.ts';

const w = mw.target;

/** What a figure should be, for the whole desk. */
export function TargetDialog({ kpi }: { readonly kpi: Kpi }) {
  const [typed, setTyped] = useState(typedTarget(kpi));
  const [owner, setOwner] = useState(kpi.owner);
  const [tried, setTried] = useState(false);
  const [low, high] = targetBounds(kpi.kind);
  const isShare = kpi.kind === 'share';
  const found = numberIn(typed, low, high);
  const isEmpty = typed.trim() === '';
  const isWrong = !isEmpty && found === null;
  const close = (): void => ask(null);
  const save = async (): Promise<void> => {
    setTried(true);
    if (isWrong) return;
    const target = isEmpty || found === null ? null : isShare ? Math.round(found * 1e6) / 1e8 : found;
    const done = await command(client.metrics.targetSave({ name: kpi.name, target, owner }));
    if (done !== null) close();
  };
  return (
    <Dialog title={w.title(kpi.title)} open onClose={close} width={420}>
      <DialogForm submit={w.save} onSubmit={save} onClose={close}>
        <Field label={w.field(kpi)} hint={w.hint} error={tried && isWrong ? w.wrong(low, high) : undefined}>
          {(ids) => (
            <TextInput {...ids} inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
          )}
        </Field>
        <Field label={w.owner} hint={w.ownerHint}>
          {(ids) => (
            <TextInput {...ids} maxLength={200} value={owner} onChange={(event) => setOwner(event.target.value)} />
          )}
        </Field>
      </DialogForm>
    </Dialog>
  );
}
