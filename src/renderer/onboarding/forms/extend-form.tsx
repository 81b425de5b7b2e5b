import { useState } from 'react';
import type { Newcomer } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';
import { client } from '../../client/client.ts';
import { numberIn } from '../../ui/read-number.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { Field, TextInput } from '../../ui/field.tsx';

const w = ow.form;

/** More working days for the stage they are in, or fewer of those it was given. */
export function ExtendForm({ newcomer, onClose }: { readonly newcomer: Newcomer; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('2');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const workDays = numberIn(typed, -60, 60, true);
  const isWrong = workDays === null || workDays === 0;
  const submit = async (): Promise<void> => {
    setTried(true);
    const { id, current } = newcomer;
    if (isWrong || current === null) return;
    const work = client.onboarding.extend({ id, stage: current, workDays, reason: reason.trim() });
    if ((await command(work)) !== null) onClose();
  };
  return (
    <DialogForm submit={w.extendSave} onSubmit={submit} onClose={onClose}>
      <Field label={w.days} hint={w.daysHow} error={tried && isWrong ? w.daysWrong : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            className="!w-[96px]"
            maxLength={4}
            value={typed}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Area label={w.reason} hint={w.optional} max={300} value={reason} onChange={setReason} />
    </DialogForm>
  );
}
