import { sw } from '../strings/en-staffing.ts';
import type { Scale } from '../ui/scale.ts';

type Props = {
  readonly scale: Scale;
  readonly left: number;
  readonly right: number;
  readonly y: (value: number) => number;
};

/** The lines across a chart at the steps of its scale, each with its figure at the left. */
export function ValueLines({ scale, left, right, y }: Props) {
  return scale.ticks.map((tick) => (
    <g key={tick}>
      <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
      <text x={left - 8} y={y(tick) + 4} textAnchor="end" className="fill-ink-2 text-cap">
        {sw.decimal(tick)}
      </text>
    </g>
  ));
}
