import { ChevronDown, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, type MouseEvent, type RefObject } from 'react';
import { d } from '../strings/en-day.ts';
import { useWidth } from '../ui/use-width.ts';
import { cx } from '../ui/cx.ts';
import { clockTime } from '../ui/format.ts';
import { useMinute } from '../ui/use-now.ts';
import { useVirtual } from '../ui/virtual.ts';
import { foldPx, linePx, linesOf, rowsOf, topsOf, type Line } from './board-lines.ts';
import { blankShift, edit } from './day-actions.ts';
import { setCursor, setDay, useDay } from './day-store.ts';
import { DragGhost } from './drag-ghost.tsx';
import { useGhost } from './drag.ts';
import { atOf, hourMs, hourTicks, labelEvery, snap, xOf, type Axis, type Stretch } from './geometry.ts';
import { headPx, LaneRow, lanePx, spotId } from './lane-row.tsx';
import { spotsOf, type Lane, type Lanes } from './lanes.ts';
import { flush } from './save.ts';
import { stripPx, StripRow } from './strip-row.tsx';
import { within, type Strip } from './strips.ts';
import { useBoardHandle, type Place } from './use-board-handle.ts';
import { grab, useDrag } from './use-drag.ts';
import { barWords } from './words.ts';

const hoursPx = 30;
/** An hour is never drawn narrower: below it the board scrolls sideways. */
const leastHourPx = 44;

type Props = {
  readonly date: string;
  readonly label: string;
  readonly zone: string;
  readonly today: boolean;
  readonly hours: Stretch;
  readonly lanes: Lanes;
  readonly strips: readonly Strip[];
  readonly names: ReadonlyMap<string, string>;
  /** What agents do now, in words, by person. */
  readonly states: ReadonlyMap<string, string>;
  readonly headWords: string;
};

function useAxis(hours: Stretch, scroller: RefObject<HTMLDivElement | null>): Axis {
  const width = useWidth(scroller);
  const zoom = useDay((state) => state.zoom);
  const { startAt, endAt } = hours;
  return useMemo(() => {
    const count = (endAt - startAt) / hourMs;
    const fit = Math.max(width - headPx, count * leastHourPx);
    return { startAt, endAt, widthPx: Math.floor(fit * zoom) };
  }, [startAt, endAt, width, zoom]);
}

/** The hours, and the time now over them. */
function Hours({ axis, zone, now, words }: { axis: Axis; zone: string; now: number | null; words: string }) {
  const ticks = useMemo(() => hourTicks(axis, zone), [axis, zone]);
  const every = labelEvery((hourMs / (axis.endAt - axis.startAt)) * axis.widthPx);
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="flex h-[30px] border-b border-line bg-surface"
      style={{ width: headPx + axis.widthPx }}
    >
      <div
        role="columnheader"
        style={{ width: headPx }}
        className="sticky left-0 z-[8] flex h-full shrink-0 items-center border-r border-line bg-surface pl-[14px] text-small text-ink-2 tabular-nums"
      >
        {words}
      </div>
      <div role="columnheader" aria-label={d.head.day} className="relative h-full flex-1">
        {ticks.map(
          (at, index) =>
            index % every === 0 && (
              <span
                key={at}
                aria-hidden
                style={{ left: xOf(axis, at) + 5 }}
                className="absolute top-[6px] text-small text-ink-2 tabular-nums"
              >
                {clockTime(at, zone)}
              </span>
            ),
        )}
        {now !== null && (
          <span
            title={d.board.now(clockTime(now, zone))}
            style={{ left: xOf(axis, now) }}
            className="absolute top-[6px] z-[5] -translate-x-1/2 rounded-[5px] bg-late px-[6px] text-small font-bold text-surface tabular-nums"
          >
            {clockTime(now, zone)}
          </span>
        )}
      </div>
    </div>
  );
}

function NowLine({ axis, now }: { readonly axis: Axis; readonly now: number }) {
  return (
    <span
      aria-hidden
      style={{ left: headPx + xOf(axis, now) - 1 }}
      className="pointer-events-none absolute inset-y-0 z-[5] w-[2px] bg-late"
    />
  );
}

type FoldProps = { readonly count: number; readonly top: number; readonly index: number; readonly current: boolean };

