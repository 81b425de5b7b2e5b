import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Field, inputClass, TextInput } from '../ui/field.tsx';

type EditProps = {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly maxLength: number;
  readonly lines?: number;
  readonly direction?: 'auto' | 'ltr';
  /** What is wrong with it, or null. */
  readonly check?: (value: string) => string | null;
  readonly onSave: (value: string) => Promise<boolean>;
  readonly focusFirst?: boolean;
};

/** A field that is written in place: saved when one leaves it or presses Enter, put back by Esc. */
export function EditField({ label, value, hint, maxLength, lines = 1, check, onSave, ...rest }: EditProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const area = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { direction = 'auto', focusFirst = false } = rest;
  useEffect(() => {
    if (focusFirst) area.current?.select();
  }, [focusFirst]);
  const shown = typed ?? value;
  const save = async (): Promise<void> => {
    const next = (typed ?? value).trim();
    const wrong = check?.(next) ?? null;
    setError(wrong ?? undefined);
    if (wrong !== null || typed === null) return;
    if (next === value || (await onSave(next))) setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (lines === 1 || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape' && typed !== null && typed !== value) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
      setError(undefined);
    }
  };
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => {
        const all = {
          ...ids,
          ref: area,
          dir: direction,
          maxLength,
          value: shown,
          onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
          onBlur: () => void save(),
          onKeyDown,
        };
        return lines === 1 ? (
          <TextInput {...all} />
        ) : (
          <textarea {...all} rows={lines} className={`${inputClass} h-auto resize-y py-2`} />
        );
      }}
    </Field>
  );
}
