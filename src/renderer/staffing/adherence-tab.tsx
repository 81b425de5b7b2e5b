import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { UserCheck } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { AgentStateEntry, DeskShift, Excuse } from '../../contract/index.ts';
import { command } from '../app/actions.ts';
import { goTo } from '../app/window-store.ts';
import { client, orpc } from '../client/client.ts';
import { usePeople } from '../client/use-desk.ts';
import { addDays, overlaps } from '../day/geometry.ts';

import { sw } from '../strings/en-staffing.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { AdherencePeople, type PersonRow } from './adherence-people.tsx';
import { AdherenceStrip } from './adherence-strip.tsx';
import { DateBar } from './date-bar.tsx';
import { ExcuseDialog, type Excusing } from './excuse-dialog.tsx';
import { dayLanes, joined, longOnes, type Deviation } from './lanes.ts';
import { NotRead } from '../ui/not-read.tsx';
import { Hints } from '../ui/hints.tsx';
import { Deviations, Lanes } from './person-lanes.tsx';
import { openRosterFiles } from './open-files.ts';
import { ranges, setStaffing, useStaffing, type Range } from './staffing-store.ts';
import { StateDialog } from './state-dialog.tsx';
import { useTabActions } from './tab-actions.ts';
import { FigureTable } from '../ui/table.tsx';
import { useBefore } from './use-before.ts';
import { useDay } from './use-day.ts';
import { stageOf, useFirstFocus } from '../app/use-focus.ts';

const w = sw.adherence;
const everyMinute = 60_000;
const noStates: readonly AgentStateEntry[] = [];
const noExcuses: readonly Excuse[] = [];
const noShifts: readonly DeskShift[] = [];

/** The days that end on the day of the screen. */
function useRange() {
  const { zone, today, date } = useDay();
  const range = useStaffing((state) => state.range);
  return { zone, today, from: addDays(date, 1 - range), days: range };
}

function useAdherence() {
  const { zone, today, from, days } = useRange();
  const live = addDays(from, days - 1) === today;
  const fresh = {
    placeholderData: keepPreviousData,
    refetchInterval: live ? everyMinute : (false as const),
  };
  const minutes = days === 1 ? 15 : 1440;
  const input = { from, days };
  const report = useQuery({
    ...orpc.roster.adherenceReport.queryOptions({ input: { ...input, intervalMinutes: minutes } }),
    ...fresh,
  });
  const log = useQuery({ ...orpc.roster.states.queryOptions({ input }), placeholderData: keepPreviousData });
  const roster = useQuery({ ...orpc.roster.range.queryOptions({ input }), placeholderData: keepPreviousData });
  return { zone, from, days, live, minutes, report, log, roster };
}

function useRows({ report, log }: ReturnType<typeof useAdherence>, now: number) {
  const states = log.data?.states ?? noStates;
  const noLog = log.data !== undefined && states.length === 0;
  const people = usePeople();
  return useMemo(() => {
    const known = new Map(people.map((person) => [person.id, person]));
    const doing = new Map(
      states
        // In order: of two that touch this minute, the later one counts.
        .filter(({ endAt }) => endAt === null || endAt > now)
        .map(({ personId, state }) => [personId, state]),
    );
    return (report.data?.people ?? [])
      .map((person): PersonRow => {
        // Without any log nothing is compared, and nobody has missed anything.
        const all = noLog ? [] : joined(person.deviations);
        const deviations = longOnes(all);
        return {
          ...person,
          ...(noLog && { adherence: null, conformance: null }),
          deviations: [...deviations],
          shortOnes: all.length - deviations.length,
          name: known.get(person.personId)?.name ?? '…',
          team: known.get(person.personId)?.team ?? null,
          state: doing.get(person.personId) ?? null,
        };
      })
      .toSorted((a, b) => a.name.localeCompare(b.name));
  }, [people, report.data, states, noLog, now]);
}

