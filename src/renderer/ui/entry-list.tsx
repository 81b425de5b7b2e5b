import {
  createContext,
  useContext,
  useEffect,
  useId,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { cx } from './cx.ts';
import { placeAfter, stepOf } from './list-steps.ts';

type Cursor = {
  readonly current: string | undefined;
  readonly optionId: (id: string) => string;
  readonly onChoose: (id: string) => void;
};

const CursorContext = createContext<Cursor>({ current: undefined, optionId: (id) => id, onChoose: () => undefined });

type ListProps = {
  readonly ref?: Ref<HTMLDivElement> | undefined;
  readonly label: string;
  /** What can be under the cursor, in the order it is shown. */
  readonly ids: readonly string[];
  /** Where that is none of them, the first is. */
  readonly currentId: string | null;
  readonly onChoose: (id: string) => void;
  /** The keys are in another list: nothing is marked in this one, or scrolled to. */
  readonly resting?: boolean;
  /** Keys that are not moves; true: it was one. */
  readonly onOther?: (key: string) => boolean;
  readonly onFocus?: () => void;
  /** As tall as what it holds: something around it scrolls. */
  readonly tall?: boolean;
  /** What had the focus last, so that it comes back here and not to the first list of the screen. */
  readonly isBack?: boolean;
  readonly children: ReactNode;
};

/** A list beside what its cursor is on: the list has the focus, arrows and J, K, Page Up and so on move the cursor. */
export function EntryList(props: ListProps) {
  const { ref, label, ids, currentId, onChoose, onOther, onFocus, children } = props;
  const { tall = false, isBack = false, resting = false } = props;
  const prefix = useId();
  const at = Math.max(0, ids.indexOf(currentId ?? ''));
  const current = resting ? undefined : ids[at];
  const optionId = (id: string): string => `${prefix}-${id}`;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // With Shift, left and right carry what the cursor is on: a key of the screen.
    if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) return;
    const step = stepOf(event.key);
    const next = step === null ? undefined : ids[placeAfter(at, step, ids.length)];
    if (next !== undefined) onChoose(next);
    else if (onOther?.(event.key) !== true) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={ref}
      role="listbox"
      data-board
      data-first
      data-back={isBack || undefined}
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={current === undefined ? undefined : optionId(current)}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      className={cx('-outline-offset-2', tall ? 'shrink-0' : 'min-h-0 flex-1 overflow-y-auto')}
    >
      <CursorContext value={{ current, optionId, onChoose }}>{children}</CursorContext>
    </div>
  );
}

type GroupProps = {
  readonly title: string;
  readonly count: number;
  /** Said where there is none; without it, an empty group is not shown. */
  readonly none?: string | undefined;
  readonly children: ReactNode;
};

export function EntryGroup({ title, count, none, children }: GroupProps) {
  if (count === 0 && none === undefined) return null;
  return (
    <div role="group" aria-label={title}>
      <div
        role="presentation"
        className="flex h-[28px] items-center gap-2 border-b border-line bg-canvas px-4 text-small"
      >
        <span className="font-bold">{title}</span>
        <span className="text-ink-2 tabular-nums">{count}</span>
      </div>
      {children}
      {count === 0 && (
        <div role="presentation" className="flex h-[34px] items-center border-b border-line px-4 text-ink-2">
          {none}
        </div>
      )}
    </div>
  );
}

type EntryProps = {
  readonly id: string;
  /** How its parts stand: below each other unless said otherwise. */
  readonly className?: string;
  readonly children: ReactNode;
};

/** One of the list; the one under the cursor is kept in sight. */
export function Entry({ id, className = 'flex-col justify-center', children }: EntryProps) {
  const { current, optionId, onChoose } = useContext(CursorContext);
  const isCurrent = id === current;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <div
      ref={line}
      id={optionId(id)}
      role="option"
      aria-selected={isCurrent}
      onClick={() => onChoose(id)}
      className={cx(
        'flex min-h-[44px] border-b border-l-2 border-b-line pr-4 pl-[14px] select-none',
        className,
        isCurrent ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
      )}
    >
      {children}
    </div>
  );
}
