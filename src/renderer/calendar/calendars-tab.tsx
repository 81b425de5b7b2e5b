import { CalendarDays, FileUp } from 'lucide-react';
import { useEffect, useState, type DragEvent, type KeyboardEvent } from 'react';
import { messageOf } from '../app/errors.ts';
import { useZone } from '../client/use-desk.ts';
import { c } from '../strings/en-calendar.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { saveShown } from './actions.ts';
import { CalendarList } from './calendar-list.tsx';
import { CountryDialog } from './country-dialog.tsx';
import { DayDialog } from './day-dialog.tsx';
import { Editor, type TryCalendar } from './editor.tsx';
import { IcsDialog, openIcs } from './ics-dialog.tsx';
import { addCalendar, setCalendars } from './store.ts';
import { useCalendarList, useShown } from './use-draft.ts';
import { YearView } from './year-view.tsx';

/** While the tab is on the screen its keys mean something. */
function useHere(): void {
  useEffect(() => {
    setCalendars({ here: true });
    return () => setCalendars({ here: false, dialog: null });
  }, []);
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** A file may be dropped anywhere on the tab. */
function useIcsDrop() {
  const [over, setOver] = useState(false);
  const on = {
    onDragOver: (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent): void => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = event.dataTransfer.files;
      if (file !== undefined) void openIcs(file);
    },
  };
  return { over, on };
}

function Body({ onTry }: { readonly onTry: TryCalendar | undefined }) {
  const shown = useShown();
  if (shown === null) return null;
  return (
    <>
      <div className="@container min-w-0 flex-1">
        <div className="h-full overflow-y-auto @[600px]:flex @[600px]:overflow-hidden">
          <div className="shrink-0 px-4 pt-4 @[600px]:w-[352px] @[600px]:overflow-y-auto @[760px]:w-[372px]">
            <Editor shown={shown} onTry={onTry} />
          </div>
          <div className="min-w-0 flex-1 px-4 @[600px]:overflow-y-auto @[600px]:border-l @[600px]:border-line">
            <YearView calendar={shown.made.calendar} waits={Object.keys(shown.made.wrong).length > 0} />
          </div>
        </div>
      </div>
      <DayDialog draft={shown.draft} />
      <CountryDialog draft={shown.draft} />
      <IcsDialog draft={shown.draft} />
    </>
  );
}

function Veil() {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-2 z-20 flex flex-col items-center justify-center gap-1 rounded-lg border-2 border-dashed border-accent bg-accent-soft text-on-soft"
    >
      <FileUp size={28} strokeWidth={1.4} />
      <p className="text-title font-bold">{c.dropHere}</p>
    </div>
  );
}

/** The desk's calendars, the editor of one, and its year. `onTry`: what tries a draft on the last days, where there is such. */
export function CalendarsTab({ onTry }: { readonly onTry?: TryCalendar }) {
  useHere();
  const zone = useZone();
  const { query, saved, drafts, shown } = useCalendarList();
  const { over, on } = useIcsDrop();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    void saveShown();
  };
  if (query.isPending) return <p className="p-4 text-ink-2">{c.loading}</p>;
  if (query.error !== null) return <Empty title={messageOf(query.error)} />;
  if (saved.length === 0 && Object.keys(drafts).length === 0) {
    const add = (
      <Button look="primary" onClick={() => addCalendar(zone)}>
        {c.add}
      </Button>
    );
    return (
      <Empty title={c.empty} icon={<CalendarDays size={28} strokeWidth={1.4} aria-hidden />} actions={add}>
        {c.emptyHow}
      </Empty>
    );
  }
  return (
    <main aria-label={c.title} className="relative flex min-h-0 flex-1" onKeyDown={onKeyDown} {...on}>
      <CalendarList saved={saved} drafts={drafts} shown={shown} />
      <Body onTry={onTry} />
      {over && <Veil />}
    </main>
  );
}
