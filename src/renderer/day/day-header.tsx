import { CalendarDays, ChevronLeft, ChevronRight, Search, WandSparkles } from 'lucide-react';
import { openDialog } from '../app/window-store.ts';
import { d } from '../strings/en-day.ts';
import { t } from '../strings/en.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { dayStart } from '../ui/days.ts';
import { longDay, shortDate } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { publish, revert, showDate, stepDate, whatIf } from './day-actions.ts';
import { setDay, useDay } from './day-store.ts';
import { addDays, clamp } from './geometry.ts';
import { useDays } from './use-day-data.ts';

/** `Tuesday 24 November`, or `23 Nov to 29 Nov`. */
export function useTitle(): string {
  const { zone, date, from, days } = useDays();
  const at = (day: string): number => dayStart(day, zone);
  if (days === 1) return longDay(at(date), zone);
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
        {d.head.publish} <Kbd keys="shift+p" />
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
  const title = useTitle();
  const wand = <WandSparkles size={15} strokeWidth={1.8} aria-hidden />;
  return (
    <div className="mt-[3px] flex h-[44px] items-center gap-[10px] px-4">
      <h1 className="min-w-0 truncate text-head font-bold">{title}</h1>
      <Dates />
      <Badge unpublished={unpublished} shifts={shifts} />
      <span className="flex-1" />
      <button
        type="button"
        onClick={() => openDialog('palette')}
        style={{ flexBasis: clamp(300, 44, 300) }}
        className="flex h-[31px] min-w-[44px] shrink items-center gap-2 overflow-hidden rounded-md border border-line bg-sunken px-[10px] text-left text-ink-2 hover:border-line-strong"
      >
        <Search size={15} strokeWidth={1.8} aria-hidden className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">{t.header.search}</span>
        <Kbd keys="mod+k" />
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
