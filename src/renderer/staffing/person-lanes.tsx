import { Check, RotateCcw } from 'lucide-react';
import { useEffect, useRef, type CSSProperties } from 'react';
import type { AgentState } from '../../contract/index.ts';
import { hourTicks, labelEvery, type Stretch } from '../day/geometry.ts';
import { d } from '../strings/en-day.ts';
import { sw } from '../strings/en-staffing.ts';
import { useWidth } from '../ui/use-width.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { dayOf } from '../ui/days.ts';
import { clockTime } from '../ui/format.ts';
import { Kbd } from '../ui/kbd.tsx';
import { likeCalls, type DayLanes, type Deviation, type Piece } from './lanes.ts';
import { dayName } from './outlook-chart.tsx';
import { setStaffing } from './staffing-store.ts';
import { stateClass } from './state-dialog.tsx';

const w = sw.adherence;
const namePx = 76;
/** A word that is cut says less than none; the title has it all. */
const labelPx = 44;

const place = (axis: Stretch, { startAt, endAt }: Stretch): CSSProperties => {
  const all = axis.endAt - axis.startAt;
  return {
    left: `${((startAt - axis.startAt) / all) * 100}%`,
    width: `${((endAt - startAt) / all) * 100}%`,
  };
};

type LaneProps<K extends string> = {
  readonly label: string;
  readonly axis: Stretch;
  readonly pieces: readonly Piece<K>[];
  readonly className: (kind: K) => string;
  readonly words: (kind: K) => string;
  readonly none: string;
  readonly zone: string;
};