function FoldRow({ count, top, index, current }: FoldProps) {
  const open = useDay((state) => state.freeOpen);
  const Chevron = open ? ChevronDown : ChevronRight;
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      style={{ transform: `translateY(${top}px)`, height: foldPx }}
      className="absolute inset-x-0 top-0 border-b border-line bg-canvas"
    >
      <div
        role="gridcell"
        id={spotId('free')}
        data-cursor={current || undefined}
        aria-selected={current}
        aria-expanded={open}
        aria-label={d.board.fold(open, count)}
        onClick={() => setDay({ freeOpen: !open })}
        className="sticky left-0 flex h-full w-fit items-center gap-2 pr-3 pl-[14px] text-small font-semibold"
      >
        {d.board.free(count)}
        <Chevron size={13} aria-hidden className="text-ink-3" />
      </div>
    </div>
  );
}

/** Brings the cursor into sight: out from under the hours, the strips and the names. */
function useReveal(
  scroller: RefObject<HTMLDivElement | null>,
  place: Place | null,
  rowTop: number,
  headerPx: number,
): void {
  const spot = place?.spot;
  const elementId = place?.elementId ?? '';
  useEffect(() => {
    const element = scroller.current;
    if (element === null || document.activeElement !== element) return;
    if (rowTop >= 0) {
      const room = element.clientHeight - headerPx;
      if (rowTop < element.scrollTop) element.scrollTo({ top: rowTop });
      else if (rowTop + lanePx > element.scrollTop + room) element.scrollTo({ top: rowTop + lanePx - room });
    }
    const shown = document.getElementById(elementId);
    if (shown === null) return;
    const box = shown.getBoundingClientRect();
    const frame = element.getBoundingClientRect();
    const left = frame.left + headPx;
    const right = frame.left + element.clientWidth;
    if (box.left < left || box.width > right - left) element.scrollBy({ left: box.left - left - 8 });
    else if (box.right > right) element.scrollBy({ left: box.right - right + 8 });
  }, [scroller, spot, elementId, rowTop, headerPx]);
}

/** Where hours do not all fit, the board begins a little before now. */
function useStartScroll(scroller: RefObject<HTMLDivElement | null>, axis: Axis, now: number | null): void {
  const at = useRef(now);
  useLayoutEffect(() => {
    at.current = now;
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null && at.current !== null && headPx + axis.widthPx > element.clientWidth + 1)
      element.scrollTo({ left: xOf(axis, at.current) - (element.clientWidth - headPx) / 3 });
  }, [scroller, axis]);
}

type ClickInput = { readonly rows: readonly Line[]; readonly axis: Axis; readonly date: string };

const laneOfEvent = (event: MouseEvent, rows: readonly Line[]): Lane | null => {
  const id = (event.target as Element).closest<HTMLElement>('[data-lane]')?.dataset['lane'];
  const line = rows.find((row) => row.id === id);
  return line?.kind === 'lane' ? line.lane : null;
};

function onClick(event: MouseEvent, { rows }: ClickInput): void {
  const target = event.target as Element;
  const spot = target.closest<HTMLElement>('[data-spot]')?.dataset['spot'] ?? null;
  const lane = laneOfEvent(event, rows);
  if (lane !== null) setCursor({ lane: lane.id, spot });
  const strip = target.closest<HTMLElement>('[data-strip]')?.dataset['strip'];
  const bar = target.closest<HTMLElement>('[data-bar]')?.dataset['bar'];
  if (strip !== undefined && bar !== undefined) setCursor({ lane: `strip-${strip}`, spot: bar });
}

/** Twice on a shift edits it; on an empty place it makes one that begins there. */
function onDoubleClick(event: MouseEvent, { rows, axis, date }: ClickInput): void {
  const target = event.target as Element;
  const lane = laneOfEvent(event, rows);
  if (lane === null) return;
  const key = target.closest<HTMLElement>('[data-spot]')?.dataset['spot'];
  const spot = spotsOf(lane).find((each) => each.key === key);
  if (spot !== undefined) {
    edit(spot.shift);
    return;
  }
  const hours = target.closest<HTMLElement>('[data-hours]')?.getBoundingClientRect();
  if (hours === undefined) return;
  const blank = blankShift(lane.person?.id ?? null, date);
  const startAt = snap(atOf(axis, event.clientX - hours.left));
  setDay({ edited: { ...blank, startAt, endAt: startAt + blank.endAt - blank.startAt } });
}

function wordsAt(strip: Strip, at: number, zone: string, today: boolean): string {
  const bar = strip.bars.find(({ interval }) => interval.at === at);
  return bar === undefined ? '' : barWords(strip.name, bar, strip.stepMs, zone, today, strip.hasForecast);
}

type RowProps = Pick<Props, 'zone' | 'names' | 'states'> & {
  readonly line: Line | undefined;
  readonly top: number;
  readonly index: number;
  readonly cursor: string | null;
  readonly dragged: string | null;
  readonly axis: Axis;
};

