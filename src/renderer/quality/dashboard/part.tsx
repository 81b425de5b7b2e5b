import { useId, type ReactNode } from 'react';
import type { Counted, ReviewFilter } from '../../../contract/index.ts';
import { qm } from '../../strings/en-quality-more.ts';
import { cx } from '../../ui/cx.ts';
import { showReviews } from '../quality-store.ts';
import { judge } from './judge.ts';
import { placeOf, type Span } from './whisker-geometry.ts';
import { WhiskerMark } from './whisker.tsx';

const w = qm.dashboard;
const columns = 'grid-cols-[minmax(96px,1.5fr)_minmax(110px,1.5fr)_38px_42px_76px]';

type PartProps = {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
};

/** One part of the page: a heading and what can be opened under it. */
export function Part({ title, note, children, wide = false }: PartProps) {
  const id = useId();
  return (
    <section data-part aria-labelledby={id} className={cx('min-w-0', wide && 'col-span-full')}>
      <h2 id={id} className="flex min-h-[28px] items-baseline gap-2 border-b border-line pb-1">
        <span className="font-bold">{title}</span>
        {note !== undefined && <span className="min-w-0 text-small text-ink-2">{note}</span>}
      </h2>
      {children}
    </section>
  );
}

type LineProps = {
  /** What is read out: all figures of the row in words. */
  readonly label: string;
  readonly onOpen: () => void;
  readonly className?: string;
  readonly title?: string;
  /** What the keys of the tab go to. */
  readonly first?: boolean;
  /** The one of its list that Tab stops at. */
  readonly tabbed?: boolean;
  readonly pressed?: boolean;
  readonly children: ReactNode;
};

/** A row that opens the reviews behind it. */
export function OpenLine({
  label,
  onOpen,
  className,
  title,
  first = false,
  tabbed = first,
  pressed,
  children,
}: LineProps) {
  return (
    <button
      type="button"
      data-row
      data-first={first || undefined}
      tabIndex={tabbed ? 0 : -1}
      aria-label={label}
      aria-pressed={pressed}
      title={title ?? w.openHint}
      onClick={onOpen}
      className={cx(
        'w-full border-b border-line text-left -outline-offset-2 hover:bg-canvas focus-visible:bg-accent-soft',
        pressed === true && 'bg-accent-soft',
        className,
      )}
    >
      {children}
    </button>
  );
}

/** The figures of a mean in words, for whoever does not see the drawing. */
export function countedWords(score: Counted, target: number): string {
  const { n, mean, low, high } = score;
  if (mean === null) return w.judged('none', target);
  const between = low === null || high === null ? w.noInterval : w.between(low, high);
  return `${w.outOfFive(mean)} ${w.ofFive}, ${between}, ${w.reviews(n)}. ${w.judged(judge(score, target), target)}`;
}

/** The ends of the drawing and its target, above the rows. */
export function Axis({ span, target }: { readonly span: Span; readonly target: number }) {
  const at = placeOf(target, span, 100);
  return (
    <div aria-hidden className={cx('grid h-[20px] items-end gap-x-3 text-cap text-ink-2 tabular-nums', columns)}>
      <span />
      <span className="relative mx-[6px] h-[15px]">
        {at > 14 && <span className="absolute left-0">{span.from}</span>}
        <span className="absolute -translate-x-1/2 font-semibold whitespace-nowrap text-ink" style={{ left: `${at}%` }}>
          {qm.dashboard.target(target)}
        </span>
        {at < 76 && <span className="absolute right-0">{span.to}</span>}
      </span>
    </div>
  );
}

type RowProps = {
  readonly name: string;
  readonly score: Counted;
  readonly autoFails?: number;
  readonly target: number;
  readonly span: Span;
  readonly filter: ReviewFilter;
  /** In place of opening its reviews. */
  readonly onOpen?: () => void;
  readonly pressed?: boolean;
  readonly title?: string;
};

/** A mean out of five with its interval beside the target: name, dot and whisker, figure, n, what may be said of it. */
export function CountedRow({ name, score, autoFails = 0, target, span, filter, onOpen, pressed, title }: RowProps) {
  const judgement = judge(score, target);
  const said = [w.short[judgement], w.autoFails(autoFails)].filter(Boolean).join(', ');
  return (
    <OpenLine
      label={`${name}: ${countedWords(score, target)} ${w.autoFails(autoFails)}`.trim()}
      onOpen={onOpen ?? (() => showReviews(filter))}
      {...(pressed !== undefined && { pressed })}
      {...(title !== undefined && { title })}
      className={cx('grid min-h-[30px] items-center gap-x-3', columns)}
    >
      <span className="truncate pl-1 font-medium" dir="auto" title={name}>
        {name}
      </span>
      <WhiskerMark value={score} span={span} mark={target} late={judgement === 'below'} />
      <span className={cx('text-right font-semibold tabular-nums', judgement === 'below' && 'text-late')}>
        {score.mean === null ? '–' : w.outOfFive(score.mean)}
      </span>
      <span className="text-right text-small text-ink-2 tabular-nums">{w.n(score.n)}</span>
      <span
        className={cx(
          'truncate pr-1 text-right text-cap',
          judgement === 'below' ? 'font-semibold text-late' : 'text-ink-2',
        )}
        title={said}
      >
        {said}
      </span>
    </OpenLine>
  );
}
