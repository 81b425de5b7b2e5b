import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import type { Calendar, CalendarDay, ClockChange } from '../../contract/index.ts';
import { monthsAfter } from '../../domain/calendar/months.ts';
import { dayNumber, weekdayOf } from '../../domain/calendar/wall-time.ts';
import { c } from '../strings/en-calendar.ts';
import { IconButton } from '../ui/button.tsx';
import { dayOf } from '../ui/days.ts';
import { useMinute } from '../ui/use-now.ts';
import { dayOn, Month } from './month.tsx';
import { moveTo, openDay, useCalendars } from './store.ts';
import { useYear } from './use-draft.ts';

const firstYear = 1901;
const lastYear = 2197;

/** Where a key leads from a day; null: nowhere. */
function target(key: string, date: string): string | null {
  const weekday = weekdayOf(dayNumber(date));
  const to: Readonly<Record<string, string>> = {
    ArrowLeft: dayOn(date, -1),
    ArrowRight: dayOn(date, 1),
    ArrowUp: dayOn(date, -7),
    ArrowDown: dayOn(date, 7),
    Home: dayOn(date, -weekday),
    End: dayOn(date, 6 - weekday),
    PageUp: monthsAfter(date, -1),
    PageDown: monthsAfter(date, 1),
    '[': monthsAfter(date, -12),
    ']': monthsAfter(date, 12),
  };
  const found = to[key] ?? null;
  const year = Number(found?.slice(0, 4));
  return year >= firstYear && year <= lastYear ? found : null;
}

const count = (days: readonly CalendarDay[], kind: CalendarDay['kind']): number =>
  days.filter((day) => day.kind === kind).length;

function Totals({ days, minutes }: { readonly days: readonly CalendarDay[]; readonly minutes: number }) {
  const open = days.filter((day) => day.minutes > 0).length;
  const parts = [
    c.total(minutes, open),
    c.holidays(count(days, 'holiday')),
    ...(count(days, 'half') > 0 ? [c.halves(count(days, 'half'))] : []),
    ...(count(days, 'extra') > 0 ? [c.extras(count(days, 'extra'))] : []),
  ];
  return <span className="text-small text-ink-2 tabular-nums">{parts.join(' · ')}</span>;
}

const shownKinds = ['open', 'closed', 'holiday', 'half', 'extra'] as const;
const swatches: Record<CalendarDay['kind'], string> = {
  open: 'border-line-strong',
  closed: 'border-line-strong bg-sunken',
  holiday: 'border-transparent bg-accent-soft text-on-soft',
  half: 'border-transparent bg-risk-soft text-risk',
  extra: 'border-transparent bg-met-soft text-met',
};

function Legend() {
  return (
    <ul aria-label={c.legend} className="flex flex-wrap gap-x-3 gap-y-1 text-cap text-ink-2">
      {shownKinds.map((kind) => (
        <li key={kind} className="flex items-center gap-1">
          <span
            aria-hidden
            className={`inline-flex size-[14px] items-center justify-center rounded-[3px] border text-[9px] font-bold ${swatches[kind]}`}
          >
            {c.marks[kind]}
          </span>
          {c.kinds[kind]}
        </li>
      ))}
      <li className="flex items-center gap-1">
        <span aria-hidden className="text-[11px]">
          {c.marks.change}
        </span>
        {c.clockChange}
      </li>
    </ul>
  );
}

function Changes({
  changes,
  zone,
  year,
  now,
}: {
  changes: readonly ClockChange[];
  zone: string;
  year: number;
  now: number;
}) {
  const ahead = changes.filter(({ at }) => at >= now);
  const shown = (ahead.length > 0 ? ahead : changes.filter(({ date }) => date.startsWith(String(year)))).slice(0, 2);
  return (
    <section aria-label={c.changes} className="text-small text-ink-2">
      {shown.length === 0 ? (
        <p>{c.noChanges(zone)}</p>
      ) : (
        shown.map((change) => (
          <p key={change.at} className="tabular-nums">
            <span aria-hidden>{c.marks.change} </span>
            {c.change(change)}
          </p>
        ))
      )}
    </section>
  );
}

