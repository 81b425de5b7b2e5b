import { useEffect, type KeyboardEvent, type Ref } from 'react';
import type { SampleWeek } from '../../../contract/index.ts';
import { useZone } from '../../client/use-desk.ts';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { firstMark } from '../../app/use-focus.ts';
import { qw } from '../../strings/en-quality.ts';
import { cx } from '../../ui/cx.ts';
import { shortDate } from '../../ui/format.ts';
import { useMinute } from '../../ui/use-now.ts';

const w = qw.sample;
const columns =
  'grid grid-cols-[minmax(216px,1fr)_repeat(6,54px)_minmax(110px,150px)] items-center gap-x-2 px-4 max-[1180px]:gap-x-1 max-[1180px]:grid-cols-[minmax(60px,1fr)_repeat(6,49px)_68px]';
const rowId = (week: string): string => `week-${week}`;

type Props = {
  readonly ref: Ref<HTMLDivElement>;
  readonly weeks: readonly SampleWeek[];
  readonly at: number;
  readonly onMove: (week: string) => void;
};

/** How much of what is wanted of a week is done: a bar and the figure. */
function Coverage({ week }: { readonly week: SampleWeek }) {
  const share = week.coverage === null ? null : Math.min(week.coverage, 1);
  return (
    <span className="flex items-center gap-2" title={w.coverage(week)}>
      <span aria-hidden className="h-[6px] min-w-0 flex-1 max-[1180px]:hidden overflow-hidden rounded-full bg-line">
        <span
          className={cx('block h-full', share !== null && share >= 1 ? 'bg-met' : 'bg-accent')}
          style={{ width: `${(share ?? 0) * 100}%` }}
        />
      </span>
      <span className="w-[44px] text-right tabular-nums">
        {week.coverage === null ? '–' : qw.percent(Math.round(week.coverage * 100))}
      </span>
    </span>
  );
}

const noteOf = (index: number): string => (index === 0 ? w.thisWeek : index === 1 ? w.lastWeek : '');

/** The last weeks, newest first; the one under the cursor is drawn, and what was drawn of it stands below. */
export function WeeksGrid({ ref, weeks, at, onMove }: Props) {
  const zone = useZone();
  const now = useMinute();
  const current = weeks[at]?.week ?? '';
  useEffect(() => {
    document.getElementById(rowId(current))?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : weeks[placeAfter(at, step, weeks.length)];
    if (next === undefined) return;
    onMove(next.week);
    event.preventDefault();
    event.stopPropagation();
  };
  const c = w.columns;
  return (
    <div
      ref={ref}
      {...firstMark}
      role="grid"
      data-board
      tabIndex={0}
      aria-label={w.weeks}
      aria-rowcount={weeks.length}
      aria-activedescendant={rowId(current)}
      onKeyDown={onKeyDown}
      className="max-h-[44%] shrink-0 scroll-pt-[30px] overflow-y-auto border-b border-line"
    >
      <div role="rowgroup" className="sticky top-0 bg-surface">
        <div role="row" className={cx(columns, 'h-[28px] border-b border-line text-small text-ink-2')}>
          {[c.week, c.closed, c.wanted, c.random, c.risk, c.done, c.skipped, c.coverage].map((head, index) => (
            <span key={head} role="columnheader" className={cx('truncate', index > 0 && index < 7 && 'text-right')}>
              {head}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {weeks.map((week, index) => (
          <div
            key={week.week}
            id={rowId(week.week)}
            role="row"
            aria-selected={index === at}
            data-cursor={index === at || undefined}
            onClick={() => onMove(week.week)}
            className={cx(
              columns,
              'h-[34px] border-b border-line tabular-nums select-none last:border-b-0',
              index === at ? 'bg-accent-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-canvas',
            )}
          >
            <span role="gridcell" className="flex min-w-0 items-baseline gap-2">
              <span className="shrink-0 font-semibold">{w.week(week.week)}</span>
              <span className="truncate text-small text-ink-2 max-[1180px]:hidden">
                {shortDate(week.startAt, zone, now)} – {shortDate(week.endAt - 1, zone, now)}
                {noteOf(index) !== '' && ` · ${noteOf(index)}`}
              </span>
            </span>
            {[week.closed, week.wanted, week.random, week.risk, week.done, week.skipped].map((value, column) => (
              <span key={column} role="gridcell" className={cx('text-right', value === 0 && 'text-ink-3')}>
                {value}
              </span>
            ))}
            <span role="gridcell">
              <Coverage week={week} />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
