import { useState } from 'react';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { cw } from '../../strings/en-coaching.ts';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';

const w = cw.form;

/** The agent has read it, with a word if they like. */
export function AcknowledgeForm({ sessionId, onClose }: { readonly sessionId: string; readonly onClose: () => void }) {
  const [note, setNote] = useState('');
  const submit = async (): Promise<void> => {
    if ((await command(client.coaching.acknowledge({ id: sessionId, note: note.trim() }))) !== null) onClose();
  };
  return (
    <DialogForm submit={cw.session.acknowledge} onSubmit={submit} onClose={onClose}>
      <Area label={w.note} hint={w.optional} max={4000} value={note} onChange={setNote} />
    </DialogForm>
  );
}
