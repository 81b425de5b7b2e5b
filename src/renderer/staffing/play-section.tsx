import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { LoaderCircle, RotateCw } from 'lucide-react';
import { useRef } from 'react';
import type { Simulation, StaffedStream, StaffingSettings } from '../../contract/index.ts';
import { messageOf } from '../app/errors.ts';
import { orpc } from '../client/client.ts';
import { sw } from '../strings/en-staffing.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { FanByClock, LevelFan } from './fan-chart.tsx';
import { canPlay, dayToPlay, runs } from './simulate.ts';
import { setStaffing, useStaffing } from './staffing-store.ts';
import { useTabActions } from './tab-actions.ts';
import { Figures, FigureTable } from '../ui/table.tsx';
import { useDay, useStaffedDay } from './use-day.ts';

const w = sw.whatIf.play;

function Table({ played }: { readonly played: Simulation }) {
  const rows = [
    [w.level, played.serviceLevel, sw.percent],
    [w.asa, played.asaSeconds, sw.wait],
    [w.occupancy, played.occupancy, sw.percent],
    [w.abandoned, played.abandoned, sw.decimal],
    [w.calls, played.calls, sw.decimal],
  ] as const;
  return (
    <FigureTable
      label={w.table}
      columns={[
        { label: w.figure },
        { label: w.mean, right: true },
        { label: w.low, right: true },
        { label: w.middle, right: true },
        { label: w.high, right: true },
      ]}
      lines={rows.map(([label, fan, said]) => ({
        key: label,
        cells: [label, said(fan.mean), said(fan.p10), said(fan.p50), said(fan.p90)],
      }))}
    />
  );
}

type PlayedProps = { readonly staffed: StaffedStream; readonly settings: StaffingSettings };

function Played({ staffed, settings }: PlayedProps) {
  const { zone } = useDay();
  const seed = useStaffing((state) => state.seed);
  const { intervalMinutes, shrinkage } = settings;
  const input = dayToPlay(staffed, { intervalMinutes, shrinkage, seed });
  const options = orpc.staffing.simulate.queryOptions({
    input: input ?? { intervals: [], intervalMinutes, ahtSeconds: 1 },
    enabled: input !== null,
  });
  const { data, error, isFetching } = useQuery({ ...options, placeholderData: keepPreviousData });
  if (input === null) return <p className="text-ink-2">{w.nothing}</p>;
  if (error !== null) return <p className="text-late">{messageOf(error)}</p>;
  if (data === undefined)
    return (
      <p role="status" className="flex items-center gap-2 text-ink-2">
        <LoaderCircle size={14} aria-hidden className="animate-spin" /> {w.running}
      </p>
    );
  const { serviceLevel } = data;
  return (
    <div aria-busy={isFetching} className="flex flex-col gap-1">
      <p role="status">{w.reads(serviceLevel.p10, serviceLevel.p50, serviceLevel.p90, staffed.serviceLevel)}</p>
      <LevelFan fan={serviceLevel} formula={staffed.serviceLevel} target={staffed.stream.target.share} />
      <p className="mt-2 text-small text-ink-2">{w.byClock}</p>
      <FanByClock played={data.intervals} staffed={staffed} stepMs={intervalMinutes * 60_000} zone={zone} />
      <p className="text-small text-ink-2">{w.seed(seed)}</p>
      <Figures label={w.table}>
        <Table played={data} />
      </Figures>
    </div>
  );
}

/** The planned day played many times: the fan of outcomes beside the figure of the formula. */
export function PlaySection({ settings }: { readonly settings: StaffingSettings }) {
  const { date, today } = useDay();
  const played = useStaffing((state) => state.played);
  const seed = useStaffing((state) => state.seed);
  const { data } = useStaffedDay(date, today);
  const section = useRef<HTMLElement>(null);
  const streams = (data?.streams ?? []).filter(canPlay);
  const chosen = streams.find(({ stream }) => stream.id === played?.streamId) ?? streams[0];
  const run = (): void => {
    if (chosen === undefined) return;
    setStaffing({ played: { streamId: chosen.stream.id } });
    section.current?.scrollIntoView({ block: 'start' });
  };
  const again = (): void => setStaffing({ seed: seed + 1 });
  useTabActions({ run, ...(played !== null && { again }) });
  return (
    <section ref={section} aria-label={w.title} className="flex min-h-[380px] flex-col gap-2 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="flex-1 text-title font-bold">{w.title}</h2>
        {chosen !== undefined && streams.length > 1 && (
          <Segmented
            label={w.stream}
            segments={streams.map(({ stream }) => ({ value: stream.id, label: stream.name }))}
            value={chosen.stream.id}
            onChange={(streamId) => setStaffing({ played: { streamId } })}
          />
        )}
        {played !== null && chosen !== undefined && (
          <Button small onClick={again} icon={<RotateCw size={13} aria-hidden />}>
            {w.again} <Kbd keys="r" />
          </Button>
        )}
      </div>
      <p className="text-small text-ink-2">{w.how(runs)}</p>
      {chosen === undefined && data !== undefined && <p className="text-ink-2">{w.onlyMail}</p>}
      {played !== null && chosen !== undefined && <Played staffed={chosen} settings={settings} />}
    </section>
  );
}
