import { useState } from 'react';
import type { Candidate } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { hw } from '../../strings/en-hiring.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { forgetHeld } from '../keeper.ts';

const w = hw.form;

/** The one thing that undo does not take back: so a word is typed before it is done. SPEC HIR-21. */
export function ForgetForm({ candidate, onClose }: { readonly candidate: Candidate; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const isMeant = typed.trim().toLowerCase() === w.forgetWord;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!isMeant) return;
    // What was typed of them and is on its way would find nobody.
    forgetHeld(candidate.id);
    if ((await command(client.hiring.candidateForget({ id: candidate.id }))) !== null) onClose();
  };
  return (
    <DialogForm submit={w.forgetDo} onSubmit={submit} onClose={onClose}>
      <p>{w.forgetHow}</p>
      <Field label={w.forgetType} error={tried && !isMeant ? w.forgetNeed : undefined}>
        {(ids) => (
          <TextInput {...ids} maxLength={20} value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
    </DialogForm>
  );
}
