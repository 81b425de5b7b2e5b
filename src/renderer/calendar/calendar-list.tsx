import { Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { DeskCalendar } from '../../contract/index.ts';
import { useZone } from '../client/use-desk.ts';
import { c } from '../strings/en-calendar.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import type { Draft } from './draft.ts';
import { addCalendar, focusPart, setCalendars } from './store.ts';

type Entry = { readonly key: string; readonly name: string; readonly note: string; readonly unsaved: boolean };

const entriesOf = (saved: readonly DeskCalendar[], drafts: Readonly<Record<string, Draft>>): readonly Entry[] => [
  ...saved.map(({ key, name, calendar }) => ({
    key,
    name: drafts[key]?.name ?? name,
    note: drafts[key]?.timeZone ?? calendar.timeZone,
    unsaved: drafts[key] !== undefined,
  })),
  ...Object.entries(drafts)
    .filter(([key]) => !saved.some((one) => one.key === key))
    .map(([key, { name, timeZone }]) => ({ key, name, note: timeZone, unsaved: true })),
];

type Props = {
  readonly saved: readonly DeskCalendar[];
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly shown: string | null;
};

/** The calendars of the desk and those not saved yet. Arrows move, Enter goes to the fields. */
export function CalendarList({ saved, drafts, shown }: Props) {
  const zone = useZone();
  const entries = entriesOf(saved, drafts);
  const at = entries.findIndex(({ key }) => key === shown);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? undefined : entries[at + step];
    if (event.key === 'Enter') focusPart('name');
    else if (next !== undefined) setCalendars({ shown: next.key, refused: {} });
    else if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <nav aria-label={c.title} className="flex w-[136px] shrink-0 min-[1200px]:w-[176px] flex-col border-r border-line">
      <div
        role="listbox"
        aria-label={c.list}
        tabIndex={0}
        data-board
        data-calendar="list"
        aria-activedescendant={at < 0 ? undefined : `calendar-${at}`}
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 overflow-y-auto p-2 -outline-offset-2"
      >
        {entries.map((entry, index) => (
          <div
            key={entry.key}
            id={`calendar-${index}`}
            role="option"
            aria-selected={index === at}
            onClick={() => setCalendars({ shown: entry.key, refused: {} })}
            className={cx(
              'flex flex-col rounded-md px-2 py-[5px] select-none',
              index === at ? 'bg-accent-soft text-on-soft shadow-[inset_2px_0_0_var(--accent)]' : 'hover:bg-sunken',
            )}
          >
            <span className="truncate font-medium" dir="auto">
              {entry.name}
            </span>
            <span className={cx('truncate text-cap', index !== at && 'text-ink-2')}>
              {entry.unsaved ? c.unsaved : entry.note}
            </span>
          </div>
        ))}
      </div>
      <div className="border-t border-line p-2">
        <Button small className="w-full" icon={<Plus size={13} aria-hidden />} onClick={() => addCalendar(zone)}>
          {c.add}
        </Button>
      </div>
    </nav>
  );
}
