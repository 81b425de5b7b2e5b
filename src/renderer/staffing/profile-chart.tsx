import { useRef } from 'react';
import type { StaffedInterval } from '../../contract/index.ts';
import { hourTicks } from '../day/geometry.ts';
import { sw } from '../strings/en-staffing.ts';
import { useWidth } from '../ui/use-width.ts';
import { clockTime } from '../ui/format.ts';
import { bandPath, labelEvery, scaleFor, stepPath } from '../ui/scale.ts';
import { ValueLines } from './value-lines.tsx';

const w = sw.forecast;
const left = 44;
const right = 16;
const top = 20;
const plotPx = 120;
const height = top + plotPx + 22;

type Props = { readonly intervals: readonly StaffedInterval[]; readonly stepMs: number; readonly zone: string };

/** What came and what is forecast in each interval of a day: bars in accent, the forecast in ink on its band. */
export function ProfileChart({ intervals, stepMs, zone }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const first = intervals[0]?.at ?? 0;
  const count = intervals.length;
  const columnPx = (width - left - right) / Math.max(count, 1);
  const scale = scaleFor(Math.max(1, ...intervals.map(({ high, actual }) => Math.max(high, actual ?? 0))));
  const x = (index: number): number => left + index * columnPx;
  const y = (value: number): number => top + plotPx - (Math.min(value, scale.top) / scale.top) * plotPx;
  const hours = hourTicks({ startAt: first, endAt: first + count * stepMs }, zone);
  const every = labelEvery((columnPx * 3_600_000) / stepMs, 46);
  const steps = (pick: (one: StaffedInterval) => number): (readonly [number, number])[] =>
    intervals.flatMap((one, index) => [[x(index), y(pick(one))] as const, [x(index + 1), y(pick(one))] as const]);
  const anyCame = intervals.some(({ actual }) => actual !== null);
  return (
    <div ref={box} className="w-full">
      <svg aria-hidden width={width} height={height} className="block tabular-nums">
        <ValueLines scale={scale} left={left} right={width - right} y={y} />
        <path
          d={bandPath(
            steps(({ high }) => high),
            steps(({ low }) => low),
          )}
          className="fill-accent-soft"
        />
        {intervals.map(({ at, actual }, index) =>
          actual === null ? null : (
            <rect
              key={at}
              x={x(index) + columnPx * 0.16}
              width={columnPx * 0.68}
              y={y(actual)}
              height={top + plotPx - y(actual)}
              rx={1.5}
              className="fill-accent"
              opacity={0.55}
            />
          ),
        )}
        <path
          d={stepPath(
            intervals.map(({ forecast }) => forecast),
            x,
            y,
          )}
          className="fill-none stroke-ink"
          strokeWidth={1.5}
        />
        <text x={left} y={top - 7} className="fill-ink text-cap font-semibold">
          {w.expected}
        </text>
        {anyCame && (
          <text x={left + 56} y={top - 7} className="fill-accent text-cap font-semibold">
            {w.came}
          </text>
        )}
        {hours.map((at, index) =>
          index % every === 0 ? (
            <g key={at}>
              <line
                x1={x((at - first) / stepMs)}
                x2={x((at - first) / stepMs)}
                y1={top + plotPx}
                y2={top + plotPx + 4}
                className="stroke-line-strong"
              />
              <text
                x={x((at - first) / stepMs)}
                y={top + plotPx + 16}
                textAnchor="middle"
                className="fill-ink-2 text-cap"
              >
                {clockTime(at, zone)}
              </text>
            </g>
          ) : null,
        )}
      </svg>
    </div>
  );
}
