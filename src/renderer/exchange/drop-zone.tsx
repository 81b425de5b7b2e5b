import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { chooseFile } from '../app/choose-file.ts';
import { say } from '../app/toasts.tsx';
import { x } from '../strings/en-exchange.ts';
import { dropTarget } from '../intake/drop-target.ts';
import { placeNow } from '../intake/place.ts';
import { takeFile } from './flow.ts';

const kinds = '.csv,.tsv,.txt,.xlsx,.json,.ndjson,.jsonl,.zip,.gz';

/** Asks for an export to be imported. */
export const chooseExport = (): void => chooseFile(kinds, (file) => void takeFile(file));

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** While the screen is shown a file may be dropped anywhere on the window; true while one is held over it. */
export function useDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      // Mails and documents are not tables: the window takes those in.
      const files = Array.from(event.dataTransfer?.files ?? []).filter(
        ({ name }) => dropTarget(name, placeNow()) === 'import',
      );
      const [file] = files;
      if (files.length > 1) say({ title: x.drop.several });
      if (file !== undefined) void takeFile(file);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragover', onOver, { signal });
    window.addEventListener('drop', onDrop, { signal });
    window.addEventListener('dragleave', onLeave, { signal });
    return () => leaving.abort();
  }, []);
  return over;
}

/** Says, over the whole screen, what letting go would do. */
export function DropVeil() {
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-2 z-20 flex flex-col items-center justify-center gap-1 rounded-lg border-2 border-dashed border-accent bg-accent-soft text-on-soft"
    >
      <FileDown size={28} strokeWidth={1.4} />
      <p className="text-title font-bold">{x.drop.over}</p>
      <p>{x.drop.overHow}</p>
    </div>
  );
}
