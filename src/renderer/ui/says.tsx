import { ArrowDown, ArrowUp, Equal, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import type { Said } from './verdict.ts';

const tones: Readonly<Record<Said, string>> = {
  better: 'font-semibold text-met',
  worse: 'font-semibold text-late',
  changed: 'font-semibold text-ink',
  steady: 'text-ink-2',
  notYet: 'text-ink-2',
};

type Props = {
  readonly said: Said;
  /** The way of the figure: the arrow. */
  readonly difference: number | null;
  readonly children?: ReactNode;
  readonly title?: string;
};

/** The verdict of a comparison with a sign of its own; the arrow is the way of the figure. */
export function Says({ said, difference, children, title }: Props) {
  const Icon = said === 'steady' ? Equal : said === 'notYet' ? Hourglass : (difference ?? 0) > 0 ? ArrowUp : ArrowDown;
  return (
    <span title={title} className={cx('inline-flex items-start gap-1', tones[said])}>
      <Icon size="1em" aria-hidden className="mt-[0.25em] shrink-0" />
      {children}
    </span>
  );
}
