import type { ReactNode } from 'react';
import type { Matrix, Priority } from '../../contract/index.ts';
import { priorityOf, whyPriority } from '../../domain/tickets/matrix.ts';
import { sayError } from '../app/errors.ts';
import { client } from '../client/client.ts';
import { useNames, useQueues } from '../client/use-desk.ts';
import { n } from '../strings/en-intake.ts';
import { t } from '../strings/en.ts';
import { priorities } from '../tickets/filter-fields.ts';
import { PeoplePicker, WordPicker } from '../tickets/pickers.tsx';
import { ComboPicker, type Option } from '../ui/combo.tsx';
import { cx } from '../ui/cx.ts';
import { Field, inputClass, TextInput } from '../ui/field.tsx';
import { PriorityBars } from '../ui/marks.tsx';
import { Segmented } from '../ui/segmented.tsx';
import type { Form, Grade, Wrong } from './form.ts';

const grades = ([1, 2, 3] as const).map((grade) => ({ value: String(grade), label: n.grades[grade] }));
const prioritySegments = priorities.map((value) => ({ value, label: t.priority[value] }));

/** Grades, and the priority where it is another than they give. */
export type Graded = Pick<Form, 'impact' | 'urgency' | 'priority' | 'reason'>;
/** Where a ticket belongs. */
export type Placed = Pick<Form, 'category' | 'queueId'>;

type GradeProps = {
  readonly field: 'impact' | 'urgency';
  readonly onChange: (part: Partial<Graded>) => void;
  readonly value: Grade | null;
  readonly error: string | undefined;
};

function GradeField({ field, value, error, onChange }: GradeProps) {
  return (
    <div data-field={field} className="flex flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{n[field]}</span>
      <Segmented
        look="accent"
        label={n[field]}
        segments={grades}
        value={value === null ? '' : String(value)}
        onChange={(picked) => onChange({ [field]: Number(picked) as Grade, priority: null, reason: '' })}
      />
      {error !== undefined && <p className="text-small text-late">{error}</p>}
    </div>
  );
}

type ErrorOf = { readonly errorOf: (field: Wrong) => string | undefined };
type TriageProps = ErrorOf & {
  readonly matrix: Matrix;
  readonly value: Graded;
  readonly onChange: (part: Partial<Graded>) => void;
};

/** Impact and urgency on the digits; the priority they give stands beside them and changes as one answers. */
export function TriageFields({ matrix, errorOf, value, onChange }: TriageProps) {
  const { impact, urgency, priority, reason } = value;
  const given = priorityOf(matrix, impact, urgency);
  const shown = priority ?? given;
  const differs = priority !== null && given !== null && priority !== given;
  const why = differs ? n.overridden(t.priority[priority], t.priority[given]) : whyPriority(matrix, impact, urgency);
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sunken/60 px-3 py-[10px]">
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        <GradeField field="impact" value={impact} error={errorOf('impact')} onChange={onChange} />
        <GradeField field="urgency" value={urgency} error={errorOf('urgency')} onChange={onChange} />
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-small font-medium text-ink-2">{n.priority}</span>
        <Segmented
          look="accent"
          label={n.priority}
          segments={prioritySegments}
          value={shown ?? ('' as Priority)}
          onChange={(picked) =>
            onChange({ priority: picked === given ? null : picked, ...(picked === given && { reason: '' }) })
          }
        />
        {shown !== null && <PriorityBars priority={shown} />}
        <span role="status" className={cx('text-small', differs ? 'text-risk' : 'text-ink-2')}>
          {why}
        </span>
      </div>
      {differs && (
        <div data-field="reason">
          <Field label={n.reason} error={errorOf('reason')}>
            {(ids) => (
              <TextInput
                {...ids}
                maxLength={1000}
                dir="auto"
                value={reason}
                onChange={(event) => onChange({ reason: event.target.value })}
              />
            )}
          </Field>
        </div>
      )}
    </div>
  );
}

type PickProps = { readonly value: string | null; readonly empty: string; readonly bad?: boolean };

/** A button that looks like the fields around it and opens a list. */
function PickButton({ value, empty, bad = false, ...rest }: PickProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(inputClass, 'truncate text-left', value === null && 'text-ink-2', bad && 'border-late')}
    >
      {value ?? empty}
    </button>
  );
}

function Labelled({
  label,
  field,
  error,
  children,
}: {
  readonly label: string;
  readonly field?: Wrong;
  readonly error?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div data-field={field} className="flex min-w-0 flex-1 flex-col gap-1">
      <span className="text-small font-medium text-ink-2">{label}</span>
      {children}
      {error !== undefined && <p className="text-small text-late">{error}</p>}
    </div>
  );
}

/** A queue that is there, or one of this name: a desk that has none yet takes its first ticket all the same. */
async function queueOf(value: string | null, known: readonly Option[]): Promise<Partial<Placed>> {
  const isKnown = value === null || known.some((option) => option.value === value);
  try {
    return { queueId: isKnown ? value : (await client.directory.queueCreate({ name: value })).id };
  } catch (error) {
    sayError(error);
    return {};
  }
}

type PlaceProps = ErrorOf & { readonly value: Placed; readonly onChange: (part: Partial<Placed>) => void };

/** Category and queue, which triage needs. */
export function PlaceFields({ errorOf, value: { category, queueId }, onChange }: PlaceProps) {
  const { queues } = useNames();
  const known = useQueues().map(({ id, name }) => ({ value: id, label: name }));
  const queue = queueId === null ? null : (queues.get(queueId) ?? '…');
  return (
    <>
      <Labelled label={n.category} field="category" error={errorOf('category')}>
        <WordPicker
          operator="category"
          label={n.category}
          trigger={<PickButton value={category} empty={n.choose} bad={errorOf('category') !== undefined} />}
          chosen={[category]}
          onToggle={({ value }) => onChange({ category: value })}
        />
      </Labelled>
      <Labelled label={n.queue} field="queue" error={errorOf('queue')}>
        <ComboPicker
          label={n.queue}
          options={known}
          offerNew={n.newQueue}
          trigger={<PickButton value={queue} empty={n.choose} bad={errorOf('queue') !== undefined} />}
          chosen={[queueId]}
          onToggle={({ value }) => void queueOf(value, known).then(onChange)}
        />
      </Labelled>
    </>
  );
}

/** Somebody of the team, or a person of this name: a desk that has nobody yet can give its first ticket an owner. */
async function personOf(value: string | null, known: ReadonlyMap<string, string>): Promise<string | null | undefined> {
  if (value === null || known.has(value)) return value;
  try {
    return (await client.people.create({ name: value })).id;
  } catch (error) {
    sayError(error);
    return undefined;
  }
}

type OwnerProps = { readonly value: string | null; readonly onChange: (assigneeId: string | null) => void };

/** The owner, who can come later. */
export function OwnerField({ value, onChange }: OwnerProps) {
  const { people } = useNames();
  const owner = value === null ? null : (people.get(value) ?? '…');
  return (
    <Labelled label={`${n.owner} (${n.optional})`}>
      <PeoplePicker
        trigger={<PickButton value={owner} empty={n.nobody} />}
        offerNew={n.newPerson}
        chosen={[value]}
        onToggle={({ value: picked }) =>
          void personOf(picked, people).then((owner) => owner !== undefined && onChange(owner))
        }
      />
    </Labelled>
  );
}
