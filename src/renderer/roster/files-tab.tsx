import { FileDown, FileInput } from 'lucide-react';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useFileDrop } from '../app/use-file-drop.ts';
import { ProgressLine } from '../exchange/progress-line.tsx';
import { rw } from '../strings/en-roster.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ExportSection } from './export-section.tsx';
import { useNextStep } from './file-action.tsx';
import { chooseRosterFile, dropFile, newRows, takeFile, useRosterImport, type Phase } from './import-flow.ts';
import { Choices, Figures, FileFacts, ImportFindings, Issues, Questions } from './import-result.tsx';
import { useTabActions } from './tab-actions.ts';
import { useListFocus } from './use-list-focus.ts';

const w = rw.files;
const takeRosterFile = (file: File): void => void takeFile(file);

type HeadProps = { readonly children: ReactNode; readonly ref?: RefObject<HTMLHeadingElement | null> };

/** A head of 28 px, as every section of a screen has one. */
function SectionHead({ children, ref }: HeadProps) {
  return (
    <h2
      ref={ref}
      tabIndex={-1}
      className="flex h-[28px] items-center gap-2 border-b border-line bg-canvas px-4 text-small font-bold -outline-offset-2"
    >
      {children}
    </h2>
  );
}

function Nothing({ first }: { readonly first: RefObject<HTMLButtonElement | null> }) {
  const error = useRosterImport((state) => state.error);
  return (
    <div className="m-4 flex flex-col items-center gap-2 rounded-lg border-2 border-dashed border-line-strong px-6 py-8 text-center">
      <FileInput size={26} strokeWidth={1.4} aria-hidden className="text-ink-3" />
      <p className="text-title font-bold">{w.drop}</p>
      <p className="max-w-[520px] text-ink-2">{w.dropHow}</p>
      {error !== null && (
        <p role="alert" className="max-w-[520px] text-late">
          {w.failed}. {error}
        </p>
      )}
      <Button ref={first} onClick={chooseRosterFile} className="mt-1">
        {w.choose}
      </Button>
    </div>
  );
}

const isRunning = (phase: Phase): boolean => phase === 'looking' || phase === 'importing';

function Taken({ head }: { readonly head: RefObject<HTMLHeadingElement | null> }) {
  const state = useRosterImport();
  const { phase, name, bytes, sent, result, error } = state;
  if (phase === 'sending')
    return (
      <ProgressLine label={w.sending} share={bytes === 0 ? null : sent / bytes} words={name} onCancel={dropFile} />
    );
  if (result === null) return <ProgressLine label={w.looking} share={null} words={name} onCancel={dropFile} />;
  const done = phase === 'done';
  return (
    <div aria-busy={isRunning(phase)}>
      <div className="flex min-h-[40px] items-center gap-3 px-4 pt-2">
        <span className="min-w-0 truncate font-semibold" dir="auto">
          {name}
        </span>
        <Button small onClick={chooseRosterFile}>
          {w.another}
        </Button>
      </div>
      <FileFacts result={result} />
      {!done && <Questions result={result} />}
      {!done && <Choices result={result} />}
      <SectionHead ref={head}>{done ? w.happened : w.would}</SectionHead>
      <Figures result={result} />
      {error !== null && (
        <p role="alert" className="px-4 pb-3 text-late">
          {error}
        </p>
      )}
      {!done && newRows(state) === 0 && result.questions.length === 0 && (
        <p className="px-4 pb-3 text-ink-2">{w.nothingNew}</p>
      )}
      {done && (
        <p className="px-4 pb-3 text-ink-2">
          <Kbd keys="mod+z" /> {w.undone}
        </p>
      )}
      <Issues result={result} />
      <ImportFindings result={result} />
    </div>
  );
}

/** Says, over the tab, what letting go would do. */
const Veil = () => (
  <div
    aria-hidden
    className="pointer-events-none absolute inset-2 z-20 flex flex-col items-center justify-center gap-1 rounded-lg border-2 border-dashed border-accent bg-accent-soft text-on-soft"
  >
    <FileDown size={28} strokeWidth={1.4} />
    <p className="text-title font-bold">{w.over}</p>
    <p>{w.overHow}</p>
  </div>
);

/** Moves the focus to what a file came to, where somebody waits for it: not out of a field they answer in. */
function useMoveOn(phase: Phase, head: RefObject<HTMLHeadingElement | null>): void {
  const last = useRef(phase);
  useEffect(() => {
    const before = last.current;
    last.current = phase;
    const isNew = phase !== before && (phase === 'done' || (phase === 'ready' && before !== 'importing'));
    const { activeElement } = document;
    const isFree = activeElement === null || activeElement === document.body || activeElement.tagName === 'BUTTON';
    if (!isNew || !isFree || activeElement?.closest('[role="radiogroup"]') != null) return;
    const question = document.querySelector<HTMLElement>('[data-question] :is(button, select)');
    (question ?? head.current)?.focus();
  }, [phase, head]);
}

/** Files into the roster, looked at before anything is read in, and out of it. */
export function FilesTab() {
  const phase = useRosterImport((state) => state.phase);
  const over = useFileDrop(takeRosterFile, w.several);
  const first = useRef<HTMLButtonElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const { label, run } = useNextStep();
  useListFocus(first, phase === 'none');
  useMoveOn(phase, head);
  useTabActions(run === null ? {} : { next: run });
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto" aria-label={w.label} role="region" tabIndex={-1}>
      <section aria-label={w.import}>
        <SectionHead>{w.import}</SectionHead>
        {phase === 'none' ? <Nothing first={first} /> : <Taken head={head} />}
      </section>
      <ExportSection />
      <p role="status" className="sr-only">
        {phase === 'none' ? '' : label}
      </p>
      {over && <Veil />}
    </div>
  );
}
