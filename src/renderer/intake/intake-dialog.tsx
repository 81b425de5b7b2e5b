import { useQuery } from '@tanstack/react-query';
import { useRef, type SyntheticEvent } from 'react';
import type { Channel } from '../../contract/index.ts';
import { defaultMatrix } from '../../domain/tickets/matrix.ts';
import { openDialog, useWindow } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { n } from '../strings/en-intake.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Beside } from './beside.tsx';
import { BodyField } from './body-field.tsx';
import { CustomerField, NewCustomerFields } from './customer-field.tsx';
import { FilesField } from './files-field.tsx';
import { isBlank, wrongIn, type Wrong } from './form.ts';
import { change, clearForm, saveForm, useIntake } from './intake-store.ts';
import { OwnerField, PlaceFields, TriageFields } from './triage-fields.tsx';

const byHand = ['phone', 'email', 'chat', 'social', 'walkIn'] as const satisfies readonly Channel[];
const channelSegments = byHand.map((value) => ({
  value: value,
  label: t.channel[value],
}));

const wordsFor = (field: Wrong): string =>
  field === 'email' ? n.badEmail : field === 'reason' ? n.needReason : n.missing[field];

const focusable = 'input, textarea, [role="radio"][tabindex="0"], button';

function useSaving() {
  const place = useRef<HTMLFormElement>(null);
  const matrix = useQuery(orpc.tickets.matrix.queryOptions()).data?.matrix ?? defaultMatrix;
  const form = useIntake((state) => state.form);
  const tried = useIntake((state) => state.wrong);
  const wrongNow = wrongIn(form, matrix);
  // Said after a try to save, and gone as soon as it is put right.
  const wrong = tried.filter((field) => wrongNow.includes(field));
  const errorOf = (field: Wrong): string | undefined => (wrong.includes(field) ? wordsFor(field) : undefined);
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const [first] = await saveForm(wrongNow);
    if (first === undefined) return;
    place.current?.querySelector<HTMLElement>(`[data-field="${first}"] :is(${focusable})`)?.focus();
  };
  return { place, matrix, wrong, errorOf, save };
}

/** How many of today's tickets came in with their triage complete. SPEC TRI-5. */
function Compliance() {
  const { data } = useQuery(orpc.tickets.triageCompliance.queryOptions({ input: {} }));
  return (
    <p className="min-w-0 flex-1 text-small text-ink-2 tabular-nums">
      {data === undefined ? '' : n.compliance(data.complete, data.n)}
    </p>
  );
}

function Foot({ wrong }: { readonly wrong: readonly Wrong[] }) {
  const busy = useIntake((state) => state.busy);
  const empty = useIntake((state) => isBlank(state.form));
  return (
    <div className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-3 max-[760px]:py-2">
      <Compliance />
      {wrong.length > 0 && (
        <p role="alert" className="text-small text-late">
          {wrong.length === 1 ? wordsFor(wrong[0] ?? 'subject') : n.stillMissing(wrong.length)}
        </p>
      )}
      {!empty && (
        <Button look="quiet" onClick={clearForm}>
          {n.clear}
        </Button>
      )}
      <Button onClick={() => openDialog(null)} title={n.kept}>
        {n.cancel}
      </Button>
      <Button type="submit" look="primary" disabled={busy}>
        {n.submit} <Kbd keys="mod+enter" on />
      </Button>
    </div>
  );
}

function IntakeForm() {
  const { place, matrix, wrong, errorOf, save } = useSaving();
  const form = useIntake((state) => state.form);
  const { channel, subject, tags, assigneeId } = form;
  return (
    <form
      ref={place}
      noValidate
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(event);
      }}
      className="flex min-h-0 flex-col"
    >
      <div className="flex min-h-0 max-[760px]:flex-col max-[760px]:overflow-y-auto">
        <div className="flex min-w-0 flex-1 flex-col gap-3 overflow-y-auto p-4 max-[760px]:flex-none max-[760px]:overflow-visible">
          <div data-field="channel" className="flex">
            <Segmented
              look="accent"
              label={n.channel}
              segments={channelSegments}
              value={channel}
              onChange={(value) => change({ channel: value })}
            />
          </div>
          <CustomerField error={errorOf('customer')} />
          <NewCustomerFields error={errorOf('email')} />
          <div data-field="subject">
            <Field label={n.subject} error={errorOf('subject')}>
              {(ids) => (
                <TextInput
                  {...ids}
                  dir="auto"
                  maxLength={1000}
                  value={subject}
                  onChange={(event) => change({ subject: event.target.value })}
                />
              )}
            </Field>
          </div>
          <BodyField />
          <div className="flex flex-wrap gap-3 *:basis-[140px]">
            <PlaceFields errorOf={errorOf} value={form} onChange={change} />
            <OwnerField value={assigneeId} onChange={(picked) => change({ assigneeId: picked })} />
          </div>
          <TriageFields matrix={matrix} errorOf={errorOf} value={form} onChange={change} />
          <Field label={n.tags} note={n.optional} hint={n.tagsHint}>
            {(ids) => <TextInput {...ids} value={tags} onChange={(event) => change({ tags: event.target.value })} />}
          </Field>
          <FilesField />
        </div>
        <div
          role="region"
          aria-label={n.beside}
          tabIndex={-1}
          className="w-[270px] shrink-0 overflow-y-auto border-line bg-canvas p-3 max-[760px]:w-auto max-[760px]:overflow-visible max-[760px]:border-t min-[761px]:border-l"
        >
          <Beside />
        </div>
      </div>
      <Foot wrong={wrong} />
    </form>
  );
}

/** Takes a ticket in by phone, mail, chat, social media or at the counter, and does not let it go without its triage. */
export function IntakeDialog() {
  const open = useWindow((state) => state.dialog === 'newTicket');
  return (
    <Dialog title={n.title} open={open} onClose={() => openDialog(null)} width={920}>
      <IntakeForm />
    </Dialog>
  );
}