function DayLine({ day }: { readonly day: CalendarDay }) {
  return (
    <p className="min-h-[34px] text-small" aria-hidden>
      <span className="font-semibold">{c.date(day.date)}</span>
      <span className="text-ink-2 tabular-nums">
        {' · '}
        {c.dayOpen(day.minutes)}
        {day.hours.length > 0 && ` · ${c.dayHours(day)}`}
        {' · '}
        <span dir="auto">{c.why(day)}</span>
      </span>
    </p>
  );
}

const onMove = (date: string): void => moveTo(date);
const onEdit = (date: string): void => openDay(date);

/**
 * A year of the calendar as it is edited: what each day is and why, hours of the weeks, changes of the clocks. While some
 * hours cannot be read (`waits`) what the year comes to is not told.
 */
export function YearView({ calendar, waits }: { readonly calendar: Calendar; readonly waits: boolean }) {
  const { year, cursor } = useCalendars();
  const { data } = useYear(calendar, year);
  const now = useMinute();
  const today = dayOf(now, 'UTC');
  const body = useRef<HTMLDivElement>(null);
  const days = useMemo(() => new Map((data?.days ?? []).map((day) => [day.date, day])), [data]);
  const weeks = useMemo(() => new Map((data?.weeks ?? []).map((week) => [week.monday, week])), [data]);
  const changes = useMemo(() => new Set((data?.changes ?? []).map(({ date }) => date)), [data]);
  // Where the arrows led: focused once it is there, which in another year is a moment later.
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const cell = wanted.current === null ? null : body.current?.querySelector<HTMLElement>(`[data-date="${cursor}"]`);
    if (cell == null || wanted.current !== cursor) return;
    wanted.current = null;
    cell.focus();
  }, [cursor, days]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = target(event.key, cursor);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    wanted.current = to;
    moveTo(to);
  };
  // While another year is read, the one before it stands still there: its days are not this year's.
  const there = Number(data?.days[0]?.date.slice(0, 4) ?? year);
  const current = days.get(cursor);
  const step = (by: 12 | -12): void => moveTo(monthsAfter(cursor, by));
  return (
    <section aria-label={c.year(year)} className="flex max-w-[1290px] min-w-0 flex-col gap-2 pb-4">
      <div className="sticky top-0 z-10 flex flex-col gap-1 bg-surface pt-4 pb-1">
        <div className="flex flex-wrap items-center gap-2">
          <IconButton label={c.before} onClick={() => step(-12)} disabled={year <= firstYear}>
            <ChevronLeft size={15} aria-hidden />
          </IconButton>
          <h2 className="text-title font-bold tabular-nums">{year}</h2>
          <IconButton label={c.after} onClick={() => step(12)} disabled={year >= lastYear}>
            <ChevronRight size={15} aria-hidden />
          </IconButton>
          {waits && <span className="text-small text-risk">{c.yearWaits}</span>}
          {!waits && data !== undefined && <Totals days={data.days} minutes={data.minutes} />}
        </div>
        {current !== undefined && <DayLine day={current} />}
      </div>
      {data !== undefined && <Changes changes={data.changes} zone={calendar.timeZone} year={year} now={now} />}
      <div
        ref={body}
        onKeyDown={onKeyDown}
        className="grid grid-cols-[repeat(auto-fill,minmax(196px,1fr))] gap-x-4 gap-y-3"
      >
        {data !== undefined &&
          Array.from({ length: 12 }, (_, i) => i + 1).map((month) => (
            <Month
              key={month}
              year={there}
              month={month}
              days={days}
              weeks={weeks}
              changes={changes}
              cursor={Number(cursor.slice(5, 7)) === month ? cursor : null}
              today={Number(today.slice(5, 7)) === month ? today : null}
              onMove={onMove}
              onEdit={onEdit}
            />
          ))}
      </div>
      <Legend />
      <p className="text-cap text-ink-2">{c.yearHow}</p>
    </section>
  );
}
