import { Check, CloudOff, Plane } from 'lucide-react';
import type { ReactNode } from 'react';
import type { QualityReview, Score, ScorecardBody } from '../../../contract/index.ts';
import { qw } from '../../strings/en-quality.ts';
import { t } from '../../strings/en.ts';
import { cx } from '../../ui/cx.ts';
import { exact } from '../../ui/format.ts';

type KeptState = 'kept' | 'keeping' | 'failed';

type HeadProps = {
  readonly review: QualityReview;
  readonly place: { readonly at: number; readonly of: number };
  readonly agent: string;
  readonly reviewer: string | null;
  readonly score: Score;
  readonly scored: { readonly scored: number; readonly of: number };
  readonly packLeft: number | null;
  readonly inPack: boolean;
  readonly kept: KeptState;
  readonly keptWhy: string | null;
  readonly now: number;
  readonly zone: string;
  readonly actions: ReactNode;
};

type FactProps = {
  readonly field: string;
  readonly value: string;
  readonly title?: string;
  /** Gives way on a narrow window. */
  readonly spare?: boolean;
  readonly long?: boolean;
};

const Fact = ({ field, value, title, spare = false, long = false }: FactProps) => (
  <span
    title={title}
    className={cx(
      spare && 'max-[1180px]:hidden',
      // The longest gives way, so that the short ones stay whole and in their places.
      long ? 'min-w-0' : 'shrink-0',
      'inline-flex h-[23px] items-center gap-[6px] rounded-[5px] border border-line-strong/80 px-2 text-small whitespace-nowrap',
    )}
  >
    <span className="text-ink-2">{field}</span>
    <span className="truncate font-semibold" dir="auto">
      {value}
    </span>
  </span>
);

function KeptMark({ kept, why }: { readonly kept: KeptState; readonly why: string | null }) {
  if (kept === 'failed')
    return (
      <span
        role="alert"
        className="flex min-w-0 items-center gap-1 text-small font-semibold text-late"
        title={why ?? ''}
      >
        <CloudOff size={14} aria-hidden className="shrink-0" />
        <span className="truncate">{qw.review.notKept}</span>
      </span>
    );
  return (
    <span className="flex items-center gap-1 text-small text-ink-2" data-kept={kept}>
      {kept === 'kept' && <Check size={13} aria-hidden className="text-met" />}
      {kept === 'kept' ? qw.review.kept : qw.review.keeping}
    </span>
  );
}

/** Whether a criterion failed the whole; one that fails its section is said there. */
const hasFailed = (card: ScorecardBody, { autoFailed }: Score): boolean =>
  card.sections.some(({ criteria }) =>
    criteria.some(({ id, autoFail }) => autoFail?.fails === 'card' && autoFailed.includes(id)),
  );

/** The running score: a figure, a bar, and how much of the form is said. */
function Running({ review, score, scored }: Pick<HeadProps, 'review' | 'score' | 'scored'>) {
  const { percent, passed } = score;
  const failed = hasFailed(review.card, score);
  return (
    <span className="flex shrink-0 items-center gap-2">
      <span className="text-ink-2 max-[1180px]:hidden">
        {scored.scored < scored.of ? qw.review.soFar : qw.review.score}
      </span>
      <output aria-label={qw.review.score} className="text-title font-bold tabular-nums">
        {percent === null ? '–' : qw.percent(percent)}
      </output>
      <span aria-hidden className="h-[6px] w-[180px] overflow-hidden rounded-full bg-line max-[1180px]:w-[100px]">
        <span className={cx('block h-full', failed ? 'bg-late' : 'bg-accent')} style={{ width: `${percent ?? 0}%` }} />
      </span>
      {/* Of half a form nothing is passed or failed yet, but by what fails it all. */}
      {percent !== null && passed !== null && (failed || scored.scored >= scored.of) && (
        <span className={cx('text-small font-semibold', passed ? 'text-met' : 'text-late')}>
          {failed ? qw.form.autoFailed : passed ? qw.review.passes : qw.review.fails}
        </span>
      )}
      <span className="text-ink-2 tabular-nums">{qw.review.scored(scored.scored, scored.of)}</span>
    </span>
  );
}

const since = (review: QualityReview, now: number): string | null =>
  review.startedAt === null ? null : qw.review.ago(now - review.startedAt);

/** Which review this is, where it is from, on which form, and how it stands. */
export function ReviewHead(props: HeadProps) {
  const { review, place, now, zone } = props;
  const started = since(review, now);
  const from = qw.review.from(review.week, qw.kind[review.kind]);
  const about = `#${review.ticketNumber}, ${props.agent}, ${t.channel[review.channel].toLowerCase()}`;
  return (
    <header className="shrink-0 border-b border-line">
      <div className="mt-[3px] flex h-[44px] items-center gap-[10px] px-4">
        <h1 className="shrink-0 text-head font-bold tabular-nums">
          {place.of > 1 ? qw.review.title(place.at, place.of) : qw.review.alone}
        </h1>
        <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto" title={`${review.why} · ${review.subject}`}>
          {from} · {about} · {review.subject}
        </span>
        {props.inPack && (
          <span className="inline-flex h-[20px] shrink-0 items-center gap-1 rounded-[4px] bg-sunken px-2 text-small font-semibold text-ink-2">
            <Plane size={12} aria-hidden />
            {qw.review.pack(props.packLeft)}
          </span>
        )}
        {props.actions}
      </div>
      <div className="flex h-[34px] items-center gap-2 px-4 pb-1">
        <Fact field={qw.review.card} value={qw.review.version(review.scorecardName, review.version)} />
        {started !== null && (
          <Fact field={qw.review.started} value={started} title={exact(review.startedAt ?? 0, zone)} />
        )}
        {props.reviewer !== null && <Fact spare field={qw.review.by} value={props.reviewer} />}
        <Fact spare long field={qw.review.why} value={review.why} title={review.why} />
        {(review.state === 'started' || review.state === 'assigned') && (
          <KeptMark kept={props.kept} why={props.keptWhy} />
        )}
        <span className="flex-1" />
        <Running review={review} score={props.score} scored={props.scored} />
      </div>
    </header>
  );
}
