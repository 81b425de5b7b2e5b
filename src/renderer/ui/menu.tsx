import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { useRef, type ReactElement, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { floatClass, itemClass } from './float.ts';
import { Kbd } from './kbd.tsx';

export type MenuItem = {
  readonly label: string;
  readonly onPick: () => void;
  readonly keys?: string;
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly mark?: ReactNode;
  /** A line above. */
  readonly parted?: boolean;
};

type MenuProps = {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly side?: 'top' | 'bottom';
  readonly align?: 'start' | 'end';
  /** Stays open for more choices. */
  readonly stays?: boolean;
  /** When it is gone and the focus is back. */
  readonly onClosed?: () => void;
};

/** Where menus hang, so that they are inside a landmark of the page. */
const floats = (): HTMLElement | null => document.getElementById('floats');

/** A button that opens a list of things to do or to switch. */
export function Menu({
  trigger,
  label,
  items,
  side = 'bottom',
  align = 'start',
  stays = false,
  onClosed,
  ...control
}: MenuProps) {
  const popup = useRef<HTMLDivElement>(null);
  const settled = (open: boolean): void => {
    if (!open) onClosed?.();
    // Opened by a key of the window, Base UI lights nothing; Enter has to mean something.
    else if (control.open !== undefined && document.activeElement === popup.current)
      popup.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  };
  return (
    <Base.Root {...control} onOpenChangeComplete={settled}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={floats()}>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-40">
          <Base.Popup
            ref={popup}
            aria-label={label}
            className={cx(floatClass, 'max-h-[60vh] min-w-[180px] overflow-y-auto p-1')}
          >
            {items.map((item) => (
              <Base.Item
                key={item.label}
                closeOnClick={!stays}
                onClick={item.onPick}
                role={item.checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
                aria-checked={item.checked}
                className={cx(
                  itemClass,
                  item.danger === true && 'text-late',
                  item.parted === true && 'mt-1 border-t border-line',
                )}
              >
                {item.mark}
                <span className="flex-1 truncate" dir="auto">
                  {item.label}
                </span>
                {item.keys !== undefined && <Kbd keys={item.keys} />}
                {item.checked === true && <Check size={13} aria-hidden />}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
