import { ChevronDown } from 'lucide-react';
import type { Person } from '../../../contract/index.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { Button } from '../../ui/button.tsx';
import { ComboPicker } from '../../ui/combo.tsx';
import { Field } from '../../ui/field.tsx';

type Props = {
  readonly label: string;
  readonly people: readonly Person[];
  readonly value: string | null;
  /** What null is called; without it somebody has to be chosen. */
  readonly none?: string;
  readonly error?: string | undefined;
  readonly onPick: (id: string | null) => void;
};

/** One of many people, looked for by name. */
export function PersonField({ label, people, value, none, error, onPick }: Props) {
  const options = [
    ...(none === undefined ? [] : [{ value: null, label: none }]),
    ...people.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const chosen = options.find((option) => option.value === value);
  return (
    <Field label={label} error={error}>
      {({ id, ...ids }) => (
        <ComboPicker
          label={label}
          options={options}
          chosen={chosen === undefined ? [] : [chosen.value]}
          onToggle={(option) => onPick(option.value)}
          trigger={
            <Button id={id} {...ids} className="w-full !px-[10px] !font-normal">
              <span className="min-w-0 flex-1 truncate text-left" dir="auto">
                {chosen?.label ?? ow.form.choosePerson}
              </span>
              <ChevronDown size={13} aria-hidden className="shrink-0 text-ink-2" />
            </Button>
          }
        />
      )}
    </Field>
  );
}
