import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Adherence, AgentState } from '../../contract/index.ts';
import { placeAfter, stepOf } from '../ui/list-steps.ts';
import { sw } from '../strings/en-staffing.ts';
import { cx } from '../ui/cx.ts';
import { Avatar } from '../ui/marks.tsx';
import { setStaffing } from './staffing-store.ts';
import { firstMark } from '../app/use-focus.ts';

const w = sw.adherence;

export type PersonRow = Adherence['people'][number] & {
  readonly name: string;
  readonly team: string | null;
  readonly state: AgentState | null;
  /** Deviations of under a minute, which are not listed. */
  readonly shortOnes: number;
};

const rowId = (index: number): string => `adherence-${index}`;
const columns =
  'grid items-center gap-3 px-4 [grid-template-columns:minmax(130px,1.4fr)_minmax(80px,1fr)_92px_92px_minmax(96px,0.9fr)_minmax(96px,0.9fr)_72px] @max-[760px]:[grid-template-columns:minmax(120px,1fr)_84px_92px_minmax(96px,1fr)]';
const wide = '@max-[760px]:hidden';

type RowProps = {
  readonly row: PersonRow;
  readonly index: number;
  readonly current: boolean;
  readonly live: boolean;
};

function Row({ row, index, current, live }: RowProps) {
  return (
    <div
      role="row"
      id={rowId(index)}
      aria-selected={current}
      data-cursor={current || undefined}
      onClick={() => setStaffing({ personId: row.personId, deviationAt: null })}
      className={cx(
        'relative h-[34px] border-b border-line tabular-nums',
        columns,
        current
          ? 'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[2px] before:bg-accent'
          : 'hover:bg-canvas',
      )}
    >
      <span role="gridcell" className="flex min-w-0 items-center gap-2">
        <Avatar name={row.name} />
        <span className="truncate font-semibold" dir="auto" title={row.name}>
          {row.name}
        </span>
      </span>
      <span role="gridcell" className={cx('truncate text-ink-2', wide)} dir="auto">
        {live ? w.nowIs(row.state) : row.team}
      </span>
      <span role="gridcell" className="text-right font-semibold">
        {w.share(row.adherence)}
      </span>
      <span role="gridcell" className="text-right">
        {w.share(row.conformance)}
      </span>
      <span role="gridcell" className="text-right text-ink-2">
        {w.of(row.adherentMinutes, row.scheduledMinutes)}
      </span>
      <span role="gridcell" className={cx('text-right text-ink-2', wide)}>
        {w.of(row.workedMinutes, row.plannedWorkMinutes)}
      </span>
      <span role="gridcell" className={cx('text-right text-ink-2', wide)}>
        {row.excusedMinutes === 0 ? sw.none : w.minutes(row.excusedMinutes)}
      </span>
    </div>
  );
}

const heads = (live: boolean) =>
  [
    [w.name, ''],
    [live ? w.now : w.team, wide],
    [w.adherence, 'text-right'],
    [w.conformance, 'text-right'],
    [w.adherentOf, 'text-right'],
    [w.workedOf, `text-right ${wide}`],
    [w.excused, `text-right ${wide}`],
  ] as const;

type Props = {
  readonly rows: readonly PersonRow[];
  readonly at: number;
  /** The days go on until now: what somebody does is shown, not the team. */
  readonly live: boolean;
  /** Moves among the deviations of the person under the cursor. */
  readonly onAcross: (by: 1 | -1) => void;
};

/** Everybody with figures; up and down move among people, left and right among one's deviations. */
export function AdherencePeople({ rows, at, live, onAcross }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    grid.current?.querySelector('[data-cursor]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step === null ? undefined : rows[placeAfter(at, step, rows.length)];
    if (next !== undefined) setStaffing({ personId: next.personId, deviationAt: null });
    else if (across !== undefined) onAcross(across === 1 ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      {...firstMark}
      aria-label={w.people}
      aria-activedescendant={rowId(at)}
      onKeyDown={onKeyDown}
      className="@container"
    >
      <div role="rowgroup">
        <div role="row" className={cx('h-[28px] border-y border-line bg-canvas text-small text-ink-2', columns)}>
          {heads(live).map(([label, style]) => (
            <span key={label} role="columnheader" className={cx('truncate', style)} title={label}>
              {label}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {rows.map((row, index) => (
          <Row key={row.personId} row={row} index={index} current={index === at} live={live} />
        ))}
      </div>
    </div>
  );
}
