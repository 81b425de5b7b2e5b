import { Copy } from 'lucide-react';
import { useId } from 'react';
import type { Weekday } from '../../contract/index.ts';
import { c } from '../strings/en-calendar.ts';
import { IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { inputClass } from '../ui/field.tsx';
import { Menu } from '../ui/menu.tsx';
import { weekdayKeys, type Draft } from './draft.ts';
import { edit } from './store.ts';

const setHours = (days: readonly Weekday[], text: string): void =>
  edit((draft) => ({ ...draft, hours: { ...draft.hours, ...Object.fromEntries(days.map((day) => [day, text])) } }));

function CopyMenu({ day, text }: { readonly day: Weekday; readonly text: string }) {
  const next = weekdayKeys[(weekdayKeys.indexOf(day) + 1) % 7] ?? 'mon';
  const items = [
    { label: c.copyTo.next, onPick: () => setHours([next], text) },
    { label: c.copyTo.weekdays, onPick: () => setHours(weekdayKeys.slice(0, 5), text) },
    { label: c.copyTo.all, onPick: () => setHours(weekdayKeys, text) },
  ];
  const trigger = (
    <IconButton label={c.copyDown(c.days[day])}>
      <Copy size={13} aria-hidden />
    </IconButton>
  );
  return <Menu trigger={trigger} label={c.copyDown(c.days[day])} items={items} align="end" />;
}

type RowProps = { readonly day: Weekday; readonly text: string; readonly error: string | undefined };

function HoursRow({ day, text, error }: RowProps) {
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
          placeholder={c.closed}
          maxLength={400}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-below`}
          onChange={(event) => setHours([day], event.target.value)}
          className={cx(inputClass, 'h-[28px] tabular-nums')}
        />
        <CopyMenu day={day} text={text} />
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
  readonly draft: Draft;
  readonly problems: Readonly<Record<string, string>>;
  readonly minutes: number | null;
  /** Some hours cannot be read yet: what a week comes to is not told. */
  readonly waits: boolean;
};

/** Hours of each weekday as text, any number of intervals; or around the clock. */
export function HoursEditor({ draft, problems, minutes, waits }: Props) {
  return (
    <fieldset className="flex flex-col gap-[6px]">
      <legend className="mb-1 flex w-full items-baseline justify-between text-body font-semibold">
        {c.weekly}
        {minutes !== null && (
          <span className="text-small font-normal text-ink-2 tabular-nums">
            {waits ? c.weekWaits : c.perWeek(minutes)}
          </span>
        )}
      </legend>
      <label className="flex items-center gap-2 pb-1">
        <input
          type="checkbox"
          className="check"
          checked={draft.alwaysOpen}
          onChange={(event) => edit((now) => ({ ...now, alwaysOpen: event.target.checked }))}
        />
        {c.aroundTheClock}
      </label>
      {!draft.alwaysOpen &&
        weekdayKeys.map((day) => (
          <HoursRow key={day} day={day} text={draft.hours[day]} error={problems[`hours.${day}`]} />
        ))}
      {problems.hours !== undefined && <p className="text-small text-late">{problems.hours}</p>}
      {!draft.alwaysOpen && <p className="text-small text-ink-2">{c.weeklyHow}</p>}
    </fieldset>
  );
}
