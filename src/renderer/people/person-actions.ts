import type { Person } from '../../contract/index.ts';
import { undo } from '../app/actions.ts';
import { sayError } from '../app/errors.ts';
import { whileSaving } from '../app/saving.ts';
import { say } from '../app/toasts.tsx';
import { client, orpc, queryClient } from '../client/client.ts';
import { p } from '../strings/en-people.ts';
import { t } from '../strings/en.ts';
import { setOf, type PersonDraft } from './person-draft.ts';

const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: orpc.people.key() });

/** Puts somebody back as they were; only what the form knows. */
async function putBack({ id, ...set }: Person): Promise<void> {
  try {
    await whileSaving(client.people.update({ id, set }));
    await refresh();
    say({ title: p.restored(set.name) });
  } catch (error) {
    sayError(error);
  }
}

/** Saves somebody the desk knows. False where it was refused. */
export async function savePerson(before: Person, draft: PersonDraft): Promise<boolean> {
  try {
    const after = await whileSaving(client.people.update({ id: before.id, set: setOf(draft) }));
    await refresh();
    say({ title: p.saved(after.name), action: { label: t.toasts.undo, run: () => void putBack(before) } });
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
}

/** Adds somebody; their id, or null where it was refused. */
export async function addPerson(draft: PersonDraft): Promise<string | null> {
  try {
    const { id, name } = await whileSaving(client.people.create(setOf(draft)));
    await refresh();
    say({ title: p.added(name), action: { label: t.toasts.undo, run: () => void undo() } });
    return id;
  } catch (error) {
    sayError(error);
    return null;
  }
}
