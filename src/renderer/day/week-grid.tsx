import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, type MouseEvent } from 'react';
import type { DeskShift } from '../../contract/index.ts';
import { d } from '../strings/en-day.ts';
import { useBoard } from '../tickets/board-store.ts';
import { cx } from '../ui/cx.ts';
import { clockTime } from '../ui/format.ts';
import { Avatar } from '../ui/marks.tsx';
import { useVirtual } from '../ui/virtual.ts';
import { edit, openUnder } from './day-actions.ts';
import { useShownDay, type DayHandle } from './day-handle.ts';
import { setCursor, useDay } from './day-store.ts';
import { clamp } from './geometry.ts';
import { whoWords } from './lane-row.tsx';
import type { Cell, WeekRow } from './week-cells.ts';
import { offWords, shiftWords } from './words.ts';

const rowPx = 40;
const headPx = 48;
const nameWidth = 206;
const dayWidth = { week: 88, month: 35 } as const;

export type DaySum = { readonly date: string; readonly scheduled: number; readonly required: number | null };

type Props = {
  readonly rows: readonly WeekRow[];
  readonly dates: readonly string[];
  readonly sums: readonly DaySum[];
  readonly today: string;
  readonly zone: string;
  readonly names: ReadonlyMap<string, string>;
  readonly weekday: (date: string) => string;
  readonly longDate: (date: string) => string;
};

const cellId = (row: string, date: string): string => `cell-${row}-${date}`;
const rowName = (row: WeekRow): string => row.person?.name ?? d.board.open;

/** `08:30–17:00`; where there is little room in two lines. */
function Times({
  shift,
  zone,
  narrow,
}: {
  readonly shift: DeskShift;
  readonly zone: string;
  readonly narrow: boolean;
}) {
  const from = clockTime(shift.startAt, zone);
  const to = clockTime(shift.endAt, zone);
  if (!narrow) return `${from}–${to}`;
  return (
    <span className="flex flex-col leading-[11px]">
      <span>{from}</span>
      <span>{to}</span>
    </span>
  );
}

type CellProps = Pick<Props, 'zone' | 'names'> & {
  readonly cell: Cell;
  readonly row: WeekRow;
  readonly date: string;
  readonly label: string;
  readonly narrow: boolean;
  readonly current: boolean;
  readonly today: boolean;
  readonly weekend: boolean;
};

const CellBox = memo(function CellBox(props: CellProps) {
  const { cell, row, date, label, narrow, current, today, weekend, zone, names } = props;
  const words = [...cell.shifts.map((shift) => shiftWords(shift, zone, names)), ...cell.away.map(offWords)];
  return (
    <div
      role="gridcell"
      id={cellId(row.id, date)}
      data-row={row.id}
      data-date={date}
      data-cursor={current || undefined}
      aria-selected={current}
      aria-label={d.week.cell(rowName(row), label, words.length === 0 ? d.week.free : words.join('; '))}
      title={words.join('\n')}
      className={cx(
        'relative flex min-w-0 flex-1 items-center gap-[2px] border-r border-line p-[2px]',
        weekend && 'bg-canvas',
        today && 'bg-accent-soft/40',
        current && 'ring-2 ring-accent ring-inset',
        cell.away.length > 0 && 'hatched',
      )}
    >
      {cell.shifts.map((shift) => (
        <span
          key={shift.id}
          data-shift={shift.id}
          className={cx(
            'flex h-[28px] min-w-0 flex-1 items-center justify-center overflow-hidden rounded-[4px] px-[1px] font-semibold whitespace-nowrap tabular-nums',
            narrow ? 'text-[9px] tracking-tight' : 'text-cap',
            `act-${shift.work}`,
            shift.draft && !shift.removed && 'border border-dashed border-accent',
            shift.removed && 'line-through opacity-50',
          )}
        >
          <Times shift={shift} zone={zone} narrow={narrow || cell.shifts.length > 1} />
        </span>
      ))}
      {cell.shifts.length === 0 && cell.away[0] !== undefined && (
        <span className="truncate rounded-[3px] bg-surface px-[4px] text-cap text-ink-2">{offWords(cell.away[0])}</span>
      )}
    </div>
  );
});

