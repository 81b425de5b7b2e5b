import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Newcomer, Person, Programme } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { useTold } from '../../coaching/use-told.ts';
import { client, orpc } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { useViewer } from '../../people/viewer.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { DateField, Field, Select } from '../../ui/field.tsx';
import { setOnboarding } from '../onboarding-store.ts';
import { PersonField } from './person-field.tsx';

const w = ow.form;
const none: readonly Programme[] = [];
const nobody: readonly Newcomer[] = [];

/** How long a programme is, and of what. */
function lengthWords({ stages }: Programme): string {
  const days = stages.reduce((sum, { workDays }) => sum + workDays, 0);
  return w.stages(days, stages.map(({ name, workDays }) => w.stage(name, workDays)).join(', '));
}

/** Whoever is not on a programme already. */
function useFree(people: readonly Person[]): readonly Person[] {
  const asked = useQuery(orpc.onboarding.newcomers.queryOptions({ input: { withDone: false } }));
  const on = new Set((asked.data?.newcomers ?? nobody).map(({ personId }) => personId));
  return people.filter(({ id }) => !on.has(id));
}

function useDraft() {
  const { today } = useTold();
  const { id } = useViewer();
  const [draft, setDraft] = useState({
    personId: null as string | null,
    programme: '',
    startOn: today,
    trainerId: id,
  });
  const change = (part: Partial<typeof draft>): void => setDraft((held) => ({ ...held, ...part }));
  return { draft, change };
}

/** Who begins which programme, when, and with whom. */
export function StartForm({ onClose }: { readonly onClose: () => void }) {
  const { draft, change } = useDraft();
  const [tried, setTried] = useState(false);
  const people = usePeople().filter(({ active }) => active);
  const free = useFree(people);
  const programmes = (useQuery(orpc.onboarding.programmes.queryOptions()).data?.programmes ?? none).filter(
    ({ archived }) => !archived,
  );
  const programme = programmes.find(({ key }) => key === draft.programme) ?? programmes[0];
  const { personId, startOn, trainerId } = draft;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (personId === null || startOn === '' || programme === undefined) return;
    const done = await command(client.onboarding.start({ personId, programme: programme.key, startOn, trainerId }));
    if (done === null) return;
    setOnboarding({ tab: 'newcomers', newcomerId: done.id, itemId: null, pane: 'list' });
    onClose();
  };
  return (
    <DialogForm submit={w.begin} onSubmit={submit} onClose={onClose}>
      <PersonField
        label={w.person}
        people={free}
        value={personId}
        error={tried && personId === null ? w.needPerson : undefined}
        onPick={(id) => change({ personId: id })}
      />
      <Field
        label={w.programme}
        hint={programme === undefined ? undefined : lengthWords(programme)}
        error={tried && programme === undefined ? w.needProgramme : undefined}
      >
        {(ids) => (
          <Select
            {...ids}
            value={programme?.key ?? ''}
            onPick={(key) => change({ programme: key })}
            options={programmes.map(({ key, name, template }) => ({
              value: key,
              label: template ? w.template(name) : name,
            }))}
          />
        )}
      </Field>
      <div className="flex gap-3 max-[560px]:flex-col">
        <DateField
          label={w.startOn}
          error={tried && startOn === '' ? w.needDay : undefined}
          value={startOn}
          onDate={(on) => change({ startOn: on })}
        />
        <PersonField
          label={w.trainer}
          people={people.filter(({ id }) => id !== personId)}
          value={trainerId}
          none={w.noTrainer}
          onPick={(id) => change({ trainerId: id })}
        />
      </div>
    </DialogForm>
  );
}
