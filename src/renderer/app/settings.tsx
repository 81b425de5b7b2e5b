import { useState, type SyntheticEvent } from 'react';
import type { Settings } from '../../contract/index.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { useInfo, usePeople } from '../client/use-desk.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { MatrixEditor } from '../intake/matrix-editor.tsx';
import { sayError } from './errors.ts';
import { whileSaving } from './saving.ts';
import { say } from './toasts.tsx';
import { openDialog, setWindow, useWindow, type Theme } from './window-store.ts';
import { zonesWith } from './zones.ts';

/** Saves settings of the desk and reads again what hangs on them. */
export async function saveSettings(change: Partial<Settings>): Promise<boolean> {
  try {
    await whileSaving(client.desk.settings(change));
    await queryClient.invalidateQueries({ queryKey: orpc.desk.key() });
    await queryClient.invalidateQueries({ queryKey: orpc.tickets.key() });
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}

const themes: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: t.settings.system },
  { value: 'light', label: t.settings.light },
  { value: 'dark', label: t.settings.dark },
];

type FormProps = { readonly settings: Settings; readonly file: string };

function SettingsForm({ settings, file }: FormProps) {
  const [name, setName] = useState(settings.name);
  const [timeZone, setZone] = useState(settings.timeZone);
  const [me, setMe] = useState(settings.me ?? '');
  const [error, setError] = useState<string>();
  const theme = useWindow((state) => state.theme);
  const people = usePeople().map((person) => ({ value: person.id, label: person.name }));
  const zones = zonesWith(timeZone).map((zone) => ({ value: zone, label: zone }));
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') {
      setError(t.settings.needName);
      return;
    }
    if (!(await saveSettings({ name: name.trim(), timeZone, me: me === '' ? null : me }))) return;
    openDialog(null);
    say({ title: t.settings.saved });
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-3 p-4">
      <Field label={t.settings.name} error={error}>
        {(ids) => (
          <TextInput
            {...ids}
            value={name}
            maxLength={100}
            dir="auto"
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t.settings.zone}>
        {(ids) => <Select {...ids} options={zones} value={timeZone} onPick={setZone} />}
      </Field>
      <Field label={t.settings.me} hint={t.settings.meHow}>
        {(ids) => (
          <Select {...ids} options={[{ value: '', label: t.settings.nobody }, ...people]} value={me} onPick={setMe} />
        )}
      </Field>
      <div className="flex flex-col items-start gap-1">
        <span className="text-small font-medium text-ink-2">{t.settings.theme}</span>
        <Segmented
          look="accent"
          label={t.settings.theme}
          segments={themes}
          value={theme}
          onChange={(value) => setWindow({ theme: value })}
        />
      </div>
      <p className="text-small break-all text-ink-2">
        {t.settings.file}: {file}
      </p>
      <FormFoot>
        <Button onClick={() => openDialog(null)}>{t.settings.cancel}</Button>
        <Button type="submit" look="primary">
          {t.settings.save}
        </Button>
      </FormFoot>
    </form>
  );
}

export function SettingsDialog() {
  const open = useWindow((state) => state.dialog === 'settings');
  const info = useInfo().data;
  return (
    <Dialog title={t.settings.title} open={open && info !== undefined} onClose={() => openDialog(null)} width={420}>
      {info !== undefined && <SettingsForm settings={info} file={info.file} />}
      <MatrixEditor />
    </Dialog>
  );
}
