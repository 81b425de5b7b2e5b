import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { ReviewRow } from '../../../contract/index.ts';
import { useNames } from '../../client/use-desk.ts';
import { placeAfter, stepOf } from '../../ui/list-steps.ts';
import { qp } from '../../strings/en-quality-packs.ts';
import { qw } from '../../strings/en-quality.ts';
import { cx } from '../../ui/cx.ts';

const w = qp.make;

type Props = {
  readonly reviews: readonly ReviewRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

/** Reviews to tick: Space ticks the one under the cursor, A all or none. */
export function ReviewPicker({ reviews, chosen, onChange }: Props) {
  const { people } = useNames();
  const [cursor, setCursor] = useState(0);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const at = Math.min(cursor, Math.max(0, reviews.length - 1));
  useEffect(() => {
    box.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const toggle = (review: ReviewRow | undefined): void => {
    if (review === undefined) return;
    const next = new Set(chosen);
    if (!next.delete(review.id)) next.add(review.id);
    onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    if (step !== null) setCursor(placeAfter(at, step, reviews.length));
    else if (event.key === ' ' || event.key === 'x') toggle(reviews[at]);
    else if (event.key === 'a')
      onChange(new Set(chosen.size === reviews.length ? [] : reviews.map(({ id: each }) => each)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (reviews.length === 0) return <p className="text-ink-2">{w.none}</p>;
  return (
    <div
      ref={box}
      role="listbox"
      aria-multiselectable
      aria-label={w.reviews}
      tabIndex={0}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      className="h-[168px] overflow-y-auto rounded-md border border-line-strong"
    >
      {reviews.map((review, index) => (
        <div
          key={review.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={chosen.has(review.id)}
          data-lit={index === at || undefined}
          onClick={() => {
            setCursor(index);
            toggle(review);
          }}
          className={cx(
            'flex h-[28px] items-center gap-2 px-2 select-none',
            index === at && 'bg-accent-soft text-on-soft',
          )}
        >
          <span className="flex size-[13px] shrink-0 items-center justify-center rounded-[3px] border border-ink-3">
            {chosen.has(review.id) && <Check size={11} strokeWidth={3} aria-hidden />}
          </span>
          <span className="w-[64px] shrink-0 tabular-nums">#{review.ticketNumber}</span>
          <span className="min-w-0 flex-1 truncate" dir="auto" title={review.subject}>
            {review.subject}
          </span>
          <span className="max-w-[130px] truncate text-small" dir="auto">
            {review.reviewerId === null ? w.unassigned : (people.get(review.reviewerId) ?? qw.someone)}
          </span>
        </div>
      ))}
    </div>
  );
}
