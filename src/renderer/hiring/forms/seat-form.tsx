import { useState } from 'react';
import type { Seat } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { hw } from '../../strings/en-hiring.ts';
import { DateField, Field, TextInput } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { setHiring } from '../hiring-store.ts';

const w = hw.form;
const states = (['open', 'filled', 'closed'] as const).map((value) => ({ value, label: w.states[value] }));

/** What somebody is looked for, in which team, and from when. */
export function SeatForm({ seat, onClose }: { readonly seat: Seat | null; readonly onClose: () => void }) {
  const [draft, setDraft] = useState({
    title: seat?.title ?? '',
    team: seat?.team ?? '',
    neededOn: seat?.neededOn ?? '',
    state: seat?.state ?? ('open' as const),
  });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<typeof draft>): void => setDraft((held) => ({ ...held, ...part }));
  const isEmpty = draft.title.trim() === '';
  const submit = async (): Promise<void> => {
    setTried(true);
    if (isEmpty) return;
    const neededOn = draft.neededOn === '' ? null : draft.neededOn;
    const done = await command(
      client.hiring.seatSave({ ...(seat !== null && { id: seat.id }), ...draft, neededOn, title: draft.title.trim() }),
    );
    if (done === null) return;
    if (seat === null) setHiring({ currentId: done.id });
    onClose();
  };
  return (
    <DialogForm submit={seat === null ? w.openSeat : w.save} onSubmit={submit} onClose={onClose}>
      <Field label={w.title} error={tried && isEmpty ? w.titleNeed : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={200}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.team} note={w.optional}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={100}
              value={draft.team}
              onChange={(event) => change({ team: event.target.value })}
            />
          )}
        </Field>
        <DateField
          label={w.needed}
          note={w.optional}
          value={draft.neededOn}
          onDate={(on) => change({ neededOn: on })}
        />
      </div>
      {seat !== null && (
        <div className="flex flex-col items-start gap-1">
          <span className="text-small font-medium text-ink-2">{w.state}</span>
          <Segmented
            look="accent"
            label={w.state}
            segments={states}
            value={draft.state}
            onChange={(state) => change({ state })}
          />
        </div>
      )}
    </DialogForm>
  );
}
