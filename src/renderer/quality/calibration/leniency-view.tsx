import type { SessionResult } from '../../../contract/index.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { qw } from '../../strings/en-quality.ts';
import { Avatar } from '../../ui/marks.tsx';
import { spanAround } from '../dashboard/whisker-geometry.ts';
import { WhiskerMark } from '../dashboard/whisker.tsx';

const w = qm.calibration.result;

type Props = {
  readonly reviewers: SessionResult['reviewers'];
  readonly baselineId: string | null;
  readonly nameOf: (id: string) => string;
};

/** Who scores higher or lower than the others, by how much, and whether it is more than chance. */
export function ReviewerLeniency({ reviewers, baselineId, nameOf }: Props) {
  const span = spanAround(reviewers.map(({ difference }) => difference));
  const baseline = baselineId === null ? qw.someone : nameOf(baselineId);
  return (
    <section aria-label={w.reviewers}>
      <h3 className="border-b border-line pb-1 font-bold">{w.reviewers}</h3>
      <ul>
        {reviewers.map((each) => {
          const name = nameOf(each.reviewerId);
          const { difference, low, high, againstBaseline } = each;
          return (
            <li
              key={each.reviewerId}
              className="grid min-h-[40px] grid-cols-[24px_minmax(0,2fr)_minmax(80px,1fr)_136px] items-center gap-x-3 border-b border-line py-1"
            >
              <Avatar name={name} size={24} />
              <span className="min-w-0">
                <span className={each.moreThanChance ? 'font-semibold' : undefined}>{qm.leniency(name, each)}</span>
                {each.reviewerId === baselineId && <span className="block text-small text-ink-2">{w.isBaseline}</span>}
                {againstBaseline !== null && (
                  <span className="block text-small text-ink-2">{w.against(baseline, againstBaseline)}</span>
                )}
              </span>
              <WhiskerMark value={{ mean: difference, low, high }} span={span} mark={0} />
              <span className="text-right text-small whitespace-nowrap text-ink-2 tabular-nums">
                {difference === null ? '–' : qm.signed(difference)}
                {low !== null && high !== null && ` (${qm.interval(low, high, qm.signed)})`}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
