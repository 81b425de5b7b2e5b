import { useState, type SyntheticEvent } from 'react';
import type { Channel, Priority } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { openDialog, openTicket, goTo, useWindow } from '../app/window-store.ts';
import { client } from '../client/client.ts';
import { usePeople, useQueues } from '../client/use-desk.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, inputClass, Select, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { channels, priorities } from './filter-fields.ts';

type Form = {
  readonly subject: string;
  readonly requester: string;
  readonly email: string;
  readonly body: string;
  readonly channel: Channel;
  readonly priority: Priority;
  readonly queueId: string;
  readonly assigneeId: string;
  readonly category: string;
  readonly tags: string;
};

const blank: Form = {
  subject: '',
  requester: '',
  email: '',
  body: '',
  channel: 'phone',
  priority: 'p3',
  queueId: '',
  assigneeId: '',
  category: '',
  tags: '',
};

type Errors = Partial<Record<'subject' | 'requester' | 'email', string>>;

function check(form: Form): Errors {
  return {
    ...(form.subject.trim() === '' && { subject: t.create.needSubject }),
    ...(form.requester.trim() === '' && { requester: t.create.needRequester }),
    ...(form.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email) && { email: t.create.badEmail }),
  };
}

const asInput = (form: Form) => ({
  subject: form.subject,
  requester: { name: form.requester, email: form.email === '' ? null : form.email },
  body: form.body,
  channel: form.channel,
  priority: form.priority,
  queueId: form.queueId === '' ? null : form.queueId,
  assigneeId: form.assigneeId === '' ? null : form.assigneeId,
  category: form.category.trim() === '' ? null : form.category.trim(),
  tags: form.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== ''),
});

function useForm() {
  const [form, setForm] = useState(blank);
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Form>): void => setForm((held) => ({ ...held, ...change }));
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const found = check(form);
    setErrors(found);
    if (Object.keys(found).length > 0 || busy) return;
    setBusy(true);
    const made = await command(client.tickets.create(asInput(form)));
    setBusy(false);
    if (made === null) return;
    openDialog(null);
    goTo('queues');
    openTicket(made.id);
  };
  return { form, errors, busy, set, submit };
}

const channelOptions = channels.map((value) => ({ value, label: t.channel[value] }));
const prioritySegments = priorities.map((value) => ({ value, label: t.priority[value] }));

type SortingProps = { readonly form: Form; readonly set: (change: Partial<Form>) => void };

/** Where the ticket goes and what it is about; all of it can be left for later. */
function Sorting({ form, set }: SortingProps) {
  const queues = useQueues().map(({ id, name }) => ({ value: id, label: name }));
  const people = usePeople().map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="flex gap-3">
        <Field label={t.create.queue}>
          {(ids) => (
            <Select
              {...ids}
              options={[{ value: '', label: t.bar.noQueue }, ...queues]}
              value={form.queueId}
              onPick={(queueId) => set({ queueId })}
            />
          )}
        </Field>
        <Field label={t.create.owner}>
          {(ids) => (
            <Select
              {...ids}
              options={[{ value: '', label: t.bar.nobody }, ...people]}
              value={form.assigneeId}
              onPick={(assigneeId) => set({ assigneeId })}
            />
          )}
        </Field>
      </div>
      <div className="flex gap-3">
        <Field label={t.create.category} note={t.create.optional}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={200}
              value={form.category}
              onChange={(event) => set({ category: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.create.tags} hint={t.create.tagsHint}>
          {(ids) => <TextInput {...ids} value={form.tags} onChange={(event) => set({ tags: event.target.value })} />}
        </Field>
      </div>
    </>
  );
}

function NewTicketForm() {
  const { form, errors, busy, set, submit } = useForm();
  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event);
      }}
      className="flex flex-col gap-3 p-4"
    >
      <Field label={t.create.subject} error={errors.subject}>
        {(ids) => (
          <TextInput
            {...ids}
            dir="auto"
            maxLength={1000}
            value={form.subject}
            onChange={(event) => set({ subject: event.target.value })}
          />
        )}
      </Field>
      <div className="flex gap-3">
        <Field label={t.create.requester} error={errors.requester}>
          {(ids) => (
            <TextInput
              {...ids}
              dir="auto"
              maxLength={200}
              value={form.requester}
              onChange={(event) => set({ requester: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.create.email} note={t.create.optional} error={errors.email}>
          {(ids) => (
            <TextInput
              {...ids}
              type="email"
              maxLength={320}
              value={form.email}
              onChange={(event) => set({ email: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label={t.create.body} note={t.create.optional}>
        {(ids) => (
          <textarea
            {...ids}
            rows={4}
            dir="auto"
            className={`${inputClass} h-auto py-2`}
            value={form.body}
            onChange={(event) => set({ body: event.target.value })}
          />
        )}
      </Field>
      <div className="flex gap-3">
        <Field label={t.create.channel}>
          {(ids) => (
            <Select
              {...ids}
              options={channelOptions}
              value={form.channel}
              onPick={(value) => set({ channel: value as Channel })}
            />
          )}
        </Field>
        <div className="flex flex-col gap-1">
          <span className="text-small font-medium text-ink-2">{t.create.priority}</span>
          <Segmented
            look="accent"
            label={t.create.priority}
            segments={prioritySegments}
            value={form.priority}
            onChange={(priority) => set({ priority })}
          />
        </div>
      </div>
      <Sorting form={form} set={set} />
      <div className="mt-1 flex justify-end gap-2">
        <Button onClick={() => openDialog(null)}>{t.create.cancel}</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {t.create.submit} <Kbd keys="mod+enter" on />
        </Button>
      </div>
    </form>
  );
}

/** Takes down a new ticket. */
export function NewTicketDialog() {
  const open = useWindow((state) => state.dialog === 'newTicket');
  return (
    <Dialog title={t.create.title} open={open} onClose={() => openDialog(null)} width={640}>
      <NewTicketForm />
    </Dialog>
  );
}
