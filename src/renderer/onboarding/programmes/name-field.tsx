import { Field, TextInput } from '../../ui/field.tsx';

/** What is wrong with a field of the part at hand. */
export type ErrorOf = (field: string) => string | undefined;

type NameProps = {
  readonly label: string;
  readonly value: string;
  readonly max: number;
  readonly error: string | undefined;
  readonly onChange: (text: string) => void;
};

export const NameField = ({ label, value, max, error, onChange }: NameProps) => (
  <Field label={label} error={error}>
    {(ids) => (
      <TextInput {...ids} dir="auto" maxLength={max} value={value} onChange={(event) => onChange(event.target.value)} />
    )}
  </Field>
);
