import { useLayoutEffect, useRef } from 'react';
import type { Band } from '../../contract/index.ts';
import { useConnection } from '../client/carrier.ts';
import { deskTime, onTick } from '../client/clock.ts';
import { useInfo, useSummary, useZone } from '../client/use-desk.ts';
import { useOnShift } from '../day/use-day-data.ts';
import { d } from '../strings/en-day.ts';
import { number, t } from '../strings/en.ts';
import { useViews } from '../tickets/views.ts';
import { lateSpan, span } from '../tickets/countdown.ts';
import { cx } from '../ui/cx.ts';
import { clockTime, moment } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';
import { useSaving } from './saving.ts';
import { goTo, openTicket, openView } from './window-store.ts';

/** Counts down in place, like the chips: React does not render for it. */
function Countdown({ dueAt, zone }: { readonly dueAt: number; readonly zone: string }) {
  const words = useRef<HTMLSpanElement>(null);
  useLayoutEffect(
    () =>
      onTick((now) => {
        if (words.current === null) return;
        const left = dueAt - now;
        const text =
          left < 0
            ? `${t.bar2.lateBy} ${lateSpan(-left)}`
            : span(left) === null
              ? moment(dueAt, zone, now)
              : `${t.bar2.in} ${span(Math.ceil(left / 1000) * 1000) ?? ''}`;
        if (words.current.textContent !== text) words.current.textContent = text;
      }),
    [dueAt, zone],
  );
  return <span ref={words} className="font-semibold text-ink tabular-nums" />;
}

type BandProps = {
  readonly band: Band;
  readonly count: number;
  readonly tint: string;
  readonly words: string;
};

/** How many are late or at risk; opens the view that shows them, where there is one. */
function BandCount({ band, count, tint, words }: BandProps) {
  const view = useViews().find(({ filter }) => filter.band?.length === 1 && filter.band[0] === band);
  const inside = (
    <>
      <strong className={cx('font-bold tabular-nums', count > 0 ? tint : 'text-ink')}>{number(count)}</strong> {words}
    </>
  );
  if (view === undefined) return <span className="whitespace-nowrap">{inside}</span>;
  return (
    <button
      type="button"
      title={t.bar2.openView(view.name)}
      onClick={() => openView(view.id)}
      className="rounded-[3px] whitespace-nowrap hover:underline"
    >
      {inside}
    </button>
  );
}

function NextDue() {
  const next = useSummary().data?.nextDue;
  const zone = useZone();
  if (next === undefined) return null;
  if (next === null) return <span>{t.bar2.nothingDue}</span>;
  const open = (): void => {
    goTo('queues');
    openTicket(next.id);
  };
  return (
    <span className="flex items-center gap-1 whitespace-nowrap">
      {t.bar2.nextDue}
      <button
        type="button"
        onClick={open}
        title={t.metric[next.metric]}
        className="rounded-[3px] font-semibold text-ink tabular-nums hover:underline"
      >
        #{next.number}
      </button>
      <Countdown dueAt={next.dueAt} zone={zone} />
    </span>
  );
}

function Saved() {
  const connection = useConnection((state) => state.state);
  const pending = useSaving((state) => state.pending);
  const lost = connection === 'lost' || connection === 'refused';
  const words = lost
    ? t.bar2.lost
    : connection === 'connecting'
      ? t.bar2.connecting
      : pending > 0
        ? t.bar2.saving
        : t.bar2.saved;
  return (
    <span
      role="status"
      className={cx('flex items-center gap-[6px] whitespace-nowrap', lost && 'font-semibold text-late')}
    >
      <span
        aria-hidden
        className={cx('size-[6px] rounded-full', lost ? 'bg-late' : pending > 0 ? 'bg-risk' : 'bg-met')}
      />
      {words}
    </span>
  );
}

/** Who is on shift by what was published, and the next time that is short; opens the day. SPEC ROS-4. */
function OnShift() {
  const { data } = useOnShift();
  const zone = useZone();
  if (data === undefined || !data.rostered) return null;
  const { people, nextShort } = data;
  return (
    <button
      type="button"
      title={d.status.open}
      onClick={() => goTo('day')}
      className="rounded-[3px] whitespace-nowrap tabular-nums hover:underline"
    >
      {people.length === 0 ? d.status.none : d.status.onShift(people.length)}
      {nextShort !== null && (
        <>
          {', '}
          <span className="font-semibold text-late">
            {d.status.short(nextShort.short, clockTime(nextShort.at, zone))}
          </span>
        </>
      )}
    </button>
  );
}

function ZoneTime() {
  const zone = useZone();
  useMinute();
  return (
    <span className="whitespace-nowrap tabular-nums">
      {zone} {clockTime(deskTime(), zone)}
    </span>
  );
}

const fileName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

/** Always there: how many are late or at risk, what is due next, saved, which desk, what time. */
export function StatusBar() {
  const summary = useSummary().data;
  const file = useInfo().data?.file;
  return (
    <footer
      aria-label={t.bar2.label}
      className="flex h-7 shrink-0 items-center gap-5 overflow-hidden border-t border-line bg-canvas px-[14px] text-small text-ink-2"
    >
      <BandCount band="breached" count={summary?.breached ?? 0} tint="text-late" words={t.bar2.breached} />
      <BandCount band="atRisk" count={summary?.atRisk ?? 0} tint="text-risk" words={t.bar2.atRisk} />
      <NextDue />
      <span className="flex-1" />
      <Saved />
      <OnShift />
      {file !== undefined && (
        <span className="min-w-0 truncate" title={file}>
          {fileName(file)}
        </span>
      )}
      <ZoneTime />
    </footer>
  );
}
