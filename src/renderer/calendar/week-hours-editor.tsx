import { Copy } from 'lucide-react';
import { useId } from 'react';
import type { Weekday } from '../../contract/index.ts';
import { weekdays } from '../../contract/words.ts';
import { c } from '../strings/en-calendar.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { inputClass } from '../ui/field.tsx';
import { Menu } from '../ui/menu.tsx';
import type { WeekTexts } from './week-hours.ts';

type Change = (days: readonly Weekday[], text: string) => void;
type RowProps = {
  readonly day: Weekday;
  readonly text: string;
  readonly none: string;
  readonly error: string | undefined;
  readonly onChange: Change;
};

function CopyMenu({ day, text, onChange }: Pick<RowProps, 'day' | 'text' | 'onChange'>) {
  const next = weekdays[(weekdays.indexOf(day) + 1) % 7] ?? 'mon';
  const items = [
    { label: c.copyTo.next, onPick: () => onChange([next], text) },
    { label: c.copyTo.weekdays, onPick: () => onChange(weekdays.slice(0, 5), text) },
    { label: c.copyTo.all, onPick: () => onChange(weekdays, text) },
  ];
  const trigger = (
    <IconButton label={c.copyDown(c.days[day])}>
      <Copy size={13} aria-hidden />
    </IconButton>
  );
  return <Menu trigger={trigger} label={c.copyDown(c.days[day])} items={items} align="end" />;
}

function Row({ day, text, none, error, onChange }: RowProps) {
  const id = useId();
  return (
    <div className="flex flex-col gap-[2px]">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="w-[76px] shrink-0 text-body">
          {c.days[day]}
        </label>
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          placeholder={none}
          maxLength={400}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-below`}
          onChange={(event) => onChange([day], event.target.value)}
          className={cx(inputClass, 'h-[28px] tabular-nums')}
        />
        <CopyMenu day={day} text={text} onChange={onChange} />
      </div>
      {error !== undefined && (
        <p id={`${id}-below`} className="pl-[84px] text-small text-late">
          {error}
        </p>
      )}
    </div>
  );
}

type Props = {
  readonly hours: WeekTexts;
  /** What a day without hours is called. */
  readonly none?: string;
  readonly errorOf: (day: Weekday) => string | undefined;
  readonly onChange: (hours: WeekTexts) => void;
};

/** The hours of each weekday as text, any number of stretches, each to be copied to others. */
export function WeekHoursEditor({ hours, none = c.noHours, errorOf, onChange }: Props) {
  const change: Change = (days, text) => onChange({ ...hours, ...Object.fromEntries(days.map((day) => [day, text])) });
  return weekdays.map((day) => (
    <Row key={day} day={day} text={hours[day]} none={none} error={errorOf(day)} onChange={change} />
  ));
}
