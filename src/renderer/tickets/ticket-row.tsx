import { memo, useEffect, useRef } from 'react';
import type { ColumnKey, TicketRow } from '../../contract/index.ts';
import { t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { Cell, type CellContext } from './cells.tsx';
import { iconColumns } from './columns.ts';

export const rowClass =
  'absolute inset-x-0 top-0 grid items-center border-b border-line [contain:strict] [grid-template-columns:var(--tracks)]';

const still = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Tints a row once when the state of its ticket changes under the reader's eyes. */
function useTint(row: TicketRow) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef({ id: row.id, said: '' });
  const said = `${row.status} ${row.band} ${row.assigneeId ?? ''} ${row.priority}`;
  useEffect(() => {
    const changed = before.current.id === row.id && before.current.said !== '' && before.current.said !== said;
    before.current = { id: row.id, said };
    if (!changed || still()) return;
    const tint = getComputedStyle(document.documentElement).getPropertyValue('--accent-soft');
    element.current?.animate([{ backgroundColor: tint, offset: 0.1 }, { backgroundColor: tint, offset: 0.85 }, {}], {
      duration: 900,
      easing: 'ease-out',
    });
  }, [row.id, said]);
  return element;
}

type RowProps = {
  readonly row: TicketRow;
  readonly columns: readonly ColumnKey[];
  readonly context: CellContext;
  readonly index: number;
  readonly position: number;
  readonly top: number;
  /** Where the keys are. */
  readonly cursor: boolean;
  /** What the panel shows, or the cursor where there is none. */
  readonly current: boolean;
  readonly picked: boolean;
};

const cellClass = (column: ColumnKey): string =>
  cx('flex min-w-0 items-center', column === 'due' ? 'justify-end pr-3' : iconColumns.has(column) ? '' : 'pr-3');

export const BoardRow = memo(function BoardRow(props: RowProps) {
  const { row, columns, context, index, position, top, cursor, current, picked } = props;
  const element = useTint(row);
  return (
    <div
      ref={element}
      role="row"
      id={`row-${position}`}
      aria-rowindex={position + 2}
      aria-selected={picked}
      data-index={index}
      data-id={row.id}
      data-cursor={cursor || undefined}
      data-current={current || undefined}
      style={{ transform: `translateY(${top}px)` }}
      className={cx(
        rowClass,
        'h-[34px]',
        current
          ? 'bg-accent-soft before:absolute before:inset-y-0 before:left-0 before:w-[2px] before:bg-accent'
          : 'hover:bg-canvas',
        picked && !current && 'bg-accent-soft/50',
      )}
    >
      <div role="gridcell" className="flex items-center pl-[14px]">
        <input
          type="checkbox"
          className="check"
          tabIndex={-1}
          checked={picked}
          readOnly
          aria-label={t.board.select(row.number)}
          data-pick
        />
      </div>
      {columns.map((column) => (
        <div key={column} role="gridcell" className={cellClass(column)}>
          <Cell column={column} row={row} context={context} />
        </div>
      ))}
    </div>
  );
});

type GhostProps = { readonly columns: readonly ColumnKey[]; readonly position: number; readonly top: number };

/** A row that is on its way. */
export const GhostRow = memo(function GhostRow({ columns, position, top }: GhostProps) {
  return (
    <div
      role="row"
      aria-rowindex={position + 2}
      aria-busy
      style={{ transform: `translateY(${top}px)` }}
      className={cx(rowClass, 'h-[34px]')}
    >
      <div role="gridcell" />
      {columns.map((column) => (
        <div key={column} role="gridcell" className={cellClass(column)}>
          {!iconColumns.has(column) && <span className={cx('ghost', column === 'subject' ? 'w-3/5' : 'w-2/3')} />}
        </div>
      ))}
    </div>
  );
});
