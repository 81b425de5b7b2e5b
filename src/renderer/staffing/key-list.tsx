import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import { Kbd } from '../ui/kbd.tsx';

export type Keyed = { readonly key: string; readonly label: string; readonly mark?: ReactNode };
type Props = {
  readonly label: string;
  readonly items: readonly Keyed[];
  readonly onPick: (index: number) => void;
  readonly columns?: 1 | 2;
};

/** A list that answers to a key for each of its items, and to arrows and Enter. */
export function KeyList({ label, items, onPick, columns = 1 }: Props) {
  const [at, setAt] = useState(0);
  const id = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const own = items.findIndex(({ key }) => key === event.key.toLowerCase());
    const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: columns, ArrowLeft: -columns }[event.key];
    if (own !== -1) onPick(own);
    else if (step !== undefined) setAt((now) => Math.min(Math.max(now + step, 0), items.length - 1));
    else if (event.key === 'Enter' || event.key === ' ') onPick(at);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      className={cx('rounded-md', columns === 2 && 'columns-2 gap-2')}
    >
      {items.map(({ key, label: words, mark }, index) => (
        <div
          key={key}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerMove={() => setAt(index)}
          onClick={() => onPick(index)}
          className={cx(
            'flex h-[30px] break-inside-avoid items-center gap-2 rounded-[5px] px-2 select-none',
            index === at && 'bg-accent-soft text-on-soft',
          )}
        >
          {mark}
          <span className="min-w-0 flex-1 truncate">{words}</span>
          <Kbd keys={key} />
        </div>
      ))}
    </div>
  );
}
