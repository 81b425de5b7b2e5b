import { useState } from 'react';
import type { CallbackRow, DispatchRow, Done } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { client } from '../client/client.ts';
import { useZone } from '../client/use-desk.ts';
import { r } from '../strings/en-relations.ts';
import { AskedForm, Words } from './form.tsx';
import { firstWhen, instantToCome, isDialable, OwnerSelect, PhoneField } from './promise-forms.tsx';
import { closeAsked, type CallbackStep, type DispatchStep } from './relation-store.ts';
import { WhenField } from './when-field.tsx';

async function run(work: Promise<Done>): Promise<void> {
  if ((await command(work)) !== null) closeAsked();
}

/** Number and owner of a promised call, put right. */
export function CorrectForm({ row }: { readonly row: CallbackRow }) {
  const [phone, setPhone] = useState(row.phone);
  const [owner, setOwner] = useState(row.ownerId ?? '');
  const [note, setNote] = useState(row.note);
  const [tried, setTried] = useState(false);
  const submit = (): void => {
    setTried(true);
    if (!isDialable(phone)) return;
    const ownerId = owner === '' ? null : owner;
    void run(client.tickets.callbackChange({ id: row.id, phone: phone.trim(), ownerId, note: note.trim() }));
  };
  return (
    <AskedForm submit={r.answer.save} onSubmit={submit}>
      <div className="flex gap-3">
        <PhoneField value={phone} onChange={setPhone} tried={tried} />
        <OwnerSelect value={owner} onPick={setOwner} />
      </div>
      <Words label={r.callback.note} note={r.merge.optional} value={note} onChange={setNote} />
    </AskedForm>
  );
}

type CallbackProps = { readonly step: Exclude<CallbackStep, 'changed'>; readonly row: CallbackRow };

/** How a promised call ended, or when it is to be instead. */
export function CallbackAnswer({ step, row: { id } }: CallbackProps) {
  const zone = useZone();
  const [words, setWords] = useState('');
  const [when, setWhen] = useState(() => firstWhen(zone, 'tomorrow'));
  const [tried, setTried] = useState(false);
  const said = words.trim();
  const promisedAt = instantToCome(when, zone);
  const submit = (): void => {
    setTried(true);
    if (step === 'tried') {
      void run(client.tickets.callbackTried({ id, ...(said !== '' && { note: said }) }));
      return;
    }
    if (said === '') return;
    if (step === 'done') void run(client.tickets.callbackDone({ id, result: said }));
    else if (step === 'missed') void run(client.tickets.callbackMissed({ id, reason: said }));
    else if (step === 'cancelled') void run(client.tickets.callbackCancel({ id, reason: said }));
    else if (promisedAt !== null) void run(client.tickets.callbackMoved({ id, promisedAt, reason: said }));
  };
  const bad = tried && promisedAt === null ? r.when.bad : undefined;
  return (
    <AskedForm submit={r.answer.save} onSubmit={submit}>
      {step === 'moved' && <WhenField label={r.callback.when} value={when} onChange={setWhen} error={bad} />}
      <Words
        label={step === 'done' ? r.answer.result : step === 'tried' ? r.merge.note : r.answer.reason}
        value={words}
        onChange={setWords}
        {...(step === 'tried' && { note: r.merge.optional })}
        error={tried && said === '' && step !== 'tried' ? r.answer.needWords : undefined}
      />
    </AskedForm>
  );
}

type DispatchProps = { readonly step: DispatchStep; readonly row: DispatchRow };

/** How a dispatch ended, or until when it is out instead. */
export function DispatchAnswer({ step, row: { id } }: DispatchProps) {
  const zone = useZone();
  const [words, setWords] = useState('');
  const [when, setWhen] = useState(() => firstWhen(zone, 'tomorrow'));
  const [tried, setTried] = useState(false);
  const said = words.trim();
  const timed = step === 'moved' || step === 'reopened';
  const dueAt = instantToCome(when, zone);
  const submit = (): void => {
    setTried(true);
    if (timed) {
      if (dueAt === null) return;
      void run(
        step === 'moved' ? client.tickets.dispatchChange({ id, dueAt }) : client.tickets.dispatchReopen({ id, dueAt }),
      );
    } else if (said !== '') {
      void run(
        step === 'done'
          ? client.tickets.dispatchDone({ id, result: said })
          : client.tickets.dispatchCancel({ id, reason: said }),
      );
    }
  };
  return (
    <AskedForm submit={r.answer.save} onSubmit={submit}>
      {timed ? (
        <WhenField
          label={r.dispatch.due}
          value={when}
          onChange={setWhen}
          error={tried && dueAt === null ? r.when.bad : undefined}
        />
      ) : (
        <Words
          label={step === 'done' ? r.answer.came : r.answer.reason}
          value={words}
          onChange={setWords}
          error={tried && said === '' ? r.answer.needWords : undefined}
        />
      )}
    </AskedForm>
  );
}
