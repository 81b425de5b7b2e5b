import { useState, type ClipboardEvent } from 'react';
import { chatDraft } from '../../domain/intake/chat.ts';
import { pastedMail } from '../../domain/intake/mail.ts';
import { usePeople } from '../client/use-desk.ts';
import { n } from '../strings/en-intake.ts';
import { Button } from '../ui/button.tsx';
import { Field, inputClass, Select } from '../ui/field.tsx';
import { speakersOf, talkAsText, withCustomerIn } from './form.ts';
import { change, changeForm, readText, useIntake } from './intake-store.ts';

type Looks = { readonly kind: 'chat' | 'mail'; readonly text: string };

/** Beyond this nobody pasted a message. */
const longestLook = 400_000;

/** What a pasted text looks like, by the rules the desk reads it by. */
function looksLike(text: string, people: readonly string[]): Looks['kind'] | null {
  if (text.length > longestLook) return null;
  if (/^(mime-version|message-id|received):/im.test(text.slice(0, 4000)) || pastedMail(text) !== null) return 'mail';
  return chatDraft(text, people) === null ? null : 'chat';
}

function Offer({ looks, onDone }: { readonly looks: Looks; readonly onDone: () => void }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-[5px] text-on-soft"
    >
      <span className="flex-1">{n.looksLike[looks.kind]}</span>
      <Button
        small
        onClick={() => {
          onDone();
          void readText(looks.text, looks.kind);
        }}
      >
        {n.readAs[looks.kind]}
      </Button>
      <Button small look="quiet" onClick={onDone}>
        {n.leave}
      </Button>
    </div>
  );
}

/** A conversation turn by turn, with who of them is the customer: a guess that can be changed. */
function Talk() {
  const turns = useIntake((state) => state.form.turns);
  const customer = turns.find(({ who }) => who === 'customer')?.name ?? '';
  const speakers = speakersOf(turns).map((name) => ({ value: name, label: name }));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-end gap-3">
        <Field label={n.whoIsCustomer}>
          {(ids) => (
            <Select
              {...ids}
              options={speakers}
              value={customer}
              onPick={(name) => changeForm((form) => withCustomerIn(form, name))}
            />
          )}
        </Field>
        <Button onClick={() => change({ turns: [], body: talkAsText(turns) })}>{n.asText}</Button>
      </div>
      <ol
        aria-label={n.talk(turns.length)}
        tabIndex={0}
        className="flex max-h-[180px] flex-col gap-1 overflow-y-auto rounded-md border border-line p-2"
      >
        {turns.slice(0, 200).map(({ who, name, stamp, text }, index) => (
          <li key={index} className="break-words">
            <span className="text-small text-ink-2 tabular-nums">{stamp} </span>
            <span className={who === 'customer' ? 'font-bold' : 'font-semibold text-ink-2'} dir="auto">
              {name}
            </span>{' '}
            <span className="whitespace-pre-wrap" dir="auto">
              {text}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** What the customer said. What is pasted and looks like a mail or a chat can be read as one. */
export function BodyField() {
  const { body, turns } = useIntake((state) => state.form);
  const people = usePeople();
  const [looks, setLooks] = useState<Looks | null>(null);
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const kind = looksLike(
      text,
      people.map(({ name }) => name),
    );
    setLooks(kind === null ? null : { kind, text });
  };
  if (turns.length > 0) return <Talk />;
  return (
    <div className="flex flex-col gap-2">
      <Field label={n.body} note={n.optional}>
        {(ids) => (
          <textarea
            {...ids}
            rows={4}
            dir="auto"
            className={`${inputClass} h-auto resize-y py-2`}
            value={body}
            onPaste={onPaste}
            onChange={(event) => change({ body: event.target.value })}
          />
        )}
      </Field>
      {looks !== null && <Offer looks={looks} onDone={() => setLooks(null)} />}
    </div>
  );
}
