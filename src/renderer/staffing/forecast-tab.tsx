import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { ForecastEvent, StaffedStream, Stream } from '../../contract/index.ts';
import { goTo } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { addDays } from '../day/geometry.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { clockTime } from '../ui/format.ts';
import { Segmented } from '../ui/segmented.tsx';
import { BackTest } from './backtest.tsx';
import { Events } from './events.tsx';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { dayName, dayWords, OutlookChart } from './outlook-chart.tsx';
import { busyPart, outlookDays, type OutlookDay } from './outlook-days.ts';
import { ProfileChart } from './profile-chart.tsx';
import { horizons, setStaffing, showDate, useStaffing, type Horizon } from './staffing-store.ts';
import { StreamSwitch } from './stream-switch.tsx';
import { useTabActions } from './tab-actions.ts';
import { Figures, FigureTable } from '../ui/table.tsx';
import { stageOf, useFirstFocus } from '../app/use-focus.ts';
import { useDay, useSettings, useStaffedDay } from './use-day.ts';

const w = sw.forecast;
const none: readonly ForecastEvent[] = [];

/** As far back as it is looked ahead, and four weeks at least. */
const backDays = (horizon: Horizon): number => Math.max(28, horizon);

function Bar({ streams, stream }: { readonly streams: readonly Stream[]; readonly stream: Stream }) {
  const horizon = useStaffing((state) => state.horizon);
  const set = (next: Horizon): void => setStaffing({ horizon: next });
  useTabActions({ span: () => set(horizons[(horizons.indexOf(horizon) + 1) % horizons.length] ?? 14) });
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 min-h-[43px] border-b border-line px-4 py-2">
      <StreamSwitch streams={streams} value={stream.id} />
      <span className="flex-1" />
      <Segmented
        label={w.horizon}
        segments={horizons.map((value) => ({ value: String(value), label: w.days(value) }))}
        value={String(horizon)}
        onChange={(next) => set(horizons.find((each) => String(each) === next) ?? 14)}
      />
    </div>
  );
}

function DayTable({ days }: { readonly days: readonly OutlookDay[] }) {
  return (
    <FigureTable
      label={w.perDayTable}
      columns={[
        { label: w.columns.date },
        { label: w.columns.came, right: true },
        { label: w.columns.forecast, right: true },
        { label: w.columns.band, right: true },
        { label: w.columns.hours, right: true },
        { label: w.columns.event },
      ]}
      lines={days.map(({ date, came, ahead, event }) => ({
        key: date,
        cells: [
          dayName(date),
          came === null ? sw.none : sw.decimal(came),
          ahead === null ? sw.none : sw.decimal(ahead.value),
          ahead === null ? sw.none : w.within(ahead.low, ahead.high),
          ahead === null ? sw.none : sw.decimal(ahead.hours),
          event === null ? '' : `${event.name}, ${w.events.share(event.factor)}`,
        ],
      }))}
    />
  );
}

function ProfileTable({ staffed, zone }: { readonly staffed: StaffedStream; readonly zone: string }) {
  const share = (value: number | null): string => (value === null ? sw.none : sw.percent(value));
  return (
    <FigureTable
      label={w.profileTable}
      columns={[
        { label: w.columns.time },
        { label: w.columns.came, right: true },
        { label: w.columns.forecast, right: true },
        { label: w.columns.band, right: true },
        { label: w.columns.required, right: true },
        { label: w.columns.scheduled, right: true },
        { label: w.columns.level, right: true },
      ]}
      lines={busyPart(staffed.intervals).map((one) => ({
        key: String(one.at),
        cells: [
          clockTime(one.at, zone),
          one.actual === null ? sw.none : sw.decimal(one.actual),
          sw.decimal(one.forecast),
          w.within(one.low, one.high),
          sw.decimal(one.required),
          sw.decimal(one.scheduled),
          share(one.serviceLevel),
        ],
      }))}
    />
  );
}

function Profile({ streamId }: { readonly streamId: string }) {
  const { zone, today, date } = useDay();
  const asked = useStaffedDay(date, today);
  const { data } = asked;
  const staffed = data?.streams.find(({ stream }) => stream.id === streamId);
  if (data === undefined || staffed === undefined) return <NotRead asked={asked} />;
  const busy = busyPart(staffed.intervals);
  return (
    <section aria-label={w.profile(dayName(date))} className={data.date === date ? '' : 'opacity-60'}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-title font-bold">{w.profile(dayName(date))}</h2>
        {date === today && data.reforecast !== null && (
          <span className="text-small text-ink-2">{w.reforecast(data.reforecast)}</span>
        )}
      </div>
      {busy.length === 0 ? (
        <p className="py-6 text-ink-2">{w.profileEmpty}</p>
      ) : (
        <>
          <ProfileChart intervals={busy} stepMs={data.intervalMinutes * 60_000} zone={zone} />
          <Figures label={w.profileTable}>
            <ProfileTable staffed={staffed} zone={zone} />
          </Figures>
        </>
      )}
    </section>
  );
}

