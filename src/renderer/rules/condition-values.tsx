import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { RuleCondition, RuleField } from '../../contract/rules.ts';
import { fieldRules } from '../../domain/rules/fields.ts';
import { useNames } from '../client/use-desk.ts';
import { q } from '../strings/en-conditions.ts';
import { t } from '../strings/en.ts';
import { PeoplePicker, QueuePicker, WordPicker } from '../tickets/pickers.tsx';
import { ComboPicker, type Option } from '../ui/combo.tsx';
import { cx } from '../ui/cx.ts';
import { inputClass, TextInput } from '../ui/field.tsx';
import { WordInput } from '../ui/word-input.tsx';
import { numbersOf, toggled } from './condition-draft.ts';
import { valueWords } from './condition-words.ts';

type Props = {
  readonly condition: RuleCondition;
  readonly onChange: (values: RuleCondition['values']) => void;
  readonly label: string;
  readonly problem: string | null;
  readonly describedBy: string | undefined;
};

function Opener({
  text,
  problem,
  describedBy,
  ...rest
}: { readonly text: string } & Pick<Props, 'problem' | 'describedBy'>) {
  return (
    <button
      type="button"
      {...rest}
      aria-describedby={describedBy}
      className={cx(inputClass, 'flex items-center gap-2 text-left hover:bg-sunken', problem !== null && 'border-late')}
    >
      <span className={cx('min-w-0 flex-1 truncate', text === '' && 'text-ink-3')} dir="auto">
        {text === '' ? q.choose : text}
      </span>
      <ChevronDown size={13} aria-hidden className="shrink-0 text-ink-2" />
    </button>
  );
}

/** Values chosen of a list: words, queues, people, or tags and categories the desk knows. */
function ListValues({ condition, onChange, label, problem, describedBy }: Props) {
  const names = useNames();
  const { field, values } = condition;
  const text = values.map((value) => valueWords(field, value, names)).join(q.or);
  const props = {
    trigger: <Opener text={text} problem={problem} describedBy={describedBy} />,
    chosen: values.filter((value) => typeof value !== 'number'),
    onToggle: ({ value }: Option) => onChange(toggled(values, value)),
    several: true,
  };
  if (field === 'assignee') return <PeoplePicker {...props} />;
  if (field === 'queue') return <QueuePicker {...props} />;
  if (field === 'tag') return <WordPicker operator="tag" label={label} {...props} />;
  if (field === 'category') {
    const none = { value: null, label: t.bar.noCategory };
    return <WordPicker operator="category" label={label} withNone={none} {...props} />;
  }
  const options = (fieldRules[field].words ?? []).map((value) => ({ value, label: valueWords(field, value, names) }));
  return <ComboPicker label={label} options={options} {...props} />;
}

function NumberValues({ condition, onChange, label, problem, describedBy }: Props) {
  const [typed, setTyped] = useState(condition.values.join(', '));
  const hours = condition.field.startsWith('hoursSince');
  return (
    <TextInput
      aria-label={label}
      aria-invalid={problem !== null}
      aria-describedby={describedBy}
      inputMode="decimal"
      value={typed}
      placeholder={hours ? q.hours : q.number}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(numbersOf(event.target.value) ?? []);
      }}
      className="tabular-nums"
    />
  );
}

const chosenOfList: readonly RuleField[] = ['tag', 'category'];

/** Whatever takes the values of a condition: by the kind of its field. */
export function ConditionValues(props: Props) {
  const { condition, onChange, label, problem, describedBy } = props;
  const { kind } = fieldRules[condition.field];
  if (kind === 'number') return <NumberValues key={condition.field} {...props} />;
  const partial = condition.op === 'contains' || condition.op === 'containsNot';
  if (kind !== 'text' || (chosenOfList.includes(condition.field) && !partial)) return <ListValues {...props} />;
  return (
    <WordInput
      aria-label={label}
      aria-invalid={problem !== null}
      aria-describedby={describedBy}
      words={condition.values.filter((value) => typeof value === 'string')}
      onChange={(words) => onChange([...words])}
      placeholder={q.typeWords}
      removeName={q.removeWord}
    />
  );
}
