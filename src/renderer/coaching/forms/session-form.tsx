import { useState } from 'react';
import { command } from '../../app/actions.ts';
import { client } from '../../client/client.ts';
import { deskTime } from '../../client/clock.ts';
import { useZone } from '../../client/use-desk.ts';
import { instantOfWhen, whenOf } from '../../relations/when.ts';
import { WhenField } from '../../relations/when-field.tsx';
import { numberIn } from '../../ui/read-number.ts';
import { cw } from '../../strings/en-coaching.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { openSession } from '../coaching-store.ts';
import { nextQuarter } from '../due.ts';
import { DialogForm } from '../../ui/dialog-form.tsx';

const w = cw.session;

/** When a session is to be; what is open goes on its agenda, and it opens. */
export function SessionForm({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const zone = useZone();
  const [when, setWhen] = useState(() => whenOf(nextQuarter(deskTime()), zone));
  const [typed, setTyped] = useState('30');
  const [tried, setTried] = useState(false);
  const at = instantOfWhen(when, zone);
  const minutes = numberIn(typed, 0, 480, true);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (at === null || minutes === null) return;
    const done = await command(client.coaching.sessionMake({ personId, at, minutes }));
    if (done === null) return;
    onClose();
    openSession(done.id, personId);
  };
  return (
    <DialogForm submit={cw.form.planSession} onSubmit={submit} onClose={onClose}>
      <WhenField
        label={cw.form.when}
        value={when}
        onChange={setWhen}
        error={tried && at === null ? cw.form.needWhen : undefined}
      />
      <Field label={w.minutes} error={tried && minutes === null ? w.minutesWrong : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            className="!w-[96px]"
            maxLength={4}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </DialogForm>
  );
}
