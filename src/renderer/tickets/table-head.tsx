import type { Header } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo } from 'react';
import type { ColumnKey, Sort, TicketRow } from '../../contract/index.ts';
import { t } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { Resizer } from '../ui/resizer.tsx';
import { iconColumns, narrowest, type BoardFeatures } from './columns.ts';
import { sortKeyOf } from './sorting.ts';

type HeadProps = {
  readonly headers: readonly Header<BoardFeatures, TicketRow>[];
  /** CSS grid tracks: also what tells that a width has changed. */
  readonly tracks: string;
  readonly sort: Sort;
  readonly allPicked: boolean;
  readonly somePicked: boolean;
  readonly onPickAll: (on: boolean) => void;
  readonly onSort: (column: ColumnKey, add: boolean) => void;
  readonly onWidth: (column: ColumnKey, width: number) => void;
  readonly onWidthDone: (column: ColumnKey, width: number) => void;
};

type SortMark = { readonly descending: boolean; readonly place: number } | null;

function markOf(sort: Sort, column: ColumnKey): SortMark {
  const by = sortKeyOf(column);
  const place = sort.findIndex((key) => key.by === by);
  const held = sort[place];
  return held === undefined ? null : { descending: held.descending, place };
}

function Title({
  column,
  mark,
  several,
}: {
  readonly column: ColumnKey;
  readonly mark: SortMark;
  readonly several: boolean;
}) {
  const Arrow = mark?.descending === true ? ArrowUp : ArrowDown;
  const words = column === 'due' && mark !== null ? t.board.dueSorted(mark.descending) : t.column[column];
  return (
    <>
      <span className={iconColumns.has(column) ? 'sr-only' : 'truncate'}>{words}</span>
      {mark !== null && <Arrow size={12} strokeWidth={2} aria-hidden className="shrink-0" />}
      {mark !== null && several && <span className="text-[10px] text-ink-3">{mark.place + 1}</span>}
    </>
  );
}

type ColumnHeadProps = Omit<HeadProps, 'headers' | 'tracks' | 'allPicked' | 'somePicked' | 'onPickAll'> & {
  readonly header: Header<BoardFeatures, TicketRow>;
};

function ColumnHead({ header, sort, onSort, onWidth, onWidthDone }: ColumnHeadProps) {
  const column = header.column.id as ColumnKey;
  const mark = markOf(sort, column);
  const sortable = sortKeyOf(column) !== undefined;
  const direction = mark === null ? 'none' : mark.descending ? 'descending' : 'ascending';
  return (
    <div
      role="columnheader"
      aria-sort={sortable ? direction : undefined}
      className={cx('relative flex h-full min-w-0 items-center', column === 'due' ? 'justify-end pr-3' : 'pr-2')}
    >
      <button
        type="button"
        disabled={!sortable}
        title={sortable ? `${t.column[column]}. ${t.board.sortHint}` : t.column[column]}
        onClick={(event) => onSort(column, event.shiftKey)}
        className="inline-flex h-6 max-w-full min-w-3 items-center gap-1 rounded-[4px] text-small font-medium text-ink-2 enabled:hover:text-ink"
      >
        <Title column={column} mark={mark} several={sort.length > 1} />
      </button>
      {column !== 'subject' && (
        <Resizer
          label={t.board.width(t.column[column])}
          value={header.getSize()}
          min={narrowest}
          max={800}
          grows={column === 'due' ? 'left' : 'right'}
          focusable={!iconColumns.has(column)}
          onResize={(px) => onWidth(column, px)}
          onDone={(px) => onWidthDone(column, px)}
          className={column === 'due' ? 'left-0' : 'right-0'}
        />
      )}
    </div>
  );
}

/** The header of a board: sorts, sets widths, ticks all. Sticks to the top of what scrolls, and is not drawn again for it. */
export const TableHead = memo(function TableHead({
  headers,
  tracks,
  allPicked,
  somePicked,
  onPickAll,
  ...rest
}: HeadProps) {
  return (
    <div role="rowgroup" className="sticky top-0 z-10 bg-surface">
      <div
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: tracks }}
        className="grid h-[30px] items-center border-b border-line"
      >
        <div role="columnheader" className="flex items-center pl-[14px]">
          <input
            type="checkbox"
            className="check"
            checked={allPicked}
            ref={(box) => {
              if (box !== null) box.indeterminate = somePicked && !allPicked;
            }}
            onChange={(event) => onPickAll(event.target.checked)}
            aria-label={t.board.selectAll}
            title={t.board.selectAll}
          />
        </div>
        {headers.map((header) => (
          <ColumnHead key={header.id} header={header} {...rest} />
        ))}
      </div>
    </div>
  );
});
