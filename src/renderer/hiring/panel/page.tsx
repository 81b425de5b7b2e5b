import { useEffect, useRef, type ReactNode } from 'react';

type Props = {
  readonly label: string;
  readonly head: ReactNode;
  /** Whether the keys are to go here. */
  readonly entering: boolean;
  readonly onEntered: () => void;
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

const ownArrows = 'input, textarea, select, [role="radiogroup"]';

/** What stands beside the list: a head that stays, and a part that scrolls and has the keys. Left leads back to the list. */
export function Page({ label, head, entering, onEntered, onLeave, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!entering) return;
    box.current?.focus({ preventScroll: true });
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
        role="region"
        aria-label={label}
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto p-4 -outline-offset-2 max-[820px]:flex-none max-[820px]:overflow-visible"
      >
        {children}
      </div>
    </section>
  );
}
