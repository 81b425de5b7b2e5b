import type { ReportCell, ReportTable } from '../../contract/index.ts';
import { useZone } from '../client/use-desk.ts';
import { openFilter } from '../tickets/open-filter.ts';
import { showTicket } from '../tickets/show-ticket.ts';
import { tableWords } from '../strings/en-figures.ts';
import { cx } from './cx.ts';
import { exact } from './format.ts';
import { cellWords, isFigures } from './report-cell.ts';
import { onTableKey } from './table-keys.ts';
import { useMinute } from './use-now.ts';

/** What a cell opens: the tickets it counts, or the one it names. */
function opening({ filter, ticketId }: ReportCell): (() => void) | null {
  if (filter !== undefined) return () => openFilter(filter);
  if (ticketId === undefined) return null;
  return () => showTicket(ticketId);
}

type CellProps = {
  readonly cell: ReportCell;
  /** Read out for a number, which says little alone. */
  readonly label: string;
  /** The one that Tab reaches; arrows go on from there. */
  readonly reachable: boolean;
  readonly zone: string;
  readonly whole: boolean;
};

function CellView({ cell, label, reachable, zone, whole }: CellProps) {
  const now = useMinute();
  const open = opening(cell);
  const text = cellWords(cell, zone, now);
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
      className={cx(
        '-mx-1 max-w-[calc(100%+8px)] rounded-sm px-1 text-left underline decoration-line-strong underline-offset-2 hover:decoration-ink',
        whole ? 'break-words' : 'truncate align-bottom',
      )}
    >
      {text}
    </button>
  );
}

type Row = ReportTable['rows'][number];
type BodyProps = {
  readonly table: ReportTable;
  readonly zone: string;
  readonly isFigure: (column: number) => boolean;
  readonly whole: boolean;
};

const opens = (cell: ReportCell): boolean => opening(cell) !== null;

const rowName = (row: Row): string => String(row[0]?.value ?? '');

function Body({ table: { title, columns, rows }, zone, isFigure, whole }: BodyProps) {
  const firstOpen = rows.flat().find(opens);
  return (
    <tbody>
      {rows.map((cells, row) => (
        <tr key={row} className={cx('h-[28px] border-t border-line', rowName(cells) === 'Total' && 'font-semibold')}>
          {cells.map((cell, index) => (
            <td
              key={index}
              dir="auto"
              className={cx(
                'px-2',
                whole ? 'py-1 align-top' : 'max-w-[320px] truncate',
                isFigure(index)
                  ? 'text-right whitespace-nowrap tabular-nums'
                  : whole && 'max-w-[420px] min-w-[72px] break-words',
                cell.value === 0 && 'text-ink-3',
              )}
            >
              <CellView
                cell={cell}
                label={tableWords.opens(title, rowName(cells), columns[index] ?? '', Number(cell.value))}
                reachable={cell === firstOpen}
                zone={zone}
                whole={whole}
              />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** One without a name heads nothing. */
const Head = ({ name, right }: { readonly name: string; readonly right: boolean }) =>
  name === '' ? (
    <td />
  ) : (
    <th scope="col" className={cx('px-2 font-medium whitespace-nowrap', right ? 'text-right' : 'text-left')}>
      {name}
    </th>
  );

type Props = {
  readonly table: ReportTable;
  /** How deep its title stands on the page. */
  readonly level?: 2 | 4;
  /** What stands around it says its title already. */
  readonly bare?: boolean;
  /** Words are told to their end, in several lines where they need them. */
  readonly whole?: boolean;
  /** Said where it has no rows, and where not all of them are here. */
  readonly words: { readonly none: string; readonly cut: (shown: number, of: number) => string };
  /** In which its instants are told; the desk's own unless said otherwise. */
  readonly zone?: string | undefined;
};

/** A table of a report, as its files have it; a number opens its tickets. It scrolls within itself where it is wide. */
export function ReportTableView({ table, level = 2, bare = false, whole = false, words, zone: own }: Props) {
  const desks = useZone();
  const zone = own ?? desks;
  const { title, columns, rows, total } = table;
  const isFigure = (column: number): boolean => isFigures(rows, column);
  const Title = level === 2 ? 'h2' : 'h4';
  const Part = bare ? 'div' : 'section';
  return (
    <Part aria-label={bare ? undefined : title} className="print:break-inside-avoid">
      {!bare && <Title className={cx('mb-1', level === 2 ? 'text-title font-bold' : 'font-semibold')}>{title}</Title>}
      {rows.length === 0 && <p className="text-ink-2">{words.none}</p>}
      {rows.length > 0 && (
        // Where no cell opens anything, its own stop lets keys scroll it.
        <div
          role="group"
          aria-label={title}
          tabIndex={rows.flat().some(opens) ? undefined : 0}
          className="overflow-x-auto -outline-offset-2"
        >
          <table className="w-full max-w-[920px] border-b border-line" onKeyDown={onTableKey}>
            <thead>
              <tr className="h-[28px] text-small text-ink-2">
                {columns.map((column, index) => (
                  <Head key={index} name={column} right={isFigure(index)} />
                ))}
              </tr>
            </thead>
            <Body table={table} zone={zone} isFigure={isFigure} whole={whole} />
          </table>
        </div>
      )}
      {total > rows.length && <p className="mt-1 text-small text-ink-2">{words.cut(rows.length, total)}</p>}
    </Part>
  );
}
