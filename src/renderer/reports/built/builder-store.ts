import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ReportSectionKind } from '../../../contract/index.ts';
import type { Draft, DraftKey } from './draft.ts';

type Kept = {
  /** Which report is being changed; null: none. */
  readonly editing: DraftKey | null;
  /** What is typed and not saved, by report: it stays over a reload, until it is saved or discarded. */
  readonly drafts: Readonly<Record<string, Draft>>;
};

type State = Kept & {
  /** The section under the cursor. */
  readonly section: ReportSectionKind | null;
  /** Sections as they were before each change of them. */
  readonly past: readonly (readonly ReportSectionKind[])[];
  /** Saving was refused: problems are said at every field. */
  readonly told: boolean;
};

/** The report that is being changed, on this machine alone until it is saved. */
export const useBuilder = create<State>()(
  persist((): State => ({ editing: null, drafts: {}, section: null, past: [], told: false }), {
    name: 'foredesk.reports.drafts',
    version: 1,
    partialize: ({ editing, drafts }): Kept => ({ editing, drafts }),
  }),
);

const fresh = { section: null, past: [], told: false } as const;

export function setBuilder(part: Partial<State>): void {
  useBuilder.setState(part);
}

export const openBuilder = (editing: DraftKey): void => setBuilder({ ...fresh, editing });
export const leaveBuilder = (): void => setBuilder({ ...fresh, editing: null });

/** Puts what is typed in the place of what was. */
export function keepDraft(key: DraftKey, draft: Draft): void {
  setBuilder({ drafts: { ...useBuilder.getState().drafts, [key]: draft } });
}

export function dropDraft(key: DraftKey): void {
  const { [key]: _, ...drafts } = useBuilder.getState().drafts;
  setBuilder({ drafts });
}

const mostSteps = 100;

/** Sections of a draft changed, with a way back. */
export function changeSections(
  key: DraftKey,
  draft: Draft,
  next: { readonly sections: readonly ReportSectionKind[]; readonly at: ReportSectionKind | null },
): void {
  const { past } = useBuilder.getState();
  if (next.sections.join() !== draft.sections.join()) setBuilder({ past: [...past, draft.sections].slice(-mostSteps) });
  keepDraft(key, { ...draft, sections: next.sections });
  setBuilder({ section: next.at });
}

/** Takes back the last change of sections. */
export function takeBack(key: DraftKey, draft: Draft): void {
  const { past } = useBuilder.getState();
  const sections = past.at(-1);
  if (sections === undefined) return;
  keepDraft(key, { ...draft, sections });
  setBuilder({ past: past.slice(0, -1) });
}
