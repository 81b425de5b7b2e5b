import { deskTime } from '../client/clock.ts';
import { useZone } from '../client/use-desk.ts';
import { r } from '../strings/en-relations.ts';
import { Button } from '../ui/button.tsx';
import { DateField, Field, TextInput } from '../ui/field.tsx';
import { quickWhens, type When } from './when.ts';

type Props = {
  readonly label: string;
  readonly value: When;
  readonly onChange: (when: When) => void;
  readonly error?: string | undefined;
};

/** A day and a time in the desk's zone, typed or picked, with the times that are meant most often. */
export function WhenField({ label, value, onChange, error }: Props) {
  const zone = useZone();
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-small font-medium text-ink-2" title={r.when.zone(zone)}>
        {label}
      </legend>
      <div className="flex gap-3">
        <DateField
          label={r.when.date}
          error={error}
          value={value.date}
          onDate={(on) => onChange({ ...value, date: on })}
        />
        <Field label={r.when.time}>
          {(ids) => (
            <TextInput
              {...ids}
              type="time"
              value={value.time}
              onChange={(event) => onChange({ ...value, time: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="flex flex-wrap gap-1">
        {quickWhens(deskTime(), zone).map(([name, when]) => (
          <Button key={name} small look="quiet" onClick={() => onChange(when)}>
            {r.when[name]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
