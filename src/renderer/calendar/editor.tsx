import { Copy, Ellipsis, History, Trash2, Undo2 } from 'lucide-react';
import type { Calendar } from '../../contract/index.ts';
import { useZone } from '../client/use-desk.ts';
import { c } from '../strings/en-calendar.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field, TextInput } from '../ui/field.tsx';
import { moment } from '../ui/format.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useMinute } from '../ui/use-now.ts';
import { removeShown, saveShown } from './actions.ts';
import { DaysList } from './days-list.tsx';
import { HoursEditor } from './hours-editor.tsx';
import { discard, duplicateCalendar, edit, setCalendars, useCalendars } from './store.ts';
import type { Shown } from './use-draft.ts';
import { ZonePicker } from './zone-picker.tsx';

const effects = [
  { value: 'now', label: c.now },
  { value: 'always', label: c.ever },
] as const;

/** Tries a calendar on what was, before it is saved: given its key and how it would be. */
export type TryCalendar = (key: string, calendar: Calendar) => void;

type Props = { readonly shown: Shown; readonly onTry?: TryCalendar | undefined };

function SaveBar({ shown, onTry }: Props) {
  const effective = useCalendars((state) => state.effective);
  const { saved, changed, made } = shown;
  const isNew = saved === undefined;
  return (
    <div className="sticky bottom-0 z-10 -mx-4 [@media(max-height:600px)]:static flex flex-col gap-2 border-t border-line bg-surface px-4 py-3">
      {!isNew && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Segmented
            label={c.saveAs}
            segments={effects}
            value={effective}
            onChange={(value) => setCalendars({ effective: value })}
          />
          <span className="text-small text-ink-2">{effective === 'now' ? c.nowHow : c.everHow}</span>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" disabled={!changed} onClick={() => void saveShown()}>
          {c.save}
          <Kbd keys="mod+s" on />
        </Button>
        {onTry !== undefined && saved !== undefined && (
          <Button
            icon={<History size={14} aria-hidden />}
            disabled={!changed}
            onClick={() => onTry(saved.key, made.calendar)}
          >
            {c.tryIt}
          </Button>
        )}
        <span role="status" className="text-small text-ink-2">
          {changed && c.unsaved}
        </span>
      </div>
    </div>
  );
}

function More({ shown }: { readonly shown: Shown }) {
  const key = useCalendars((state) => state.shown);
  const { saved, changed } = shown;
  const items: MenuItem[] = [
    { label: c.duplicate, onPick: duplicateCalendar, mark: <Copy size={13} aria-hidden /> },
    ...(changed && key !== null
      ? [{ label: c.discard, onPick: () => discard(key), mark: <Undo2 size={13} aria-hidden /> }]
      : []),
    ...(saved === undefined
      ? []
      : [
          {
            label: c.remove,
            onPick: () => void removeShown(),
            danger: true,
            parted: true,
            mark: <Trash2 size={13} aria-hidden />,
          },
        ]),
  ];
  const trigger = (
    <IconButton label={c.more}>
      <Ellipsis size={15} aria-hidden />
    </IconButton>
  );
  return <Menu trigger={trigger} label={c.more} items={items} align="end" />;
}

function Use({ shown }: { readonly shown: Shown }) {
  const zone = useZone();
  const now = useMinute();
  const { saved } = shown;
  if (saved === undefined) return null;
  const since = saved.since === null ? c.always : c.since(moment(saved.since, zone, now));
  return (
    <p className="text-small text-ink-2">
      {c.usedBy(saved.policies.map(({ name }) => name))} {c.version(saved.version)}, {since}.
    </p>
  );
}

/** The fields of a calendar; each says what is wrong with it while one types. */
export function Editor({ shown, onTry }: Props) {
  const { draft, problems, minutesPerWeek } = shown;
  return (
    <form
      noValidate
      aria-label={draft.name}
      onSubmit={(event) => {
        event.preventDefault();
        void saveShown();
      }}
      className="flex flex-col gap-4"
    >
      <div className="flex items-end gap-2">
        <Field label={c.name} error={problems.name}>
          {(ids) => (
            <TextInput
              {...ids}
              data-calendar="name"
              value={draft.name}
              maxLength={100}
              dir="auto"
              onChange={(event) => edit((now) => ({ ...now, name: event.target.value }))}
            />
          )}
        </Field>
        <span className="pb-[3px]">
          <More shown={shown} />
        </span>
      </div>
      <Use shown={shown} />
      <div className="flex flex-col gap-1">
        <span className="text-small font-medium text-ink-2">{c.zone}</span>
        <ZonePicker
          zone={draft.timeZone}
          invalid={problems.timeZone !== undefined}
          onPick={(timeZone) => edit((now) => ({ ...now, timeZone }))}
        />
        {problems.timeZone !== undefined && <p className="text-small text-late">{problems.timeZone}</p>}
      </div>
      <HoursEditor
        draft={draft}
        problems={problems}
        minutes={minutesPerWeek}
        waits={Object.keys(shown.made.wrong).length > 0}
      />
      <DaysList draft={draft} problems={problems} />
      <SaveBar shown={shown} onTry={onTry} />
    </form>
  );
}
