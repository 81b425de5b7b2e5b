import { CalendarDays, ChevronLeft, ChevronRight, Search, WandSparkles } from 'lucide-react';
import { openDialog } from '../app/window-store.ts';
import { d } from '../strings/en-day.ts';
import { locale, t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { dayStart } from '../ui/days.ts';
import { longDay, shortDate } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { publish, revert, showDate, stepDate, whatIf } from './day-actions.ts';
import { setDay, useDay } from './day-store.ts';
import { addDays } from './geometry.ts';
import { useDays } from './use-day-data.ts';

const shortFormat = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** `Tuesday 24 November`, short `Tue 24 Nov`, or `23 Nov to 29 Nov`. */
export function useTitle(short = false): string {
  const { zone, date, from, days } = useDays();
  const at = (day: string): number => dayStart(day, zone);
  if (days === 1) return short ? shortFormat.format(new Date(`${date}T00:00:00Z`)) : longDay(at(date), zone);
  return d.head.week(shortDate(at(from), zone, at(from)), shortDate(at(addDays(from, days - 1)), zone, at(from)));
}

type BadgeProps = { readonly unpublished: number; readonly shifts: number };

/** Whether what one sees is what counts; what does not yet is put right here. */
function Badge({ unpublished, shifts }: BadgeProps) {
  const chip =
    'inline-flex h-[22px] shrink-0 items-center rounded-[5px] px-2 text-small font-semibold whitespace-nowrap';
  if (unpublished === 0)
    return shifts === 0 ? (
      <span className={cx(chip, 'bg-sunken text-ink-2')}>{d.head.nothing}</span>
    ) : (
      <span className={cx(chip, 'bg-met-soft text-met')}>{d.head.published}</span>
    );
  return (
    <>
      <span className={cx(chip, 'bg-risk-soft text-risk tabular-nums')}>{d.head.unpublished(unpublished)}</span>
      <Button small onClick={publish}>
        {d.head.publish}
        <span className="@max-[1000px]:hidden">
          <Kbd keys="shift+p" />
        </span>
      </Button>
      <Button small look="quiet" onClick={revert} title={d.commands.revert}>
        {d.head.revert}
      </Button>
    </>
  );
}

function Dates() {
  const { date, today, from, days } = useDays();
  const view = useDay((state) => state.view);
  const there = view === 'day' ? date === today : today >= from && today < addDays(from, days);
  return (
    <span className="flex shrink-0 items-center">
      <IconButton label={view === 'day' ? d.head.previous : d.head.previousWeek} onClick={() => stepDate(-1)}>
        <ChevronLeft size={16} aria-hidden />
      </IconButton>
      <IconButton label={view === 'day' ? d.head.next : d.head.nextWeek} onClick={() => stepDate(1)}>
        <ChevronRight size={16} aria-hidden />
      </IconButton>
      <IconButton label={d.head.date} onClick={() => setDay({ dialog: 'date' })}>
        <CalendarDays size={14} aria-hidden />
      </IconButton>
      {!there && (
        <Button small look="quiet" onClick={() => showDate(today)} className="ml-1">
          {d.head.today} <Kbd keys="t" />
        </Button>
      )}
    </span>
  );
}

/** The day, whether it is published, the search, and what is done to all of it. */
export function DayHeader({ unpublished, shifts }: BadgeProps) {
  const view = useDay((state) => state.view);
  const long = useTitle();
  const short = useTitle(true);
  const wand = <WandSparkles size={15} strokeWidth={1.8} aria-hidden />;
  return (
    <div className="@container mt-[3px] flex h-[44px] items-center gap-[10px] px-4">
      <h1 className="shrink-0 text-head font-bold whitespace-nowrap">
        <span className="@max-[1000px]:hidden">{long}</span>
        <span className="hidden @max-[1000px]:inline">{short}</span>
      </h1>
      <Dates />
      <Badge unpublished={unpublished} shifts={shifts} />
      <span className="flex-1" />
      <button
        type="button"
        onClick={() => openDialog('palette')}
        aria-label={t.header.search}
        className="flex h-[31px] w-[300px] min-w-[33px] items-center gap-2 overflow-hidden rounded-md border border-line bg-sunken px-[8px] text-left text-ink-2 hover:border-line-strong @max-[1000px]:w-[33px]"
      >
        <Search size={15} strokeWidth={1.8} aria-hidden className="shrink-0" />
        <span className="min-w-0 flex-1 truncate @max-[1000px]:hidden">{t.header.search}</span>
        <span className="@max-[1000px]:hidden">
          <Kbd keys="mod+k" />
        </span>
      </button>
      {view === 'day' ? (
        <>
          <Button onClick={whatIf}>{d.head.whatIf}</Button>
          <Button look="primary" onClick={() => setDay({ dialog: 'breaks' })} icon={wand}>
            {d.head.breaks}
          </Button>
        </>
      ) : (
        <Button look="primary" onClick={() => setDay({ dialog: 'plan' })} icon={wand}>
          {d.head.plan}
        </Button>
      )}
    </div>
  );
}
