import { memo } from 'react';
import type { CalendarDay } from '../../contract/index.ts';
import { dateOf, dayNumber, weekdayOf } from '../../domain/calendar/wall-time.ts';
import { c } from '../strings/en-calendar.ts';
import { cx } from '../ui/cx.ts';

/** Colours of the kinds; each has a mark of its own too. */
const looks: Record<CalendarDay['kind'], string> = {
  open: 'bg-surface text-ink',
  closed: 'bg-sunken text-ink-2',
  holiday: 'bg-accent-soft text-on-soft font-bold',
  half: 'bg-risk-soft text-risk font-bold',
  extra: 'bg-met-soft text-met font-bold',
};

type DayProps = {
  readonly day: CalendarDay;
  readonly change: boolean;
  readonly here: boolean;
  readonly today: boolean;
  readonly onMove: (date: string) => void;
  readonly onEdit: (date: string) => void;
};

const Day = memo(function Day({ day, change, here, today, onMove, onEdit }: DayProps) {
  const mark = change && (day.kind === 'open' || day.kind === 'closed') ? c.marks.change : c.marks[day.kind];
  const words = [c.date(day.date), c.dayOpen(day.minutes), c.dayHours(day), c.why(day), change ? c.clockChange : ''];
  return (
    <td role="gridcell" className="p-0">
      <button
        type="button"
        tabIndex={here ? 0 : -1}
        data-date={day.date}
        {...(here && { 'data-calendar': 'year' })}
        aria-current={today ? 'date' : undefined}
        aria-label={words.filter(Boolean).join(', ')}
        title={words.filter(Boolean).join(', ')}
        onFocus={() => onMove(day.date)}
        onClick={() => onEdit(day.date)}
        className={cx(
          'relative flex focus-visible:z-[1] h-[22px] scroll-mt-[120px] w-full min-w-[22px] items-center justify-center rounded-[4px] text-cap tabular-nums',
          looks[day.kind],
          here && 'ring-1 ring-accent ring-inset',
          today && 'underline decoration-2 underline-offset-2',
        )}
      >
        {Number(day.date.slice(8))}
        {mark !== '' && (
          <span aria-hidden className="absolute top-0 right-[1px] text-[8px] leading-[9px]">
            {mark}
          </span>
        )}
      </button>
    </td>
  );
});

type Props = {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly days: ReadonlyMap<string, CalendarDay>;
  /** Open minutes of the week that begins on a Monday. */
  readonly weeks: ReadonlyMap<string, { readonly week: number; readonly minutes: number }>;
  readonly changes: ReadonlySet<string>;
  /** The day under the cursor, where it is in this month. */
  readonly cursor: string | null;
  readonly today: string | null;
  readonly onMove: (date: string) => void;
  readonly onEdit: (date: string) => void;
};

/** One month of the year, with the hours of each week beside the month that has its Thursday. */
export const Month = memo(function Month(props: Props) {
  const { year, month, days, weeks, changes, cursor, today, onMove, onEdit } = props;
  const first = Date.UTC(year, month - 1, 1) / 86_400_000;
  const last = Date.UTC(year, month, 1) / 86_400_000;
  const monday = first - weekdayOf(first);
  const mondays = Array.from({ length: Math.ceil((last - monday) / 7) }, (_, i) => monday + 7 * i);
  const name = c.month(month);
  return (
    <section aria-label={name}>
      <h3 className="px-1 pb-1 text-small font-semibold">{name}</h3>
      <table
        role="grid"
        aria-label={`${name} ${year}`}
        className="w-full table-fixed border-separate border-spacing-[1px]"
      >
        <thead>
          <tr className="text-cap text-ink-2">
            {c.weekdayHeads.map((head, i) => (
              <th key={i} scope="col" abbr={Object.values(c.days)[i]} className="p-0 font-normal">
                {head}
              </th>
            ))}
            <th scope="col" className="w-[34px] p-0 pr-[2px] text-right font-normal">
              <span title={c.weekHours}>h</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {mondays.map((start) => {
            const week = weeks.get(dateOf(start));
            const own = start + 3 >= first && start + 3 < last;
            return (
              <tr key={start}>
                {Array.from({ length: 7 }, (_, i) => {
                  const date = dateOf(start + i);
                  const day = date.startsWith(`${year}-${String(month).padStart(2, '0')}`) ? days.get(date) : undefined;
                  if (day === undefined) return <td key={date} className="p-0" />;
                  return (
                    <Day
                      key={date}
                      day={day}
                      change={changes.has(date)}
                      here={cursor === date}
                      today={today === date}
                      onMove={onMove}
                      onEdit={onEdit}
                    />
                  );
                })}
                <td
                  className="p-0 pr-[2px] text-right text-cap whitespace-nowrap text-ink-2 tabular-nums"
                  title={week === undefined ? undefined : `${c.week(week.week)}: ${c.hours(week.minutes)}`}
                >
                  {own && week !== undefined ? Math.round(week.minutes / 6) / 10 : ''}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
});

/** The same day so many days on. */
export const dayOn = (date: string, days: number): string => dateOf(dayNumber(date) + days);
