import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Kpi, KpiDimension, KpiName, Narrow } from '../../contract/index.ts';
import { orpc, type client } from '../client/client.ts';
import { useInfo, useZone } from '../client/use-desk.ts';
import { useViewer } from '../people/viewer.ts';
import { mw } from '../strings/en-metrics.ts';
import { dayOf, dayStart } from '../ui/days.ts';
import { shortDate } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';
import { useMetrics } from './metrics-store.ts';
import { rangeOf, type RangeOf } from './range.ts';
import { plusDays } from '../roster/dates.ts';

export type Figures = Awaited<ReturnType<typeof client.metrics.figures>>;
export type FigureRow = Figures['rows'][number];
export type Told = FigureRow['figures'][number];

export type Looked = {
  readonly range: RangeOf;
  /** What the desk is asked for: agents for their own. */
  readonly input: { readonly from: string; readonly days: number; readonly within: Narrow | null };
  readonly leads: boolean;
  /** Whose figures they are, in words. */
  readonly place: string;
  readonly words: string;
  /** Whoever uses the desk is known: before that nothing is asked for, since an agent may not ask for all. */
  readonly known: boolean;
};

const noKpis: readonly Kpi[] = [];

/** Which days, of what, and for whom. */
export function useLooked(): Looked {
  const { span, own, within } = useMetrics();
  const zone = useZone();
  const now = useMinute();
  const range = rangeOf(dayOf(now, zone), span, own);
  const { id, leads } = useViewer();
  const people = useQuery(orpc.people.list.queryOptions());
  const known = useInfo().data !== undefined && (id === null || people.data !== undefined);
  const narrow: Narrow | null = leads
    ? within === null
      ? null
      : { by: within.by, key: within.key }
    : { by: 'agent', key: id ?? '' };
  const date = (day: string): string => shortDate(dayStart(day, zone), zone, now);
  const to = plusDays(range.from, range.days - 1);
  return {
    range,
    input: { from: range.from, days: range.days, within: narrow },
    leads,
    place: leads ? (within?.label ?? mw.range.all) : mw.range.onlyOwn,
    words: mw.rangeWords(range, date(range.from), date(to)),
    known,
  };
}

export function useKpis(): readonly Kpi[] {
  return useQuery(orpc.metrics.kpis.queryOptions()).data?.kpis ?? noKpis;
}

/** The figures of what is looked at, as a whole or told apart. */
export function useFigures({ input, known }: Looked, by: KpiDimension | null) {
  const against = useMetrics((state) => state.against);
  const options = orpc.metrics.figures.queryOptions({ input: { ...input, by, against } });
  // Rows of one dimension must not stand for those of another while they are read.
  return useQuery({ ...options, enabled: known, ...(by === null && { placeholderData: keepPreviousData }) });
}

export function useSeries({ input, known }: Looked, name: KpiName) {
  const options = orpc.metrics.series.queryOptions({ input: { ...input, name } });
  return useQuery({ ...options, enabled: known, placeholderData: keepPreviousData });
}

/** A backlog of an hour of the day is none: tickets come in at one hour and are solved at another. */
const isTold = (name: KpiName, within: Narrow | null): boolean => name !== 'backlog' || within?.by !== 'hour';

/** The figures that are shown, in their order, with what they are: those that the desk told. */
export function shownKpis(
  tiles: readonly KpiName[],
  kpis: readonly Kpi[],
  row: FigureRow | undefined,
  within: Narrow | null,
): readonly { readonly kpi: Kpi; readonly told: Told }[] {
  return tiles.flatMap((name) => {
    const kpi = kpis.find((each) => each.name === name);
    const told = row?.figures.find((each) => each.name === name);
    return kpi === undefined || told === undefined || !isTold(name, within) ? [] : [{ kpi, told }];
  });
}
