import { useRef } from 'react';
import { sw } from '../strings/en-staffing.ts';
import { useWidth } from '../ui/use-width.ts';
import { clockTime } from '../ui/format.ts';
import { scaleFor, stepPath } from '../ui/scale.ts';
import { Figures, FigureTable } from '../ui/table.tsx';
import { ValueLines } from './value-lines.tsx';

const w = sw.breaches;
const left = 44;
const right = 16;
const top = 20;
const plotPx = 100;
const height = top + plotPx + 38;

export type Hour = { readonly at: number; readonly due: number; readonly capacity: number; readonly late: number };

/** What is due by the hour as bars, the part that will be late in red with its figure, what can be done as a line. */
export function BreachChart({ hours, zone }: { readonly hours: readonly Hour[]; readonly zone: string }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const columnPx = Math.min(110, (width - left - right) / Math.max(hours.length, 1));
  const scale = scaleFor(Math.max(1, ...hours.map(({ due, capacity }) => Math.max(due, Math.min(capacity, 1e6)))));
  const x = (index: number): number => left + index * columnPx;
  const y = (value: number): number => top + plotPx - (Math.min(value, scale.top) / scale.top) * plotPx;
  return (
    <div ref={box} className="w-full">
      <svg aria-hidden width={width} height={height} className="block tabular-nums">
        <ValueLines scale={scale} left={left} right={width - right} y={y} />
        {hours.map(({ at, due, late }, index) => (
          <g key={at}>
            <rect
              x={x(index) + columnPx * 0.14}
              width={columnPx * 0.72}
              y={y(due)}
              height={top + plotPx - y(due)}
              rx={1.5}
              style={{ fill: 'var(--strip-bar)' }}
            />
            <rect
              x={x(index) + columnPx * 0.14}
              width={columnPx * 0.72}
              y={y(late)}
              height={top + plotPx - y(late)}
              rx={1.5}
              style={{ fill: 'var(--strip-short)' }}
            />
            <text x={x(index + 0.5)} y={top + plotPx + 15} textAnchor="middle" className="fill-ink-2 text-cap">
              {columnPx >= 38 || index % 2 === 0 ? clockTime(at, zone) : ''}
            </text>
            <text
              x={x(index + 0.5)}
              y={top + plotPx + 31}
              textAnchor="middle"
              className={late > 0 ? 'fill-late text-cap font-bold' : 'fill-ink-2 text-cap'}
            >
              {late}
            </text>
          </g>
        ))}
        <text x={left - 8} y={top + plotPx + 31} textAnchor="end" className="fill-ink-2 text-cap">
          {w.late}
        </text>
        <path
          d={stepPath(
            hours.map(({ capacity }) => capacity),
            x,
            y,
          )}
          className="fill-none stroke-ink"
          strokeWidth={1.5}
        />
        <text x={left} y={top - 8} className="fill-ink text-cap font-semibold">
          {w.capacity}
        </text>
        <text x={left + 88} y={top - 8} className="fill-on-soft text-cap font-semibold">
          {w.due}
        </text>
      </svg>
      <Figures label={sw.figures}>
        <FigureTable
          label={w.chart}
          columns={[
            { label: w.hour },
            { label: w.tableDue, right: true },
            { label: w.tableCapacity, right: true },
            { label: w.tableLate, right: true },
          ]}
          lines={hours.map(({ at, due, capacity, late }) => ({
            key: String(at),
            cells: [clockTime(at, zone), sw.decimal(due), sw.decimal(capacity), sw.decimal(late)],
          }))}
        />
      </Figures>
    </div>
  );
}
