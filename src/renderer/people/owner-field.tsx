import { usePeople } from '../client/use-desk.ts';
import { Field, Select } from '../ui/field.tsx';

type Props = {
  readonly label: string;
  /** What nobody is called. */
  readonly nobody: string;
  /** An id; empty: nobody. */
  readonly value: string;
  readonly onPick: (id: string) => void;
};

/** Whose something is: anybody who is here, and whoever it was, or nobody. */
export function OwnerField({ label, nobody, value, onPick }: Props) {
  const people = usePeople().filter(({ id, active }) => active || id === value);
  const options = [{ value: '', label: nobody }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
  return <Field label={label}>{(ids) => <Select {...ids} value={value} onPick={onPick} options={options} />}</Field>;
}
