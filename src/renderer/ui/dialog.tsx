import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { create } from 'zustand';
import { t } from '../strings/en.ts';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';

/** How many modal windows are open, whoever asked for them. */
const useOpenDialogs = create(() => ({ open: 0 }));
const countOpen = (by: 1 | -1): void => useOpenDialogs.setState(({ open }) => ({ open: open + by }));

/** Whether something else has to keep clear of a modal window. */
export const useIsDialogOpen = (): boolean => useOpenDialogs(({ open }) => open > 0);

type DialogProps = {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Pixels. */
  readonly width?: 420 | 520 | 640 | 760 | 920;
  /** Without the line that names it; the title is still read out. */
  readonly bare?: boolean;
  /** From the top of the window instead of the middle. */
  readonly high?: boolean;
};

const widths = { 420: 'w-[420px]', 520: 'w-[520px]', 640: 'w-[640px]', 760: 'w-[760px]', 920: 'w-[920px]' } as const;

/** A modal window, never taller than the screen: Esc and a click outside close it, the focus goes back to where it was. */
export function Dialog({ title, open, onClose, children, width = 520, bare = false, high = false }: DialogProps) {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    countOpen(1);
    return () => countOpen(-1);
  }, [open]);
  // Not the close button, which comes first: what one came to do.
  const first = (): HTMLElement | true =>
    popup.current?.querySelector<HTMLElement>('[data-body] :is(input, textarea, [tabindex="0"])') ?? true;
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/25 transition-opacity duration-[120ms] data-ending-style:opacity-0 data-starting-style:opacity-0 dark:bg-black/50" />
        <Base.Viewport
          className={cx(
            'fixed inset-0 z-40 flex items-start justify-center overflow-y-auto p-4 max-[560px]:p-2',
            high && 'pt-[9vh]',
          )}
        >
          <Base.Popup
            ref={popup}
            initialFocus={first}
            className={cx(
              widths[width],
              !high && 'my-auto',
              'flex max-h-full max-w-full flex-col rounded-lg border border-line-strong bg-surface shadow-float outline-none transition-[opacity,transform] duration-[120ms] ease-out',
              'data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0',
            )}
          >
            <div
              className={bare ? 'sr-only' : 'flex h-[46px] shrink-0 items-center gap-2 border-b border-line pr-3 pl-4'}
            >
              <Base.Title className="min-w-0 flex-1 truncate text-title font-bold">{title}</Base.Title>
              {!bare && (
                <Base.Close render={<IconButton label={t.toasts.close} />}>
                  <X size={15} aria-hidden />
                </Base.Close>
              )}
            </div>
            <div data-body className="flex min-h-0 flex-col overflow-y-auto">
              {children}
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}
