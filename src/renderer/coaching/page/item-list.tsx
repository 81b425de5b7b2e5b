import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { stepOf } from '../../ui/list-steps.ts';
import { cx } from '../../ui/cx.ts';
import { setCoaching } from '../coaching-store.ts';

export type PageItem = { readonly id: string; readonly node: ReactNode };

type RowProps = {
  readonly id: string;
  readonly current: boolean;
  readonly onOpen: () => void;
  readonly onChoose: () => void;
  readonly children: ReactNode;
};

function Row({ id, current, onOpen, onChoose, children }: RowProps) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={current}
      onClick={onChoose}
      onDoubleClick={onOpen}
      className={cx(
        'flex min-h-[34px] items-center gap-3 border-b border-l-2 border-b-line py-1 pr-2 pl-[10px] select-none',
        current ? 'border-l-accent bg-accent-soft' : 'border-l-transparent hover:bg-canvas',
      )}
    >
      {children}
    </div>
  );
}

type Props = {
  readonly name: string;
  readonly label: string;
  readonly items: readonly PageItem[];
  /** What the cursor is on, where it is in this list. */
  readonly currentId: string | null;
  /** Beyond its ends, to the list before or after it. */
  readonly beyond: (way: 1 | -1) => void;
  readonly onOpen: (id: string) => void;
};

/** Things of one kind, one under the other; arrows go on into the list before and after. */
export function ItemList({ name, label, items, currentId, beyond, onOpen }: Props) {
  const own = useId();
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === currentId),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key);
    if (step === null) return;
    const to = at + (Number.isFinite(step) ? step : step > 0 ? items.length : -items.length);
    const next = items[Math.min(Math.max(to, 0), items.length - 1)];
    if ((step === 1 && at === items.length - 1) || (step === -1 && at === 0)) beyond(step);
    else if (next !== undefined) setCoaching({ itemId: next.id });
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="listbox"
      data-board
      data-items={name}
      data-back={currentId === null ? undefined : true}
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={items[at] === undefined ? undefined : `${own}-${items[at].id}`}
      onKeyDown={onKeyDown}
      className="group rounded-[3px] border-t border-line"
    >
      {items.map(({ id, node }, index) => (
        <Row
          key={id}
          id={`${own}-${id}`}
          current={currentId !== null && index === at}
          onChoose={() => setCoaching({ list: name, itemId: id })}
          onOpen={() => onOpen(id)}
        >
          {node}
        </Row>
      ))}
    </div>
  );
}
