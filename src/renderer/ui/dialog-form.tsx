import { useRef, type ReactNode, type SyntheticEvent } from 'react';
import { cw } from '../strings/en-coaching.ts';
import { Button } from './button.tsx';
import { Field, inputClass } from './field.tsx';
import { FormFoot } from './form-foot.tsx';
import { Kbd } from './kbd.tsx';

type Props = {
  readonly children: ReactNode;
  readonly submit: string;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
};

/** The fields of a dialog with its two buttons; Enter with Ctrl or Cmd does it from any of them, once. */
export function DialogForm({ children, submit, onSubmit, onClose }: Props) {
  const busy = useRef(false);
  const run = async (): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    await onSubmit();
    busy.current = false;
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-3 p-4"
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void run();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void run();
      }}
    >
      {children}
      <FormFoot>
        <Button onClick={onClose}>{cw.form.cancel}</Button>
        <Button type="submit" look="primary">
          {submit}
          <Kbd keys="mod+enter" on />
        </Button>
      </FormFoot>
    </form>
  );
}

type AreaProps = {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onChange: (text: string) => void;
};

export const Area = ({ label, value, max, hint, error, onChange }: AreaProps) => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => (
      <textarea
        {...ids}
        rows={3}
        dir="auto"
        maxLength={max}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={`${inputClass} !h-auto py-[6px]`}
      />
    )}
  </Field>
);
