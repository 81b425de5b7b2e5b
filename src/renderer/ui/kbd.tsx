import { keyLabel } from '../app/keys.ts';
import { cx } from './cx.ts';

/** The key that does it, in the platform's own names. `on` accent buttons it takes their colour. */
export function Kbd({ keys, on }: { readonly keys: string; readonly on?: boolean }) {
  return (
    <kbd
      className={cx(
        'inline-flex h-[17px] min-w-[17px] items-center justify-center rounded-[4px] border px-[4px] font-sans text-[10.5px] leading-none font-semibold whitespace-nowrap',
        on === true ? 'border-current/70 text-current' : 'border-line-strong text-ink-2',
      )}
    >
      {keyLabel(keys)}
    </kbd>
  );
}
