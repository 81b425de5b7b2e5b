import { goTo } from '../app/window-store.ts';
import { showTab } from '../roster/roster-store.ts';

/** Where shifts and logs of states come in from files. */
export function openRosterFiles(): void {
  showTab('files');
  goTo('roster');
}
