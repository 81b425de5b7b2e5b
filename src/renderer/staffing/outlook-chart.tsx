import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { sw } from '../strings/en-staffing.ts';
import { locale } from '../strings/en.ts';
import { useWidth } from '../ui/use-width.ts';
import { tallestDay, type OutlookDay } from './outlook-days.ts';
import { bandPath, labelEvery, linePath, scaleFor } from '../ui/scale.ts';
import { firstMark } from '../app/use-focus.ts';
import { ValueLines } from './value-lines.tsx';

const w = sw.forecast;
const left = 44;
const right = 16;
const top = 22;
const plotPx = 150;
const hoursPx = 46;
const gapPx = 30;
const hoursTop = top + plotPx + gapPx;
const height = hoursTop + hoursPx + 20;

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const dayFormat = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const tickFormat = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `Fri 27 Nov`. */
export const dayName = (date: string): string => dayFormat.format(utc(date)).replace(',', '');
const isMonday = (date: string): boolean => utc(date).getUTCDay() === 1;

export function dayWords({ date, came, ahead, event }: OutlookDay): string {
  const words =
    ahead === null
      ? w.dayCame(dayName(date), came ?? 0)
      : w.dayAhead(dayName(date), ahead.value, ahead.low, ahead.high, ahead.hours);
  return event === null ? words : `${words}. ${event.name}: ${w.events.share(event.factor)}`;
}

