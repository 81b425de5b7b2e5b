import { useState } from 'react';
import type { Newcomer } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { useTold } from '../../coaching/use-told.ts';
import { client } from '../../client/client.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { DateField, Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';

const w = ow.form;
const kinds = (['sick', 'holiday', 'other'] as const).map((value) => ({ value, label: w.kinds[value] }));

type Props = { readonly newcomer: Newcomer; readonly onClose: () => void };

type DayProps = {
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (day: string) => void;
};

export const DayField = ({ label, value, error, onChange }: DayProps) => (
  <DateField label={label} error={error} value={value} onDate={onChange} />
);

/** On which days they are not here, and why. */
export function AwayForm({ newcomer, onClose }: Props) {
  const { today } = useTold();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [kind, setKind] = useState<'sick' | 'holiday' | 'other'>('sick');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const isWrong = from === '' || to < from;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isWrong) return;
    const input = { id: newcomer.id, from, to, kind, note: note.trim() };
    if ((await command(client.onboarding.away(input))) !== null) onClose();
  };
  return (
    <DialogForm submit={w.awaySave} onSubmit={submit} onClose={onClose}>
      <p className="text-small text-ink-2">{w.awayHow}</p>
      <div className="flex gap-3 max-[560px]:flex-col">
        <DayField
          label={w.from}
          value={from}
          error={tried && from === '' ? w.needDay : undefined}
          onChange={(day) => {
            setFrom(day);
            if (to < day) setTo(day);
          }}
        />
        <DayField
          label={w.to}
          value={to}
          error={tried && from !== '' && isWrong ? w.toWrong : undefined}
          onChange={setTo}
        />
      </div>
      <div className="flex flex-col items-start gap-1">
        <span className="text-small font-medium text-ink-2">{w.kind}</span>
        <Segmented look="accent" label={w.kind} segments={kinds} value={kind} onChange={setKind} />
      </div>
      <Field label={w.note} note={w.optional}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </DialogForm>
  );
}
