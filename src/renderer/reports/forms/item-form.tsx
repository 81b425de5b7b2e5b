import { useState } from 'react';
import type { ActionItem } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { OwnerField } from '../../people/owner-field.tsx';
import { rw } from '../../strings/en-reports-issues.ts';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';
import { DateField } from '../../ui/field.tsx';
import type { Asking } from '../reports-store.ts';

const w = rw.form;

/** As a form has it: what is not said is blank. */
const asTyped = (item: ActionItem | null) => ({
  text: item?.text ?? '',
  ownerId: item?.ownerId ?? '',
  dueOn: item?.dueOn ?? '',
});

const blankAsNull = (typed: string): string | null => (typed === '' ? null : typed);

type Props = Omit<Asking, 'what'> & { readonly onClose: () => void };

/** What is to be done, by whom and until when. */
export function ItemForm({ item, issue, onClose }: Props) {
  const [draft, setDraft] = useState(() => asTyped(item));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof draft>): void => setDraft((held) => ({ ...held, ...part }));
  const isEmpty = draft.text.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    const done = await command(
      client.reports.itemSave({
        ...(item !== null && { id: item.id }),
        text: draft.text.trim(),
        ownerId: blankAsNull(draft.ownerId),
        dueOn: blankAsNull(draft.dueOn),
        issueId: item === null ? (issue?.id ?? null) : item.issueId,
      }),
    );
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={item === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <Area
        label={w.text}
        max={1000}
        value={draft.text}
        error={tried && isEmpty ? w.needText : undefined}
        onChange={(text) => change({ text })}
      />
      <div className="flex gap-3 max-[560px]:flex-col">
        <OwnerField label={w.owner} nobody={w.nobody} value={draft.ownerId} onPick={(ownerId) => change({ ownerId })} />
        <DateField label={w.due} note={w.optional} value={draft.dueOn} onDate={(on) => change({ dueOn: on })} />
      </div>
      {issue !== null && (
        <p className="text-small text-ink-2" dir="auto">
          {w.ofIssue(issue.title)}
        </p>
      )}
    </DialogForm>
  );
}