type ChartProps = {
  readonly label: string;
  readonly days: readonly OutlookDay[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
};
type Plot = Pick<ChartProps, 'days' | 'chosen'> & {
  readonly x: (index: number) => number;
  readonly y: (value: number) => number;
  readonly columnPx: number;
  readonly width: number;
};

/** What came in accent, the forecast in ink on its band, and the names of the two where they meet. */
function Lines({ days, x, y, width }: Plot) {
  const first = days.findIndex(({ ahead }) => ahead !== null);
  const ahead = days.flatMap((day, index) => (day.ahead === null ? [] : [{ ...day.ahead, index }]));
  const todayX = x(first) - (x(1) - x(0)) / 2;
  const roomLeft = first > 3;
  return (
    <>
      <path
        d={bandPath(
          ahead.map(({ index, high }) => [x(index), y(high)] as const),
          ahead.map(({ index, low }) => [x(index), y(low)] as const),
        )}
        className="fill-accent-soft"
      />
      <path
        d={linePath(days.map(({ came }, index) => (came === null ? null : ([x(index), y(came)] as const))))}
        className="fill-none stroke-accent"
        strokeWidth={2}
        strokeLinejoin="round"
      />
      <path
        d={linePath(ahead.map(({ index, value }) => [x(index), y(value)] as const))}
        className="fill-none stroke-ink"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      {ahead.length > 0 && (
        <>
          {roomLeft && (
            <>
              <line
                x1={todayX}
                x2={todayX}
                y1={top - 12}
                y2={top + plotPx}
                className="stroke-ink-3"
                strokeDasharray="2 3"
              />
              <text x={todayX - 6} y={top - 6} textAnchor="end" className="fill-accent text-cap font-semibold">
                {w.came}
              </text>
            </>
          )}
          <text x={Math.max(todayX, left) + 6} y={top - 6} className="fill-ink text-cap font-semibold">
            {w.expected}
          </text>
          {width - right - todayX > 260 && (
            <text x={width - right} y={top - 6} textAnchor="end" className="fill-on-soft text-cap">
              {w.band}
            </text>
          )}
        </>
      )}
    </>
  );
}

/** The hours that are required, as bars with their figures below. */
function Hours({ days, x, columnPx, chosen }: Plot) {
  const most = Math.max(1, ...days.map(({ ahead }) => ahead?.hours ?? 0));
  const every = labelEvery(columnPx, 30);
  const first = days.findIndex(({ ahead }) => ahead !== null);
  if (first === -1) return null;
  return (
    <>
      <text x={Math.max(left, x(first) - columnPx / 2)} y={hoursTop - 5} className="fill-ink-2 text-cap font-medium">
        {w.hours}
      </text>
      {days.map(({ date, ahead }, index) => {
        if (ahead === null) return null;
        const tall = (ahead.hours / most) * hoursPx;
        const said = index === chosen || ((index - first) % every === 0 && Math.abs(index - chosen) >= every);
        return (
          <g key={date}>
            <rect
              x={x(index) - columnPx * 0.36}
              width={columnPx * 0.72}
              y={hoursTop + hoursPx - tall}
              height={tall}
              rx={1.5}
              style={{ fill: 'var(--strip-bar)' }}
            />
            {said && (
              <text
                x={x(index)}
                y={hoursTop + hoursPx + 14}
                textAnchor="middle"
                className={index === chosen ? 'fill-ink text-cap font-bold' : 'fill-ink-2 text-cap'}
              >
                {Math.round(ahead.hours)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Dates below, and a mark on days that are not like others. */
function Dates({ days, x, columnPx, width }: Plot) {
  const every = labelEvery(columnPx * 7, 52);
  const mondays = days.flatMap(({ date }, index) => (isMonday(date) ? [{ date, index }] : []));
  return (
    <>
      {mondays.map(({ date, index }, at) => (
        <g key={date}>
          <line x1={x(index)} x2={x(index)} y1={top + plotPx} y2={top + plotPx + 4} className="stroke-line-strong" />
          {at % every === 0 && x(index) < width - right - 12 && (
            <text x={x(index)} y={top + plotPx + 15} textAnchor="middle" className="fill-ink-2 text-cap">
              {tickFormat.format(utc(date))}
            </text>
          )}
        </g>
      ))}
      {days.map(({ date, event }, index) =>
        event === null ? null : (
          <path
            key={date}
            d={`M${x(index)} ${top + plotPx - 9} l4 4 l-4 4 l-4 -4 Z`}
            className="fill-risk"
            data-event={date}
          />
        ),
      )}
    </>
  );
}

/** The day chosen: a field behind it, and a dot on it. */
function ChosenField({ days, chosen, x, columnPx }: Plot) {
  if (days[chosen] === undefined) return null;
  return (
    <rect
      x={x(chosen) - columnPx / 2}
      width={columnPx}
      y={top}
      height={height - top - 20}
      rx={3}
      className="fill-sunken stroke-line-strong"
    />
  );
}

function ChosenDot({ days, chosen, x, y }: Plot) {
  const day = days[chosen];
  if (day === undefined) return null;
  return (
    <circle
      cx={x(chosen)}
      cy={y(day.ahead?.value ?? day.came ?? 0)}
      r={5}
      strokeWidth={2}
      className={day.ahead === null ? 'fill-accent stroke-surface' : 'fill-ink stroke-surface'}
    />
  );
}

/** Contacts per day, as they came and as they are forecast. A day is chosen by arrows or the pointer. */
export function OutlookChart({ label, days, chosen, onChoose }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const columnPx = (width - left - right) / Math.max(days.length, 1);
  const scale = scaleFor(tallestDay(days));
  const x = (index: number): number => left + (index + 0.5) * columnPx;
  const y = (value: number): number => top + plotPx - (Math.min(value, scale.top) / scale.top) * plotPx;
  const plot: Plot = { days, chosen, x, y, columnPx, width };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 }[event.key];
    const to = { Home: 0, End: days.length - 1 }[event.key] ?? (step === undefined ? undefined : chosen + step);
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(Math.min(Math.max(to, 0), days.length - 1));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    const px = event.clientX - event.currentTarget.getBoundingClientRect().left - left;
    const index = Math.floor(px / columnPx);
    if (index >= 0 && index < days.length) onChoose(index);
  };
  const day = days[chosen];
  return (
    <div
      ref={box}
      {...firstMark}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={days.length - 1}
      aria-valuenow={Math.max(chosen, 0)}
      aria-valuetext={day === undefined ? '' : dayWords(day)}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      className="mt-2 w-full rounded-md"
    >
      <svg aria-hidden width={width} height={height} className="block tabular-nums">
        <ChosenField {...plot} />
        <ValueLines scale={scale} left={left} right={width - right} y={y} />
        <Lines {...plot} />
        <Dates {...plot} />
        <Hours {...plot} />
        <ChosenDot {...plot} />
      </svg>
    </div>
  );
}
