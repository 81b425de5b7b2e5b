import { useState } from 'react';
import type { Certificate } from '../../../contract/index.ts';
import { command } from '../../app/actions.ts';
import { Area, DialogForm } from '../../ui/dialog-form.tsx';
import { useTold } from '../../coaching/use-told.ts';
import { client } from '../../client/client.ts';
import { usePeople } from '../../client/use-desk.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { setOnboarding, useOnboarding } from '../onboarding-store.ts';
import { DayField } from './away-form.tsx';
import { PersonField } from './person-field.tsx';

const w = ow.form;
type Draft = Readonly<Record<'name' | 'issuedOn' | 'expiresOn' | 'note', string>> & {
  readonly personId: string | null;
};

/** What is missing or cannot be, by field. */
function wrongIn({ personId, name, issuedOn, expiresOn }: Draft) {
  return {
    personId: personId === null ? w.needPerson : undefined,
    name: name.trim() === '' ? w.needName : undefined,
    issuedOn: issuedOn === '' ? w.needDay : undefined,
    expiresOn: expiresOn !== '' && expiresOn < issuedOn ? w.expiresWrong : undefined,
  };
}

function useDraft(certificate: Certificate | null) {
  const { today } = useTold();
  const shown = useOnboarding((state) => state.personId);
  const [draft, setDraft] = useState<Draft>({
    personId: certificate?.personId ?? shown,
    name: certificate?.name ?? '',
    issuedOn: certificate?.issuedOn ?? today,
    expiresOn: certificate?.expiresOn ?? '',
    note: certificate?.note ?? '',
  });
  const change = (part: Partial<Draft>): void => setDraft((held) => ({ ...held, ...part }));
  return { draft, change };
}

type Props = { readonly certificate: Certificate | null; readonly onClose: () => void };

/** Who holds which certificate, since when and until when. */
export function CertificateForm({ certificate, onClose }: Props) {
  const { draft, change } = useDraft(certificate);
  const [tried, setTried] = useState(false);
  const people = usePeople().filter(({ active, id }) => active || id === certificate?.personId);
  const wrong = wrongIn(draft);
  const shown: Partial<typeof wrong> = tried ? wrong : {};
  const submit = async (): Promise<void> => {
    setTried(true);
    const { personId, name, issuedOn, expiresOn, note } = draft;
    if (personId === null || Object.values(wrong).some((each) => each !== undefined)) return;
    const done = await command(
      client.onboarding.certificateSave({
        ...(certificate !== null && { id: certificate.id }),
        personId,
        name: name.trim(),
        issuedOn,
        expiresOn: expiresOn === '' ? null : expiresOn,
        note: note.trim(),
      }),
    );
    if (done === null) return;
    setOnboarding({ certificateId: done.id });
    onClose();
  };
  return (
    <DialogForm submit={w.save} onSubmit={submit} onClose={onClose}>
      <PersonField
        label={w.person}
        people={people}
        value={draft.personId}
        error={shown.personId}
        onPick={(personId) => change({ personId })}
      />
      <Field label={w.name} error={shown.name}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={200}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <div className="flex gap-3 max-[560px]:flex-col">
        <DayField
          label={w.issuedOn}
          value={draft.issuedOn}
          error={shown.issuedOn}
          onChange={(issuedOn) => change({ issuedOn })}
        />
        <DayField
          label={`${w.expiresOn} (${w.optional})`}
          value={draft.expiresOn}
          error={shown.expiresOn}
          onChange={(expiresOn) => change({ expiresOn })}
        />
      </div>
      <Area label={w.note} hint={w.optional} max={1000} value={draft.note} onChange={(note) => change({ note })} />
    </DialogForm>
  );
}
