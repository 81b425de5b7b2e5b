import { useState } from 'react';
import type { Scale } from '../../../contract/index.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { Field, inputClass, Select, TextInput } from '../../ui/field.tsx';
import { cx } from '../../ui/cx.ts';

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

type ShareOption = { readonly share: number; readonly label: string };

/** The answers of a scale with their shares, the least first; tenths where any number will do. */
export function sharesOf(scale: Scale, levels: readonly { readonly label: string }[]): readonly ShareOption[] {
  if (scale.kind === 'numeric')
    return Array.from({ length: 11 }, (_, at) => ({
      share: at / 10,
      label: String(Math.round((scale.min + ((scale.max - scale.min) * at) / 10) * 100) / 100),
    }));
  const count = scale.kind === 'yesNo' ? 2 : scale.points;
  const plain = (at: number): string => (scale.kind === 'yesNo' ? (at === 1 ? cw.yes : cw.no) : String(at + 1));
  return Array.from({ length: count }, (_, at) => {
    const word = levels[at]?.label ?? '';
    return {
      share: at / (count - 1),
      label: word === '' || scale.kind === 'yesNo' ? plain(at) : `${plain(at)}, ${word}`,
    };
  });
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

type ShareProps = {
  readonly label: string;
  readonly options: readonly ShareOption[];
  readonly value: number | null;
  readonly words: (level: string) => string;
  /** What null is called; without it there is no null. */
  readonly none?: string;
  readonly error?: string | undefined;
  readonly onChange: (share: number | null) => void;
};

/** A share of a scale, chosen as the answer that has it. One that no answer has is shown in percent. */
export function ShareField({ label, options, value, words, none, error, onChange }: ShareProps) {
  const known = value === null || options.some(({ share }) => near(share, value));
  const all = known ? options : [...options, { share: value, label: `${Math.round(value * 100)} %` }];
  const chosen = value === null ? '' : String(all.findIndex(({ share }) => near(share, value)));
  return (
    <Field label={label} error={error}>
      {(ids) => (
        <Select
          {...ids}
          value={chosen}
          onPick={(picked) => onChange(picked === '' ? null : (all[Number(picked)]?.share ?? null))}
          options={[
            ...(none === undefined ? [] : [{ value: '', label: none }]),
            ...all.map((option, index) => ({ value: String(index), label: words(option.label) })),
          ]}
        />
      )}
    </Field>
  );
}
