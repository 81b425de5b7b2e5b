import type { Kpi } from '../../contract/index.ts';
import { bandPath, linePath, scaleFor } from '../ui/scale.ts';
import type { client } from '../client/client.ts';

export type Series = Awaited<ReturnType<typeof client.metrics.series>>;
type Day = Series['days'][number];

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
type Point = readonly [x: number, y: number];
export type Drawn = {
  readonly line: string;
  readonly bands: readonly string[];
  readonly centre: number | null;
  readonly target: number | null;
  readonly signals: readonly { readonly at: Point; readonly kind: 'beyond' | 'run' }[];
  /** Days that stand alone between days without anything: no line shows them. */
  readonly lone: readonly Point[];
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly x: (index: number) => number;
};

/** Shares are drawn in per cent: scales are of whole numbers. */
const inUnit = (kind: Kpi['kind'], value: number): number => (kind === 'share' ? 100 * value : value);

/** Parts of a row without what is null. */
function runsOf<T>(all: readonly (T | null)[]): readonly (readonly T[])[] {
  const runs: T[][] = [[]];
  for (const each of all) {
    if (each === null) runs.push([]);
    else runs.at(-1)?.push(each);
  }
  return runs.filter((run) => run.length > 0);
}

const valueOf = ({ figure }: Day): number | null => figure.value;

type Scale = { readonly bottom?: number; readonly top: number; readonly ticks: readonly number[] };
/** Scales that are the same whatever the days are. */
const fixed: Readonly<Partial<Record<Kpi['kind'], Scale>>> = {
  nps: { bottom: -100, top: 100, ticks: [-100, -50, 0, 50, 100] },
  score: { top: 5, ticks: [0, 1, 2, 3, 4, 5] },
};

/** The highest that has to fit; a share never needs more than 100 %. */
function scaleOf(kind: Kpi['kind'], series: Series, target: number | null): Scale {
  const known = fixed[kind];
  if (known !== undefined) return known;
  const found = series.days.flatMap((day) => [valueOf(day), day.high]).concat(target, series.centre);
  const most = Math.max(0, ...found.flatMap((each) => (each === null ? [] : [inUnit(kind, each)])));
  const scale = scaleFor(most);
  return kind === 'share' && scale.top > 100 ? { top: 100, ticks: scale.ticks.filter((tick) => tick <= 100) } : scale;
}

/** A control chart as paths in a box: the line, the band of what is usual, the middle, the target, the days that stand out. */
export function drawn(kind: Kpi['kind'], series: Series, target: number | null, box: Box): Drawn {
  const { bottom = 0, top, ticks } = scaleOf(kind, series, target);
  const { days } = series;
  const step = box.width / Math.max(1, days.length - 1);
  const x = (index: number): number => (days.length === 1 ? box.left + box.width / 2 : box.left + index * step);
  const y = (value: number): number =>
    box.top +
    box.height * (1 - Math.min(1, Math.max(0, (inUnit(kind, value) - bottom) / Math.max(top - bottom, 1e-9))));
  const points = days.map((day, index): Point | null => {
    const value = valueOf(day);
    return value === null ? null : [x(index), y(value)];
  });
  const limits = days.map(({ low, high }, index) => (low === null || high === null ? null : { index, low, high }));
  return {
    line: linePath(points),
    bands: runsOf(limits).map((run) =>
      bandPath(
        run.map(({ index, high }): Point => [x(index), y(high)]),
        run.map(({ index, low }): Point => [x(index), y(low)]),
      ),
    ),
    centre: series.centre === null ? null : y(series.centre),
    target: target === null ? null : y(target),
    signals: days.flatMap(({ signal }, index) => {
      const at = points[index] ?? null;
      return signal === null || at === null ? [] : [{ at, kind: signal }];
    }),
    lone: runsOf(points).flatMap((run) => (run.length === 1 ? run : [])),
    ticks: ticks.map((value) => ({ value, y: y(kind === 'share' ? value / 100 : value) })),
    x,
  };
}
