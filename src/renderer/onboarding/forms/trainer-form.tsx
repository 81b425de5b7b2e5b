import { useState } from 'react';
import type { Newcomer } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { client } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { DayField } from './away-form.tsx';
import { PersonField } from './person-field.tsx';

const w = ow.form;

/** Who trains them; of one who has not begun, also when they do. */
export function TrainerForm({ newcomer, onClose }: { readonly newcomer: Newcomer; readonly onClose: () => void }) {
  const { id, personId, state } = newcomer;
  const people = usePeople().filter((person) => person.active || person.id === newcomer.trainerId);
  const [trainerId, setTrainer] = useState(newcomer.trainerId);
  const [startOn, setStart] = useState(newcomer.startOn);
  const [tried, setTried] = useState(false);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (startOn === '') return;
    const day = startOn === newcomer.startOn ? {} : { startOn };
    if ((await command(client.onboarding.newcomerSave({ id, trainerId, ...day }))) !== null) onClose();
  };
  return (
    <DialogForm submit={w.save} onSubmit={submit} onClose={onClose}>
      <PersonField
        label={w.trainer}
        people={people.filter((person) => person.id !== personId)}
        value={trainerId}
        none={w.noTrainer}
        onPick={setTrainer}
      />
      {state === 'planned' && (
        <DayField
          label={w.startOn}
          value={startOn}
          error={tried && startOn === '' ? w.needDay : undefined}
          onChange={setStart}
        />
      )}
    </DialogForm>
  );
}
