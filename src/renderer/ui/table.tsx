import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Column = {
  readonly label: string;
  readonly title?: string;
  readonly right?: boolean;
  readonly width?: string;
};
export type Line = { readonly key: string; readonly cells: readonly ReactNode[]; readonly marked?: boolean };

type Props = { readonly label: string; readonly columns: readonly Column[]; readonly lines: readonly Line[] };

/** Figures in rows; the first cell of a row names it. */
export function FigureTable({ label, columns, lines }: Props) {
  return (
    <table aria-label={label} className="w-full border-separate border-spacing-0 text-small tabular-nums">
      <thead>
        <tr>
          {columns.map(({ label: head, title, right = false, width }) => (
            <th
              key={head}
              scope="col"
              title={title}
              className={cx(
                'border-b border-line px-2 py-1 font-medium whitespace-nowrap text-ink-2 first:pl-0 last:pr-0',
                right ? 'text-right' : 'text-left',
                width,
              )}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, cells, marked = false }) => (
          <tr key={key} className={cx(marked && 'font-semibold')}>
            {cells.map((cell, index) => {
              const right = columns[index]?.right === true;
              const style = cx(
                'border-b border-line px-2 py-1 align-top first:pl-0 last:pr-0',
                right ? 'text-right' : 'text-left',
                index > 0 && !marked && 'font-normal',
              );
              return index === 0 ? (
                <th key={columns[index]?.label} scope="row" className={cx(style, !marked && 'font-normal')}>
                  {cell}
                </th>
              ) : (
                <td key={columns[index]?.label} className={style}>
                  {cell}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The figures of a chart, to open below it. */
export function Figures({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <details className="group mt-1">
      <summary className="inline-flex h-[26px] list-none items-center gap-1 rounded-md px-1 text-small font-semibold text-ink-2 hover:text-ink">
        <ChevronRight size={13} aria-hidden className="group-open:rotate-90" />
        {label}
      </summary>
      <div className="max-h-[300px] overflow-auto pt-1" tabIndex={0} role="region" aria-label={label}>
        {children}
      </div>
    </details>
  );
}
