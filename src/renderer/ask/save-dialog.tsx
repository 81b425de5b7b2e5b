import { useState } from 'react';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { DialogForm } from '../ui/dialog-form.tsx';
import { aw } from '../strings/en-ask.ts';
import { useViews } from '../tickets/views.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { setAsk, useAsk } from './ask-store.ts';

function Form({ onClose }: { readonly onClose: () => void }) {
  const { sql, spec, of, opened } = useAsk.getState();
  const view = useViews().find(({ id }) => of.kind === 'view' && id === of.viewId);
  const [name, setName] = useState(opened?.name ?? view?.name ?? '');
  const [tried, setTried] = useState(false);
  const isEmpty = name.trim() === '';
  const hasPivot = spec.rows.length + spec.columns.length > 0;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    const same = opened !== null && opened.name.toLowerCase() === name.trim().toLowerCase();
    const saved = await command(
      client.ask.saveAs({
        ...(same && { id: opened.id }),
        name: name.trim(),
        source: view === undefined ? { sql } : { boardFilter: view.filter },
        pivot: hasPivot ? spec : null,
      }),
    );
    if (saved === null) return;
    setAsk({ opened: { id: saved.id, name: name.trim() } });
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
export function SaveDialog() {
  const saving = useAsk((state) => state.saving);
  const close = (): void => setAsk({ saving: false });
  return (
    <Dialog title={aw.saveTitle} open={saving} onClose={close} width={420}>
      {saving && <Form onClose={close} />}
    </Dialog>
  );
}
