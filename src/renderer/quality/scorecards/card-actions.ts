import { chooseFile } from '../../app/choose-file.ts';
import type { Scorecard, ScorecardBody } from '../../../contract/index.ts';
import { command, undo } from '../../app/actions.ts';
import { sayError } from '../../app/errors.ts';
import { saveFile } from '../../app/save-file.ts';
import { whileSaving } from '../../app/saving.ts';
import { say } from '../../app/toasts.tsx';
import { client, orpc, queryClient } from '../../client/client.ts';
import { cw } from '../../strings/en-quality-cards.ts';
import { t } from '../../strings/en.ts';
import { setQuality } from '../quality-store.ts';
import { closeBuilder, openBuilder, resume, setPlace, useBuilder } from './builder-store.ts';
import { placeOf, problemsOf } from './problems.ts';

/** The form alone: what the desk adds to it in its lists is not part of it. */
export const bodyOf = ({ name, purpose, sections, causes, passPercent }: ScorecardBody): ScorecardBody => ({
  name,
  purpose,
  sections,
  causes,
  passPercent,
});

/** Opens a scorecard in the builder, with what was changed of it and left there. */
export function openCard(card: Scorecard): void {
  setQuality({ cardId: card.id });
  if (resume(card.id)) return;
  const body = bodyOf(card);
  openBuilder({ id: card.id, version: card.version, reviews: card.reviews, saved: body, draft: body });
}

export function beginCard(draft: ScorecardBody): void {
  openBuilder({ id: null, version: 0, reviews: 0, saved: null, draft: bodyOf(draft) });
}

const undoAction = (changeSet: string | null) =>
  changeSet === null ? {} : { action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) } };

/** Saves the form as a new version and says who keeps the old one. False where something is wrong; the cursor is there. */
export async function saveBuilder(): Promise<boolean> {
  const { draft, open } = useBuilder.getState();
  if (draft === null || open === null) return false;
  const [problem] = problemsOf(draft);
  if (problem !== undefined) {
    useBuilder.setState({ told: true });
    setPlace(placeOf(problem.path));
    say({ title: cw.refused, body: problem.text, tone: 'late' });
    return false;
  }
  try {
    const id = open.id;
    const done = await whileSaving(client.quality.cardSave({ ...(id !== null && { id }), card: draft }));
    const isNew = done.version !== open.version;
    say({
      title: isNew ? cw.savedAs(draft.name, done.version) : cw.nothingChanged,
      ...(isNew && open.reviews > 0 && { body: cw.keep(open.reviews, open.version) }),
      ...undoAction(done.changeSet),
    });
    setQuality({ cardId: done.id });
    // What was typed while it was being saved stays changed.
    useBuilder.setState({ open: { ...open, id: done.id, version: done.version }, saved: draft, told: false });
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}

/** Back to what was saved; a new one is closed. */
export function discardBuilder(): void {
  const { open, saved } = useBuilder.getState();
  if (open === null) return;
  if (saved === null) closeBuilder();
  else openBuilder({ ...open, saved, draft: saved });
}

export async function exportCard(id: string): Promise<void> {
  try {
    const { fileName, text } = await whileSaving(client.quality.cardExport({ id }));
    saveFile(fileName, text, 'application/json');
    say({ title: cw.exported(fileName) });
  } catch (error) {
    sayError(error);
  }
}

async function importText(text: string): Promise<void> {
  const done = await command(client.quality.cardImport({ text }));
  if (done === null) return;
  setQuality({ cardId: done.id });
  await queryClient.invalidateQueries({ queryKey: orpc.quality.cards.key() });
}

/** Asks for a file with the platform's own dialog. */
export function chooseCardFile(): void {
  chooseFile('.json,application/json', (file) => void file.text().then(importText));
}

/** A retired scorecard scores nothing new; it can be used again. */
export async function toggleActive(card: Scorecard): Promise<void> {
  try {
    const done = await whileSaving(client.quality.cardSave({ id: card.id, card: bodyOf(card), active: !card.active }));
    say({ title: (card.active ? cw.retiredNow : cw.activeNow)(card.name), ...undoAction(done.changeSet) });
  } catch (error) {
    sayError(error);
  }
}
