import type { ReportCell, ReportTable } from '../../contract/index.ts';
import { goTo, openTicket } from '../app/window-store.ts';
import { useZone } from '../client/use-desk.ts';
import { openFilter } from '../tickets/open-filter.ts';
import { s } from '../strings/en-stand-up.ts';
import { number } from '../strings/en.ts';
import { cx } from '../ui/cx.ts';
import { exact, moment } from '../ui/format.ts';
import { onTableKey } from '../ui/table-keys.ts';
import { useMinute } from '../ui/use-now.ts';

function words({ value, kind }: ReportCell, zone: string, now: number): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (kind === 'instant') return moment(value, zone, now);
  return kind === 'hours' ? s.hours(value) : number(value);
}

/** What a cell opens: the tickets it counts, or the one it names. */
function opening({ filter, ticketId }: ReportCell): (() => void) | null {
  if (filter !== undefined) return () => openFilter(filter);
  if (ticketId === undefined) return null;
  return () => {
    openTicket(ticketId);
    goTo('queues');
  };
}

type CellProps = {
  readonly cell: ReportCell;
  /** Read out for a number, which says little alone. */
  readonly label: string;
  /** The one that Tab reaches; arrows go on from there. */
  readonly reachable: boolean;
};

function CellView({ cell, label, reachable }: CellProps) {
  const zone = useZone();
  const now = useMinute();
  const open = opening(cell);
  const text = cell.kind === 'text' && typeof cell.value === 'number' ? `#${cell.value}` : words(cell, zone, now);
  if (open === null) {
    const at = cell.kind === 'instant' && typeof cell.value === 'number' ? exact(cell.value, zone) : undefined;
    return <span title={at}>{text}</span>;
  }
  return (
    <button
      type="button"
      tabIndex={reachable ? 0 : -1}
      data-begin={reachable || undefined}
      onClick={open}
      aria-label={cell.filter === undefined ? undefined : label}
      className="-mx-1 max-w-[calc(100%+8px)] truncate rounded-sm px-1 align-bottom underline decoration-line-strong underline-offset-2 hover:decoration-ink"
    >
      {text}
    </button>
  );
}

/** A table of a report, as its files have it; a number opens its tickets. */
export function ReportTableView({ table }: { readonly table: ReportTable }) {
  const { title, columns, rows, total } = table;
  const isFigure = (index: number): boolean => {
    const kind = rows[0]?.[index]?.kind;
    return kind === 'count' || kind === 'hours';
  };
  const firstOpen = rows.flat().find((cell) => opening(cell) !== null);
  return (
    <section aria-label={title} className="print:break-inside-avoid">
      <h2 className="mb-1 text-title font-bold">{title}</h2>
      {rows.length === 0 && <p className="text-ink-2">{s.none.waits}</p>}
      {rows.length > 0 && (
        <div className="overflow-x-auto">
          <table className="w-full max-w-[920px] border-b border-line" onKeyDown={onTableKey}>
            <thead>
              <tr className="h-[28px] text-small text-ink-2">
                {columns.map((column, index) => (
                  <th
                    key={column}
                    scope="col"
                    className={cx('px-2 font-medium', isFigure(index) ? 'text-right' : 'text-left')}
                  >
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells, row) => (
                <tr
                  key={row}
                  className={cx('h-[28px] border-t border-line', cells[0]?.value === 'Total' && 'font-semibold')}
                >
                  {cells.map((cell, index) => (
                    <td
                      key={columns[index]}
                      dir="auto"
                      className={cx(
                        'max-w-[320px] truncate px-2',
                        isFigure(index) && 'text-right tabular-nums',
                        cell.value === 0 && 'text-ink-3',
                      )}
                    >
                      <CellView
                        cell={cell}
                        label={s.opens(title, String(cells[0]?.value), columns[index] ?? '', Number(cell.value))}
                        reachable={cell === firstOpen}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > rows.length && <p className="mt-1 text-small text-ink-2">{s.cut(rows.length, total)}</p>}
    </section>
  );
}
