import type { PeopleColumn } from './people-rows.ts';
import { setRoster, useRoster } from './roster-store.ts';

/** Another column; the same one again turns it round. */
export function sortBy(by: PeopleColumn): void {
  const { sort } = useRoster.getState();
  setRoster({ sort: { by, down: sort.by === by && !sort.down } });
}