function Lane<K extends string>(props: LaneProps<K>) {
  const { label, axis, pieces, className, words, none, zone } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box) - namePx;
  const pxOf = ({ startAt, endAt }: Stretch): number => ((endAt - startAt) / (axis.endAt - axis.startAt)) * width;
  return (
    <div ref={box} className="flex items-center">
      <span className="shrink-0 text-cap text-ink-2" style={{ width: namePx }}>
        {label}
      </span>
      <div className="relative h-[18px] min-w-0 flex-1 overflow-hidden rounded-[3px] bg-sunken">
        {pieces.length === 0 && (
          <span className="absolute inset-0 px-2 text-cap leading-[18px] text-ink-2">{none}</span>
        )}
        {pieces.map((piece) => (
          <span
            key={piece.startAt}
            title={`${words(piece.kind)} ${clockTime(piece.startAt, zone)} – ${clockTime(piece.endAt, zone)}`}
            style={place(axis, piece)}
            className={cx(
              'absolute inset-y-0 overflow-hidden border-r border-surface px-1 text-cap leading-[18px] font-medium text-clip whitespace-nowrap',
              className(piece.kind),
            )}
          >
            {pxOf(piece) >= labelPx ? words(piece.kind) : ''}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Where somebody was elsewhere than planned: a line under both lanes, dashed where it is excused. */
function Marks({ axis, deviations, at }: { axis: Stretch; deviations: readonly Deviation[]; at: number | null }) {
  return (
    <div className="flex items-center" aria-hidden>
      <span className="shrink-0" style={{ width: namePx }} />
      <div className="relative h-[7px] flex-1">
        {deviations.map((each) => (
          <span
            key={each.startAt}
            style={place(axis, each)}
            className={cx(
              'absolute top-[1px] h-[5px] border-t-[3px]',
              each.excused ? 'border-dashed border-ink-3' : 'border-late',
              each.startAt === at && 'outline-2 outline-offset-1 outline-accent',
            )}
          />
        ))}
      </div>
    </div>
  );
}

function Hours({ axis, zone }: { readonly axis: Stretch; readonly zone: string }) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box) - namePx;
  const ticks = hourTicks(axis, zone);
  const every = labelEvery(width / Math.max(ticks.length, 1));
  return (
    <div ref={box} aria-hidden className="relative h-[16px] text-cap text-ink-2 tabular-nums">
      {ticks.map((at, index) =>
        index % every === 0 ? (
          <span
            key={at}
            className="absolute -translate-x-1/2"
            style={{ left: namePx + ((at - axis.startAt) / (axis.endAt - axis.startAt)) * width }}
          >
            {clockTime(at, zone)}
          </span>
        ) : null,
      )}
    </div>
  );
}

/** On calls, whether waiting for one, in one or after one. */
const stateWords = (state: AgentState): string => (likeCalls.has(state) ? d.kind.calls : d.state[state]);

type LanesProps = {
  readonly days: readonly DayLanes[];
  readonly zone: string;
  readonly at: number | null;
};

/** What was planned and what was done, a pair of thin lanes for each day. */
export function Lanes({ days, zone, at }: LanesProps) {
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      {days.map(({ date, axis, planned, actual, deviations }) => (
        <div key={date} className="flex flex-col gap-[2px]">
          {days.length > 1 && <span className="text-cap font-semibold">{dayName(date)}</span>}
          <Hours axis={axis} zone={zone} />
          <Lane
            label={w.plan}
            axis={axis}
            pieces={planned}
            className={(kind) => `act-${kind}`}
            words={(kind) => d.kind[kind]}
            none={w.noPlan}
            zone={zone}
          />
          <Lane
            label={w.done}
            axis={axis}
            pieces={actual}
            className={stateClass}
            words={stateWords}
            none={w.noStates}
            zone={zone}
          />
          <Marks axis={axis} deviations={deviations} at={at} />
        </div>
      ))}
    </div>
  );
}

type ListProps = {
  readonly deviations: readonly Deviation[];
  readonly at: number | null;
  readonly zone: string;
  readonly several: boolean;
  /** So many more that are too short to be listed. */
  readonly shortOnes: number;
  readonly reasonOf: (deviation: Deviation) => string | null;
  readonly onExcuse: () => void;
  readonly onTakeBack: () => void;
};

/** Where they were elsewhere than planned, in words; the one under the cursor can be excused, or its excuse taken back. */
export function Deviations(props: ListProps) {
  const { deviations, at, zone, several, shortOnes, reasonOf, onExcuse, onTakeBack } = props;
  const more = shortOnes > 0 && <p className="px-2 py-1 text-small text-ink-2">{w.shortOnes(shortOnes)}</p>;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (deviations.length === 0)
    return (
      <>
        <p className="px-2 text-small text-ink-2">{w.noDeviations}</p>
        {more}
      </>
    );
  return (
    <>
      <ul ref={list} aria-label={w.deviations} className="flex flex-col text-small tabular-nums">
        {deviations.map((each) => {
          const current = each.startAt === at;
          const reason = reasonOf(each);
          const from = clockTime(each.startAt, zone);
          return (
            <li
              key={each.startAt}
              aria-current={current}
              data-cursor={current || undefined}
              onClick={() => setStaffing({ deviationAt: each.startAt })}
              className={cx(
                'flex min-h-[30px] items-center gap-2 border-b border-line px-2 py-[2px]',
                current ? 'bg-accent-soft' : 'hover:bg-canvas',
              )}
            >
              <span className="w-[90px] shrink-0">
                {from} – {clockTime(each.endAt, zone)}
              </span>
              <span className="min-w-0 flex-1">
                {several && `${dayName(dayOf(each.startAt, zone))}, `}
                {each.planned === null ? w.beside(each) : w.deviation(each)}
                <span className="text-ink-2">, {w.minutes((each.endAt - each.startAt) / 60_000)}</span>
                {each.excused && (
                  <span className="block text-ink-2" dir="auto">
                    <Check size={11} aria-hidden className="mr-1 inline" />
                    {reason === null ? w.isExcused : w.excusedFor(reason)}
                  </span>
                )}
              </span>
              {current && !each.excused && (
                <Button small onClick={onExcuse}>
                  {w.excuse} <Kbd keys="e" />
                </Button>
              )}
              {current && each.excused && (
                <Button small onClick={onTakeBack} icon={<RotateCcw size={12} aria-hidden />}>
                  {w.takeBack} <Kbd keys="b" />
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {more}
    </>
  );
}
