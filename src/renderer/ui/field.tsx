import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from './cx.ts';

export const inputClass =
  'h-[31px] w-full rounded-md border border-line-strong bg-surface px-[10px] text-body text-ink aria-invalid:border-late disabled:opacity-60';

type FieldProps = {
  readonly label: string;
  readonly note?: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: (ids: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }) => ReactNode;
};

/** A label above a control, with what is wrong below it. */
export function Field({ label, note, hint, error, children }: FieldProps) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <label htmlFor={id} className="text-small font-medium text-ink-2">
        {label}
        {note !== undefined && <span className="ml-1 text-ink-3">({note})</span>}
      </label>
      {children({
        id,
        'aria-describedby': below === undefined ? undefined : `${id}-below`,
        'aria-invalid': error !== undefined,
      })}
      {below !== undefined && (
        <p id={`${id}-below`} className={cx('text-small', error === undefined ? 'text-ink-2' : 'text-late')}>
          {below}
        </p>
      )}
    </div>
  );
}

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" autoComplete="off" spellCheck={false} {...rest} className={cx(inputClass, className)} />;
}

type DateFieldProps = Omit<FieldProps, 'children'> & {
  /** `YYYY-MM-DD`; empty: none is typed. */
  readonly value: string;
  readonly onDate: (date: string) => void;
};

/** A day of the calendar, with its label. */
export const DateField = ({ value, onDate, ...field }: DateFieldProps) => (
  <Field {...field}>
    {(ids) => <TextInput {...ids} type="date" value={value} onChange={(event) => onDate(event.target.value)} />}
  </Field>
);

type SelectProps = Omit<ComponentProps<'select'>, 'onChange'> & {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onPick: (value: string) => void;
};

/** A plain list to choose from in a form; the platform's own, so that it works with every key and reader. */
export function Select({ options, onPick, className, ...rest }: SelectProps) {
  return (
    <select {...rest} onChange={(event) => onPick(event.target.value)} className={cx(inputClass, 'pr-1', className)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
