import { useRef } from 'react';
import { useWidth } from '../../ui/use-width.ts';
import { cx } from '../../ui/cx.ts';
import { placeOf, whiskerOf, type Span } from './whisker-geometry.ts';

type Props = {
  readonly value: { readonly mean: number | null; readonly low: number | null; readonly high: number | null };
  readonly span: Span;
  /** A line in ink: the target, or nothing. */
  readonly mark: number;
  readonly tall?: number;
  /** Red only for what is short of its target by more than chance. */
  readonly late?: boolean;
};
const padPx = 6;

/** A mean as a dot on the interval that holds the true one, beside a line. What it shows is said in words where it stands. */
export function WhiskerMark({ value, span, mark, tall = 20, late = false }: Props) {
  const box = useRef<HTMLSpanElement>(null);
  const width = useWidth(box);
  const px = Math.max(0, width - 2 * padPx);
  const drawn = whiskerOf(value, span, px);
  const middle = tall / 2;
  const colour = late ? 'late' : 'accent';
  const stroke = cx(colour === 'late' ? 'stroke-late' : 'stroke-accent');
  const at = padPx + placeOf(mark, span, px);
  return (
    <span ref={box} aria-hidden className="block min-w-0 flex-1">
      <svg width={width > 5000 ? 0 : width} height={tall} className="block">
        <line x1={padPx} x2={padPx + px} y1={middle} y2={middle} className="stroke-line" />
        <line x1={at} x2={at} y1={1} y2={tall - 1} className="stroke-ink" strokeWidth={1.5} />
        {drawn !== null && (
          <>
            <line
              x1={padPx + drawn.low}
              x2={padPx + drawn.high}
              y1={middle}
              y2={middle}
              className={stroke}
              strokeWidth={2}
            />
            {!drawn.cutLow && drawn.low !== drawn.high && (
              <line
                x1={padPx + drawn.low}
                x2={padPx + drawn.low}
                y1={middle - 4}
                y2={middle + 4}
                className={stroke}
                strokeWidth={2}
              />
            )}
            {!drawn.cutHigh && drawn.low !== drawn.high && (
              <line
                x1={padPx + drawn.high}
                x2={padPx + drawn.high}
                y1={middle - 4}
                y2={middle + 4}
                className={stroke}
                strokeWidth={2}
              />
            )}
            <circle
              cx={padPx + drawn.dot}
              cy={middle}
              r={4.5}
              strokeWidth={2}
              className={cx('stroke-surface', colour === 'late' ? 'fill-late' : 'fill-accent')}
            />
          </>
        )}
      </svg>
    </span>
  );
}
