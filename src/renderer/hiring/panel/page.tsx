import { useEffect, useRef, type ReactNode } from 'react';
import { enter, type Entering } from './entering.ts';

type Props = Entering & {
  readonly label: string;
  /** Of the part that scrolls. */
  readonly body: string;
  readonly head: ReactNode;
  /** The interview form is read, so that the keys can go there. */
  readonly ready?: boolean;
  readonly children: ReactNode;
};

const ownArrows = 'input, textarea, select, [role="radiogroup"]';

/** What stands beside the list: a head that stays, and a part that scrolls and has the keys. Left leads back to the list. */
export function Page({ label, body, head, entering, ready = true, onEntered, onLeave, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (entering === null || (entering === 'interview' && !ready)) return;
    enter(box.current, entering);
    onEntered();
  });
  return (
    <section
      aria-label={label}
      className="flex min-h-0 min-w-0 flex-1 flex-col border-l border-line max-[820px]:overflow-y-auto max-[820px]:border-t max-[820px]:border-l-0"
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
        if ((event.target as Element).closest(ownArrows) !== null) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      {head}
      <div
        ref={box}
        data-page
        role="region"
        aria-label={body}
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4 -outline-offset-2 max-[820px]:flex-none max-[820px]:overflow-visible"
      >
        {children}
      </div>
    </section>
  );
}
