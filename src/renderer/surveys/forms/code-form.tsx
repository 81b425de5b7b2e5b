import { useState } from 'react';
import type { SurveyCode } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { fw } from '../../strings/en-surveys.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { WordInput } from '../../ui/word-input.tsx';

const w = fw.form;
type Props = { readonly code: SurveyCode | null; readonly onClose: () => void };

/** What a code is called, what it belongs to, and which words suggest it. */
export function CodeForm({ code, onClose }: Props) {
  const [name, setName] = useState(code?.name ?? '');
  const [theme, setTheme] = useState(code?.theme ?? '');
  const [words, setWords] = useState<readonly string[]>(code?.words ?? []);
  const [tried, setTried] = useState(false);
  const isEmpty = name.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    const done = await command(
      client.surveys.codeSave({ ...(code !== null && { id: code.id }), name: name.trim(), theme, words: [...words] }),
    );
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={code === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <Field label={w.name} error={tried && isEmpty ? w.needName : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={w.theme} note={w.optional}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={100}
            value={theme}
            onChange={(event) => setTheme(event.target.value)}
          />
        )}
      </Field>
      <Field label={w.words} hint={w.wordsHint}>
        {(ids) => <WordInput {...ids} words={words} onChange={setWords} removeName={w.removeWord} />}
      </Field>
    </DialogForm>
  );
}
