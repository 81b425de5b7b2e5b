import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Candidate } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { hw } from '../../strings/en-hiring.ts';
import { DateField, Field, Select, TextInput } from '../../ui/field.tsx';
import { flush } from '../keeper.ts';
import { useTold } from '../use-told.ts';

const w = hw.form;

/** Programmes that somebody can be put on; none where the desk has none. */
function useProgrammes(): readonly { readonly value: string; readonly label: string }[] {
  const { data } = useQuery(orpc.onboarding.programmes.queryOptions());
  const known = (data?.programmes ?? []).filter(({ archived }) => !archived);
  return [{ value: '', label: w.noProgramme }, ...known.map(({ key, name }) => ({ value: key, label: name }))];
}

function useDraft({ seatId }: Candidate) {
  const { today } = useTold();
  const overview = useQuery(orpc.hiring.overview.queryOptions({ input: { withClosed: false } })).data;
  const seat = overview?.seats.find(({ id }) => id === seatId) ?? null;
  const needed = seat?.neededOn ?? today;
  const [draft, setDraft] = useState({
    startOn: needed < today ? today : needed,
    team: seat?.team ?? '',
    programme: '',
    trainerId: '',
  });
  const change = (part: Partial<typeof draft>): void => setDraft((held) => ({ ...held, ...part }));
  return { draft, change };
}

/** First day, team, programme and trainer of whoever is hired. */
export function HireForm({ candidate, onClose }: { readonly candidate: Candidate; readonly onClose: () => void }) {
  const { draft, change } = useDraft(candidate);
  const programmes = useProgrammes();
  const people = usePeople().filter(({ active }) => active);
  const { startOn, team, programme, trainerId } = draft;
  const submit = async (): Promise<void> => {
    if (startOn === '') return;
    await flush(candidate.id);
    const done = await command(
      client.hiring.hire({
        id: candidate.id,
        startOn,
        team: team.trim(),
        programme: programme === '' ? null : programme,
        trainerId: programme === '' || trainerId === '' ? null : trainerId,
      }),
    );
    if (done !== null) onClose();
  };
  return (
    <DialogForm submit={w.hireDo} onSubmit={submit} onClose={onClose}>
      <p className="text-ink-2">{candidate.seatId === null ? w.hireNoSeat : w.hireHow}</p>
      <div className="flex gap-3 max-[560px]:flex-col">
        <DateField
          label={w.startOn}
          error={startOn === '' ? w.startNeed : undefined}
          value={startOn}
          onDate={(on) => change({ startOn: on })}
        />
        <Field label={w.team} note={w.optional}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={100}
              value={team}
              onChange={(event) => change({ team: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.programme}>
          {(ids) => (
            <Select {...ids} value={programme} options={programmes} onPick={(next) => change({ programme: next })} />
          )}
        </Field>
        {programme !== '' && (
          <Field label={w.trainer}>
            {(ids) => (
              <Select
                {...ids}
                value={trainerId}
                onPick={(next) => change({ trainerId: next })}
                options={[
                  { value: '', label: w.noTrainer },
                  ...people.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
          </Field>
        )}
      </div>
    </DialogForm>
  );
}
