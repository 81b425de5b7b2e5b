import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { Matrix, Ticket } from '../../contract/index.ts';
import { defaultMatrix } from '../../domain/tickets/matrix.ts';
import { command } from '../app/actions.ts';
import { messageOf } from '../app/errors.ts';
import { openDialog, useWindow } from '../app/window-store.ts';
import { client, orpc } from '../client/client.ts';
import { n } from '../strings/en-intake.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { Kbd } from '../ui/kbd.tsx';
import type { Wrong } from './form.ts';
import { PlaceFields, TriageFields } from './triage-fields.tsx';
import { isLanguage, triageForm, triageInput, useTriaged, wrongInTriage, type TriageForm } from './triage-form.ts';

type FormProps = { readonly ticket: Ticket; readonly matrix: Matrix };

const wordsFor = (field: Wrong): string =>
  field === 'reason' ? n.needReason : field === 'email' ? n.badEmail : n.missing[field];
const close = (): void => openDialog(null);
const focusable = 'input, [role="radio"][tabindex="0"], button';

function useForm({ ticket, matrix }: FormProps) {
  const place = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState(() => triageForm(ticket, matrix));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const wrong = wrongInTriage(form, matrix);
  const badLanguage = !isLanguage(form.language);
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const first = wrong[0] ?? (badLanguage ? 'language' : null);
    if (first !== null) place.current?.querySelector<HTMLElement>(`[data-field="${first}"] :is(${focusable})`)?.focus();
    if (first !== null || busy) return;
    setBusy(true);
    const done = await command(client.tickets.triage(triageInput(ticket, form)));
    setBusy(false);
    if (done !== null) close();
  };
  const change = (part: Partial<TriageForm>): void => setForm((now) => ({ ...now, ...part }));
  const errorOf = (field: Wrong) => (tried && wrong.includes(field) ? wordsFor(field) : undefined);
  const languageError = tried && badLanguage ? n.badLanguage : undefined;
  return { place, form, busy, change, errorOf, languageError, save };
}

function TriageFormView({ ticket, matrix }: FormProps) {
  const { place, form, busy, change, errorOf, languageError, save } = useForm({ ticket, matrix });
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
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-4">
        {ticket.subject.trim() === '' ? (
          <div data-field="subject">
            <Field label={n.subject} error={errorOf('subject')}>
              {(ids) => (
                <TextInput
                  {...ids}
                  dir="auto"
                  maxLength={1000}
                  value={form.subject}
                  onChange={(event) => change({ subject: event.target.value })}
                />
              )}
            </Field>
          </div>
        ) : (
          <p className="line-clamp-2 font-semibold break-words" dir="auto">
            {ticket.subject}
          </p>
        )}
        <TriageFields matrix={matrix} errorOf={errorOf} value={form} onChange={change} />
        <div className="flex flex-wrap gap-3">
          <PlaceFields errorOf={errorOf} value={form} onChange={change} />
          <div data-field="language" className="flex min-w-0 flex-1">
            <Field label={n.language} note={n.optional} error={languageError}>
              {(ids) => (
                <TextInput
                  {...ids}
                  maxLength={40}
                  title={n.languageHow}
                  value={form.language}
                  onChange={(event) => change({ language: event.target.value })}
                />
              )}
            </Field>
          </div>
        </div>
      </div>
      <div className="flex shrink-0 items-center justify-end gap-2 border-t border-line px-4 py-3">
        <Button onClick={close}>{n.cancel}</Button>
        <Button type="submit" look="primary" disabled={busy}>
          {n.saveTriage} <Kbd keys="mod+enter" on />
        </Button>
      </div>
    </form>
  );
}

/** Completes or corrects the triage of one ticket. SPEC TRI-4. */
export function TriageDialog() {
  const open = useWindow((state) => state.dialog === 'triage');
  const id = useTriaged((state) => state.id);
  const options = orpc.tickets.get.queryOptions({ input: { id: id ?? '' }, enabled: open && id !== null });
  const { data: ticket, error } = useQuery(options);
  const read = useQuery(orpc.tickets.matrix.queryOptions({ enabled: open }));
  const matrix = read.data?.matrix ?? (read.isError ? defaultMatrix : undefined);
  return (
    <Dialog
      title={ticket === undefined ? n.triage : n.triageOf(ticket.number)}
      // Not before there is something to answer: the focus goes there.
      open={open && (error !== null || (ticket !== undefined && matrix !== undefined))}
      onClose={close}
      width={640}
    >
      {ticket !== undefined && matrix !== undefined && (
        <TriageFormView key={ticket.id} ticket={ticket} matrix={matrix} />
      )}
      {ticket === undefined && error !== null && (
        <p role="alert" className="p-4">
          {n.triageFailed}: {messageOf(error)}
        </p>
      )}
    </Dialog>
  );
}