function Missing({ why }: { readonly why: string }) {
  return (
    <Empty
      title={w.missing}
      icon={<ChartNoAxesColumn size={28} strokeWidth={1.4} aria-hidden />}
      actions={<Button onClick={() => goTo('import')}>{w.toImport}</Button>}
    >
      {why} {w.missingHow}
    </Empty>
  );
}

type BodyProps = { readonly stream: Stream; readonly minutes: number };

function useOutlook(streamId: string, enabled = true) {
  const horizon = useStaffing((state) => state.horizon);
  return useQuery({
    ...orpc.staffing.outlook.queryOptions({ input: { streamId, days: horizon }, enabled }),
    placeholderData: keepPreviousData,
  });
}

function Chart({ stream, days }: { readonly stream: Stream; readonly days: readonly OutlookDay[] }) {
  const { date } = useDay();
  const chosen = days.findIndex((day) => day.date === date);
  const day = days[chosen];
  const choose = (index: number): void => {
    const next = days[index];
    if (next !== undefined) showDate(next.date);
  };
  return (
    <section aria-label={w.perDay}>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-title font-bold">{w.perDay}</h2>
        <span className="text-small text-ink-2 tabular-nums">{day === undefined ? '' : dayWords(day)}</span>
      </div>
      <OutlookChart label={w.chart(stream.name)} days={days} chosen={chosen} onChoose={choose} />
      <Figures label={w.perDayTable}>
        <DayTable days={days} />
      </Figures>
    </section>
  );
}

function Body({ stream, minutes }: BodyProps) {
  const { today } = useDay();
  const horizon = useStaffing((state) => state.horizon);
  // A new uncommon day is offered for the day chosen, else for tomorrow.
  const ahead = useStaffing((state) => state.date) ?? addDays(today, 1);
  const asked = useOutlook(stream.id);
  const events = useQuery(orpc.staffing.events.queryOptions()).data?.events ?? none;
  const { data } = asked;
  const days = useMemo(
    () => (data === undefined ? [] : outlookDays(data, events, backDays(horizon))),
    [data, events, horizon],
  );
  if (data === undefined) return <NotRead asked={asked} />;
  const drawn = days.length > 0 && (data.forecast !== null || days.some(({ came }) => (came ?? 0) > 0));
  return (
    <div className="@container min-h-0 flex-1 overflow-y-auto">
      <div className="flex gap-6 px-4 py-4 @max-[860px]:flex-col">
        <div className="flex min-w-0 flex-1 flex-col gap-6">
          {data.missing !== null && <Missing why={data.missing} />}
          {drawn && <Chart stream={stream} days={days} />}
          {data.forecast !== null && <Profile streamId={stream.id} />}
        </div>
        <div className="flex w-[330px] shrink-0 flex-col gap-6 @max-[860px]:w-full">
          {data.forecast !== null && <BackTest forecast={data.forecast} minutes={minutes} />}
          <Events events={events} date={ahead} today={today} />
        </div>
      </div>
    </div>
  );
}

/** What comes: history and forecast per day, a day by the clock, how far off the models were, and uncommon days. */
export function ForecastTab() {
  const settings = useSettings();
  const streamId = useStaffing((state) => state.streamId);
  const box = useRef<HTMLDivElement>(null);
  const { date } = useDay();
  useTabActions({
    before: () => showDate(addDays(date, -1)),
    after: () => showDate(addDays(date, 1)),
    today: () => showDate(null),
  });
  const streams = settings.data?.streams ?? [];
  const stream = streams.find(({ id }) => id === streamId) ?? streams[0];
  const { data } = useOutlook(stream?.id ?? '', stream !== undefined);
  useFirstFocus(box, stageOf(data?.days.length));
  if (settings.data === undefined || stream === undefined) return <NotRead asked={settings} />;
  return (
    <section aria-label={w.label} ref={box} className="flex min-h-0 flex-1 flex-col">
      <Bar streams={streams} stream={stream} />
      <Body stream={stream} minutes={settings.data.intervalMinutes} />
      <Hints
        hints={[
          [', / .', w.hints.day],
          ['[ / ]', w.hints.stream],
          ['v', w.hints.span],
          ['n', w.hints.add],
        ]}
      />
    </section>
  );
}
