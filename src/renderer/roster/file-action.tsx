import { FileUp } from 'lucide-react';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { chooseRosterFile, mayImport, newRows, runImport, useRosterImport } from './import-flow.ts';

const w = rw.files;

/** The next step of the file: choose one, or take it in. Null while something runs. */
export function useNextStep(): { readonly label: string; readonly run: (() => void) | null } {
  const state = useRosterImport();
  if (state.phase === 'sending') return { label: w.sending, run: null };
  if (state.phase === 'looking') return { label: w.looking, run: null };
  if (state.phase === 'importing') return { label: w.importing, run: null };
  if (state.phase === 'ready' && newRows(state) > 0)
    return { label: w.go(newRows(state)), run: mayImport(state) ? () => void runImport() : null };
  return { label: state.phase === 'none' ? w.choose : w.another, run: chooseRosterFile };
}

export function FileAction() {
  const { label, run } = useNextStep();
  return (
    <Button
      look="primary"
      disabled={run === null}
      onClick={() => run?.()}
      icon={<FileUp size={15} strokeWidth={1.8} aria-hidden />}
    >
      {label}
      <Kbd keys="mod+enter" on />
    </Button>
  );
}