/** Hours of each week, of one also against the contract. */
function Hours({ row }: { readonly row: WeekRow }) {
  const contract = row.person?.contractMinutes ?? null;
  const over = contract !== null && row.minutes.some((minutes) => minutes > contract);
  const [only] = row.minutes.length === 1 ? row.minutes : [];
  const words =
    only === undefined
      ? row.minutes.map((minutes) => d.decimal(minutes / 60)).join(' ')
      : contract === null
        ? d.hours(only)
        : d.week.contract(only, contract);
  const title = [d.week.perWeek, contract === null ? '' : d.week.contractIs(contract), over ? d.week.overContract : ''];
  return (
    <span
      title={title.filter(Boolean).join(', ')}
      className={cx('shrink-0 text-cap tabular-nums', over ? 'font-semibold text-late' : 'text-ink-2')}
    >
      {words}
      {over && <span className="sr-only"> {d.week.overContract}</span>}
    </span>
  );
}

type RowProps = Pick<Props, 'dates' | 'today' | 'zone' | 'names' | 'longDate'> & {
  readonly row: WeekRow;
  readonly index: number;
  readonly top: number;
  /** The day under the cursor, where it is in this row. */
  readonly cursor: string | null;
};

const Row = memo(function Row({ row, index, top, cursor, dates, today, zone, names, longDate }: RowProps) {
  const { person } = row;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 top-0 flex h-[40px] border-b border-line"
    >
      <div
        role="rowheader"
        style={{ width: nameWidth }}
        title={person === null ? d.board.openHow : whoWords(person, null)}
        className={cx(
          'sticky left-0 z-[2] flex shrink-0 items-center gap-2 border-r border-line bg-surface pr-2 pl-[14px]',
          cursor !== null && 'shadow-[inset_2px_0_0_var(--accent)]',
        )}
      >
        {person === null ? (
          <span aria-hidden className="size-5 shrink-0 rounded-full border border-dashed border-ink-3" />
        ) : (
          dates.length <= 7 && <Avatar name={person.name} />
        )}
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto">
          {rowName(row)}
        </span>
        <Hours row={row} />
      </div>
      {dates.map((date, day) => (
        <CellBox
          key={date}
          cell={row.cells[day] ?? { shifts: [], away: [] }}
          row={row}
          date={date}
          label={longDate(date)}
          narrow={dates.length > 7}
          current={cursor === date}
          today={date === today}
          weekend={day % 7 >= 5}
          zone={zone}
          names={names}
        />
      ))}
    </div>
  );
});

function HeadRow({ dates, sums, today, weekday }: Pick<Props, 'dates' | 'sums' | 'today' | 'weekday'>) {
  const narrow = dates.length > 7;
  return (
    <div role="row" aria-rowindex={1} className="sticky top-0 z-[3] flex h-[48px] border-b border-line bg-surface">
      <div
        role="columnheader"
        style={{ width: nameWidth }}
        className="sticky left-0 z-[4] flex shrink-0 flex-col justify-center border-r border-line bg-surface pr-2 pl-[14px] text-cap text-ink-2"
      >
        <span>{d.week.scheduled}</span>
        <span>{d.week.ofRequired}</span>
      </div>
      {dates.map((date, index) => {
        const sum = sums[index];
        const isShort = sum?.required != null && sum.scheduled < sum.required - 0.25;
        const planned = sum === undefined ? '' : String(Math.round(sum.scheduled));
        const wanted = sum?.required == null ? '' : String(Math.round(sum.required));
        const figures = wanted === '' ? planned : narrow ? `${planned}/${wanted}` : d.week.sum(planned, wanted);
        return (
          <div
            key={date}
            role="columnheader"
            aria-current={date === today ? 'date' : undefined}
            title={sum === undefined ? undefined : d.week.sums(sum.scheduled, sum.required)}
            className={cx(
              'flex min-w-0 flex-1 flex-col items-center justify-center overflow-hidden border-r border-line tabular-nums',
              date === today && 'bg-accent-soft/40',
            )}
          >
            <span className={cx('font-semibold whitespace-nowrap', narrow && 'text-cap')}>{weekday(date)}</span>
            <span
              className={cx(
                'whitespace-nowrap',
                narrow ? 'text-[9.5px]' : 'text-cap',
                isShort ? 'font-semibold text-late' : 'text-ink-2',
              )}
            >
              {figures}
            </span>
          </div>
        );
      })}
    </div>
  );
}

type Spot = { readonly row: number; readonly day: number };

