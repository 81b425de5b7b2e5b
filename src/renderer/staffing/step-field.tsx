import { Minus, Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { sw } from '../strings/en-staffing.ts';
import { IconButton } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { signedText, stepped } from '../ui/read-number.ts';

type StepFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly step: number;
  readonly ends: readonly [number, number];
  readonly onChange: (value: string) => void;
};

/** A difference that is typed, or stepped with the arrow keys and the two buttons. */
export function StepField({ label, hint, error, value, step, ends, onChange }: StepFieldProps) {
  const go = (by: number): void => onChange(signedText(stepped(value, by, ...ends)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: step, ArrowDown: -step }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    go(by);
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="flex items-center gap-1">
          <IconButton label={sw.whatIf.less(label)} tabIndex={-1} onClick={() => go(-step)}>
            <Minus size={14} aria-hidden />
          </IconButton>
          <TextInput
            {...ids}
            inputMode="numeric"
            maxLength={8}
            className="text-center tabular-nums"
            value={value}
            onFocus={(event) => event.target.select()}
            onKeyDown={onKeyDown}
            onChange={(event) => onChange(event.target.value)}
          />
          <IconButton label={sw.whatIf.more(label)} tabIndex={-1} onClick={() => go(step)}>
            <Plus size={14} aria-hidden />
          </IconButton>
        </div>
      )}
    </Field>
  );
}