function BoardRow({ line, states, dragged, cursor, ...rest }: RowProps) {
  if (line === undefined || line.kind === 'strip') return null;
  if (line.kind === 'fold')
    return <FoldRow count={line.count} top={rest.top} index={rest.index} current={cursor !== null} />;
  const { lane } = line;
  const own = dragged !== null && lane.shifts.some(({ id }) => id === dragged) ? dragged : null;
  return <LaneRow lane={lane} cursor={cursor} dragged={own} state={states.get(lane.id) ?? null} {...rest} />;
}

/** The day hour by hour: strips on top, a lane for each person, all moved by keys or by hand. */
export function DayBoard(props: Props) {
  const { date, label, zone, today, hours, lanes, names, states, headWords } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const axis = useAxis(hours, scroller);
  const strips = useMemo(() => props.strips.map((strip) => within(strip, hours)), [props.strips, hours]);
  const freeOpen = useDay((state) => state.freeOpen);
  const rows = useMemo(() => rowsOf(lanes, freeOpen || lanes.staffed.length === 0), [lanes, freeOpen]);
  const lines = useMemo(() => linesOf(strips, rows), [strips, rows]);
  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);
  const figures = useCallback((strip: Strip, at: number) => wordsAt(strip, at, zone, today), [zone, today]);
  const place = useBoardHandle(lines, date, focus, figures);
  const minute = useMinute();
  const now = today && minute >= axis.startAt && minute < axis.endAt ? minute : null;
  const dragged = useGhost((state) => state.ghost?.shift.id ?? null);
  const headerPx = hoursPx + strips.length * stripPx;

  const virtual = useVirtual({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => linePx(rows[index]),
    overscan: 8,
  });
  const { measure } = virtual;
  useLayoutEffect(() => {
    measure();
  }, [rows, measure]);
  useEffect(() => {
    if (document.activeElement === document.body) focus();
  }, [focus]);
  useEffect(() => flush, [date]);

  const tops = useMemo(() => topsOf(rows), [rows]);
  const row = (place?.line ?? -1) - strips.length;
  useReveal(scroller, place, tops[row] ?? -1, headerPx);
  useStartScroll(scroller, axis, now);
  useDrag({
    scroller,
    axis,
    laneOf: (id) => {
      const found = rows.find((each) => each.id === id);
      return found?.kind === 'lane' ? found.lane : undefined;
    },
    laneAt: (clientY) => {
      const element = scroller.current;
      if (element === null) return null;
      const y = clientY - element.getBoundingClientRect().top - headerPx + element.scrollTop;
      const at = tops.findLastIndex((top) => top <= y);
      const found = rows[at];
      return found?.kind === 'lane' ? { lane: found.lane, top: tops[at] ?? 0 } : null;
    },
  });

  const input = { rows, axis, date };
  const items = virtual.getVirtualItems();
  const drawn = row < 0 || items.some(({ index }) => index === row);
  return (
    <div
      ref={scroller}
      role="grid"
      data-board
      tabIndex={0}
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-activedescendant={drawn ? place?.elementId : undefined}
      onPointerDown={grab}
      onClick={(event) => onClick(event, input)}
      onDoubleClick={(event) => onDoubleClick(event, input)}
      className={cx(
        'relative min-h-0 flex-1 overflow-auto bg-surface [overflow-anchor:none]',
        dragged !== null && 'cursor-grabbing select-none',
      )}
    >
      <div role="rowgroup" className="sticky top-0 z-10 w-fit">
        <Hours axis={axis} zone={zone} now={now} words={headWords} />
        {strips.map((strip, index) => (
          <StripRow
            key={strip.id}
            strip={strip}
            axis={axis}
            index={index + 1}
            zone={zone}
            today={today}
            cursor={place?.line === index ? place.spot : null}
          />
        ))}
        {now !== null && (
          <span aria-hidden className="absolute inset-x-0 top-[30px] bottom-0">
            <NowLine axis={axis} now={now} />
          </span>
        )}
      </div>
      <div
        role="rowgroup"
        className="relative"
        style={{
          height: Math.max(virtual.getTotalSize(), 1),
          minHeight: `calc(100% - ${headerPx}px)`,
          width: headPx + axis.widthPx,
        }}
      >
        {now !== null && <NowLine axis={axis} now={now} />}
        {items.map(({ index, start }) => (
          <BoardRow
            key={rows[index]?.id}
            line={rows[index]}
            top={start}
            index={strips.length + index + 1}
            cursor={index === row ? (place?.spot ?? null) : null}
            dragged={dragged}
            axis={axis}
            zone={zone}
            names={names}
            states={states}
          />
        ))}
        <DragGhost axis={axis} zone={zone} />
      </div>
    </div>
  );
}
