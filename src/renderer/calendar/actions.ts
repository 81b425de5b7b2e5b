import { command } from '../app/actions.ts';
import { messageOf, sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { undo } from '../app/actions.ts';
import { client, orpc, queryClient } from '../client/client.ts';
import { c } from '../strings/en-calendar.ts';
import { t } from '../strings/en.ts';
import { fieldOf, made } from './draft.ts';
import { discard, savedOf, setCalendars, shownDraft, useCalendars } from './store.ts';

const readAgain = async (): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: orpc.calendar.list.key() });
  await queryClient.invalidateQueries({ queryKey: orpc.sla.policies.key() });
};

const refusedField = (error: unknown): string => {
  const data: unknown = (error as { data?: unknown } | null)?.data;
  const field = typeof data === 'object' && data !== null && 'field' in data ? data.field : '';
  return typeof field === 'string' ? field : '';
};

/** Saves what is shown; where it is refused, the reason stands at its field. */
export async function saveShown(): Promise<void> {
  const { shown, effective } = useCalendars.getState();
  const draft = shownDraft();
  if (shown === null || draft === null) return;
  const { calendar, wrong, owners } = made(draft);
  const name = draft.name.trim();
  if (name === '' || Object.keys(wrong).length > 0) {
    setCalendars({ refused: name === '' ? { name: c.needName } : {} });
    say({ title: c.fixFirst, tone: 'risk' });
    return;
  }
  try {
    const key = draft.key === null ? {} : { key: draft.key };
    const done = await whileSaving(client.calendar.save({ ...key, name, calendar, effective }));
    await readAgain();
    discard(shown);
    setCalendars({ shown: done.key });
    const { changeSet } = done;
    say({
      title: done.label,
      ...(changeSet !== null && {
        action: { label: t.toasts.undo, keys: 'mod+z', run: () => void undo(changeSet) },
      }),
    });
  } catch (error) {
    const field = fieldOf(refusedField(error), owners);
    if (field === '') sayError(error);
    else setCalendars({ refused: { [field]: messageOf(error) } });
    if (field !== '') say({ title: c.fixFirst, body: messageOf(error), tone: 'risk' });
  }
}

/** Removes what is shown; one that was never saved goes without asking the desk. */
export async function removeShown(): Promise<void> {
  const { shown } = useCalendars.getState();
  if (shown === null) return;
  if (savedOf(shown) === undefined) {
    discard(shown);
    say({ title: c.discarded });
    return;
  }
  if ((await command(client.calendar.remove({ key: shown }))) === null) return;
  await readAgain();
  setCalendars(({ drafts }) => {
    const { [shown]: _, ...kept } = drafts;
    return { drafts: kept, shown: null };
  });
}
