/** What floats: the only thing with a shadow. */
export const floatClass =
  'rounded-lg border border-line-strong bg-surface text-ink shadow-float outline-none transition-[opacity,transform] duration-[120ms] ease-out data-ending-style:opacity-0 data-starting-style:translate-y-[-2px] data-starting-style:opacity-0';

export const itemClass =
  'flex h-[28px] w-full items-center gap-2 rounded-[5px] px-2 text-left text-body outline-none select-none data-highlighted:bg-accent-soft data-highlighted:text-on-soft data-disabled:opacity-50';
