import { Popover } from '@base-ui/react/popover';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Attendance, ShiftTemplate } from '../../contract/index.ts';
import { activityKinds, agentStates, attendanceKinds } from '../../contract/words.ts';
import { d } from '../strings/en-day.ts';
import { cx } from '../ui/cx.ts';
import { floatClass } from '../ui/float.ts';
import { Kbd } from '../ui/kbd.tsx';
import { add, applyTemplate, attend, attendRemove, closeFloat, editNew, setState } from './day-actions.ts';
import { dayHandle, under } from './day-handle.ts';
import { useDay, type KeyMenuName } from './day-store.ts';

type Entry = { readonly label: string; readonly key: string; readonly run: () => void; readonly mark?: string };

/** The letter that picks an entry: the first of its word that is still free. */
export function lettersFor(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>(['j', 'k']);
  return labels.map((label) => {
    const letter =
      label
        .toLowerCase()
        .split('')
        .find((each) => /[a-z]/.test(each) && !taken.has(each)) ?? '';
    taken.add(letter);
    return letter;
  });
}

type Given = { readonly templates: readonly ShiftTemplate[]; readonly attendance: readonly Attendance[] };

function plain(menu: KeyMenuName, { templates, attendance }: Given): readonly Omit<Entry, 'key'>[] {
  switch (menu) {
    case 'activity':
      return ['break', 'lunch', 'coaching', 'qa', 'meeting', 'training', 'offQueue', 'calls', 'chat', 'mail']
        .flatMap((name) => activityKinds.filter((kind) => kind === name))
        .map((kind) => ({ label: d.kind[kind], mark: `act-${kind}`, run: () => add(kind) }));
    case 'attend':
      return [
        ...attendanceKinds.map((kind) => ({ label: d.attendance[kind], run: () => attend(kind) })),
        ...attendance
          .filter(({ personId }) => personId === under()?.personId)
          .map(({ id, kind }) => ({ label: d.menu.takeBack(d.attendance[kind]), run: () => attendRemove(id) })),
      ];
    case 'state':
      return agentStates.map((state) => ({ label: d.state[state], run: () => setState(state) }));
    case 'new':
      return [
        { label: d.menu.own, run: editNew },
        ...templates.map(({ id, name, work }) => ({ label: name, mark: `act-${work}`, run: () => applyTemplate(id) })),
      ];
  }
}

function entriesOf(menu: KeyMenuName, given: Given): readonly Entry[] {
  const entries = plain(menu, given);
  const letters = lettersFor(entries.map(({ label }) => label));
  return entries.map((entry, index) => ({ ...entry, key: letters[index] ?? '' }));
}

function List({ menu, entries }: { readonly menu: KeyMenuName; readonly entries: readonly Entry[] }) {
  const [at, setAt] = useState(0);
  const id = useId();
  const pick = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    closeFloat();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 }[event.key];
    const digit = Number(event.key);
    if (step !== undefined) setAt((now) => (now + step + entries.length) % entries.length);
    else if (event.key === 'Enter' || event.key === ' ') pick(entries[at]);
    else if (digit >= 1) pick(entries[digit - 1]);
    else if (/^[a-z]$/.test(event.key)) pick(entries.find(({ key }) => key === event.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      role="listbox"
      aria-label={d.menu[menu]}
      tabIndex={0}
      data-autofocus
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      className="flex max-h-[60vh] min-w-[200px] flex-col overflow-y-auto rounded-md p-1"
    >
      {entries.map((entry, index) => (
        <div
          key={entry.label}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerMove={() => setAt(index)}
          onClick={() => pick(entry)}
          className={cx(
            'flex h-[28px] shrink-0 items-center gap-2 rounded-[5px] px-2 text-body select-none',
            index === at && 'bg-accent-soft text-on-soft',
          )}
        >
          {entry.mark !== undefined && <span aria-hidden className={cx('size-[11px] rounded-[3px]', entry.mark)} />}
          <span className="flex-1 truncate" dir="auto">
            {entry.label}
          </span>
          {entry.key !== '' && <Kbd keys={entry.key} />}
          {index < 9 && <Kbd keys={String(index + 1)} />}
        </div>
      ))}
    </div>
  );
}

/** What a second key picks from: an activity, who is not there, what somebody does, a template. Beside the cursor. */
export function KeyMenu(given: Given) {
  const menu = useDay((state) => state.menu);
  const popup = useRef<HTMLDivElement>(null);
  if (menu === null) return null;
  return (
    <Popover.Root open onOpenChange={(open) => !open && closeFloat()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => dayHandle()?.anchor() ?? null}
          side="bottom"
          align="start"
          sideOffset={6}
          className="z-40"
        >
          <Popover.Popup
            ref={popup}
            aria-label={d.menu[menu]}
            initialFocus={() => popup.current?.querySelector<HTMLElement>('[data-autofocus]') ?? null}
            finalFocus={false}
            className={floatClass}
          >
            <p className="border-b border-line px-3 py-[6px] text-small font-semibold text-ink-2">{d.menu[menu]}</p>
            <List menu={menu} entries={entriesOf(menu, given)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
