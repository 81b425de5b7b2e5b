import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';

export type Bar = {
  readonly key: string;
  readonly label: string;
  /** Of the widest, 0 to 1. */
  readonly of: number;
  /** The part of it that is marked, of the widest too. */
  readonly marked?: number;
  readonly text: string;
  readonly note: string;
  /** Where it opens what it counts: all of it in words. */
  readonly open?: { readonly label: string; readonly run: () => void } | undefined;
  /** Over the bar. */
  readonly over?: ReactNode;
};

const columns =
  'grid min-h-[26px] grid-cols-[minmax(88px,150px)_minmax(40px,1fr)_64px_minmax(58px,auto)] items-center gap-x-3';

function Inside({ bar: { label, of, marked = 0, text, note, over } }: { readonly bar: Bar }) {
  const width = (part: number): string => `${Math.round(1000 * Math.min(1, part)) / 10}%`;
  return (
    <>
      <span className="truncate pl-1 text-small" dir="auto" title={label}>
        {label}
      </span>
      <span aria-hidden className="relative block h-full min-h-[26px]">
        <span className="absolute inset-y-[7px] left-0 rounded-[2px] bg-accent/70" style={{ width: width(of) }} />
        <span className="absolute inset-y-[7px] left-0 rounded-[2px] bg-late" style={{ width: width(marked) }} />
        {over}
      </span>
      <span className="text-right text-small font-semibold tabular-nums">{text}</span>
      <span className="pr-1 text-right text-small text-ink-2 tabular-nums">{note}</span>
    </>
  );
}

/** Bars in rows, with their figures; those that open tickets are reached by Tab and moved among by arrows. */
export function Bars({
  label,
  bars,
  first = false,
}: {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly first?: boolean;
}) {
  return (
    <ul aria-label={label} className="flex flex-col">
      {bars.map((bar, index) => (
        <li key={bar.key} className="border-b border-line last:border-b-0">
          {bar.open === undefined ? (
            <div className={columns}>
              <Inside bar={bar} />
            </div>
          ) : (
            <button
              type="button"
              data-row
              data-first={(first && index === 0) || undefined}
              tabIndex={index === 0 ? 0 : -1}
              aria-label={bar.open.label}
              onClick={bar.open.run}
              className={cx(columns, 'w-full text-left -outline-offset-2 hover:bg-canvas focus-visible:bg-accent-soft')}
            >
              <Inside bar={bar} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
