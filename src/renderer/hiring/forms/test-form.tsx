import { useId, useState } from 'react';
import type { Candidate, Screening } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';
import { numberIn } from '../../ui/read-number.ts';
import { hw } from '../../strings/en-hiring.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';

const w = hw.form;
const farthest = 1_000_000;
const passes = (['yes', 'no', 'open'] as const).map((value) => ({ value, label: w.passes[value] }));
type Passes = (typeof passes)[number]['value'];

const passedOf: Readonly<Record<Passes, boolean | null>> = { yes: true, no: false, open: null };
const passesOf = (passed: boolean | null | undefined): Passes => (passed == null ? 'open' : passed ? 'yes' : 'no');

const draftOf = (test: Screening | undefined) => ({
  name: test?.name ?? '',
  value: test === undefined ? '' : String(test.value),
  unit: test?.unit ?? '',
  passed: passesOf(test?.passed),
  note: test?.note ?? '',
});

type Props = { readonly candidate: Candidate; readonly at: number | null; readonly onClose: () => void };

/** What a test came to: which, how much of what, and whether that is enough. */
export function TestForm({ candidate, at, onClose }: Props) {
  const { id, screenings } = candidate;
  const [draft, setDraft] = useState(() => draftOf(at === null ? undefined : screenings[at]));
  const [tried, setTried] = useState(false);
  const names = useId();
  const change = (part: Partial<typeof draft>): void => setDraft((held) => ({ ...held, ...part }));
  const isEmpty = draft.name.trim() === '';
  const value = numberIn(draft.value, -farthest, farthest);
  const save = async (tests: readonly Screening[]): Promise<void> => {
    if ((await command(client.hiring.candidateSave({ id, screenings: [...tests] }))) !== null) onClose();
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty || value === null) return;
    const { name, unit, passed, note } = draft;
    const test = { name: name.trim(), value, unit: unit.trim(), passed: passedOf[passed], note: note.trim() };
    await save(at === null ? [...screenings, test] : screenings.with(at, test));
  };
  return (
    <DialogForm submit={at === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <Field label={w.testName} error={tried && isEmpty ? w.testNeed : undefined}>
        {(ids) => (
          <>
            <TextInput
              {...ids}
              list={names}
              dir="auto"
              maxLength={100}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
            <datalist id={names}>
              {w.tests.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <div className="flex gap-3">
        <Field label={w.value} error={tried && value === null ? w.valueNeed : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="decimal"
              maxLength={12}
              value={draft.value}
              onChange={(event) => change({ value: event.target.value })}
            />
          )}
        </Field>
        <Field label={w.unit} note={w.optional}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={20}
              value={draft.unit}
              onChange={(event) => change({ unit: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-2">
        <Segmented
          look="accent"
          label={w.passed}
          segments={passes}
          value={draft.passed}
          onChange={(passed) => change({ passed })}
        />
        {at !== null && (
          <Button look="danger" onClick={() => void save(screenings.filter((_, index) => index !== at))}>
            {w.remove}
          </Button>
        )}
      </div>
      <Area label={w.note} hint={w.optional} max={1000} value={draft.note} onChange={(note) => change({ note })} />
    </DialogForm>
  );
}
