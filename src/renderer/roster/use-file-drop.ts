import { useEffect, useState } from 'react';
import { say } from '../app/toasts.tsx';
import { rw } from '../strings/en-roster.ts';
import { takeFile } from './import-flow.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * While the tab of files is shown a file may be dropped anywhere on the window, and is the roster's: the window hears of
 * it first, before what takes tables to the ticket import. True while one is held over it.
 */
export function useFileDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const leaving = new AbortController();
    const options = { signal: leaving.signal, capture: true };
    const mine = (event: DragEvent): boolean => {
      if (!hasFiles(event)) return false;
      event.preventDefault();
      event.stopImmediatePropagation();
      return true;
    };
    const onOver = (event: DragEvent): void => {
      if (mine(event)) setOver(true);
    };
    const onDrop = (event: DragEvent): void => {
      if (!mine(event)) return;
      setOver(false);
      const [file, ...more] = Array.from(event.dataTransfer?.files ?? []);
      if (more.length > 0) say({ title: rw.files.several });
      if (file !== undefined) void takeFile(file);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragover', onOver, options);
    window.addEventListener('drop', onDrop, options);
    window.addEventListener('dragleave', onLeave, options);
    return () => leaving.abort();
  }, []);
  return over;
}
