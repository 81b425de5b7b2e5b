import { useId, useState, type KeyboardEvent } from 'react';
import type { SessionResult } from '../../../contract/index.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { cx } from '../../ui/cx.ts';
import { openReview } from '../quality-store.ts';
import { bySpread } from './figures.ts';

const w = qm.calibration.result;
const headClass = 'border-b border-line px-2 py-1 font-medium whitespace-nowrap text-ink-2';

type Props = {
  readonly items: SessionResult['items'];
  readonly reviewerIds: readonly string[];
  readonly nameOf: (id: string) => string;
};

/** Conversations with the scores side by side, furthest apart first. Arrows choose a score, Enter opens its review. */
export function ItemGrid({ items, reviewerIds, nameOf }: Props) {
  const [at, setAt] = useState({ row: 0, column: 0 });
  const id = useId();
  const rows = bySpread(items);
  const scoreAt = (row: number, column: number) =>
    rows[row]?.scores.find(({ reviewerId }) => reviewerId === reviewerIds[column]);
  const open = (row: number, column: number): void => {
    const found = scoreAt(row, column);
    if (found === undefined) return;
    openReview(
      { id: found.reviewId },
      (rows[row]?.scores ?? []).map(({ reviewId }) => reviewId),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const down = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key] ?? 0;
    const right = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
    if (down !== 0 || right !== 0)
      setAt(({ row, column }) => ({
        row: Math.min(Math.max(row + down, 0), rows.length - 1),
        column: Math.min(Math.max(column + right, 0), reviewerIds.length - 1),
      }));
    else if (event.key === 'Enter' || event.key === 'o') open(at.row, at.column);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section aria-label={w.items}>
      <h3 className="flex items-baseline gap-2 pb-1">
        <span className="font-bold">{w.items}</span>
        <span className="text-small text-ink-2">{w.itemsHow}</span>
      </h3>
      <div className="overflow-x-auto rounded-md">
        <table
          role="grid"
          tabIndex={0}
          aria-label={w.items}
          aria-activedescendant={rows.length === 0 ? undefined : `${id}-${at.row}-${at.column}`}
          onKeyDown={onKeyDown}
          className="w-full border-separate border-spacing-0 text-small tabular-nums"
        >
          <thead>
            <tr>
              <th scope="col" className={cx(headClass, 'text-left')}>
                {w.ticket}
              </th>
              {reviewerIds.map((each) => (
                <th key={each} scope="col" className={cx(headClass, 'max-w-[120px] truncate text-right')} dir="auto">
                  {nameOf(each)}
                </th>
              ))}
              <th scope="col" className={cx(headClass, 'text-right')}>
                {w.spread}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ ticketId, number, subject, spread }, row) => (
              <tr key={ticketId}>
                <th
                  scope="row"
                  className="max-w-[260px] truncate border-b border-line px-2 py-1 text-left font-normal"
                  title={subject}
                >
                  <span className="font-semibold">#{number}</span> <span dir="auto">{subject}</span>
                </th>
                {reviewerIds.map((each, column) => {
                  const score = scoreAt(row, column);
                  const current = row === at.row && column === at.column;
                  return (
                    <td
                      key={each}
                      id={`${id}-${row}-${column}`}
                      role="gridcell"
                      data-cursor={current || undefined}
                      onClick={() => {
                        setAt({ row, column });
                        open(row, column);
                      }}
                      className={cx(
                        'border-b border-line px-2 py-1 text-right hover:bg-canvas',
                        current && 'bg-accent-soft text-on-soft',
                      )}
                    >
                      {score?.percent == null ? w.notScored : qm.percent(score.percent)}
                    </td>
                  );
                })}
                <td role="gridcell" className="border-b border-line px-2 py-1 text-right font-semibold">
                  {spread === null ? '–' : qw.decimal(spread)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
