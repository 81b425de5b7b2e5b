import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { qp } from '../../strings/en-quality-packs.ts';
import { IconButton } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly shown?: boolean;
  readonly onShow?: (shown: boolean) => void;
};

/** A passphrase as it is typed: dots, unless one asks to see it. No browser is asked to remember it. */
export function PassphraseInput({ label, value, onChange, hint, error, ...rest }: Props) {
  const [own, setOwn] = useState(false);
  const shown = rest.shown ?? own;
  const show = rest.onShow ?? setOwn;
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="relative">
          <TextInput
            {...ids}
            type={shown ? 'text' : 'password'}
            autoComplete="new-password"
            maxLength={500}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            className="pr-9"
          />
          <IconButton
            label={qp.make.show}
            aria-pressed={shown}
            onClick={() => show(!shown)}
            className="!absolute top-[3px] right-[4px]"
          >
            <Icon size={14} aria-hidden />
          </IconButton>
        </div>
      )}
    </Field>
  );
}
