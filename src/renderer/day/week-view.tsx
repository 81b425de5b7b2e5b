import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { DeskShift, Person, ShiftRequest, TimeOff } from '../../contract/index.ts';
import { paidMinutes } from '../../domain/roster/shift.ts';
import { goTo } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { useInfo, useNames } from '../client/use-desk.ts';
import { d } from '../strings/en-day.ts';
import { locale } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { dayOf, dayStart } from '../ui/days.ts';
import { Empty } from '../ui/empty.tsx';
import { longDay, shortDate } from '../ui/format.ts';
import { useShownDay } from './day-handle.ts';
import { useDay } from './day-store.ts';
import { Hints } from './hints.tsx';
import { fits } from './lanes.ts';
import { SidePanel } from './side-panel.tsx';
import { hoursOfDay } from './strip-figures.ts';
import { useDays, usePanelOpen } from './use-day-data.ts';
import { datesFrom, weekRows } from './week-cells.ts';
import { WeekGrid, type DaySum } from './week-grid.tsx';
import { WeekSheet } from './week-sheet.tsx';
import { shiftWords } from './words.ts';

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const heads = {
  week: new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(locale, { weekday: 'narrow', day: 'numeric', timeZone: 'UTC' }),
};

const outlookDays = 56;
const noDates: readonly string[] = [];

/** Hours required on each day of a week, by the staffing of its days. */
function useWeekRequired(dates: readonly string[]): ReadonlyMap<string, number> {
  const asked = useQueries({
    queries: dates.map((date) => orpc.staffing.day.queryOptions({ input: { date } })),
  });
  const known = asked.flatMap(({ data }) => {
    const streams = data?.streams.filter(({ missing }) => missing === null) ?? [];
    if (data === undefined || streams.length === 0) return [];
    const sum = streams.reduce((all, { intervals }) => all + hoursOfDay(intervals, data.intervalMinutes).required, 0);
    return [[data.date, sum] as const];
  });
  return new Map(known);
}

/** The same of days to come, by the outlook of each stream: of past days it says nothing. */
function useOutlookRequired(wanted: boolean): ReadonlyMap<string, number> {
  const streams = useQuery({ ...orpc.staffing.settings.queryOptions(), enabled: wanted }).data?.streams ?? [];
  const asked = useQueries({
    queries: (wanted ? streams : []).map(({ id }) =>
      orpc.staffing.outlook.queryOptions({ input: { streamId: id, days: outlookDays } }),
    ),
  });
  const sums = new Map<string, number>();
  for (const { data } of asked)
    for (const { date, requiredHours } of data?.days ?? []) sums.set(date, (sums.get(date) ?? 0) + requiredHours);
  return sums;
}

/** Hours planned and required on each day. */
function useSums(dates: readonly string[], shifts: readonly DeskShift[], zone: string): readonly DaySum[] {
  const week = dates.length <= 7;
  const ofWeek = useWeekRequired(week ? dates : noDates);
  const ofMonth = useOutlookRequired(!week);
  const required = week ? ofWeek : ofMonth;
  const minutes = new Map<string, number>();
  for (const shift of shifts) {
    const date = dayOf(shift.startAt, zone);
    if (!shift.removed) minutes.set(date, (minutes.get(date) ?? 0) + paidMinutes(shift));
  }
  return dates.map((date) => ({
    date,
    scheduled: (minutes.get(date) ?? 0) / 60,
    required: required.get(date) ?? null,
  }));
}

function CellHints({ zone, names }: { readonly zone: string; readonly names: ReadonlyMap<string, string> }) {
  const spot = useShownDay((state) => state.handle)?.under() ?? null;
  if (spot === null) return <Hints words="" on="strip" />;
  const who = spot.personId === null ? d.board.open : (names.get(spot.personId) ?? '');
  const day = longDay(dayStart(spot.date, zone), zone);
  const what = spot.shift === null ? d.week.free : shiftWords(spot.shift, zone, names);
  return <Hints words={d.week.cell(who, day, what)} on="cell" />;
}

type Props = {
  readonly shifts: readonly DeskShift[];
  readonly timeOff: readonly TimeOff[];
  readonly requests: readonly ShiftRequest[];
  readonly people: readonly Person[];
};

/** A week or four of them, and the sheet that is printed. */
export function WeekView({ shifts, timeOff, requests, people }: Props) {
  const { zone, today, from, days } = useDays();
  const { people: names } = useNames();
  const filter = useDay((state) => state.filter);
  const panelOpen = usePanelOpen();
  const desk = useInfo().data?.name ?? '';
  const dates = useMemo(() => datesFrom(from, days), [from, days]);
  const shown = useMemo(() => people.filter((person) => fits(person, filter)), [people, filter]);
  const rows = useMemo(() => weekRows(shown, { shifts, timeOff }, dates, zone), [shown, shifts, timeOff, dates, zone]);
  const sums = useSums(dates, shifts, zone);
  const format = days > 7 ? heads.month : heads.week;
  const weekday = useCallback((date: string) => format.format(utc(date)), [format]);
  const longDate = useCallback((date: string) => longDay(dayStart(date, zone), zone), [zone]);
  const title = (first: string, last: string): string =>
    d.head.week(
      shortDate(dayStart(first, zone), zone, dayStart(first, zone)),
      shortDate(dayStart(last, zone), zone, 0),
    );
  return (
    <div className="flex min-h-0 flex-1">
      <main className="flex min-w-0 flex-1 flex-col">
        {rows.length === 0 ? (
          <Empty
            title={people.length === 0 ? d.board.empty : d.board.noneFit}
            actions={<Button onClick={() => goTo('roster')}>{d.board.toRoster}</Button>}
          >
            {d.board.emptyHow}
          </Empty>
        ) : (
          <>
            <WeekGrid
              rows={rows}
              dates={dates}
              sums={sums}
              today={today}
              zone={zone}
              names={names}
              weekday={weekday}
              longDate={longDate}
              label={d.week.label(days / 7)}
            />
            <CellHints zone={zone} names={names} />
          </>
        )}
      </main>
      {panelOpen && days === 7 && (
        <SidePanel
          date={from}
          from={from}
          days={days}
          zone={zone}
          today={false}
          reforecast={null}
          requests={requests}
          timeOff={timeOff}
          names={names}
        />
      )}
      <WeekSheet
        rows={rows}
        dates={dates}
        zone={zone}
        desk={desk}
        weekday={(date) => heads.week.format(utc(date))}
        title={title}
      />
    </div>
  );
}
