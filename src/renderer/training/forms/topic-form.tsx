import { useState } from 'react';
import type { TrainingTopic } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';
import { tw } from '../../strings/en-training.ts';
import { Field, TextInput } from '../../ui/field.tsx';

const w = tw.form;

type Props = {
  readonly topic: Pick<TrainingTopic, 'id' | 'text' | 'material'> | null;
  readonly onClose: () => void;
};

/** What is new, and where to read it. */
export function TopicForm({ topic, onClose }: Props) {
  const [text, setText] = useState(topic?.text ?? '');
  const [material, setMaterial] = useState(topic?.material ?? '');
  const [tried, setTried] = useState(false);
  const isEmpty = text.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    const id = topic === null ? {} : { id: topic.id };
    const done = await command(client.training.topicSave({ ...id, text: text.trim(), material: material.trim() }));
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={topic === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <Area
        label={w.topicText}
        max={500}
        value={text}
        error={tried && isEmpty ? w.topicNeed : undefined}
        onChange={setText}
      />
      <Field label={w.material} note={w.optional} hint={w.materialHint}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={2000}
            value={material}
            onChange={(event) => setMaterial(event.target.value)}
          />
        )}
      </Field>
    </DialogForm>
  );
}
