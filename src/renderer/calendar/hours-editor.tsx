import { c } from '../strings/en-calendar.ts';
import type { Draft } from './draft.ts';
import { edit } from './store.ts';
import { WeekHoursEditor } from './week-hours-editor.tsx';

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
      {!draft.alwaysOpen && (
        <WeekHoursEditor
          hours={draft.hours}
          none={c.closed}
          errorOf={(day) => problems[`hours.${day}`]}
          onChange={(hours) => edit((now) => ({ ...now, hours }))}
        />
      )}
      {problems.hours !== undefined && <p className="text-small text-late">{problems.hours}</p>}
      {!draft.alwaysOpen && <p className="text-small text-ink-2">{c.weeklyHow}</p>}
    </fieldset>
  );
}
