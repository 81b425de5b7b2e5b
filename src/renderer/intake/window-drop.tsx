import { FileInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { goTo, openDialog, useWindow } from '../app/window-store.ts';
import { takeFile } from '../exchange/flow.ts';
import { n } from '../strings/en-intake.ts';
import { dropTarget } from './drop-target.ts';
import { takeFiles } from './intake-store.ts';
import { placeNow } from './place.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

function onDrop(event: DragEvent): void {
  if (!hasFiles(event)) return;
  // A file that nobody takes would open in place of the window.
  event.preventDefault();
  const files = Array.from(event.dataTransfer?.files ?? []);
  const place = placeNow();
  const mine = files.filter((file) => dropTarget(file.name, place) === 'intake');
  const [table] = files.filter((file) => dropTarget(file.name, place) === 'import');
  if (mine.length > 0) void takeFiles(mine);
  // On its own screen the import takes its files itself.
  else if (table !== undefined && !place.onImport) {
    openDialog(null);
    goTo('import');
    void takeFile(table);
  }
}

/** Files may be dropped anywhere on the window: mails, chats, texts and documents become a ticket. */
export function WindowDrop() {
  const [over, setOver] = useState(false);
  const onImport = useWindow((state) => state.screen === 'import' && state.dialog !== 'newTicket');
  const writing = useWindow((state) => state.dialog === 'newTicket');
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDone = (event: DragEvent): void => {
      setOver(false);
      onDrop(event);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragover', onOver, { signal });
    window.addEventListener('drop', onDone, { signal });
    window.addEventListener('dragleave', onLeave, { signal });
    return () => leaving.abort();
  }, []);
  if (!over || onImport) return null;
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed inset-3 z-50 flex flex-col items-center justify-center gap-1 rounded-lg border-2 border-dashed border-accent bg-accent-soft/95 text-on-soft"
    >
      <FileInput size={28} strokeWidth={1.4} />
      <p className="text-title font-bold">{n.dropTitle}</p>
      <p>{writing ? n.dropAttach : n.dropHow}</p>
    </div>
  );
}
