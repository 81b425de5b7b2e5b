import { useEffect, useState } from 'react';
import { say } from './toasts.tsx';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * While what takes files of its own is shown, one may be dropped anywhere on the window: that hears of it first, before what
 * takes tables to the ticket import. Of several the first is taken, and it is said. True while one is held over the window.
 */
export function useFileDrop(take: (file: File) => void, several: string): boolean {
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
      if (more.length > 0) say({ title: several });
      if (file !== undefined) take(file);
    };
    const onLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    window.addEventListener('dragover', onOver, options);
    window.addEventListener('drop', onDrop, options);
    window.addEventListener('dragleave', onLeave, options);
    return () => leaving.abort();
  }, [take, several]);
  return over;
}
