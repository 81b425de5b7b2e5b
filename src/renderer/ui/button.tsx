import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:brightness-105 active:brightness-95 border border-transparent',
  plain: 'bg-surface text-ink border border-line-strong hover:bg-sunken',
  quiet: 'text-ink-2 hover:bg-sunken hover:text-ink border border-transparent',
  danger: 'bg-surface text-late border border-line-strong hover:bg-late-soft',
};

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  readonly look?: Look;
  readonly small?: boolean;
  readonly icon?: ReactNode;
  readonly className?: string | undefined;
};

/** A button of 30 px, or 26 px when small. */
export function Button({ look = 'plain', small = false, icon, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        'inline-flex shrink-0 items-center justify-center gap-2 rounded-md whitespace-nowrap font-semibold select-none',
        'disabled:opacity-50 transition-[filter,background-color] duration-[120ms]',
        small ? 'h-[26px] px-2 text-small' : 'h-[31px] px-[11px] text-body',
        looks[look],
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'className' | 'aria-label'> & {
  readonly label: string;
  readonly className?: string | undefined;
};

/** A square button that shows only an icon; the label is read out and shown on hover. */
export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(
        'inline-flex size-6 shrink-0 items-center justify-center rounded-[5px] text-ink-2 hover:bg-sunken hover:text-ink disabled:opacity-40',
        className,
      )}
    >
      {children}
    </button>
  );
}
