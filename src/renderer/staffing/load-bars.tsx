import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import { sw } from '../strings/en-staffing.ts';
import { cx } from '../ui/cx.ts';
import { Avatar } from '../ui/marks.tsx';
import { scaleFor } from '../ui/scale.ts';

const w = sw.load;

type Band = 'below' | 'within' | 'above';
export type LoadRow = {
  readonly personId: string;
  readonly name: string;
  readonly handled: number;
  readonly projected: number | null;
  /** Null: too early to tell. */
  readonly band: Band | null;
};

const icons = { below: ArrowDown, within: Check, above: ArrowUp } as const;
const tones: Readonly<Record<Band, string>> = { below: 'text-risk', within: 'text-met', above: 'text-late' };

function BandWord({ band }: { readonly band: Band | null }) {
  if (band === null) return <span className="text-ink-2">{w.early}</span>;
  const Icon = icons[band];
  return (
    <span className={cx('inline-flex items-center gap-1 font-semibold', tones[band])}>
      <Icon size={13} aria-hidden />
      {w.words[band]}
    </span>
  );
}

type Props = { readonly rows: readonly LoadRow[]; readonly low: number; readonly high: number };

const share = (value: number, top: number): string => `${Math.min(100, (value / top) * 100)}%`;
const columns =
  'grid items-center gap-3 px-4 [grid-template-columns:minmax(120px,170px)_minmax(120px,1fr)_minmax(96px,220px)_84px]';

function Bar({ row, top, low, high }: { row: LoadRow; top: number; low: number; high: number }) {
  const end = row.projected ?? row.handled;
  return (
    <span aria-hidden className="relative block h-[20px]">
      <span
        className="absolute inset-y-[-7px] border-x border-line-strong bg-accent-soft"
        style={{ left: share(low, top), width: share(high - low, top) }}
      />
      {end > row.handled && (
        <span
          className="absolute inset-y-[4px] left-0 rounded-[3px] border border-dashed border-accent"
          style={{ width: share(end, top) }}
        />
      )}
      <span
        className="absolute inset-y-[4px] left-0 min-w-[2px] rounded-[3px] bg-accent"
        style={{ width: share(row.handled, top) }}
      />
    </span>
  );
}

/** Contacts handled per agent as bars against the band, with a word for where each lies. */
export function LoadBars({ rows, low, high }: Props) {
  const { top } = scaleFor(
    Math.max(high * 1.15, ...rows.map(({ handled, projected }) => Math.max(handled, projected ?? 0))),
  );
  return (
    <div role="table" aria-label={w.title} className="tabular-nums">
      <div role="row" className={cx('h-[28px] border-y border-line bg-canvas text-small text-ink-2', columns)}>
        <span role="columnheader">{w.head.name}</span>
        <span role="columnheader" className="relative block h-full">
          <span className="sr-only">{w.bandShort(low, high)}</span>
          {[low, high].map((at) => (
            <span
              key={at}
              aria-hidden
              className="absolute top-[6px] -translate-x-1/2 font-semibold text-on-soft"
              style={{ left: share(at, top) }}
            >
              {at}
            </span>
          ))}
        </span>
        <span role="columnheader">{w.head.handled}</span>
        <span role="columnheader">{w.head.band}</span>
      </div>
      {rows.map((row) => (
        <div key={row.personId} role="row" className={cx('min-h-[34px] overflow-hidden border-b border-line', columns)}>
          <span role="rowheader" className="flex min-w-0 items-center gap-2 font-semibold">
            <Avatar name={row.name} />
            <span className="truncate" dir="auto" title={row.name}>
              {row.name}
            </span>
          </span>
          <span role="cell">
            <Bar row={row} top={top} low={low} high={high} />
          </span>
          <span role="cell" className="text-small">
            {w.so(row.handled, row.projected)}
          </span>
          <span role="cell">
            <BandWord band={row.band} />
          </span>
        </div>
      ))}
    </div>
  );
}
