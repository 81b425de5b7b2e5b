import { useRef } from 'react';
import type { Kpi } from '../../contract/index.ts';
import { labelEvery } from '../ui/scale.ts';
import { mw } from '../strings/en-metrics.ts';
import { useWidth } from '../ui/use-width.ts';
import { drawn, type Drawn, type Series } from './line.ts';

type Props = { readonly kpi: Kpi; readonly series: Series };

/** A day that stands out: a diamond beyond the limits, a ring in a run; shapes, since a colour alone says nothing. */
function Signal({ at: [x, y], kind, size }: Drawn['signals'][number] & { readonly size: number }) {
  if (kind === 'run')
    return <circle cx={x} cy={y} r={size * 0.8} className="fill-surface stroke-risk" strokeWidth={1.5} />;
  return (
    <path
      d={`M${x} ${y - size} L${x + size} ${y} L${x} ${y + size} L${x - size} ${y} Z`}
      className="fill-late stroke-surface"
    />
  );
}

function Lines({
  chart,
  size,
  left,
  right,
  thick = 1.6,
}: {
  readonly chart: Drawn;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly thick?: number;
}) {
  return (
    <>
      {chart.bands.map((band) => (
        <path key={band} d={band} className="fill-accent-soft" />
      ))}
      {chart.centre !== null && (
        <line
          x1={left}
          x2={right}
          y1={chart.centre}
          y2={chart.centre}
          className="stroke-line-strong"
          strokeDasharray="3 3"
        />
      )}
      {chart.target !== null && (
        <line x1={left} x2={right} y1={chart.target} y2={chart.target} className="stroke-ink" strokeWidth={1.2} />
      )}
      <path d={chart.line} className="fill-none stroke-accent" strokeWidth={thick} strokeLinejoin="round" />
      {chart.lone.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={1.6} className="fill-accent" />
      ))}
      {chart.signals.map((signal) => (
        <Signal key={signal.at[0]} {...signal} size={size} />
      ))}
    </>
  );
}

type SmallProps = Props & {
  readonly height?: number;
  /** How much thicker lines and marks are: on a wall. */
  readonly scale?: number;
};

/** The days of a figure, small: what it says stands in words beside it. */
export function SmallLine({ kpi, series, height = 34, scale = 1 }: SmallProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const pad = 4 * scale;
  const chart = drawn(kpi.kind, series, null, {
    left: pad,
    top: pad,
    width: width - 2 * pad,
    height: height - 2 * pad,
  });
  return (
    <div ref={box} aria-hidden className="w-full min-w-0 overflow-hidden">
      <svg width={width} height={height} className="block">
        <Lines chart={chart} size={3.5 * scale} left={pad} right={width - pad} thick={1.6 * scale} />
      </svg>
    </div>
  );
}

const left = 56;
const right = 16;
const tall = 220;
const labelPx = 64;

/** The control chart of a figure with its scale and days. Its figures are in a table beside it. */
export function BigLine({ kpi, series, dateOf }: Props & { readonly dateOf: (day: string) => string }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const plot = width - left - right;
  const chart = drawn(kpi.kind, series, kpi.target, { left, top: 18, width: plot, height: tall - 48 });
  const every = labelEvery(plot / series.days.length, labelPx);
  return (
    <div ref={box} className="w-full min-w-0 overflow-hidden">
      <svg aria-hidden width={width} height={tall} className="block tabular-nums">
        {chart.ticks.map(({ value, y }) => (
          <g key={value}>
            <line x1={left} x2={width - right} y1={y} y2={y} className="stroke-line" />
            <text x={left - 6} y={y + 4} textAnchor="end" className="fill-ink-2 text-cap">
              {mw.amount(kpi, kpi.kind === 'share' ? value / 100 : value)}
            </text>
          </g>
        ))}
        <Lines chart={chart} size={5} left={left} right={width - right} />
        {chart.target !== null && (
          <text x={width - right} y={chart.target - 4} textAnchor="end" className="fill-ink text-cap font-semibold">
            {mw.targetText(kpi)}
          </text>
        )}
        {series.days.map(({ date }, index) =>
          index % every === 0 ? (
            <text key={date} x={chart.x(index)} y={tall - 8} textAnchor="middle" className="fill-ink-2 text-cap">
              {dateOf(date)}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}
