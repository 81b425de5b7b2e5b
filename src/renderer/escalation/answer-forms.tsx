import { useState } from 'react';
import type { Done, Escalation } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { usePeople } from '../client/use-desk.ts';
import { AskedForm, Words } from '../relations/form.tsx';
import { closeAsked } from '../relations/relation-store.ts';
import { e } from '../strings/en-escalation.ts';
import { Field, Select } from '../ui/field.tsx';

const f = e.form;
type Props = { readonly escalation: Escalation };

/** Runs what was asked for and shuts the dialog where the desk took it. */
export async function finishWith(work: Promise<Done>): Promise<void> {
  if ((await command(work)) !== null) closeAsked();
}

type WordsFormProps = {
  readonly submit: string;
  readonly label: string;
  readonly children?: React.ReactNode;
  readonly onSaid: (words: string) => Promise<void>;
};

/** One field that must not be empty. */
export function WordsForm({ submit, label, children, onSaid }: WordsFormProps) {
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const said = words.trim();
  return (
    <AskedForm
      submit={submit}
      onSubmit={() => {
        setTried(true);
        if (said !== '') void onSaid(said);
      }}
    >
      <Words label={label} value={words} onChange={setWords} error={tried && said === '' ? f.needWords : undefined} />
      {children}
    </AskedForm>
  );
}

export const ActForm = ({ escalation: { id } }: Props) => (
  <WordsForm submit={f.act} label={f.what} onSaid={(text) => finishWith(client.escalation.act({ id, text }))} />
);

export const BackForm = ({ escalation: { id } }: Props) => (
  <WordsForm
    submit={f.back}
    label={f.why}
    onSaid={(reason) => finishWith(client.escalation.deEscalate({ id, reason }))}
  />
);

type CheckProps = { readonly label: string; readonly checked: boolean; readonly onChange: (on: boolean) => void };

export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label className="flex items-center gap-2">
      <input type="checkbox" className="check" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

/** How it was resolved, in words, and whether the ticket is done with that. */
export function ResolveForm({ escalation: { id } }: Props) {
  const [solve, setSolve] = useState(false);
  return (
    <WordsForm
      submit={f.resolve}
      label={f.resolution}
      onSaid={(resolution) => finishWith(client.escalation.resolve({ id, resolution, solve }))}
    >
      <Check label={f.solve} checked={solve} onChange={setSolve} />
    </WordsForm>
  );
}

/** To somebody else on the same level; the clock goes on. */
export function HandForm({ escalation: { id, ownerId: before } }: Props) {
  const people = usePeople().filter((each) => each.active && each.id !== before);
  const [picked, setPicked] = useState('');
  const [reason, setReason] = useState('');
  const ownerId = picked === '' ? (people[0]?.id ?? '') : picked;
  return (
    <AskedForm
      submit={f.hand}
      disabled={ownerId === ''}
      onSubmit={() => void finishWith(client.escalation.handOver({ id, ownerId, reason: reason.trim() }))}
    >
      <Field label={f.whom} hint={people.length === 0 ? f.needWhom : undefined}>
        {(ids) => (
          <Select
            {...ids}
            options={people.map((each) => ({ value: each.id, label: each.name }))}
            value={ownerId}
            onPick={setPicked}
          />
        )}
      </Field>
      <Words label={f.why} note={f.optional} value={reason} onChange={setReason} />
    </AskedForm>
  );
}
