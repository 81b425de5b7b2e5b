import { bw } from '../../strings/en-reports-built.ts';
import { Field, Select } from '../../ui/field.tsx';
import { Check } from '../../ui/switch.tsx';
import { TimeInput } from '../../ui/time-input.tsx';
import { mostNth, type Draft } from './draft.ts';

const w = bw.builder;
const everies = (['hand', 'day', 'week', 'workday', 'weekday'] as const).map((value) => ({
  value,
  label: w.everies[value],
}));
const weekdays = bw.days.map((label, index) => ({ value: String(index), label }));
const nths = (most: number) =>
  Array.from({ length: most }, (_, index) => ({ value: String(index + 1), label: bw.nth(index + 1) }));

type Props = {
  readonly draft: Draft;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<Draft>) => void;
};

/** Which one of the month, and which weekday: what the choice above needs. */
function Which({ draft: { every, nth, weekday }, onChange }: Omit<Props, 'error'>) {
  return (
    <>
      {(every === 'workday' || every === 'weekday') && (
        <Field label={w.nth}>
          {(ids) => (
            <Select
              {...ids}
              value={String(Math.min(nth, mostNth(every)))}
              onPick={(value) => onChange({ nth: Number(value) })}
              options={nths(mostNth(every))}
            />
          )}
        </Field>
      )}
      {(every === 'week' || every === 'weekday') && (
        <Field label={w.weekday}>
          {(ids) => (
            <Select
              {...ids}
              value={String(weekday)}
              onPick={(value) => onChange({ weekday: Number(value) })}
              options={weekdays}
            />
          )}
        </Field>
      )}
    </>
  );
}

/** When issues are made. */
export function TimeFields({ draft, error, onChange }: Props) {
  const { every, at, workdays } = draft;
  return (
    <>
      <Field label={w.every}>
        {(ids) => (
          <Select
            {...ids}
            value={every}
            onPick={(value) => onChange({ every: everies.find((each) => each.value === value)?.value ?? 'hand' })}
            options={everies}
          />
        )}
      </Field>
      {every !== 'hand' && (
        <div className="flex flex-wrap gap-3">
          <Which draft={draft} onChange={onChange} />
          <Field label={w.at} error={error}>
            {(ids) => <TimeInput {...ids} value={at} onTime={(time) => onChange({ at: time })} />}
          </Field>
        </div>
      )}
      {every === 'day' && <Check label={w.workdays} on={workdays} onChange={(on) => onChange({ workdays: on })} />}
    </>
  );
}
