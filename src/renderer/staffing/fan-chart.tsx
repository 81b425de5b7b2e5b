import { useRef } from 'react';
import type { Simulation, StaffedStream } from '../../contract/index.ts';
import { hourTicks } from '../day/geometry.ts';
import { sw } from '../strings/en-staffing.ts';
import { useWidth } from '../ui/use-width.ts';
import { clockTime } from '../ui/format.ts';
import { bandPath, labelEvery, linePath } from '../ui/scale.ts';

const w = sw.whatIf.play;
const left = 44;
const right = 16;

type FanProps = {
  readonly fan: Simulation['serviceLevel'];
  readonly formula: number | null;
  readonly target: number;
};

type Mark = { readonly at: number; readonly label: string };

/** Labels above or below the scale, moved apart where two would touch; each keeps to the figure it names. */
function apart(marks: readonly Mark[], roomPx: number, low: number, high: number): readonly (Mark & { x: number })[] {
  const placed: (Mark & { x: number })[] = [];
  for (const mark of marks.toSorted((a, b) => a.at - b.at)) {
    const before = placed.at(-1);
    placed.push({ ...mark, x: Math.max(mark.at, low, before === undefined ? 0 : before.x + roomPx) });
  }
  let limit = high;
  return placed
    .toReversed()
    .map((mark) => {
      const x = Math.min(mark.x, limit);
      limit = x - roomPx;
      return { ...mark, x };
    })
    .toReversed();
}

/** The fan of outcomes of the day on a scale from 0 to 100 %, beside what the formula says and what was promised. */
export function LevelFan({ fan, formula, target }: FanProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const x = (share: number): number => left + share * (width - left - right);
  const room = 76;
  const below = apart(
    [
      { at: x(fan.p10), label: `${w.low} ${sw.percent(fan.p10)}` },
      { at: x(fan.p50), label: `${w.middle} ${sw.percent(fan.p50)}` },
      { at: x(fan.p90), label: `${w.high} ${sw.percent(fan.p90)}` },
    ],
    room,
    left,
    width - room / 2,
  );
  const above = apart(
    [
      ...(formula === null ? [] : [{ at: x(formula), label: `${w.formula} ${sw.percent(formula)}` }]),
      { at: x(target), label: `${w.target} ${sw.percent(target)}` },
    ],
    92,
    left,
    width - 46,
  );
  return (
    <div ref={box} className="w-full">
      <svg aria-hidden width={width} height={74} className="block tabular-nums">
        <line x1={x(0)} x2={x(1)} y1={36} y2={36} className="stroke-line-strong" />
        {[0, 0.25, 0.5, 0.75, 1].map((tick) => (
          <line key={tick} x1={x(tick)} x2={x(tick)} y1={33} y2={39} className="stroke-line-strong" />
        ))}
        <rect
          x={x(fan.p10)}
          width={Math.max(2, x(fan.p90) - x(fan.p10))}
          y={27}
          height={18}
          rx={3}
          className="fill-accent-soft stroke-accent"
        />
        <line x1={x(fan.p50)} x2={x(fan.p50)} y1={25} y2={47} className="stroke-accent" strokeWidth={3} />
        <line x1={x(target)} x2={x(target)} y1={21} y2={51} className="stroke-ink-3" strokeDasharray="2 3" />
        {formula !== null && (
          <line x1={x(formula)} x2={x(formula)} y1={21} y2={51} className="stroke-ink" strokeWidth={2} />
        )}
        {above.map(({ label, x: at }) => (
          <text key={label} x={at} y={14} textAnchor="middle" className="fill-ink text-cap font-semibold">
            {label}
          </text>
        ))}
        {below.map(({ label, x: at }) => (
          <text key={label} x={at} y={66} textAnchor="middle" className="fill-on-soft text-cap font-semibold">
            {label}
          </text>
        ))}
      </svg>
    </div>
  );
}

const top = 10;
const plotPx = 96;

type ByClockProps = {
  readonly played: Simulation['intervals'];
  readonly staffed: StaffedStream;
  readonly stepMs: number;
  readonly zone: string;
};

/** The fan by the clock: the band holds eight of ten days, the line is the middle one, ink is the formula. */
export function FanByClock({ played, staffed, stepMs, zone }: ByClockProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const first = played[0]?.at ?? 0;
  const columnPx = (width - left - right) / Math.max(played.length, 1);
  const x = (index: number): number => left + (index + 0.5) * columnPx;
  const y = (share: number): number => top + (1 - share) * plotPx;
  const formula = new Map(staffed.intervals.map(({ at, serviceLevel }) => [at, serviceLevel]));
  const hours = hourTicks({ startAt: first, endAt: first + played.length * stepMs }, zone);
  const every = labelEvery((columnPx * 3_600_000) / stepMs, 46);
  const line = (pick: (one: Simulation['intervals'][number]) => number): (readonly [number, number])[] =>
    played.map((one, index) => [x(index), y(pick(one))] as const);
  return (
    <div ref={box} className="w-full">
      <svg aria-hidden width={width} height={top + plotPx + 22} className="block tabular-nums">
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={left} x2={width - right} y1={y(share)} y2={y(share)} className="stroke-line" />
            <text x={left - 8} y={y(share) + 4} textAnchor="end" className="fill-ink-2 text-cap">
              {sw.percent(share)}
            </text>
          </g>
        ))}
        <path
          d={bandPath(
            line(({ serviceLevel }) => serviceLevel.p90),
            line(({ serviceLevel }) => serviceLevel.p10),
          )}
          className="fill-accent-soft"
        />
        <path
          d={linePath(line(({ serviceLevel }) => serviceLevel.p50))}
          className="fill-none stroke-accent"
          strokeWidth={2}
        />
        <path
          d={linePath(
            played.map(({ at }, index) => {
              const level = formula.get(at) ?? null;
              return level === null ? null : ([x(index), y(level)] as const);
            }),
          )}
          className="fill-none stroke-ink"
          strokeWidth={1.5}
        />
        {hours.map((at, index) =>
          index % every === 0 ? (
            <text
              key={at}
              x={left + ((at - first) / stepMs) * columnPx}
              y={top + plotPx + 16}
              textAnchor="middle"
              className="fill-ink-2 text-cap"
            >
              {clockTime(at, zone)}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}
