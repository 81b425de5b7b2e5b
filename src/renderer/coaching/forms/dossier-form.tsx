import { useState } from 'react';
import { sayError } from '../../app/errors.ts';
import { fromBase64, saveFile } from '../../app/save-file.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { numberIn } from '../../ui/read-number.ts';
import { cw } from '../../strings/en-coaching.ts';
import { dayOf } from '../../ui/days.ts';
import { DateField, Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Check } from '../../ui/switch.tsx';
import { useTold } from '../use-told.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';

const w = cw.form;
const formats = (['pdf', 'json'] as const).map((value) => ({ value, label: w.formats[value] }));
const usualDays = 90;

type Asked = Parameters<typeof client.coaching.dossier>[0];

/** Saves the file and says so; where the PDF lacks letters, with the way to the file that has them. False where it failed. */
async function save(asked: Asked): Promise<boolean> {
  try {
    const { fileName, type, base64, missing } = await whileSaving(client.coaching.dossier(asked));
    saveFile(fileName, fromBase64(base64), type);
    say({
      title: w.dossierSaved(fileName),
      ...(missing > 0 && {
        body: w.lettersMissing(missing),
        action: { label: w.saveJson, run: () => void save({ ...asked, format: 'json' }) },
      }),
    });
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}

function useDraft() {
  const { now, zone } = useTold();
  const [draft, setDraft] = useState({
    from: dayOf(now - (usualDays - 1) * 86_400_000, zone),
    typed: String(usualDays),
    format: 'pdf' as 'pdf' | 'json',
    withPrivate: false,
  });
  const change = (part: Partial<typeof draft>): void => setDraft((held) => ({ ...held, ...part }));
  return { draft, change };
}

type Props = { readonly personId: string; readonly onClose: () => void };

/** Everything of somebody over some days, to be saved as a file for a performance review. SPEC COA-30. */
export function DossierForm({ personId, onClose }: Props) {
  const { draft, change } = useDraft();
  const [tried, setTried] = useState(false);
  const { from, typed, format, withPrivate } = draft;
  const days = numberIn(typed, 1, 400, true);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (from === '' || days === null) return;
    if (await save({ personId, from, days, format, withPrivate })) onClose();
  };
  return (
    <DialogForm submit={w.dossierSave} onSubmit={submit} onClose={onClose}>
      <p className="text-small text-ink-2">{w.dossierHow}</p>
      <div className="flex gap-3 max-[560px]:flex-col">
        <DateField
          label={w.from}
          error={tried && from === '' ? w.needDay : undefined}
          value={from}
          onDate={(on) => change({ from: on })}
        />
        <Field label={w.days} error={tried && days === null ? w.daysWrong : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              maxLength={4}
              value={typed}
              onChange={(event) => change({ typed: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-col items-start gap-1">
        <span className="text-small font-medium text-ink-2">{w.format}</span>
        <Segmented
          look="accent"
          label={w.format}
          segments={formats}
          value={format}
          onChange={(next) => change({ format: next })}
        />
      </div>
      <Check
        label={w.withPrivate}
        hint={w.withPrivateHint}
        on={withPrivate}
        onChange={(on) => change({ withPrivate: on })}
      />
    </DialogForm>
  );
}
