import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';

type Segment<V extends string> = { readonly value: V; readonly label: string; readonly icon?: ReactNode };
type Props<V extends string> = {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** `accent` fills the chosen one: for answers in forms; the plain one is for views. */
  readonly look?: 'plain' | 'accent';
  /** The tabs of a screen: their digits work from anywhere on it, so they always stand there. */
  readonly tabs?: boolean;
};

/** The digit of a choice: beside the name of a tab, else below the choices while they have the focus. */
function Digit({ index, tabs }: { readonly index: number; readonly tabs: boolean }) {
  const keys = String(index + 1);
  return (
    <span aria-hidden className={tabs ? 'inline-flex max-[560px]:hidden' : 'segment-digit'}>
      {tabs ? <Kbd keys={keys} /> : keys}
    </span>
  );
}

/**
 * Up to five choices in a row. Arrow keys move. Digits choose in the one that has the focus, and then not in the tabs of
 * the screen, whose digits are away meanwhile: a digit that stands there is always what the key does.
 */
export function Segmented<V extends string>(props: Props<V>) {
  const { label, segments, value, onChange, look = 'plain', tabs = false } = props;
  const chosen = look === 'plain' ? 'bg-sunken text-ink' : 'bg-accent text-on-accent';
  const choose = (group: HTMLElement, index: number): void => {
    const segment = segments[(index + segments.length) % segments.length];
    if (segment === undefined) return;
    onChange(segment.value);
    group.querySelectorAll('button')[segments.indexOf(segment)]?.focus();
  };
  const at = segments.findIndex((segment) => segment.value === value);
  return (
    <div
      role="radiogroup"
      aria-label={label}
      data-tabs={tabs || undefined}
      className={cx(
        'inline-flex shrink-0 rounded-md border border-line-strong/80',
        look === 'accent' ? 'h-[31px]' : 'h-[26px]',
      )}
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        const digit = Number(event.key);
        if (step !== undefined) choose(event.currentTarget, at + step);
        else if (digit >= 1 && digit <= segments.length) choose(event.currentTarget, digit - 1);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {segments.map((segment, index) => (
        <button
          key={segment.value}
          type="button"
          role="radio"
          aria-checked={segment.value === value}
          aria-keyshortcuts={String(index + 1)}
          tabIndex={index === Math.max(0, at) ? 0 : -1}
          onClick={() => onChange(segment.value)}
          className={cx(
            'relative inline-flex items-center gap-2 border-r border-line px-[11px] text-body font-semibold first:rounded-l-[5px] last:rounded-r-[5px] last:border-r-0',
            segment.value === value ? chosen : 'text-ink-2 hover:bg-canvas',
          )}
        >
          {tabs && <Digit index={index} tabs />}
          {segment.icon}
          {segment.label}
          {!tabs && <Digit index={index} tabs={false} />}
        </button>
      ))}
    </div>
  );
}
