import { useState } from 'react';
import { cx } from './cx.ts';
import { Field, inputClass, TextInput } from './field.tsx';

const read = (typed: string): number => {
  const text = typed.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
};

type NumberProps = {
  readonly label: string;
  readonly value: number;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly onChange: (value: number) => void;
};

/** A number as it is typed; what is none is not a number, and said so by whoever holds it. */
export function NumberField({ label, value, hint, error, onChange }: NumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const own = typed !== null && (Object.is(read(typed), value) || read(typed) === value);
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <TextInput
          {...ids}
          inputMode="decimal"
          maxLength={10}
          className="tabular-nums"
          value={own ? typed : Number.isNaN(value) ? (typed ?? '') : String(value)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(read(event.target.value));
          }}
        />
      )}
    </Field>
  );
}

type AreaProps = {
  readonly label: string;
  readonly value: string;
  readonly rows: number;
  readonly maxLength: number;
  readonly hint?: string;
  readonly onChange: (text: string) => void;
};

export const AreaField = ({ label, value, rows, maxLength, hint, onChange }: AreaProps) => (
  <Field label={label} hint={hint}>
    {(ids) => (
      <textarea
        {...ids}
        rows={rows}
        dir="auto"
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={cx(inputClass, '!h-auto resize-y py-[5px]')}
      />
    )}
  </Field>
);
