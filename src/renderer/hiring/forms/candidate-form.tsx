import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Candidate, Seat } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { client, orpc } from '../../client/client.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';
import { hw } from '../../strings/en-hiring.ts';
import { Field, Select, TextInput } from '../../ui/field.tsx';
import { setHiring } from '../hiring-store.ts';

const w = hw.form;
const noSeats: readonly Seat[] = [];

type Props = {
  readonly candidate: Candidate | null;
  /** For whom there is no candidate yet: the seat they are for. */
  readonly seatId: string | null;
  readonly onClose: () => void;
};

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const draftOf = (candidate: Candidate | null, seatId: string | null) => ({
  name: candidate?.name ?? '',
  email: candidate?.email ?? '',
  phone: candidate?.phone ?? '',
  source: candidate?.source ?? '',
  seatId: (candidate === null ? seatId : candidate.seatId) ?? '',
});

type Draft = ReturnType<typeof draftOf>;
type FieldName = Exclude<keyof Draft, 'seatId'>;
const most: Readonly<Record<FieldName, number>> = { name: 200, email: 320, phone: 60, source: 200 };

function wrongIn({ name, email }: Draft): Partial<Record<FieldName, string>> {
  return {
    ...(name.trim() === '' && { name: w.nameNeed }),
    ...(email.trim() !== '' && !emailForm.test(email.trim()) && { email: w.emailWrong }),
  };
}

/** Seats somebody can be for: open ones, and the one they have. */
function useSeats(own: string | null): readonly { readonly value: string; readonly label: string }[] {
  const seats = useQuery(orpc.hiring.overview.queryOptions({ input: { withClosed: false } })).data?.seats ?? noSeats;
  return [
    { value: '', label: w.noSeat },
    ...seats
      .filter(({ id, state }) => state === 'open' || id === own)
      .map(({ id, title, team }) => ({ value: id, label: team === '' ? title : `${title}, ${team}` })),
  ];
}

/** Who it is, how to reach them, where they come from and which seat they are for. */
export function CandidateForm({ candidate, seatId, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(candidate, seatId));
  const [tried, setTried] = useState(false);
  const seats = useSeats(candidate?.seatId ?? null);
  const wrong = wrongIn(draft);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    const { seatId: seat, name, email, phone, source } = draft;
    const set = { name: name.trim(), email: email.trim(), phone: phone.trim(), source: source.trim() };
    const done = await command(
      client.hiring.candidateSave({
        ...(candidate !== null && { id: candidate.id }),
        seatId: seat === '' ? null : seat,
        ...set,
      }),
    );
    if (done === null) return;
    if (candidate === null) setHiring({ currentId: done.id });
    onClose();
  };
  const field = (name: FieldName, note?: string) => (
    <Field label={w[name]} {...(note !== undefined && { note })} error={tried ? wrong[name] : undefined}>
      {(ids) => (
        <TextInput
          {...ids}
          dir="auto"
          inputMode={name === 'email' ? 'email' : name === 'phone' ? 'tel' : 'text'}
          maxLength={most[name]}
          value={draft[name]}
          onChange={(event) => setDraft((held) => ({ ...held, [name]: event.target.value }))}
        />
      )}
    </Field>
  );
  return (
    <DialogForm submit={candidate === null ? w.add : w.save} onSubmit={submit} onClose={onClose}>
      {field('name')}
      <div className="flex gap-3 max-[560px]:flex-col">
        {field('email', w.optional)}
        {field('phone', w.optional)}
      </div>
      <div className="flex gap-3 max-[560px]:flex-col">
        <Field label={w.seatOf}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.seatId}
              options={seats}
              onPick={(seat) => setDraft((held) => ({ ...held, seatId: seat }))}
            />
          )}
        </Field>
        {field('source', w.optional)}
      </div>
    </DialogForm>
  );
}
