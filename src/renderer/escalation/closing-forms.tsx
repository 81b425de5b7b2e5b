import { useState } from 'react';
import type { Incident } from '../../contract/index.ts';
import { client } from '../client/client.ts';
import { usePeople } from '../client/use-desk.ts';
import { AskedForm, Words } from '../relations/form.tsx';
import { e } from '../strings/en-escalation.ts';
import { Field, Select, TextInput } from '../ui/field.tsx';
import { Check, finishWith, WordsForm } from './answer-forms.tsx';

const i = e.incident;
type Props = { readonly incident: Incident };

export const LineForm = ({ incident: { id } }: Props) => (
  <WordsForm
    submit={e.form.act}
    label={i.words}
    onSaid={(text) => finishWith(client.escalation.timeline({ id, text }))}
  />
);

export function CloseForm({ incident: { id } }: Props) {
  const [text, setText] = useState('');
  const [solveAll, setSolveAll] = useState(false);
  return (
    <AskedForm
      submit={i.close}
      onSubmit={() => void finishWith(client.escalation.close({ id, text: text.trim(), solveAll }))}
    >
      <Words label={i.closeText} note={e.form.optional} value={text} onChange={setText} />
      <Check label={i.solveAll} checked={solveAll} onChange={setSolveAll} />
    </AskedForm>
  );
}

const empty = { happened: '', cause: '', change: '', ownerId: null, dueOn: null };

/** What happened, why, what we change, and who sees to it by when. */
export function ReviewForm({ incident: { id, review } }: Props) {
  const people = usePeople();
  const [draft, setDraft] = useState(review ?? empty);
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const options = [
    { value: '', label: e.nobody },
    ...people
      .filter((each) => each.active || each.id === draft.ownerId)
      .map((each) => ({ value: each.id, label: each.name })),
  ];
  return (
    <AskedForm submit={e.save} onSubmit={() => void finishWith(client.escalation.review({ id, ...draft }))}>
      <Words label={i.happened} value={draft.happened} onChange={(happened) => set({ happened })} />
      <Words label={i.why} value={draft.cause} onChange={(cause) => set({ cause })} />
      <Words label={i.change} value={draft.change} onChange={(change) => set({ change })} />
      <div className="flex gap-3">
        <Field label={i.seesTo}>
          {(ids) => (
            <Select
              {...ids}
              options={options}
              value={draft.ownerId ?? ''}
              onPick={(value) => set({ ownerId: value === '' ? null : value })}
            />
          )}
        </Field>
        <Field label={i.by}>
          {(ids) => (
            <TextInput
              {...ids}
              type="date"
              value={draft.dueOn ?? ''}
              onChange={({ target }) => set({ dueOn: target.value === '' ? null : target.value })}
            />
          )}
        </Field>
      </div>
    </AskedForm>
  );
}
