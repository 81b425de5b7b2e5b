import { useState } from 'react';
import type { CoachingAction } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { cw } from '../../strings/en-coaching.ts';
import { DateField, Field, Select } from '../../ui/field.tsx';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';

const w = cw.form;

type Props = {
  readonly personId: string;
  readonly sessionId: string | null;
  readonly action: CoachingAction | null;
  readonly onClose: () => void;
};

/** What is to be done, by whom, and by when. */
export function ActionForm({ personId, sessionId, action, onClose }: Props) {
  const people = usePeople().filter(({ id, active }) => active || id === action?.ownerId);
  const [text, setText] = useState(action?.text ?? '');
  const [ownerId, setOwner] = useState(action?.ownerId ?? personId);
  const [dueOn, setDue] = useState(action?.dueOn ?? '');
  const [tried, setTried] = useState(false);
  const isEmpty = text.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    const done = await command(
      client.coaching.actionSave({
        ...(action !== null && { id: action.id }),
        personId,
        sessionId,
        text: text.trim(),
        ownerId: ownerId === personId ? null : ownerId,
        dueOn: dueOn === '' ? null : dueOn,
        done: action !== null && action.doneAt !== null,
      }),
    );
    if (done !== null) onClose();
  };
  // Whose page it is comes first: it is theirs to do mostly.
  const owners = people.toSorted((a, b) => Number(b.id === personId) - Number(a.id === personId));
  return (
    <DialogForm submit={action === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <Area
        label={w.actionText}
        max={1000}
        value={text}
        error={tried && isEmpty ? w.actionNeed : undefined}
        onChange={setText}
      />
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.owner}>
          {(ids) => (
            <Select
              {...ids}
              value={ownerId}
              onPick={setOwner}
              options={owners.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </Field>
        <DateField label={w.due} note={w.optional} value={dueOn} onDate={setDue} />
      </div>
    </DialogForm>
  );
}
