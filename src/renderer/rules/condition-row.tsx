import { X } from 'lucide-react';
import { useId } from 'react';
import type { RuleCondition, RuleField, RuleOp } from '../../contract/rules.ts';
import { ruleFields } from '../../contract/words.ts';
import { takesNoValue } from '../../domain/rules/fields.ts';
import { q } from '../strings/en-conditions.ts';
import { IconButton } from '../ui/button.tsx';
import { Select, TextInput } from '../ui/field.tsx';
import { opsFor, problemOf, withField, withOp } from './condition-draft.ts';
import { ConditionValues } from './condition-values.tsx';

const optionOf = (value: RuleField) => ({ value, label: q.field[value] });

type Props = {
  readonly condition: RuleCondition;
  /** From 1, over both lists: names the controls for who does not see them. */
  readonly nth: number;
  readonly changes: boolean;
  readonly checked: boolean;
  readonly fields: readonly RuleField[] | undefined;
  readonly onChange: (next: RuleCondition) => void;
  readonly onRemove: () => void;
};

/** One question about a ticket: field, question, values. */
export function ConditionRow({ condition, nth, changes, checked, fields = ruleFields, onChange, onRemove }: Props) {
  const id = useId();
  const { field, op, name } = condition;
  const problem = checked ? problemOf(condition, changes) : null;
  const describedBy = problem === null ? undefined : id;
  const ops = opsFor(field, changes).map((value) => ({ value, label: q.op[value] }));
  return (
    <li className="flex flex-col gap-1">
      <div className="flex items-start gap-2">
        <span className="flex w-[34%] max-w-[210px] min-w-[104px] shrink-0 flex-col gap-1">
          <Select
            data-condition
            aria-label={q.fieldLabel(nth)}
            options={fields.map(optionOf)}
            value={field}
            onPick={(value) => onChange(withField(condition, value as RuleField, changes))}
          />
          {field === 'field' && (
            <TextInput
              aria-label={q.nameLabel(nth)}
              placeholder={q.namePlaceholder}
              value={name ?? ''}
              maxLength={200}
              dir="auto"
              onChange={({ target }) => {
                const { name: _, ...rest } = condition;
                onChange(target.value === '' ? rest : { ...rest, name: target.value });
              }}
            />
          )}
        </span>
        <Select
          aria-label={q.opLabel(nth)}
          options={ops}
          value={op}
          onPick={(value) => onChange(withOp(condition, value as RuleOp))}
          className="max-w-[130px] min-w-[86px] shrink-[2]"
        />
        <span className="min-w-0 flex-1">
          {!takesNoValue(op) && (
            <ConditionValues
              condition={condition}
              onChange={(values) => onChange({ ...condition, values })}
              label={q.valuesLabel(nth)}
              problem={problem}
              describedBy={describedBy}
            />
          )}
        </span>
        <IconButton label={q.remove(nth)} onClick={onRemove} className="mt-[3px]">
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {problem !== null && (
        <p id={id} className="text-small text-late">
          {problem}
        </p>
      )}
    </li>
  );
}
