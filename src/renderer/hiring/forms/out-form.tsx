import { useState } from 'react';
import type { Candidate } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';
import { hw } from '../../strings/en-hiring.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { flush } from '../keeper.ts';

const w = hw.form;
const outs = (['rejected', 'withdrawn'] as const).map((value) => ({ value, label: w.outs[value] }));

/** Out of the running, and why. */
export function OutForm({ candidate, onClose }: { readonly candidate: Candidate; readonly onClose: () => void }) {
  const [stage, setStage] = useState<'rejected' | 'withdrawn'>('rejected');
  const [reason, setReason] = useState(candidate.reason);
  const submit = async (): Promise<void> => {
    await flush(candidate.id);
    const done = await command(client.hiring.candidateMove({ id: candidate.id, stage, reason: reason.trim() }));
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={w.outDo[stage]} onSubmit={submit} onClose={onClose}>
      <div>
        <Segmented look="accent" label={w.outHow} segments={outs} value={stage} onChange={setStage} />
      </div>
      <Area label={w.reason} hint={w.reasonHint} max={1000} value={reason} onChange={setReason} />
    </DialogForm>
  );
}
