import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

type ChipProps = Omit<ComponentProps<'button'>, 'className' | 'value'> & {
  readonly field?: string;
  readonly value?: string;
  readonly dashed?: boolean;
};

/** `field value` in a box of 23 px that opens a picker; dashed for what can be added. */
export function Chip({ field, value, dashed = false, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        'inline-flex h-[23px] max-w-[320px] min-w-0 shrink-0 items-center gap-[6px] rounded-[5px] border bg-surface px-2 text-small whitespace-nowrap hover:bg-sunken data-popup-open:bg-sunken',
        dashed ? 'border-dashed border-line-strong text-ink-2' : 'border-line-strong/80',
      )}
    >
      {field !== undefined && <span className="text-ink-2">{field}</span>}
      {value !== undefined && (
        <span className="truncate font-semibold text-ink" dir="auto">
          {value}
        </span>
      )}
      {children}
    </button>
  );
}
