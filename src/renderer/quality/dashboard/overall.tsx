import type { Counted, ReviewFilter } from '../../../contract/index.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { cx } from '../../ui/cx.ts';
import { showReviews, showTab } from '../quality-store.ts';
import { enough, judge } from './judge.ts';
import { countedWords, OpenLine } from './part.tsx';
import { spanFor } from './whisker-geometry.ts';
import { WhiskerMark } from './whisker.tsx';

const w = qm.dashboard;

type Props = {
  readonly overall: Counted;
  readonly target: number;
  readonly autoFail: {
    readonly n: number;
    readonly share: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
  readonly disputes: { readonly n: number; readonly decided: number; readonly overturned: number };
  readonly filter: ReviewFilter;
};

/** The one figure, what may be said of it, and beside it how many failed outright and were disputed. */
export function Overall({ overall, target, autoFail, disputes, filter }: Props) {
  const judgement = judge(overall, target);
  const failSaid =
    autoFail.share === null ? w.autoFailNone : w.autoFailSaid(autoFail.share, autoFail.low, autoFail.high);
  return (
    <section
      data-part
      aria-label={w.overall}
      className="col-span-full grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)] gap-x-4 max-[900px]:grid-cols-1"
    >
      <OpenLine
        first
        label={`${w.overall}: ${countedWords(overall, target)}`}
        onOpen={() => showReviews(filter)}
        className="flex flex-col rounded-md border border-line px-4 py-3"
      >
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-bold whitespace-nowrap">{w.overall}</span>
          <span className="text-[26px] leading-[32px] font-bold tabular-nums">
            {overall.mean === null ? '–' : w.outOfFive(overall.mean)}
          </span>
          <span className="whitespace-nowrap text-ink-2">{w.ofFive}</span>
          <span className="text-small text-ink-2 tabular-nums">
            {w.n(overall.n)}
            {overall.low !== null && overall.high !== null && `, ${w.between(overall.low, overall.high)}`}
          </span>
        </span>
        <WhiskerMark
          value={overall}
          span={spanFor([overall], target)}
          mark={target}
          tall={26}
          late={judgement === 'below'}
        />
        <span className={cx('block', judgement === 'below' && 'font-semibold text-late')}>
          {w.judged(judgement, target)}
          {judgement !== 'none' && judgement !== 'tooFew' && overall.n < enough && ` ${w.wide}`}
        </span>
      </OpenLine>
      <OpenLine
        label={`${w.autoFail}: ${failSaid}`}
        onOpen={() => showReviews({ ...filter, autoFailed: true })}
        className="flex flex-col rounded-md border border-line px-4 py-3"
      >
        <span className="block font-bold">{w.autoFail}</span>
        <span className="block text-title font-bold tabular-nums">
          {autoFail.share === null ? '–' : qm.share(autoFail.share)}
        </span>
        <span className="block text-small text-ink-2 tabular-nums">
          {autoFail.low !== null && autoFail.high !== null
            ? qm.between(autoFail.low, autoFail.high, qm.share)
            : w.autoFailNone}
        </span>
        <span className="block text-small text-ink-2 tabular-nums">{w.n(autoFail.n)}</span>
      </OpenLine>
      <OpenLine
        label={`${w.disputes}: ${disputes.n}, ${w.disputesSaid(disputes.n, disputes.decided, disputes.overturned)}`}
        onOpen={() => (disputes.n === 0 ? showTab('disputes') : showReviews({ ...filter, disputed: true }))}
        className="flex flex-col rounded-md border border-line px-4 py-3"
      >
        <span className="block font-bold">{w.disputes}</span>
        <span className="block text-title font-bold tabular-nums">{disputes.n}</span>
        <span className="block text-small text-ink-2">
          {w.disputesSaid(disputes.n, disputes.decided, disputes.overturned)}
        </span>
      </OpenLine>
    </section>
  );
}