function Bar() {
  const range = useStaffing((state) => state.range);
  const set = (next: Range): void => setStaffing({ range: next, deviationAt: null });
  useTabActions({ span: () => set(ranges[(ranges.indexOf(range) + 1) % ranges.length] ?? 1) });
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 min-h-[43px] border-b border-line px-4 py-2">
      <DateBar />
      <span className="flex-1" />
      <Segmented
        label={w.range}
        segments={ranges.map((value) => ({ value: String(value), label: w.ranges[value] }))}
        value={String(range)}
        onChange={(next) => set(ranges.find((each) => String(each) === next) ?? 1)}
      />
    </div>
  );
}

type Read = ReturnType<typeof useAdherence>;

/** Figures of everybody, by team where there are several, and by interval. */
function Summary({ read }: { readonly read: Read }) {
  const { report, minutes, zone } = read;
  if (report.data === undefined) return null;
  const { all, teams, intervals } = report.data;
  const line = (name: string, of: typeof all) => [
    name,
    w.share(of.adherence),
    w.share(of.conformance),
    w.of(of.adherentMinutes, of.scheduledMinutes),
  ];
  return (
    <div className="px-4 py-3">
      <div className="flex gap-6 @max-[700px]:flex-col">
        <div className="w-[400px] shrink-0 @max-[700px]:w-full">
          <FigureTable
            label={w.teams}
            columns={[
              { label: w.team },
              { label: w.adherence, right: true, title: w.about },
              { label: w.conformance, right: true, title: w.about },
              { label: w.adherentOf, right: true },
            ]}
            lines={[
              { key: '', marked: true, cells: line(w.all, all) },
              ...teams.map(({ team, ...of }) => ({ key: team, cells: line(team, of) })),
            ]}
          />
        </div>
        <section aria-label={minutes === 1440 ? w.stripDays : w.strip} className="min-w-0 flex-1">
          <AdherenceStrip intervals={intervals} minutes={minutes} zone={zone} />
        </section>
      </div>
    </div>
  );
}

function NoLog() {
  return (
    <div className="m-4 flex items-center gap-3 rounded-md border border-line bg-canvas px-3 py-2">
      <span className="min-w-0 flex-1">{w.noLogShort}</span>
      <Button small onClick={openRosterFiles}>
        {w.toFiles}
      </Button>
    </div>
  );
}

type DetailProps = {
  readonly row: PersonRow;
  readonly read: Read;
  readonly deviation: Deviation | null;
  readonly excuseOf: (deviation: Deviation) => Excuse | null;
  readonly onExcuse: () => void;
  readonly onTakeBack: () => void;
};

/** Planned and done of one person side by side, and the deviations between them. */
function Detail({ row, read, deviation, excuseOf, onExcuse, onTakeBack }: DetailProps) {
  const now = useMinute();
  const { zone, from, days, log, roster } = read;
  const lanes = useMemo(
    () =>
      dayLanes(
        {
          personId: row.personId,
          shifts: roster.data?.shifts ?? noShifts,
          states: log.data?.states ?? noStates,
          deviations: row.deviations,
          now,
        },
        from,
        days,
        zone,
      ),
    [row, roster.data, log.data, from, days, zone, now],
  );
  const before = useBefore(read.report.isPlaceholderData ? null : `${row.personId} ${from} ${days}`, row.adherence);
  return (
    <section
      aria-label={w.lanes(row.name)}
      className="@container flex max-h-[44%] shrink-0 flex-col gap-2 overflow-y-auto border-t border-line bg-surface px-4 py-3"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-title font-bold" dir="auto">
          {row.name}
        </h2>
        <span className="text-small text-ink-2">{row.team}</span>
        <span className="font-semibold tabular-nums">
          {w.adherence} {w.share(row.adherence)}
        </span>
        <span role="status" className="text-small text-ink-2 tabular-nums">
          {before === undefined ? w.recomputed : w.was(before, row.adherence)}
        </span>
      </div>
      <div className="flex gap-6 @max-[760px]:flex-col">
        <Lanes days={lanes} zone={zone} at={deviation?.startAt ?? null} />
        <div className="w-[400px] shrink-0 @max-[760px]:w-full">
          {log.data?.states.length === 0 ? (
            <p className="text-small text-ink-2">{w.noLogShort}</p>
          ) : (
            <Deviations
              deviations={row.deviations}
              at={deviation?.startAt ?? null}
              zone={zone}
              several={days > 1}
              shortOnes={row.shortOnes}
              reasonOf={(each) => excuseOf(each)?.reason ?? null}
              onExcuse={onExcuse}
              onTakeBack={onTakeBack}
            />
          )}
        </div>
      </div>
    </section>
  );
}

