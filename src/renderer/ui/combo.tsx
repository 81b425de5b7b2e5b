import { Combobox } from '@base-ui/react/combobox';
import type { BaseUIEvent } from '@base-ui/react/types';
import { Check } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { t } from '../strings/en.ts';
import { cx } from './cx.ts';
import { floatClass, itemClass } from './float.ts';

/** `value` null stands for "none" (nobody, no queue). */
export type Option = { readonly value: string | null; readonly label: string; readonly mark?: ReactNode };

type ComboProps = {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: readonly (string | null)[];
  readonly onToggle: (option: Option) => void;
  /** Stays open for more choices. */
  readonly several?: boolean;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  /** Lets what was typed be used where it is not in the list: gives the words that say so. */
  readonly offerNew?: (typed: string) => string;
  readonly onSearch?: (typed: string) => void;
  readonly placeholder?: string;
};

function withNew(options: readonly Option[], typed: string, offer: ComboProps['offerNew']): Option[] {
  const wanted = typed.trim();
  if (offer === undefined || wanted === '') return [...options];
  const known = options.some((option) => option.label.toLowerCase() === wanted.toLowerCase());
  return known ? [...options] : [...options, { value: wanted, label: offer(wanted) }];
}

/** A button that opens a list to search in: people, queues, tags, categories. */
export function ComboPicker(props: ComboProps) {
  const { trigger, label, options, chosen, onToggle, several = false, offerNew, onSearch } = props;
  const [own, setOwn] = useState(false);
  const [typed, setTyped] = useState('');
  const show = (next: boolean): void => {
    setOwn(next);
    props.onOpenChange?.(next);
    if (!next) setTyped('');
  };
  const open = props.open ?? own;
  const items = withNew(options, typed, offerNew);
  const value = items.filter((option) => chosen.includes(option.value));
  const first = items[0];
  // Base UI lights the first option only once something is typed; Enter has to mean it before that too.
  const [lit, setLit] = useState(false);
  const meansFirst = !lit && typed.trim() === '' && first !== undefined;
  const take = (next: readonly Option[]): void => {
    const added = next.find((option) => !chosen.includes(option.value));
    const removed = value.find((option) => !next.some((kept) => kept.value === option.value));
    const toggled = added ?? removed;
    if (!several) show(false);
    if (toggled !== undefined) onToggle(toggled);
  };
  const takeFirst = (event: BaseUIEvent<KeyboardEvent>): void => {
    // While it fades out after a choice, a second Enter must not choose again.
    if (event.key !== 'Enter' || !meansFirst || !open) return;
    event.preventDefault();
    event.preventBaseUIHandler();
    if (!several) show(false);
    onToggle(first);
  };
  return (
    <Combobox.Root<Option, true>
      items={items}
      multiple
      autoHighlight
      value={value}
      onValueChange={take}
      inputValue={typed}
      onInputValueChange={(next) => {
        setTyped(next);
        onSearch?.(next);
      }}
      onItemHighlighted={(option) => setLit(option !== undefined)}
      open={open}
      onOpenChange={show}
      itemToStringLabel={(option) => option.label}
      isItemEqualToValue={(a, b) => a.value === b.value}
    >
      <Combobox.Trigger render={trigger} aria-label={[label, ...value.map((option) => option.label)].join(' ')} />
      <Combobox.Portal>
        <Combobox.Positioner align="start" sideOffset={4} className="z-40">
          <Combobox.Popup aria-label={label} className={`${floatClass} w-[232px]`}>
            <Combobox.Input
              onKeyDown={takeFirst}
              aria-label={label}
              placeholder={props.placeholder ?? t.picker.search}
              className="h-[34px] w-full border-b border-line bg-transparent px-3 text-body -outline-offset-2"
            />
            <Combobox.Empty className="px-3 py-2 text-small text-ink-2 empty:hidden">{t.picker.none}</Combobox.Empty>
            <Combobox.List className="max-h-[min(284px,calc(var(--available-height)-44px))] overflow-y-auto p-1 empty:hidden">
              {(option: Option) => (
                <Combobox.Item
                  key={option.value ?? ''}
                  value={option}
                  className={cx(itemClass, meansFirst && option === first && 'bg-accent-soft text-on-soft')}
                >
                  {option.mark}
                  <span className="flex-1 truncate" dir="auto">
                    {option.label}
                  </span>
                  <Combobox.ItemIndicator>
                    <Check size={13} aria-hidden />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
