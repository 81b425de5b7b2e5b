import { useEffect, useId, useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { firstMark } from '../app/use-focus.ts';
import { cx } from '../ui/cx.ts';
import { placeAfter, stepOf } from '../ui/list-steps.ts';
import { useVirtual } from '../ui/virtual.ts';

export type GridColumn = {
  readonly key: string;
  readonly label: string;
  readonly isNumber: boolean;
  /** Px. */
  readonly width: number;
  /** Stays in sight at the left. */
  readonly isHead?: boolean;
};

type Props = {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly count: number;
  readonly text: (row: number, column: number) => string;
  /** The whole of it, for hover. */
  readonly whole?: (row: number, column: number) => string;
  /** The last row is that of the totals. */
  readonly hasTotal?: boolean;
  readonly opens?: (row: number, column: number) => boolean;
  readonly onOpen?: (row: number, column: number) => void;
};

type Cursor = { readonly row: number; readonly column: number };

const rowPx = 28;
/** How much further in the first column begins, so that it stands under what is above the table. */
const edgePx = 8;
const sideways: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Where the heads stand that stay in sight. */
const leftOf = (columns: readonly GridColumn[], at: number): number =>
  columns.slice(0, at).reduce((sum, { width }) => sum + width, at === 0 ? 0 : edgePx);

function placed(columns: readonly GridColumn[], at: number): CSSProperties {
  const column = columns[at];
  if (column === undefined) return {};
  return {
    width: column.width + (at === 0 ? edgePx : 0),
    ...(column.isHead === true && { position: 'sticky', left: leftOf(columns, at), zIndex: 1 }),
  };
}

type RowProps = Pick<Props, 'columns' | 'text' | 'whole' | 'opens' | 'onOpen'> & {
  readonly prefix: string;
  readonly row: number;
  readonly top: number;
  readonly isTotal: boolean;
  readonly cursor: Cursor;
  readonly onMove: (cursor: Cursor) => void;
};

function Row({ columns, text, whole, opens, onOpen, prefix, row, top, isTotal, cursor, onMove }: RowProps) {
  const isCurrent = cursor.row === row;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      style={{ transform: `translateY(${String(top)}px)`, height: rowPx }}
      className={cx(
        'absolute top-0 left-0 flex min-w-full border-b border-line select-none',
        isTotal && 'font-semibold',
        isCurrent ? 'bg-accent-soft' : isTotal ? 'bg-canvas' : 'bg-surface',
      )}
    >
      {columns.map((column, at) => {
        const words = text(row, at);
        const leads = opens?.(row, at) === true;
        return (
          <span
            key={column.key}
            id={`${prefix}-${String(row)}-${String(at)}`}
            role={column.isHead === true ? 'rowheader' : 'gridcell'}
            aria-colindex={at + 1}
            aria-selected={isCurrent && cursor.column === at}
            dir="auto"
            title={whole?.(row, at) ?? words}
            style={placed(columns, at)}
            onClick={() => onMove({ row, column: at })}
            onDoubleClick={() => onOpen?.(row, at)}
            className={cx(
              'block shrink-0 truncate bg-inherit px-2 leading-[27px] first:pl-4',
              column.isNumber && 'text-right tabular-nums',
              leads && 'underline decoration-line-strong underline-offset-2',
              words === '0' && 'text-ink-3',
              isCurrent && cursor.column === at && 'shadow-[inset_0_0_0_2px_var(--accent)]',
            )}
          >
            {words}
          </span>
        );
      })}
    </div>
  );
}

const Heads = ({ columns }: { readonly columns: readonly GridColumn[] }) => (
  <div
    role="row"
    aria-rowindex={1}
    className="sticky top-0 z-[2] flex w-max min-w-full border-b border-line bg-surface"
  >
    {columns.map((column, at) => (
      <span
        key={column.key}
        role="columnheader"
        aria-colindex={at + 1}
        dir="auto"
        title={column.label}
        style={placed(columns, at)}
        className={cx(
          'block h-[28px] shrink-0 truncate bg-surface px-2 text-small leading-[28px] text-ink-2 first:pl-4',
          column.isNumber && 'text-right',
        )}
      >
        {column.label}
      </span>
    ))}
  </div>
);

/** A table of any length: the grid has the focus, arrows, J and K move over its cells, Enter opens what one leads to. */
export function DataGrid({ label, columns, count, hasTotal = false, onOpen, ...cells }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const [at, setAt] = useState<Cursor>({ row: 0, column: 0 });
  const cursor = { row: Math.min(at.row, count - 1), column: Math.min(at.column, columns.length - 1) };
  const virtual = useVirtual({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowPx,
    overscan: 12,
    scrollPaddingStart: rowPx,
  });
  useEffect(() => {
    virtual.scrollToIndex(cursor.row, { align: 'auto' });
    document
      .getElementById(`${prefix}-${String(cursor.row)}-${String(cursor.column)}`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [virtual, prefix, cursor.row, cursor.column]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = stepOf(event.key, 15);
    const across = sideways[event.key];
    if (step !== null) setAt({ ...cursor, row: placeAfter(cursor.row, step, count) });
    else if (across !== undefined) setAt({ ...cursor, column: placeAfter(cursor.column, across, columns.length) });
    else if (event.key === 'Enter' && onOpen !== undefined) onOpen(cursor.row, cursor.column);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const width = leftOf(columns, columns.length);
  return (
    <div
      ref={box}
      {...firstMark}
      role="grid"
      data-board
      tabIndex={0}
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={`${prefix}-${String(cursor.row)}-${String(cursor.column)}`}
      onKeyDown={onKeyDown}
      className="min-h-[120px] flex-1 overflow-auto -outline-offset-2"
    >
      <Heads columns={columns} />
      <div role="rowgroup" className="relative min-w-full" style={{ height: virtual.getTotalSize(), width }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <Row
            key={index}
            {...cells}
            {...(onOpen !== undefined && { onOpen })}
            prefix={prefix}
            columns={columns}
            row={index}
            top={start}
            isTotal={hasTotal && index === count - 1}
            cursor={cursor}
            onMove={setAt}
          />
        ))}
      </div>
    </div>
  );
}
