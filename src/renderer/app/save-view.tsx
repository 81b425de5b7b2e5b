import { useState, type SyntheticEvent } from 'react';
import type { View } from '../../contract/index.ts';
import { t } from '../strings/en.ts';
import { saveAsNew, useShownView } from '../tickets/views.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { openDialog, useWindow } from './window-store.ts';

function NameForm({ view }: { readonly view: View }) {
  const [name, setName] = useState('');
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() !== '' && (await saveAsNew(view, name.trim()))) openDialog(null);
  };
  return (
    <form onSubmit={(event) => void save(event)} className="flex flex-col gap-3 p-4">
      <Field label={t.bar.viewName}>
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus
            dir="auto"
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <FormFoot>
        <Button onClick={() => openDialog(null)}>{t.settings.cancel}</Button>
        <Button type="submit" look="primary" disabled={name.trim() === ''}>
          {t.bar.saveAsNew}
        </Button>
      </FormFoot>
    </form>
  );
}

/** Asks for the name of a new view, made of what is shown. */
export function SaveViewDialog() {
  const open = useWindow((state) => state.dialog === 'saveView');
  const view = useShownView();
  return (
    <Dialog title={t.bar.saveAsNew} open={open && view !== null} onClose={() => openDialog(null)} width={420}>
      {view !== null && <NameForm view={view.shown} />}
    </Dialog>
  );
}
