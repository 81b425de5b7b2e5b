import type { ComponentProps } from 'react';
import { cx } from './cx.ts';

type SwitchProps = Omit<ComponentProps<'button'>, 'className' | 'onChange' | 'aria-label'> & {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

/** On or off, at once. The knob stands at the right when it is on, so that colour does not say it alone. */
export function Switch({ label, on, onChange, ...rest }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      {...rest}
      onClick={(event) => {
        event.stopPropagation();
        onChange(!on);
      }}
      className={cx(
        'inline-flex h-[16px] w-[28px] shrink-0 items-center rounded-full border p-[2px] disabled:opacity-50',
        on ? 'justify-end border-accent bg-accent' : 'justify-start border-ink-3 bg-surface',
      )}
    >
      <span className={cx('size-[10px] rounded-full', on ? 'bg-on-accent' : 'bg-ink-3')} />
    </button>
  );
}

type CheckProps = {
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
};

/** A box to tick in a form, with its words. */
export function Check({ label, hint, on, onChange }: CheckProps) {
  return (
    <label className="flex items-start gap-2 select-none">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-[3px] accent-accent"
      />
      <span className="min-w-0">
        {label}
        {hint !== undefined && <span className="block text-small text-ink-2">{hint}</span>}
      </span>
    </label>
  );
}
