import type { Programme } from '../../../contract/index.ts';
import { undo } from '../../app/actions.ts';
import { sayError } from '../../app/errors.ts';
import { keepFocus } from '../../app/keep-focus.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client } from '../../client/client.ts';
import { pw } from '../../strings/en-onboarding-programmes.ts';
import { t } from '../../strings/en.ts';
import { setOnboarding } from '../onboarding-store.ts';
import { closeBuilder, openBuilder, resume, setPlace, takeBack, useBuilder } from './builder-store.ts';
import { bodyOf, newProgramme } from './draft.ts';
import { placeOf, problemsOf } from './problems.ts';

/** Opens a programme to be changed, with what was changed of it and left; a template as a copy of its own. */
export function openProgramme(programme: Programme): void {
  setOnboarding({ programmeKey: programme.key });
  const body = bodyOf(programme);
  const { template, key, archived } = programme;
  if (template)
    openBuilder({
      id: null,
      archived: false,
      saved: null,
      draft: { ...body, name: pw.copyOf(body.name).slice(0, 100) },
    });
  else if (!resume(key)) openBuilder({ id: key, archived, saved: body, draft: body });
}

export const beginProgramme = (): void => {
  if (!resume(null)) openBuilder({ id: null, archived: false, saved: null, draft: newProgramme() });
};

/** Saves the draft. False where something is wrong; the cursor is there then. */
export async function saveProgramme(): Promise<boolean> {
  const { draft, id, archived } = useBuilder.getState();
  if (draft === null) return false;
  const [problem] = problemsOf(draft);
  if (problem !== undefined) {
    useBuilder.setState({ told: true });
    setPlace(placeOf(problem.path));
    say({ title: pw.refused, body: problem.text, tone: 'late' });
    return false;
  }
  try {
    const work = client.onboarding.programmeSave({ ...(id !== null && { id }), programme: draft, archived });
    const done = await whileSaving(work);
    const { changeSet } = done;
    say({
      title: done.label,
      body: pw.keep,
      ...(changeSet !== null && { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } }),
    });
    setOnboarding({ programmeKey: done.id });
    // What was typed while it was being saved stays changed.
    useBuilder.setState({ id: done.id, saved: draft, told: false });
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}

/** Back to what was saved; a new one is closed. */
export function discardProgramme(): void {
  const { id, archived, saved } = useBuilder.getState();
  if (saved === null) closeBuilder();
  else openBuilder({ id, archived, saved, draft: saved });
  keepFocus();
}

export function takeBackLast(): void {
  say({ title: takeBack() ? pw.takenBack : pw.nothingBack });
  keepFocus();
}
