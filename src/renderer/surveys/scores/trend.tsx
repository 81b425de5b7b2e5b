import { useRef } from 'react';
import type { Scored } from '../../../contract/index.ts';
import { useWidth } from '../../ui/use-width.ts';
import { fw } from '../../strings/en-surveys.ts';
import { told } from './figure.tsx';

const tall = 132;
const pad = { left: 42, right: 10, top: 10, bottom: 20 } as const;
/** A month's name needs so much room. */
const labelPx = 60;

type Scale = { readonly low: number; readonly high: number };
const scales: Readonly<Record<'nps' | 'csat', Scale>> = {
  nps: { low: -100, high: 100 },
  csat: { low: 0, high: 1 },
};

/** Each month as a dot on its interval, a line from one to the next; the table below says the same in figures. */
export function Trend({ scored: { question, months: all } }: { readonly scored: Scored }) {
  // From the first month that anybody answered in.
  const months = all.slice(
    Math.max(
      0,
      all.findIndex(({ figure }) => told(figure).n > 0),
    ),
  );
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const scale = scales[question.kind];
  const inner = Math.max(0, width - pad.left - pad.right);
  const step = inner / Math.max(1, months.length);
  const xOf = (at: number): number => pad.left + step * (at + 0.5);
  const yOf = (value: number): number =>
    pad.top + (tall - pad.top - pad.bottom) * (1 - (value - scale.low) / (scale.high - scale.low));
  const points = months.flatMap(({ month, figure }, at) => {
    const { value, low, high } = told(figure);
    return value === null ? [] : [{ month, x: xOf(at), y: yOf(value), low: yOf(low), high: yOf(high) }];
  });
  const every = Math.max(1, Math.ceil(labelPx / Math.max(1, step)));
  const marks = question.kind === 'nps' ? [-100, 0, 100] : [0, 0.5, 1];
  return (
    <div ref={box} aria-hidden className="min-w-0">
      <svg width={width > 5000 ? 0 : width} height={tall} className="block">
        {marks.map((mark) => (
          <g key={mark}>
            <line
              x1={pad.left}
              x2={width - pad.right}
              y1={yOf(mark)}
              y2={yOf(mark)}
              className={mark === marks[1] ? 'stroke-line-strong' : 'stroke-line'}
            />
            <text x={pad.left - 6} y={yOf(mark) + 4} textAnchor="end" className="fill-ink-2 text-cap tabular-nums">
              {fw.scores.mark[question.kind](mark)}
            </text>
          </g>
        ))}
        <polyline
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          fill="none"
          strokeWidth={1.5}
          opacity={0.55}
          className="stroke-accent"
        />
        {points.map(({ month, x, y, low, high }) => (
          <g key={month}>
            <line x1={x} x2={x} y1={low} y2={high} strokeWidth={2} className="stroke-accent" />
            <circle cx={x} cy={y} r={4} strokeWidth={2} className="fill-accent stroke-surface" />
          </g>
        ))}
        {months.map(({ month }, at) =>
          at % every === 0 ? (
            <text key={month} x={xOf(at)} y={tall - 5} textAnchor="middle" className="fill-ink-2 text-cap">
              {fw.month(month)}
            </text>
          ) : null,
        )}
      </svg>
    </div>
  );
}
