import { useRef, type ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import { useVirtual } from '../ui/virtual.ts';

type RowsProps<T> = {
  readonly label: string;
  /** Tailwind's `grid-cols-[…]`. */
  readonly columns: string;
  readonly heads: readonly { readonly text: string; readonly right?: boolean }[];
  readonly rows: readonly T[];
  readonly cells: (row: T, index: number) => readonly ReactNode[];
  /** More than so many rows scroll in a space of their own, and only what is seen of them is drawn. */
  readonly most?: number;
};

const rowPx = 34;
const cellClass = 'min-w-0 py-[7px]';

function Row({ cells, columns }: { readonly cells: readonly ReactNode[]; readonly columns: string }) {
  return (
    <div className={cx('grid min-h-[34px] items-start gap-x-3 border-b border-line px-4', columns)} role="presentation">
      {cells.map((cell, at) => (
        <div key={at} role="cell" className={cellClass}>
          {cell}
        </div>
      ))}
    </div>
  );
}

/** A table of short rows, made for long lists: beyond `most` it scrolls by itself and draws what is seen. */
export function Rows<T>({ label, columns, heads, rows, cells, most = 80 }: RowsProps<T>) {
  const scroll = useRef<HTMLDivElement>(null);
  const tall = rows.length > most;
  const virtual = useVirtual({
    count: tall ? rows.length : 0,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    overscan: 12,
  });
  const drawn = tall ? virtual.getVirtualItems() : null;
  return (
    <div
      ref={scroll}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      {...(tall && { tabIndex: 0 })}
      className={cx('relative -outline-offset-2', tall && 'max-h-[410px] overflow-y-auto')}
    >
      <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
        <div role="row" className={cx('grid h-[28px] items-center gap-x-3 border-b border-line px-4', columns)}>
          {heads.map(({ text, right }) => (
            <span
              key={text}
              role="columnheader"
              className={cx('truncate text-small text-ink-2', right && 'text-right')}
            >
              {text}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="relative" {...(tall && { style: { height: virtual.getTotalSize() } })}>
        {drawn === null
          ? rows.map((row, index) => (
              <div key={index} role="row" aria-rowindex={index + 2} className="last:*:border-b-0">
                <Row cells={cells(row, index)} columns={columns} />
              </div>
            ))
          : drawn.map((item) => {
              const row = rows[item.index];
              return (
                row !== undefined && (
                  <div
                    key={item.key}
                    ref={virtual.measureElement}
                    data-index={item.index}
                    role="row"
                    aria-rowindex={item.index + 2}
                    className="absolute inset-x-0"
                    style={{ top: item.start }}
                  >
                    <Row cells={cells(row, item.index)} columns={columns} />
                  </div>
                )
              );
            })}
      </div>
    </div>
  );
}
