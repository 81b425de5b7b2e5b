import { Popover } from '@base-ui/react/popover';
import { Check } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { cx } from './cx.ts';
import { floatClass } from './float.ts';
import { Kbd } from './kbd.tsx';

export type Choice<V extends string> = { readonly value: V; readonly label: string; readonly mark?: ReactNode };

type ListProps<V extends string> = {
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onPick: (value: V) => void;
};
/** A list that fades out still has the focus; its keys are no longer its own. */
type OpenList<V extends string> = ListProps<V> & { readonly open: boolean };

function useStep<V extends string>({ choices, value, onPick, open }: OpenList<V>) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex((choice) => choice.value === value),
    ),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    const digit = choices[Number(event.key) - 1];
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    if (step !== undefined) setAt((now) => (now + step + choices.length) % choices.length);
    else if (digit !== undefined) onPick(digit.value);
    else if ((event.key === 'Enter' || event.key === ' ') && choices[at]) onPick(choices[at].value);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { at, setAt, onKeyDown };
}

/** A short list that answers to digits, arrows and Enter. */
function ChoiceList<V extends string>(props: OpenList<V>) {
  const { label, choices, value, onPick } = props;
  const { at, setAt, onKeyDown } = useStep(props);
  const id = useId();
  return (
    <div
      role="listbox"
      aria-label={label}
      tabIndex={0}
      data-autofocus
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      className="flex min-w-[168px] flex-col rounded-md p-1"
    >
      {choices.map((choice, index) => (
        <div
          key={choice.value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={choice.value === value}
          onPointerMove={() => setAt(index)}
          onClick={() => onPick(choice.value)}
          className={cx(
            'flex h-[28px] items-center gap-2 rounded-[5px] px-2 text-body select-none',
            index === at && 'bg-accent-soft text-on-soft',
          )}
        >
          {choice.mark}
          <span className="flex-1 truncate">{choice.label}</span>
          {choice.value === value && <Check size={13} aria-hidden />}
          {index < 9 && <Kbd keys={String(index + 1)} />}
        </div>
      ))}
    </div>
  );
}

type PickerProps<V extends string> = ListProps<V> & {
  readonly trigger: ReactElement;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly side?: 'top' | 'bottom';
};

/** A button that opens a short list; closes on a choice. */
export function ChoicePicker<V extends string>({ trigger, open, onOpenChange, side, ...list }: PickerProps<V>) {
  const [own, setOwn] = useState(false);
  const popup = useRef<HTMLDivElement>(null);
  const shown = open ?? own;
  const show = (next: boolean): void => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const pick = (value: V): void => {
    show(false);
    list.onPick(value);
  };
  const focusFirst = (): HTMLElement | null => popup.current?.querySelector('[data-autofocus]') ?? null;
  return (
    <Popover.Root open={shown} onOpenChange={show}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner side={side ?? 'bottom'} align="start" sideOffset={4} className="z-40">
          <Popover.Popup ref={popup} initialFocus={focusFirst} aria-label={list.label} className={floatClass}>
            <ChoiceList {...list} open={shown} onPick={pick} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
