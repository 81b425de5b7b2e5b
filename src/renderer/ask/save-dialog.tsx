import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { command } from '../app/actions.ts';
import { client, orpc } from '../client/client.ts';
import { DialogForm } from '../ui/dialog-form.tsx';
import { aw } from '../strings/en-ask.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { onBoard, setAsk, useAsk } from './ask-store.ts';
import type { Answer } from './use-answer.ts';
import { fitting, useSource } from './use-source.ts';

type Props = { readonly answer: Answer; readonly onClose: () => void };

function Form({ answer, onClose }: Props) {
  const state = useAsk.getState();
  const { sql, of, opened } = state;
  const board = of.kind === 'board' && onBoard(state) ? of : null;
  const made = useSource(answer);
  const { data: saved } = useQuery(orpc.ask.saved.queryOptions());
  const [name, setName] = useState(opened?.name ?? board?.name ?? '');
  const [tried, setTried] = useState(false);
  const isEmpty = name.trim() === '';
  // Of another question's table nothing may fit.
  const spec = made === null ? state.spec : fitting(state.spec, made.names);
  const hasPivot = spec.rows.length + spec.columns.length > 0;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    // One that was taken away meanwhile, or is another desk's, is saved as a new one.
    const same =
      opened !== null &&
      opened.name.toLowerCase() === name.trim().toLowerCase() &&
      saved?.queries.some(({ id }) => id === opened.id) === true;
    const done = await command(
      client.ask.saveAs({
        ...(same && { id: opened.id }),
        name: name.trim(),
        source: board === null ? { sql } : { boardFilter: board.filter },
        pivot: hasPivot ? spec : null,
      }),
    );
    if (done === null) return;
    setAsk({ opened: { id: done.id, name: name.trim() } });
    onClose();
  };
  return (
    <DialogForm submit={aw.save} onSubmit={submit} onClose={onClose}>
      <Field
        label={aw.name}
        hint={[opened === null ? '' : aw.saveNew, hasPivot ? aw.withPivot : ''].join(' ').trim() || undefined}
        error={tried && isEmpty ? aw.nameNeed : undefined}
      >
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
    </DialogForm>
  );
}

/** Names a question and keeps it, with its pivot table. */
export function SaveDialog({ answer }: { readonly answer: Answer }) {
  const saving = useAsk((state) => state.saving);
  const close = (): void => setAsk({ saving: false });
  return (
    <Dialog title={aw.saveTitle} open={saving} onClose={close} width={420}>
      {saving && <Form answer={answer} onClose={close} />}
    </Dialog>
  );
}
