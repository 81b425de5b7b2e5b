import { useState } from 'react';
import type { Newcomer } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';
import { client } from '../../client/client.ts';
import { ow } from '../../strings/en-onboarding.ts';

const w = ow.form;

type Props = { readonly what: 'pause' | 'end'; readonly newcomer: Newcomer; readonly onClose: () => void };

/** Why a programme is paused, which may go unsaid, or ended, which may not. */
export function ReasonForm({ what, newcomer: { id }, onClose }: Props) {
  const [typed, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reason = typed.trim();
  const isEnd = what === 'end';
  const isWrong = isEnd && reason === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isWrong) return;
    const work = isEnd ? client.onboarding.end({ id, reason }) : client.onboarding.pause({ id, paused: true, reason });
    if ((await command(work)) !== null) onClose();
  };
  return (
    <DialogForm submit={isEnd ? w.endSave : w.pauseSave} onSubmit={submit} onClose={onClose}>
      <p className="text-small text-ink-2">{isEnd ? w.endHow : w.pauseHow}</p>
      <Area
        label={w.reason}
        max={300}
        value={typed}
        {...(!isEnd && { hint: w.optional })}
        error={tried && isWrong ? w.needReason : undefined}
        onChange={setReason}
      />
    </DialogForm>
  );
}
