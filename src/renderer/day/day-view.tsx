import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { DeskShift, Person } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { goTo } from '../app/window-store.ts';
import { orpc } from '../client/client.ts';
import { useNames } from '../client/use-desk.ts';
import { d } from '../strings/en-day.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { DayBoard } from './day-board.tsx';
import { useShownDay, type Under } from './day-handle.ts';
import { useTitle } from './day-header.tsx';
import { useDay } from './day-store.ts';
import { hoursOf } from './geometry.ts';
import { Hints } from './hints.tsx';
import { lanesOf } from './lanes.ts';
import { SidePanel } from './side-panel.tsx';
import { isBusy } from './strip-figures.ts';
import { chosenIds, skillOf, skillStrip, streamStrip, waitingStrip, type Strip } from './strips.ts';
import { useDate, useOnShift, useStaffing, type useRange, usePanelOpen } from './use-day-data.ts';
import { shiftWords, spotWords } from './words.ts';

type Range = ReturnType<typeof useRange>;
type RangeData = NonNullable<Range['asked']['data']>;

/** Strips of the streams and skills that are chosen, in that order. */
function useStrips(range: RangeData, shifts: readonly DeskShift[], people: readonly Person[]): readonly Strip[] {
  const { date, today, zone } = useDate();
  const { data: staffing, isPending } = useStaffing(date, today);
  const chosen = useDay((state) => state.streamIds);
  const rules = useQuery(orpc.roster.rules.queryOptions()).data;
  return useMemo(() => {
    const intervalMinutes = staffing?.intervalMinutes ?? 30;
    const streams = staffing?.streams ?? [];
    if (isPending) return (chosen ?? ['first']).map(waitingStrip);
    return chosenIds(chosen, streams).flatMap((id): Strip[] => {
      const skill = skillOf(id);
      if (skill !== null) {
        const { startAt, endAt } = range;
        const cover = rules?.cover ?? [];
        const day = { date, zone, startAt, endAt, intervalMinutes, people, shifts, rules: cover };
        return [skillStrip(day, skill)];
      }
      const found = streams.find(({ stream }) => stream.id === id);
      return found === undefined ? [] : [streamStrip(found, intervalMinutes * 60_000)];
    });
  }, [staffing, isPending, chosen, range, date, zone, people, shifts, rules]);
}

function useStates(today: boolean): ReadonlyMap<string, string> {
  const asked = useOnShift().data;
  return useMemo(
    () =>
      new Map(
        today
          ? (asked?.people ?? []).flatMap(({ personId, state }) =>
              state === null ? [] : [[personId, d.state[state]] as const],
            )
          : [],
      ),
    [asked, today],
  );
}

function useUnderWords(zone: string, names: ReadonlyMap<string, string>): { words: string; spot: Under | null } {
  const handle = useShownDay((state) => state.handle);
  const spot = handle?.under() ?? null;
  if (spot === null) return { words: '', spot };
  if (spot.words !== undefined) return { words: spot.words, spot };
  const who = spot.personId === null ? '' : (names.get(spot.personId) ?? '');
  const what =
    spot.shift === null
      ? d.board.noShift
      : spot.piece === null
        ? shiftWords(spot.shift, zone, names)
        : spotWords({ shift: spot.shift, piece: spot.piece, key: '' }, zone, names);
  const words = who === '' && spot.shift === null ? '' : [who === '' ? d.board.open : who, what].join(': ');
  return { words, spot };
}

function UnderHints({ zone, names }: { readonly zone: string; readonly names: ReadonlyMap<string, string> }) {
  const { words, spot } = useUnderWords(zone, names);
  return (
    <Hints
      words={words}
      on={spot?.words !== undefined || words === '' ? 'strip' : spot?.shift == null ? 'empty' : 'shift'}
    />
  );
}

type Props = {
  readonly data: RangeData;
  readonly shifts: readonly DeskShift[];
  readonly people: readonly Person[];
};

/** The day: the board, and beside it what to do about it. */
export function DayView({ data, shifts, people }: Props) {
  const { zone, today, date } = useDate();
  const { people: names } = useNames();
  const title = useTitle();
  const filter = useDay((state) => state.filter);
  const panelOpen = usePanelOpen();
  const staffing = useStaffing(date, today);
  const strips = useStrips(data, shifts, people);
  const states = useStates(date === today);
  const lanes = useMemo(() => {
    const { startAt, endAt, timeOff, attendance } = data;
    return lanesOf(people, { shifts, timeOff, attendance }, { startAt, endAt }, filter);
  }, [people, shifts, data, filter]);
  const hours = useMemo(() => {
    const step = strips[0]?.stepMs ?? 0;
    const busy = strips.flatMap(({ bars }) =>
      bars
        .filter(({ interval }) => isBusy(interval))
        .map(({ interval }) => ({ startAt: interval.at, endAt: interval.at + step })),
    );
    const held = [...lanes.open, ...lanes.staffed].flatMap((lane) => lane.shifts);
    return hoursOf(date, zone, [...busy, ...held]);
  }, [strips, lanes, date, zone]);
  const shown = lanes.staffed.length + lanes.free.length;
  const all = people.filter(({ active }) => active).length;
  const isToday = date === today;
  return (
    <div className="flex min-h-0 flex-1">
      <main className="flex min-w-0 flex-1 flex-col">
        {all === 0 ? (
          <Empty title={d.board.empty} actions={<Button onClick={() => goTo('roster')}>{d.board.toRoster}</Button>}>
            {d.board.emptyHow}
          </Empty>
        ) : (
          <>
            {staffing.error !== null && (
              <p className="border-b border-line bg-canvas px-4 py-1 text-small text-ink-2">
                {d.strip.failed}: {messageOf(staffing.error)}
              </p>
            )}
            <DayBoard
              date={date}
              label={d.board.label(title)}
              zone={zone}
              today={isToday}
              hours={hours}
              lanes={lanes}
              strips={strips}
              names={names}
              states={states}
              headWords={d.board.shown(all, shown)}
            />
            <UnderHints zone={zone} names={names} />
          </>
        )}
      </main>
      {panelOpen && (
        <SidePanel
          date={date}
          from={date}
          days={1}
          zone={zone}
          today={isToday}
          reforecast={staffing.data?.reforecast ?? null}
          requests={data.requests}
          timeOff={data.timeOff}
          names={names}
        />
      )}
    </div>
  );
}
