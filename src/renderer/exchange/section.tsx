import { Check, Circle, CircleDot } from 'lucide-react';
import type { ReactNode } from 'react';
import { x } from '../strings/en-exchange.ts';
import { cx } from '../ui/cx.ts';

export type SectionState = 'done' | 'now' | 'later';

type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly state?: SectionState;
  /** What it came to, or what it waits for. */
  readonly note?: string | undefined;
  readonly children?: ReactNode;
};

const icons = { done: Check, now: CircleDot, later: Circle } as const;
const tones = { done: 'text-met', now: 'text-accent', later: 'text-ink-3' } as const;

/** A mark for how far a step is; the word is read out. */
export function StepMark({ state }: { readonly state: SectionState }) {
  const Icon = icons[state];
  return (
    <>
      <Icon size={13} strokeWidth={state === 'done' ? 2.6 : 2} aria-hidden className={cx('shrink-0', tones[state])} />
      <span className="sr-only">{x.steps.state[state]}</span>
    </>
  );
}

export const sectionId = (id: string): string => `import-${id}`;

/** Puts the focus on the head of a section, where the reader begins it, and brings it into view. */
export function focusSection(id: string, scroll = true): void {
  const head = document.getElementById(sectionId(id));
  const scroller = head?.closest('[data-scroller]');
  if (head == null || scroller == null) return;
  head.focus({ preventScroll: true });
  // Not scrollIntoView: that would also scroll the window, which has nothing to scroll to.
  if (scroll) scroller.scrollTop += head.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}

/** Whether the focus is in a section, or nowhere. */
export function isFocusAt(id: string): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  return document.getElementById(sectionId(id))?.closest('section')?.contains(activeElement) === true;
}

/** One step of the screen: a head of 28 px, and, once it is open, what belongs to it. */
export function Section({ id, title, state, note, children }: SectionProps) {
  const closed = state === 'later';
  return (
    <section aria-labelledby={sectionId(id)}>
      <h2
        id={sectionId(id)}
        tabIndex={-1}
        className="flex h-[28px] items-center gap-2 border-b border-line bg-canvas pr-4 pl-4 text-small -outline-offset-2"
      >
        {state !== undefined && <StepMark state={state} />}
        <span className={cx('shrink-0 font-bold', closed && 'text-ink-2')}>{title}</span>
        {note !== undefined && (
          <span className="min-w-0 truncate font-normal text-ink-2 tabular-nums" dir="auto">
            {note}
          </span>
        )}
      </h2>
      {!closed && children !== undefined && <div className="border-b border-line">{children}</div>}
    </section>
  );
}

type FactProps = { readonly label: string; readonly children: ReactNode; readonly top?: boolean };

/** A name at the left, what goes with it at the right. */
export function Fact({ label, children, top = false }: FactProps) {
  return (
    <div className={cx('flex min-h-[34px] gap-3 px-4', top ? 'items-start py-[7px]' : 'items-center py-[4px]')}>
      <span className="w-[104px] shrink-0 text-small leading-[19px] text-ink-2">{label}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
