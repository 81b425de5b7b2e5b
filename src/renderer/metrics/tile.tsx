import type { Kpi } from '../../contract/index.ts';
import { cx } from '../ui/cx.ts';
import { TargetMark, VerdictMark } from './figure-marks.tsx';
import { SmallLine } from './line-chart.tsx';
import { useMetrics } from './metrics-store.ts';
import { tileWords } from './tile-words.ts';
import { useSeries, type Looked, type Told } from './use-numbers.ts';

type Props = {
  readonly kpi: Kpi;
  readonly told: Told;
  readonly looked: Looked;
  readonly current: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
};

/** A figure on a tile: what it is, of how many, how sure, whether the target is met, whether to react, and its days. */
export function Tile({ kpi, told, looked, current, onOpen, onFocus }: Props) {
  const against = useMetrics((state) => state.against);
  const { data: series } = useSeries(looked, kpi.name);
  const words = tileWords(kpi, told, against, looked.range.days);
  return (
    <button
      type="button"
      data-tile={kpi.name}
      data-first={current || undefined}
      tabIndex={current ? 0 : -1}
      aria-label={words.label}
      onClick={onOpen}
      onFocus={onFocus}
      className="flex h-full w-full flex-col gap-[3px] rounded-lg border border-line bg-surface px-3 pt-[9px] pb-2 text-left hover:border-line-strong focus-visible:bg-accent-soft/40"
    >
      <span className="flex w-full items-center gap-2 text-small">
        <span className="min-w-0 flex-1 truncate font-semibold">{kpi.title}</span>
        <TargetMark told={told} />
      </span>
      <span
        className={cx(
          'block w-full truncate text-[24px] leading-[30px] font-bold tabular-nums',
          told.value === null && 'text-ink-2',
        )}
      >
        {words.value}
      </span>
      <span className="block min-h-[17px] w-full text-small text-ink-2 tabular-nums">
        {[words.of, words.spread].filter(Boolean).join(', ')}
      </span>
      <span className="block min-h-[34px] w-full text-small">
        <VerdictMark kpi={kpi} told={told} says={words.says} />
      </span>
      <span className="mt-auto block h-[34px] w-full">
        {series !== undefined && <SmallLine kpi={kpi} series={series} />}
      </span>
    </button>
  );
}
