import { useState } from 'react';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { fw } from '../../strings/en-surveys.ts';
import { Field, TextInput } from '../../ui/field.tsx';

const w = fw.form;
type Props = { readonly surveyId: string; readonly name: string; readonly onClose: () => void };

/** What a survey is called. */
export function RenameForm({ surveyId, name: before, onClose }: Props) {
  const [name, setName] = useState(before);
  const [tried, setTried] = useState(false);
  const isEmpty = name.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    const done = await command(client.surveys.surveySave({ id: surveyId, name: name.trim() }));
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={w.save} onSubmit={submit} onClose={onClose}>
      <Field label={w.name} error={tried && isEmpty ? w.needName : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
    </DialogForm>
  );
}