function Nobody() {
  return (
    <Empty
      title={w.nobody}
      icon={<UserCheck size={28} strokeWidth={1.4} aria-hidden />}
      actions={
        <>
          <Button onClick={openRosterFiles}>{w.toFiles}</Button>
          <Button onClick={() => goTo('day')}>{w.toDay}</Button>
        </>
      }
    >
      {w.nobodyHow}
    </Empty>
  );
}

/** The deviation under the cursor of somebody, and the excuse that covers one. */
function useDeviations(row: PersonRow | undefined, excuses: readonly Excuse[]) {
  const deviationAt = useStaffing((state) => state.deviationAt) ?? -Infinity;
  const deviations = row?.deviations ?? [];
  const place = Math.max(
    0,
    deviations.findLastIndex(({ startAt }) => startAt <= deviationAt),
  );
  const deviation = deviations[place] ?? null;
  const across = (by: 1 | -1): void =>
    setStaffing({ deviationAt: deviations[Math.min(Math.max(place + by, 0), deviations.length - 1)]?.startAt ?? null });
  const excuseOf = (each: Deviation): Excuse | null =>
    excuses.find((one) => one.personId === row?.personId && overlaps(one, each)) ?? null;
  return { deviation, across, excuseOf };
}

function Body({ read }: { readonly read: Read }) {
  const personId = useStaffing((state) => state.personId);
  const now = useMinute();
  const rows = useRows(read, now);
  const [excusing, setExcusing] = useState<Excusing | null>(null);
  const [stating, setStating] = useState<{ id: string; name: string } | null>(null);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.personId === personId),
  );
  const row = rows[at];
  const { deviation, across, excuseOf } = useDeviations(row, read.log.data?.excuses ?? noExcuses);
  const excuse = (): void => {
    if (row === undefined || deviation === null) return;
    const { startAt, endAt } = deviation;
    setStaffing({ deviationAt: startAt });
    setExcusing({ personId: row.personId, name: row.name, startAt, endAt });
  };
  const takeBack = (): void => {
    const found = deviation === null ? null : excuseOf(deviation);
    if (found !== null) void command(client.roster.excuseRemove({ id: found.id }));
  };
  useTabActions({
    ...(row !== undefined && { state: () => setStating({ id: row.personId, name: row.name }) }),
    ...(deviation?.excused === false && { edit: excuse }),
    ...(deviation?.excused === true && { takeBack }),
  });
  if (read.report.data === undefined) return <NotRead asked={read.report} />;
  if (row === undefined) return <Nobody />;
  const noLog = read.log.data?.states.length === 0;
  return (
    <>
      <div className="@container min-h-0 flex-1 overflow-y-auto">
        {noLog ? <NoLog /> : <Summary read={read} />}
        <AdherencePeople rows={rows} at={at} live={read.live} onAcross={across} />
      </div>
      <Detail row={row} read={read} deviation={deviation} excuseOf={excuseOf} onExcuse={excuse} onTakeBack={takeBack} />
      <ExcuseDialog excusing={excusing} zone={read.zone} onClose={() => setExcusing(null)} />
      <StateDialog person={stating} onClose={() => setStating(null)} />
    </>
  );
}

/** Who did what was planned, and when not; stretches that are excused, and states said by key. */
export function AdherenceTab() {
  const read = useAdherence();
  const box = useRef<HTMLDivElement>(null);
  useFirstFocus(box, stageOf(read.report.data?.people.length));
  return (
    <section aria-label={w.label} ref={box} className="flex min-h-0 flex-1 flex-col">
      <Bar />
      <Body read={read} />
      <Hints
        hints={[
          ['arrowup / arrowdown', w.hints.people],
          ['arrowleft / arrowright', w.hints.deviations],
          ['e', w.hints.excuse],
          ['b', w.hints.takeBack],
          ['s', w.hints.state],
          ['v', w.hints.span],
        ]}
      />
    </section>
  );
}
