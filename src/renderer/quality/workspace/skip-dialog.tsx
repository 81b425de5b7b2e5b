import { useRef, useState } from 'react';
import { qw } from '../../strings/en-quality.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { TextInput, Field } from '../../ui/field.tsx';

type Props = {
  readonly open: boolean;
  readonly count: number;
  readonly onClose: () => void;
  readonly onSkip: (reason: string) => void;
};

function Body({ count, onClose, onSkip }: Omit<Props, 'open'>) {
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const done = (words: string): void => {
    if (words.trim() === '') {
      setEmpty(true);
      field.current?.focus();
    } else onSkip(words.trim());
  };
  return (
    <form
      className="flex flex-col gap-3 p-4"
      onSubmit={(event) => {
        event.preventDefault();
        done(reason);
      }}
      onKeyDown={(event) => {
        const known = qw.skip.reasons[Number(event.key) - 1];
        // In an empty field a digit is one of the reasons below it.
        if (known === undefined || reason !== '' || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        done(known);
      }}
    >
      <p className="text-ink-2">{qw.skip.how(count)}</p>
      <Field label={qw.skip.reason} error={empty && reason.trim() === '' ? qw.skip.empty : undefined}>
        {(ids) => (
          <TextInput
            {...ids}
            ref={field}
            dir="auto"
            value={reason}
            maxLength={1000}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <ul className="flex flex-col gap-1">
        {qw.skip.reasons.map((words, index) => (
          <li key={words}>
            <button
              type="button"
              onClick={() => done(words)}
              className="flex h-[28px] w-full items-center gap-2 rounded-[5px] px-2 text-left hover:bg-accent-soft hover:text-on-soft"
            >
              <span className="flex-1">{words}</span>
              <Kbd keys={String(index + 1)} />
            </button>
          </li>
        ))}
      </ul>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{qw.cancel}</Button>
        <Button look="primary" type="submit">
          {qw.skip.doIt}
          <Kbd keys="enter" on />
        </Button>
      </div>
    </form>
  );
}

/** Nothing is left out of a sample without a reason. */
export function SkipDialog({ open, ...body }: Props) {
  return (
    <Dialog title={qw.skip.title(body.count)} open={open} onClose={body.onClose} width={420}>
      {open && <Body {...body} />}
    </Dialog>
  );
}
