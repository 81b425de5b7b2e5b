import type { ParetoRow } from '../../../contract/index.ts';
import { fw } from '../../strings/en-surveys.ts';
import { cx } from '../../ui/cx.ts';
import { Entry, EntryList } from '../../ui/entry-list.tsx';
import { setSurveys, useSurveys } from '../surveys-store.ts';

const w = fw.causes;
/** As tall as its row, so that the line of sums runs through. */
const tall = 43;

type Row = ParetoRow & { readonly codeId: string };
type BarProps = { readonly row: Row; readonly before: Row | undefined; readonly after: Row | undefined };

const percent = (share: number): string => `${100 * share}%`;

/** Of one cause: its share as a bar, all down to it as a dot on the line of sums, and where 80 % is. */
function Bar({ row: { share, cumulative, vital }, before, after }: BarProps) {
  const middle = tall / 2;
  const between = (one: number, other: number): string => percent((one + other) / 2);
  return (
    <svg aria-hidden width="100%" height={tall} className="block overflow-visible">
      <line x1="80%" x2="80%" y1={0} y2={tall} strokeDasharray="3 3" className="stroke-ink-3" />
      <rect
        x={0}
        y={middle - 8}
        width={percent(share)}
        height={16}
        rx={3}
        className={vital ? 'fill-accent' : 'fill-line-strong'}
      />
      {before !== undefined && (
        <line
          x1={between(before.cumulative, cumulative)}
          x2={percent(cumulative)}
          y1={0}
          y2={middle}
          className="stroke-ink"
          strokeWidth={1.5}
        />
      )}
      {after !== undefined && (
        <line
          x1={percent(cumulative)}
          x2={between(cumulative, after.cumulative)}
          y1={middle}
          y2={tall}
          className="stroke-ink"
          strokeWidth={1.5}
        />
      )}
      <circle cx={percent(cumulative)} cy={middle} r={3.5} strokeWidth={2} className="fill-ink stroke-surface" />
    </svg>
  );
}

type Props = { readonly rows: readonly Row[]; readonly onRight: () => void };

/** Pareto: causes by how often they are, with the sum of all down to each. */
export function ParetoList({ rows, onRight }: Props) {
  const causeId = useSurveys((state) => state.causeId);
  return (
    <EntryList
      label={w.pareto}
      ids={rows.map(({ codeId }) => codeId)}
      currentId={causeId}
      onChoose={(id) => setSurveys({ causeId: id })}
      onFocus={() => setSurveys({ problemId: null })}
      onOther={(key) => {
        if (key !== 'ArrowRight') return false;
        onRight();
        return true;
      }}
    >
      {rows.map((row, at) => (
        <Entry key={row.codeId} id={row.codeId} className="items-center gap-3">
          <span className="sr-only">{w.row(row.name, row.count, row.share, row.cumulative)}</span>
          <span aria-hidden className={cx('w-[30%] min-w-0 truncate', row.vital && 'font-semibold')} dir="auto">
            {row.name}
          </span>
          <span aria-hidden className="w-[38px] shrink-0 text-right tabular-nums">
            {row.count}
          </span>
          <span className="min-w-0 flex-1">
            <Bar row={row} before={rows[at - 1]} after={rows[at + 1]} />
          </span>
          <span aria-hidden className="w-[42px] shrink-0 text-right text-small text-ink-2 tabular-nums">
            {w.cumulative(row.cumulative)}
          </span>
        </Entry>
      ))}
    </EntryList>
  );
}
