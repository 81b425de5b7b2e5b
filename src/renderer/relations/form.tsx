import type { ReactNode, SyntheticEvent } from 'react';
import { r } from '../strings/en-relations.ts';
import { Button } from '../ui/button.tsx';
import { Field, inputClass } from '../ui/field.tsx';
import { FormFoot } from '../ui/form-foot.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { closeAsked } from './relation-store.ts';

type FormProps = {
  readonly submit: string;
  readonly disabled?: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** The frame of all these dialogs: fields, Cancel, and one thing to do, also with Ctrl or Cmd and Enter. */
export function AskedForm({ submit, disabled = false, onSubmit, children }: FormProps) {
  const run = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!disabled) onSubmit();
  };
  return (
    <form
      noValidate
      onSubmit={run}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) run(event);
      }}
      className="flex flex-col gap-3 p-4"
    >
      {children}
      <FormFoot>
        <Button onClick={closeAsked}>{r.merge.cancel}</Button>
        <Button type="submit" look="primary" disabled={disabled}>
          {submit} <Kbd keys="mod+enter" on />
        </Button>
      </FormFoot>
    </form>
  );
}

type WordsProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly note?: string;
  readonly error?: string | undefined;
};

/** A few lines of text with a label. */
export function Words({ label, value, onChange, note, error }: WordsProps) {
  return (
    <Field label={label} error={error} {...(note !== undefined && { note })}>
      {(ids) => (
        <textarea
          {...ids}
          dir="auto"
          rows={3}
          maxLength={10_000}
          className={`${inputClass} !h-auto resize-y py-2`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