function useWeekHandle({ rows, dates, today }: Pick<Props, 'rows' | 'dates' | 'today'>, focus: () => void) {
  const cursor = useDay((state) => state.cursor);
  const spot = useMemo<Spot>(() => {
    const row = rows.findIndex(({ id }) => id === (cursor.lane?.startsWith('open') === true ? 'open' : cursor.lane));
    const day = dates.indexOf(cursor.date ?? today);
    return { row: Math.max(row, 0), day: Math.max(day, 0) };
  }, [rows, dates, cursor.lane, cursor.date, today]);
  const handle = useMemo<DayHandle>(() => {
    const go = (row: number, day: number): void => {
      const next = rows[clamp(row, 0, rows.length - 1)];
      const date = dates[clamp(day, 0, dates.length - 1)];
      if (next !== undefined && date !== undefined) setCursor({ lane: next.id, date, spot: null });
    };
    const rowsTo = { next: spot.row + 1, previous: spot.row - 1, first: 0, last: rows.length - 1 };
    const at = rows[spot.row];
    const date = dates[spot.day];
    return {
      focus,
      vertical: (to) => go(rowsTo[to], spot.day),
      across: (by) => go(spot.row, spot.day + by),
      anchor: () => document.getElementById(cellId(at?.id ?? '', date ?? '')),
      under: () =>
        at === undefined || date === undefined
          ? null
          : {
              personId: at.person?.id ?? null,
              shift: at.cells[spot.day]?.shifts[0] ?? null,
              piece: null,
              date,
              at: null,
            },
    };
  }, [rows, dates, spot, focus]);
  useEffect(() => {
    useShownDay.setState({ handle });
    const board = { move: (to: string) => handle.vertical(to === 'previous' ? 'previous' : 'next'), focus };
    useBoard.setState({ handle: board });
    return () => {
      if (useShownDay.getState().handle === handle) useShownDay.setState({ handle: null });
      if (useBoard.getState().handle === board) useBoard.setState({ handle: null });
    };
  }, [handle, focus]);
  return spot;
}

/** People against days, with the hours of each day and of each person's weeks. */
export function WeekGrid({
  rows,
  dates,
  sums,
  today,
  zone,
  names,
  weekday,
  longDate,
  label,
}: Props & { readonly label: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);
  const spot = useWeekHandle({ rows, dates, today }, focus);
  const virtual = useVirtual({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
  });
  useEffect(() => {
    if (document.activeElement === document.body) focus();
  }, [focus]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || document.activeElement !== element) return;
    const top = spot.row * rowPx;
    const room = element.clientHeight - headPx;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowPx > element.scrollTop + room) element.scrollTop = top + rowPx - room;
  }, [spot]);
  const cellOf = (event: MouseEvent): HTMLElement | null =>
    (event.target as Element).closest<HTMLElement>('[data-date]');
  const pick = (event: MouseEvent): void => {
    const { row, date } = cellOf(event)?.dataset ?? {};
    if (row !== undefined && date !== undefined) setCursor({ lane: row, date, spot: null });
  };
  const open = (event: MouseEvent): void => {
    const id = (event.target as Element).closest<HTMLElement>('[data-shift]')?.dataset['shift'];
    const { row, date } = cellOf(event)?.dataset ?? {};
    const found = rows
      .find((each) => each.id === row)
      ?.cells[dates.indexOf(date ?? '')]?.shifts.find((each) => each.id === id);
    if (found !== undefined) edit(found);
    else if (date !== undefined) openUnder();
  };
  const items = virtual.getVirtualItems();
  const at = rows[spot.row];
  const drawn = items.some(({ index }) => index === spot.row);
  return (
    <div
      ref={scroller}
      role="grid"
      data-board
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={dates.length + 1}
      aria-activedescendant={drawn && at !== undefined ? cellId(at.id, dates[spot.day] ?? '') : undefined}
      onClick={pick}
      onDoubleClick={open}
      className="relative min-h-0 flex-1 overflow-auto bg-surface [overflow-anchor:none]"
    >
      <div style={{ minWidth: nameWidth + dates.length * (dates.length > 7 ? dayWidth.month : dayWidth.week) }}>
        <HeadRow dates={dates} sums={sums} today={today} weekday={weekday} />
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <Row
                  key={row.id}
                  row={row}
                  index={index}
                  top={start}
                  cursor={index === spot.row ? (dates[spot.day] ?? null) : null}
                  dates={dates}
                  today={today}
                  zone={zone}
                  names={names}
                  longDate={longDate}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
