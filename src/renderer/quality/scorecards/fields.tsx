import type { Scale } from '../../../contract/index.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { Field, Select } from '../../ui/field.tsx';

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
