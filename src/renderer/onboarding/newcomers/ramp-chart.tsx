import { useRef } from 'react';
import { bandPath, labelEvery, linePath, scaleFor } from '../../ui/scale.ts';
import { ow } from '../../strings/en-onboarding.ts';
import { useWidth } from '../../ui/use-width.ts';
import { mostOf, type RampWeek } from './ramp.ts';

const left = 32;
const right = 14;
const top = 16;
const plotPx = 96;

type Point = readonly [number, number];
type Places = { readonly x: (index: number) => number; readonly y: (value: number) => number };

/** Where the middle half of earlier newcomers lies, and the middle one. */
function Earlier({ weeks, x, y }: Places & { readonly weeks: readonly RampWeek[] }) {
  const known = weeks.flatMap(({ cohort }, at) => (cohort === null ? [] : [{ at, cohort }]));
  const line = (pick: 'low' | 'high' | 'median'): Point[] =>
    known.map(({ at, cohort }) => [x(at), y(cohort[pick])] as const);
  const last = known.at(-1);
  return (
    <>
      <path d={bandPath(line('high'), line('low'))} className="fill-accent-soft" />
      <path d={linePath(line('median'))} className="fill-none stroke-ink" strokeWidth={1.5} />
      {last !== undefined && (
        <text x={x(last.at)} y={y(last.cohort.median) - 5} textAnchor="end" className="fill-ink text-cap font-semibold">
          {ow.ramp.median}
        </text>
      )}
    </>
  );
}

/** What they solved, week by week. */
function Own({ weeks, x, y }: Places & { readonly weeks: readonly RampWeek[] }) {
  return (
    <>
      <path
        d={linePath(weeks.map(({ solved }, at): Point | null => (solved === null ? null : [x(at), y(solved)])))}
        className="fill-none stroke-accent"
        strokeWidth={2}
      />
      {weeks.map(({ week, solved }, at) =>
        solved === null ? null : (
          <circle key={week} cx={x(at)} cy={y(solved)} r={4} strokeWidth={2} className="fill-accent stroke-surface" />
        ),
      )}
    </>
  );
}

/** Tickets solved by week: dots and the accent for them, ink for the median of earlier newcomers, tint for their middle half. */
export function RampChart({ weeks }: { readonly weeks: readonly RampWeek[] }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const { top: most, ticks } = scaleFor(mostOf(weeks), 3);
  const columnPx = (width - left - right) / Math.max(weeks.length, 1);
  const x = (index: number): number => left + (index + 0.5) * columnPx;
  const y = (value: number): number => top + (1 - value / most) * plotPx;
  const every = labelEvery(columnPx, 22);
  return (
    <div ref={box} className="w-full">
      <svg aria-hidden width={width > 5000 ? 0 : width} height={top + plotPx + 20} className="block tabular-nums">
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
            <text x={left - 6} y={y(tick) + 4} textAnchor="end" className="fill-ink-2 text-cap">
              {tick}
            </text>
          </g>
        ))}
        <Earlier weeks={weeks} x={x} y={y} />
        <Own weeks={weeks} x={x} y={y} />
        {weeks.map(({ week }, at) =>
          at % every === 0 ? (
            <text key={week} x={x(at)} y={top + plotPx + 15} textAnchor="middle" className="fill-ink-2 text-cap">
              {week}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}
