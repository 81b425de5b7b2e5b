import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { qw } from '../../strings/en-quality.ts';
import { cx } from '../../ui/cx.ts';
import { Kbd } from '../../ui/kbd.tsx';

type Props = {
  readonly causes: readonly string[];
  readonly chosen: readonly string[];
  readonly onToggle: (cause: string) => void;
  readonly onLeave: () => void;
};

/** Root causes to tick: digits, or arrows and Space; Enter and Esc go back to the criterion. */
export function CauseList({ causes, chosen, onToggle, onLeave }: Props) {
  const [at, setAt] = useState(0);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = causes[Number(event.key) - 1];
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    const own = causes[at];
    if (step !== undefined) setAt((now) => (now + step + causes.length) % causes.length);
    else if (digit !== undefined) onToggle(digit);
    else if (event.key === ' ' && own !== undefined) onToggle(own);
    else if (event.key === 'Enter' || event.key === 'Escape' || event.key === 'w') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      role="listbox"
      aria-multiselectable
      aria-label={qw.form.causes}
      tabIndex={0}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      onBlur={onLeave}
      className="mt-1 grid max-w-[480px] grid-cols-2 gap-x-2 rounded-md border border-line-strong bg-surface p-1"
    >
      {causes.map((cause, index) => (
        <div
          key={cause}
          id={`${id}-${index}`}
          role="option"
          aria-selected={chosen.includes(cause)}
          onPointerMove={() => setAt(index)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onToggle(cause)}
          className={cx(
            'flex min-h-[26px] items-center gap-2 rounded-[5px] px-2 select-none',
            index === at && 'bg-accent-soft text-on-soft',
          )}
        >
          <span className="flex size-[13px] shrink-0 items-center justify-center rounded-[3px] border border-ink-3">
            {chosen.includes(cause) && <Check size={11} strokeWidth={3} aria-hidden />}
          </span>
          <span className="min-w-0 flex-1 truncate" title={cause} dir="auto">
            {cause}
          </span>
          {index < 9 && <Kbd keys={String(index + 1)} />}
        </div>
      ))}
    </div>
  );
}
