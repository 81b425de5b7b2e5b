import type { Command } from '../app/command-type.ts';
import { showsTickets } from '../app/screens.ts';
import { openDialog, useWindow } from '../app/window-store.ts';
import { useBoard } from '../tickets/board-store.ts';
import { c } from '../strings/en-clocks.ts';
import { auditCursor, fixPaused, openPaused } from './pauses-store.ts';
import {
  addPolicy,
  discardPolicy,
  duplicatePolicy,
  movePolicy,
  removePolicy,
  savePolicy,
  stepPolicy,
} from './policy-actions.ts';
import { focusEditor, focusList, focusPreview, focusVersions } from './policy-focus.ts';
import { openNow, usePolicies } from './policy-store.ts';
import { cancelReplay, runReplay, tryDraft, useReplay } from './replay-store.ts';
import { clocksTabs, onTab, showTab } from './tabs.ts';

const onClocks = (): boolean => useWindow.getState().screen === 'clocks';
const isEdited = (): boolean => onTab('policies')() && (openNow() ?? '') in usePolicies.getState().drafts;

const tabCommands: readonly Command[] = clocksTabs.map((tab, index) => ({
  id: `clocks.${tab}`,
  title: c.show(c.tabs[tab]),
  group: 'screen',
  keys: [String(index + 1)],
  scope: 'clocks',
  when: onClocks,
  run: () => showTab(tab),
}));

type Short = Pick<Command, 'id' | 'title' | 'keys' | 'run'> & Partial<Command>;
const onPolicies = (one: Short): Command => ({ group: 'screen', scope: 'clocks', when: onTab('policies'), ...one });

/** Between the list and the versions stands the whole editor: the key goes over it, and back. */
function toggleVersions(): void {
  const versions = !usePolicies.getState().versions;
  usePolicies.setState({ versions });
  if (versions) focusVersions();
  else focusList();
}

const policyCommands: readonly Command[] = [
  onPolicies({ id: 'policy.next', title: c.policy.next, keys: ['j'], quiet: true, run: () => stepPolicy(1) }),
  onPolicies({ id: 'policy.previous', title: c.policy.previous, keys: ['k'], quiet: true, run: () => stepPolicy(-1) }),
  onPolicies({ id: 'policy.up', title: c.policy.up, keys: ['alt+arrowup'], run: () => movePolicy(-1) }),
  onPolicies({ id: 'policy.down', title: c.policy.down, keys: ['alt+arrowdown'], run: () => movePolicy(1) }),
  onPolicies({ id: 'policy.new', title: c.policy.add, keys: ['n'], run: addPolicy }),
  onPolicies({ id: 'policy.edit', title: c.policy.edit, keys: ['e'], run: focusEditor }),
  onPolicies({ id: 'policy.duplicate', title: c.policy.duplicate, keys: ['d'], run: duplicatePolicy }),
  onPolicies({ id: 'policy.remove', title: c.policy.remove, keys: ['delete'], run: () => void removePolicy() }),
  onPolicies({ id: 'policy.try', title: c.policy.tryIt, keys: ['t'], run: tryDraft }),
  onPolicies({
    id: 'policy.versions',
    title: c.policy.history,
    keys: ['v'],
    run: toggleVersions,
  }),
  onPolicies({
    id: 'policy.preview',
    title: c.preview.title,
    keys: ['p'],
    run: () => {
      usePolicies.setState({ versions: false });
      focusPreview();
    },
  }),
  onPolicies({
    id: 'policy.save',
    title: c.policy.save,
    keys: ['mod+s'],
    anywhere: true,
    when: isEdited,
    run: () => void savePolicy(),
  }),
  onPolicies({ id: 'policy.discard', title: c.policy.reset, keys: ['shift+x'], when: isEdited, run: discardPolicy }),
];

const replayCommands: readonly Command[] = [
  onPolicies({
    id: 'replay.run',
    title: c.replay.run,
    keys: ['r'],
    when: onTab('replay'),
    run: () => void runReplay(),
  }),
  onPolicies({
    id: 'replay.stop',
    title: c.replay.cancel,
    keys: ['x'],
    when: () => onTab('replay')() && useReplay.getState().running !== null,
    run: cancelReplay,
  }),
];

const onPaused = (): boolean => onTab('pauses')() && auditCursor() !== null;
const pauseCommands: readonly Command[] = [
  onPolicies({ id: 'pauses.open', title: c.pauses.open, keys: ['o'], when: onPaused, run: openPaused }),
  onPolicies({ id: 'pauses.fix', title: c.pauses.fix, keys: ['s'], when: onPaused, run: fixPaused }),
];

const hasOne = (): boolean => {
  const { screen, ticketId } = useWindow.getState();
  return showsTickets(screen) && (ticketId ?? useBoard.getState().cursor.id) !== null;
};
const ledger: Command = {
  id: 'ticket.ledger',
  title: c.ledger.command,
  group: 'ticket',
  keys: ['e'],
  when: hasOne,
  run: () => openDialog('ledger'),
};

/** Keys of the Clocks screen, and what the palette finds there. */
export const clockCommands: readonly Command[] = [
  ...tabCommands,
  ...policyCommands,
  ...replayCommands,
  ...pauseCommands,
  ledger,
];
