import { memo } from 'react';
import { d } from '../strings/en-day.ts';
import { cx } from '../ui/cx.ts';
import { xOf, type Axis } from './geometry.ts';
import { headPx, spotId } from './lane-row.tsx';
import { signed, tallest, worstOf, type Bar } from './strip-figures.ts';
import type { Strip } from './strips.ts';
import { barWords } from './words.ts';

export const stripPx = 90;
const barsPx = 56;
/** The figure under a bar needs so much room. */
const figurePx = 30;

export const stripLine = (id: string): string => `strip-${id}`;
export const barKey = (strip: Strip, bar: Bar): string => `${stripLine(strip.id)}-${bar.interval.at}`;

type BarProps = {
  readonly strip: Strip;
  readonly bar: Bar;
  readonly axis: Axis;
  readonly top: number;
  readonly zone: string;
  readonly today: boolean;
  readonly current: boolean;
};

const px = (people: number, top: number): number => (people / top) * barsPx;

/** Planned as a bar, what is required as a line over it, who of the planned is not there hatched. */
function BarBox({ strip, bar, axis, top, zone, today, current }: BarProps) {
  const { interval, short, missing } = bar;
  const left = xOf(axis, interval.at);
  const width = xOf(axis, interval.at + strip.stepMs) - left;
  const height = px(interval.scheduled, top);
  const words = barWords(strip.name, bar, strip.stepMs, zone, today, strip.hasForecast);
  return (
    <div
      role="gridcell"
      id={spotId(barKey(strip, bar))}
      data-bar={interval.at}
      data-cursor={current || undefined}
      aria-selected={current}
      aria-label={words}
      title={words}
      style={{ left, width }}
      className={cx('absolute top-0 h-[72px]', current && 'rounded-[3px] ring-2 ring-accent ring-inset')}
    >
      <span
        style={{ height }}
        className={cx('absolute bottom-0 left-0 right-[2px] rounded-t-[2px]', short ? 'strip-short' : 'strip-bar')}
      />
      {missing > 0 && (
        <span
          style={{ height: px(missing, top), bottom: height - px(missing, top) }}
          className="hatched absolute right-[2px] left-0 border border-late bg-surface"
        />
      )}
      {interval.required > 0 && (
        <span style={{ bottom: px(interval.required, top) - 1 }} className="absolute inset-x-0 h-[2px] bg-ink" />
      )}
    </div>
  );
}

type Props = {
  readonly strip: Strip;
  readonly axis: Axis;
  readonly index: number;
  readonly zone: string;
  readonly today: boolean;
  /** When the interval under the cursor begins, or null. */
  readonly cursor: string | null;
};

/** Over or short; where nothing says how many are required, how many there are. */
function figureOf(bar: Bar, counted: boolean): string {
  const { required, scheduled } = bar.interval;
  if (required === 0 && scheduled === 0) return '';
  return counted ? d.decimal(bar.there) : signed(bar.over);
}

function Figures({ strip, bars, axis }: { readonly strip: Strip; readonly bars: readonly Bar[]; readonly axis: Axis }) {
  const stepPx = (strip.stepMs / (axis.endAt - axis.startAt)) * axis.widthPx;
  const counted = bars.every(({ interval }) => interval.required === 0);
  const every = Math.max(1, Math.ceil(figurePx / stepPx));
  return worstOf(bars, every).map((bar, index) => {
    const first = bars[index * every] ?? bar;
    return (
      <span
        key={first.interval.at}
        aria-hidden
        style={{ left: xOf(axis, first.interval.at), width: stepPx * every }}
        className={cx(
          'absolute top-[73px] text-center text-[10.5px] leading-[14px] font-semibold tabular-nums',
          bar.short ? 'text-late' : 'text-ink-2',
        )}
      >
        {figureOf(bar, counted)}
      </span>
    );
  });
}

function Legend({ late }: { readonly late: boolean }) {
  return (
    <span className="flex items-center gap-[3px] overflow-hidden text-[10.5px] leading-[15px] whitespace-nowrap text-ink-2">
      {d.strip.required}
      <span aria-hidden className="inline-block h-[2px] w-[9px] shrink-0 bg-ink" />
      {d.strip.scheduled}
      <span aria-hidden className="strip-bar inline-block h-[9px] w-[5px] shrink-0" />
      {late && (
        <>
          {d.strip.missing}
          <span aria-hidden className="hatched inline-block h-[9px] w-[6px] shrink-0 border border-late" />
        </>
      )}
    </span>
  );
}

function StripHead({ strip, late }: { readonly strip: Strip; readonly late: boolean }) {
  return (
    <div
      role="rowheader"
      style={{ width: headPx }}
      title={[strip.name, strip.level, strip.error, strip.errorTitle].filter(Boolean).join('. ')}
      className="sticky left-0 z-[6] flex h-full shrink-0 flex-col justify-center border-r border-line bg-canvas pr-1 pl-[14px]"
    >
      <span className="truncate font-semibold" dir="auto">
        {strip.name}
      </span>
      {strip.name !== '' && <Legend late={late} />}
      <span className="truncate text-cap text-ink-2">{strip.level}</span>
      <span className="truncate text-cap text-ink-2">{strip.error}</span>
    </div>
  );
}

/** Required against planned and present, interval by interval, with the figure that is short or over under each. */
export const StripRow = memo(function StripRow({ strip, axis, index, zone, today, cursor }: Props) {
  const { bars } = strip;
  const top = tallest(bars) * 1.08;
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      data-strip={strip.id}
      style={{ width: headPx + axis.widthPx }}
      className="flex h-[90px] border-b border-line bg-canvas"
    >
      <StripHead strip={strip} late={bars.some(({ missing }) => missing > 0)} />
      <div role="presentation" className="relative h-full flex-1">
        {bars.map((bar) => (
          <BarBox
            key={bar.interval.at}
            strip={strip}
            bar={bar}
            axis={axis}
            top={top}
            zone={zone}
            today={today}
            current={cursor === String(bar.interval.at)}
          />
        ))}
        <Figures strip={strip} bars={bars} axis={axis} />
        {strip.missing !== null && (
          <span className="sticky left-[198px] z-[5] mt-[6px] ml-3 inline-block max-w-[520px] rounded-[5px] border border-line bg-surface px-2 py-[2px] text-small text-ink-2">
            {strip.missing}
          </span>
        )}
      </div>
    </div>
  );
});
