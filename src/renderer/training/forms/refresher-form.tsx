import { useState } from 'react';
import type { Refresher } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { isLead } from '../../../domain/people/viewer.ts';
import { useViewer } from '../../people/viewer.ts';
import { numberIn } from '../../ui/read-number.ts';
import { tw } from '../../strings/en-training.ts';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { openRefresher } from '../training-store.ts';

const w = tw.form;

/** Who may lead it: those who lead first, then everybody else; nobody stands for the coordinator. */
function useTrainers(keptId: string | null) {
  const people = usePeople().filter(({ id, active }) => active || id === keptId);
  const sorted = people.toSorted((a, b) => Number(isLead(b)) - Number(isLead(a)));
  return [{ value: '', label: w.noTrainer }, ...sorted.map(({ id, name }) => ({ value: id, label: name }))];
}

type Props = { readonly refresher: Refresher | null; readonly onClose: () => void };

/** Its name, how long it is, and who leads it; what it is about and who comes is said on its page. */
export function RefresherForm({ refresher, onClose }: Props) {
  const me = useViewer().id;
  const [title, setTitle] = useState(refresher?.title ?? '');
  const [typed, setTyped] = useState(String(refresher?.minutes ?? 75));
  const [trainer, setTrainer] = useState((refresher === null ? me : refresher.trainerId) ?? '');
  const [tried, setTried] = useState(false);
  const trainers = useTrainers(refresher?.trainerId ?? null);
  const minutes = numberIn(typed, 15, 240, true);
  const isEmpty = title.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty || minutes === null) return;
    const id = refresher === null ? {} : { id: refresher.id };
    const trainerId = trainer === '' ? null : trainer;
    const done = await command(client.training.refresherSave({ ...id, title: title.trim(), minutes, trainerId }));
    if (done === null) return;
    onClose();
    openRefresher(done.id);
  };
  return (
    <DialogForm submit={refresher === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      <Field label={w.name} error={tried && isEmpty ? w.nameNeed : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.minutes} hint={w.minutesHint} error={tried && minutes === null ? w.minutesWrong : undefined}>
          {(ids) => (
            <TextInput
              {...ids}
              inputMode="numeric"
              maxLength={4}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Field label={w.trainer}>
          {(ids) => <Select {...ids} value={trainer} onPick={setTrainer} options={trainers} />}
        </Field>
      </div>
    </DialogForm>
  );
}
