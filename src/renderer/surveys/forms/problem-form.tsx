import { useState } from 'react';
import type { Problem } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { OwnerField } from '../../people/owner-field.tsx';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';
import { fw } from '../../strings/en-surveys.ts';
import { DateField, Field, Select, TextInput } from '../../ui/field.tsx';
import { Check } from '../../ui/switch.tsx';
import { useCodes } from '../use-surveys-read.ts';

const w = fw.form;
const mostWhys = 5;

type Props = { readonly problem: Problem | null; readonly codeId: string | null; readonly onClose: () => void };

/** As a form has it: what is not said is blank. */
const asTyped = ({ title, codeId, category, whys, action, ownerId, dueOn, doneAt }: Problem) => ({
  title,
  codeId: codeId ?? '',
  category: category ?? '',
  whys,
  action,
  ownerId: ownerId ?? '',
  dueOn: dueOn ?? '',
  done: doneAt !== null,
});
type Draft = ReturnType<typeof asTyped>;

const blank: Draft = { title: '', codeId: '', category: '', whys: [], action: '', ownerId: '', dueOn: '', done: false };

function useDraft(problem: Problem | null, codeId: string | null) {
  const codes = useCodes();
  const [draft, setDraft] = useState<Draft>(() => {
    if (problem !== null) return asTyped(problem);
    return { ...blank, codeId: codeId ?? '', title: codes.find(({ id }) => id === codeId)?.name ?? '' };
  });
  const change = (part: Partial<Draft>): void => setDraft((held) => ({ ...held, ...part }));
  return { draft, change, codes };
}

type WhysProps = { readonly whys: readonly string[]; readonly onChange: (whys: string[]) => void };

/** One why after the other, up to five: the next is asked once the one before is answered. */
function Whys({ whys, onChange }: WhysProps) {
  const shown = Math.min(mostWhys, whys.findLastIndex((why) => why.trim() !== '') + 2);
  return Array.from({ length: shown }, (_, at) => (
    <Field key={at} label={w.why(at + 1)} note={w.optional}>
      {(ids) => (
        <TextInput
          {...ids}
          dir="auto"
          maxLength={1000}
          value={whys[at] ?? ''}
          onChange={(event) =>
            onChange(
              Array.from({ length: shown }, (__, index) => (index === at ? event.target.value : (whys[index] ?? ''))),
            )
          }
        />
      )}
    </Field>
  ));
}

/** What goes wrong, why, and what is done about it, by whom and until when. */
export function ProblemForm({ problem, codeId, onClose }: Props) {
  const { draft, change, codes } = useDraft(problem, codeId);
  const [tried, setTried] = useState(false);
  const isEmpty = draft.title.trim() === '';
  const lacksAction = draft.done && draft.action.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty || lacksAction) return;
    const done = await command(
      client.surveys.problemSave({
        ...(problem !== null && { id: problem.id }),
        title: draft.title.trim(),
        codeId: draft.codeId === '' ? null : draft.codeId,
        category: draft.category.trim() === '' ? null : draft.category.trim(),
        whys: [...draft.whys],
        action: draft.action,
        ownerId: draft.ownerId === '' ? null : draft.ownerId,
        dueOn: draft.dueOn === '' ? null : draft.dueOn,
        done: draft.done,
      }),
    );
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={problem === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <Field label={w.title} error={tried && isEmpty ? w.needTitle : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={300}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.ofCode}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.codeId}
              onPick={(id) => change({ codeId: id })}
              options={[{ value: '', label: w.noCode }, ...codes.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
        </Field>
        <Field label={w.category} note={w.optional} hint={w.categoryHint}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={200}
              value={draft.category}
              onChange={(event) => change({ category: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Whys whys={draft.whys} onChange={(whys) => change({ whys })} />
      <Area
        label={w.action}
        max={2000}
        value={draft.action}
        error={tried && lacksAction ? w.needAction : undefined}
        onChange={(action) => change({ action })}
      />
      <div className="flex gap-3 max-[560px]:flex-col">
        <OwnerField label={w.owner} nobody={w.nobody} value={draft.ownerId} onPick={(ownerId) => change({ ownerId })} />
        <DateField label={w.due} note={w.optional} value={draft.dueOn} onDate={(on) => change({ dueOn: on })} />
      </div>
      <Check label={w.done} on={draft.done} onChange={(done) => change({ done })} />
    </DialogForm>
  );
}
