import type { ReactNode } from 'react';
import { cx } from './cx.ts';

type Segment<V extends string> = { readonly value: V; readonly label: string; readonly icon?: ReactNode };
type Props<V extends string> = {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  /** `accent` fills the chosen one: for answers in forms; the plain one is for views. */
  readonly look?: 'plain' | 'accent';
};

/** Up to five choices in a row. Arrow keys move, and digits choose where it has the focus. */
export function Segmented<V extends string>({ label, segments, value, onChange, look = 'plain' }: Props<V>) {
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
          tabIndex={index === Math.max(0, at) ? 0 : -1}
          onClick={() => onChange(segment.value)}
          className={cx(
            'inline-flex items-center gap-2 border-r border-line px-[11px] text-body font-semibold first:rounded-l-[5px] last:rounded-r-[5px] last:border-r-0',
            segment.value === value ? chosen : 'text-ink-2 hover:bg-canvas',
          )}
        >
          {segment.icon}
          {segment.label}
        </button>
      ))}
    </div>
  );
}
