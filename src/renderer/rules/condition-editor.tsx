import { Plus } from 'lucide-react';
import { useRef } from 'react';
import type { RuleCondition, RuleConditions, RuleField } from '../../contract/rules.ts';
import { q } from '../strings/en-conditions.ts';
import { Button } from '../ui/button.tsx';
import { newCondition, withCondition, type ConditionList } from './condition-draft.ts';
import { ConditionRow } from './condition-row.tsx';

type Labels = {
  /** What is said where nothing is asked. */
  readonly empty?: string;
  readonly all?: string;
  readonly any?: string;
};

type Props = {
  readonly conditions: RuleConditions;
  readonly onChange: (conditions: RuleConditions) => void;
  /** Offers questions about what has just changed: for triggers. */
  readonly changes?: boolean;
  /** Says what is wrong at each condition: once somebody tried to save. */
  readonly checked?: boolean;
  readonly labels?: Labels;
  /** The only fields that may be asked for; left out: any. */
  readonly fields?: readonly RuleField[];
};

type GroupProps = Props & { readonly list: ConditionList; readonly title: string; readonly from: number };

/** Puts the focus on the field of a condition, or where there is none on the button that adds one. */
function focusRow(group: HTMLElement | null, at: number): void {
  requestAnimationFrame(() => {
    const fields = group?.querySelectorAll<HTMLElement>('[data-condition]') ?? [];
    const last = fields[Math.min(at, fields.length - 1)];
    (last ?? group?.querySelector<HTMLElement>('[data-add]'))?.focus();
  });
}

function Group({ list, title, from, conditions, onChange, changes = false, checked = false, fields }: GroupProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  const rows = conditions[list];
  const put = (at: number, next: RuleCondition | null): void => onChange(withCondition(conditions, list, at, next));
  return (
    <fieldset ref={group} className="flex min-w-0 flex-col gap-[6px]">
      <legend className="mb-1 text-small font-medium text-ink-2">{title}</legend>
      <ul className="flex flex-col gap-[6px]">
        {rows.map((condition, index) => (
          <ConditionRow
            // A condition has no identity but its place.
            key={index}
            condition={condition}
            nth={from + index + 1}
            changes={changes}
            checked={checked}
            fields={fields}
            onChange={(next) => put(index, next)}
            onRemove={() => {
              put(index, null);
              focusRow(group.current, index);
            }}
          />
        ))}
      </ul>
      <Button
        small
        look="quiet"
        data-add
        aria-label={q.addTo(title)}
        icon={<Plus size={13} aria-hidden />}
        onClick={() => {
          put(rows.length, newCondition);
          focusRow(group.current, rows.length);
        }}
        className="-ml-2 self-start"
      >
        {q.add}
      </Button>
    </fieldset>
  );
}

/** Which tickets a rule or a policy is for: rows of field, question and values, all of them and any of some more. */
export function ConditionEditor(props: Props) {
  const { conditions, onChange, labels = {} } = props;
  const root = useRef<HTMLDivElement>(null);
  const { all, any } = conditions;
  return (
    <div ref={root} className="flex min-w-0 flex-col gap-3">
      {all.length === 0 && any.length === 0 && labels.empty !== '' && (
        <p className="text-ink-2">{labels.empty ?? q.everyTicket}</p>
      )}
      <Group {...props} list="all" title={labels.all ?? q.all} from={0} />
      {any.length > 0 ? (
        <Group
          {...props}
          list="any"
          title={labels.any ?? (all.length === 0 ? q.onlyAnyTitle : q.any)}
          from={all.length}
        />
      ) : (
        <Button
          small
          look="quiet"
          icon={<Plus size={13} aria-hidden />}
          onClick={() => {
            onChange({ ...conditions, any: [newCondition, newCondition] });
            requestAnimationFrame(() => {
              root.current?.querySelectorAll<HTMLElement>('[data-condition]')[all.length]?.focus();
            });
          }}
          className="-mt-2 -ml-2 self-start"
        >
          {q.addAny}
        </Button>
      )}
    </div>
  );
}
