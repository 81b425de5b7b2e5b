import { useRef } from 'react';
import type { Adherence } from '../../contract/index.ts';
import { hourTicks } from '../day/geometry.ts';
import { sw } from '../strings/en-staffing.ts';
import { useWidth } from '../ui/use-width.ts';
import { dayOf } from '../ui/days.ts';
import { clockTime } from '../ui/format.ts';
import { dayName } from './outlook-chart.tsx';
import { labelEvery, scaleFor, stepPath } from '../ui/scale.ts';
import { Figures, FigureTable } from '../ui/table.tsx';
import { ValueLines } from './value-lines.tsx';

const w = sw.adherence;
const left = 44;
const right = 16;
const top = 18;
const plotPx = 58;
const height = top + plotPx + 20;

type Interval = Adherence['intervals'][number];
type Props = {
  readonly intervals: readonly Interval[];
  readonly minutes: number;
  readonly zone: string;
};

/** From the first interval in which somebody was on shift to the last. */
function busy(intervals: readonly Interval[]): readonly Interval[] {
  const on = ({ scheduledMinutes, excusedMinutes }: Interval): boolean => scheduledMinutes + excusedMinutes > 0;
  const first = intervals.findIndex(on);
  return first === -1 ? [] : intervals.slice(first, intervals.findLastIndex(on) + 1);
}

/** Who was on shift (ink) and who did what was planned (bars), by interval of a day, or by day. */
export function AdherenceStrip({ intervals, minutes, zone }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const days = minutes === 1440;
  // Of a day: people. Of several: hours of each.
  const unit = days ? 60 : minutes;
  const shown = busy(intervals);
  const columnPx = Math.min(96, (width - left - right) / Math.max(shown.length, 1));
  const scale = scaleFor(Math.max(1, ...shown.map((one) => one.scheduledMinutes / unit)), 2);
  const x = (index: number): number => left + index * columnPx;
  const y = (value: number): number => top + plotPx - (value / scale.top) * plotPx;
  const name = (at: number): string => (days ? dayName(dayOf(at, zone)) : clockTime(at, zone));
  const first = shown[0]?.at ?? 0;
  const stepMs = minutes * 60_000;
  const hours = new Set(hourTicks({ startAt: first, endAt: first + shown.length * stepMs }, zone));
  const every = labelEvery(days ? columnPx : (columnPx * 60) / minutes, days ? 66 : 46);
  const labelled = shown.flatMap(({ at }, index) => (days || hours.has(at) ? [{ at, index }] : []));
  return (
    <div ref={box} className="w-full">
      <svg aria-hidden width={width} height={height} className="block tabular-nums">
        <ValueLines scale={scale} left={left} right={width - right} y={y} />
        {shown.map((one, index) => {
          const [planned, did] = [one.scheduledMinutes / unit, one.adherentMinutes / unit];
          return (
            <g key={one.at}>
              <rect
                x={x(index) + columnPx * 0.08}
                width={columnPx * 0.84}
                y={y(planned)}
                height={Math.max(0, y(did) - y(planned))}
                style={{ fill: 'var(--strip-short)' }}
              />
              <rect
                x={x(index) + columnPx * 0.08}
                width={columnPx * 0.84}
                y={y(did)}
                height={top + plotPx - y(did)}
                style={{ fill: 'var(--strip-bar)' }}
              />
            </g>
          );
        })}
        <path
          d={stepPath(
            shown.map(({ scheduledMinutes }) => scheduledMinutes / unit),
            x,
            y,
          )}
          className="fill-none stroke-ink"
          strokeWidth={1.5}
        />
        <text x={left} y={top - 7} className="fill-ink text-cap font-semibold">
          {w.onShift}
        </text>
        <text x={left + 60} y={top - 7} className="fill-on-soft text-cap font-semibold">
          {w.asPlanned}
        </text>
        {labelled.map(({ at, index }, place) =>
          place % every === 0 ? (
            <text
              key={at}
              x={days ? x(index + 0.5) : x(index)}
              y={top + plotPx + 15}
              textAnchor="middle"
              className="fill-ink-2 text-cap"
            >
              {name(at)}
            </text>
          ) : null,
        )}
      </svg>
      <Figures label={w.figuresTable}>
        <FigureTable
          label={w.figuresTable}
          columns={[
            { label: sw.forecast.columns.time },
            { label: w.scheduled, right: true },
            { label: w.adherent, right: true },
            { label: w.excused, right: true },
            { label: w.adherence, right: true },
          ]}
          lines={shown.map((one) => ({
            key: String(one.at),
            cells: [
              name(one.at),
              w.minutes(one.scheduledMinutes),
              w.minutes(one.adherentMinutes),
              w.minutes(one.excusedMinutes),
              w.share(one.adherence),
            ],
          }))}
        />
      </Figures>
    </div>
  );
}
