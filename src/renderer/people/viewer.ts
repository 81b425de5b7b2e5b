import { isLead, type Viewer } from '../../domain/people/viewer.ts';
import { useInfo, usePeople } from '../client/use-desk.ts';

/** Whoever uses the desk, and whether they coach: others read their own page, acknowledge, and tick their own actions. */
export function useViewer(): Viewer & { readonly leads: boolean } {
  const id = useInfo().data?.me ?? null;
  const people = usePeople();
  const viewer = { id, role: people.find((person) => person.id === id)?.role ?? null };
  return { ...viewer, leads: isLead(viewer) };
}
