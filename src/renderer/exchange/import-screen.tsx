import { useEffect, useRef } from 'react';
import { Header } from '../app/header.tsx';
import { keyOf, onMac } from '../app/keys.ts';
import { useWindow } from '../app/window-store.ts';
import { x } from '../strings/en-exchange.ts';
import { t } from '../strings/en.ts';
import { Button } from '../ui/button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ColumnsSection } from './columns-section.tsx';
import { DatesSection } from './dates-section.tsx';
import { chooseExport, DropVeil, useDrop } from './drop-zone.tsx';
import { FileSection } from './file-section.tsx';
import { startDryRun, startImport } from './flow.ts';
import { HistorySection } from './history-section.tsx';
import { isDone, isRunning, stepOf, ticketsToImport, useImport, type ImportState } from './import-store.ts';
import { openBoard } from './open-board.ts';
import { useUndone } from './use-undone.ts';
import { DryRunSection, RunSection } from './run-sections.tsx';
import { focusSection, isFocusAt } from './section.tsx';
import { StepBar } from './step-bar.tsx';
import { saidOf } from './said.ts';

const goKey = 'mod+enter';

type Next = { readonly label: string; readonly run: (() => void) | null };

/** The one thing to do next: shown at the top right, and done by its key from anywhere on the screen. */
function nextOf(state: ImportState, undone: boolean): Next {
  const { file, run } = state;
  if (file.phase === 'none') return { label: x.drop.choose, run: chooseExport };
  if (undone) return { label: x.drop.other, run: chooseExport };
  if (isDone(run)) return { label: x.run.openBoard, run: openBoard };
  if (isRunning(run)) return { label: x.run.importing, run: null };
  const step = stepOf(state);
  if (step === 'import') {
    const count = ticketsToImport(state);
    const ready = count > 0;
    return { label: ready ? x.run.importButton(count) : x.run.import, run: ready ? () => void startImport() : null };
  }
  const ready = step === 'dryRun' && !isRunning(state.dryRun);
  return { label: x.run.dryRun, run: ready ? () => void startDryRun() : null };
}

function useGoKey(run: (() => void) | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || keyOf(event, onMac()) !== goKey || useWindow.getState().dialog !== null) return;
      const at = event.target instanceof Element ? event.target : null;
      if (at?.closest('[role="dialog"], [role="listbox"], [role="menu"]') != null) return;
      event.preventDefault();
      run?.();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [run]);
}

type Place = { readonly section: string; readonly phase: string };

/** How far things have come: where the focus belongs when it changes. */
function placeOf(state: ImportState): Place {
  const { file, dryRun, run } = state;
  if (file.phase !== 'ready') return { section: 'file', phase: file.phase };
  if (run !== null) return { section: 'import', phase: isRunning(run) ? 'running' : 'over' };
  if (dryRun !== null) return { section: 'dryRun', phase: isRunning(dryRun) ? 'running' : 'over' };
  return { section: stepOf(state) === 'dates' ? 'dates' : 'file', phase: file.uploadId };
}

const floating = '[role="dialog"], [role="menu"], [role="listbox"]';

/**
 * Moves the focus to what has just come up, never out of something that floats. What a person begins takes the focus
 * along; what ends by itself takes it only from where it began.
 */
function useMoveOn(state: ImportState): void {
  const { section, phase } = placeOf(state);
  const before = useRef({ section, phase });
  const known = useRef(state.file.phase === 'ready' ? state.file.uploadId : '');
  useEffect(() => {
    const { current: last } = before;
    if (last.section === section && last.phase === phase) return;
    before.current = { section, phase };
    if (document.activeElement?.closest(floating) != null) return;
    const isReading = section === 'dates' || (section === 'file' && !['none', 'copying', 'looking'].includes(phase));
    // A changed answer or column takes a dry run away: whoever changes it stays where they are.
    if (isReading && known.current === phase) return;
    if (isReading) known.current = phase;
    if (phase === 'over' && !isFocusAt(section)) return;
    focusSection(section);
  }, [section, phase]);
}

const shortest = 36;

/** A name that leaves the header room: its beginning and its end. */
const shortName = (name: string): string =>
  name.length <= shortest ? name : `${name.slice(0, shortest - 12)}…${name.slice(-10)}`;

/** The Import screen: drop a file, answer what it leaves open, see what would happen, run it, take it back. */
export function ImportScreen() {
  const state = useImport();
  const over = useDrop();
  const next = nextOf(state, useUndone(state.run?.job?.id));
  useGoKey(next.run);
  useMoveOn(state);
  const said = saidOf(state);
  const action = (
    <Button look="primary" disabled={next.run === null} onClick={() => next.run?.()}>
      {next.label}
      <Kbd keys={goKey} on />
    </Button>
  );
  const { file } = state;
  return (
    <main className="relative flex min-h-0 flex-1 flex-col">
      <Header title={t.screens.import} action={action} {...(file.phase !== 'none' && { note: shortName(file.name) })} />
      <StepBar />
      <div data-scroller className="relative min-h-0 flex-1 overflow-y-auto border-t border-line">
        <FileSection />
        <DatesSection />
        <ColumnsSection />
        <DryRunSection />
        <RunSection />
        <HistorySection />
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      {over && <DropVeil />}
    </main>
  );
}
