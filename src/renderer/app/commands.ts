import type { Selection, TicketPatch } from '../../contract/index.ts';
import { calendarCommands } from '../calendar/commands.ts';
import { callbackCommands } from '../callbacks/commands.ts';
import { orpc, queryClient } from '../client/client.ts';
import { standUpCommands } from '../reports/commands.ts';
import { relationCommands } from '../relations/commands.ts';
import { alsoWords } from '../strings/en-commands.ts';
import { t } from '../strings/en.ts';
import { updateTickets } from '../tickets/actions.ts';
import { setPicked, useBoard, type BoardHandle } from '../tickets/board-store.ts';
import { exportView } from '../tickets/export-view.ts';
import { focusComposer, leaveComposer } from '../tickets/composer.tsx';
import { setMode } from '../tickets/drafts.ts';
import { allPicked, asSelection, nothingPicked, pickedCount, togglePick } from '../tickets/selection.ts';
import {
  changeView,
  goTo,
  openDialog,
  openHistory,
  openPicker,
  openTicket,
  setWindow,
  useWindow,
  type PickerName,
} from './window-store.ts';
import { redo, undo } from './actions.ts';
import { whereKeysGo } from './closing.ts';
import { dayCommands } from '../day/commands.ts';
import { customerCommands } from '../customers/commands.ts';
import { escalationCommands } from '../escalation/commands.ts';
import { triageCommands } from '../intake/commands.ts';
import type { Command } from './command-type.ts';
import { rulesCommands } from '../automation/commands.ts';
import { ticketRuleCommands } from '../automation/ticket-commands.ts';
import { peopleCommands } from '../people/commands.ts';
import { screens, showsTickets } from './screens.ts';
import { rosterCommands } from '../roster/commands.ts';
import { qualityCommands } from '../quality/commands.ts';
import { coachingCommands } from '../coaching/commands.ts';
import { askCommands } from '../ask/commands.ts';
import { hiringCommands } from '../hiring/commands.ts';
import { onboardingCommands } from '../onboarding/commands.ts';
import { trainingCommands } from '../training/commands.ts';
import { staffingCommands } from '../staffing/commands.ts';
import { clockCommands } from '../sla/commands.ts';
import { knownViews, saveView, stepView } from '../tickets/views.ts';
import { say } from './toasts.tsx';

type CommandId = keyof typeof t.commands.titles;
type Untitled = Omit<Command, 'title' | 'id'> & { readonly id: CommandId };

export type { Command } from './command-type.ts';

const board = (): BoardHandle | null => useBoard.getState().handle;
const onQueues = (): boolean => useWindow.getState().screen === 'queues';
const onTickets = (): boolean => showsTickets(useWindow.getState().screen);
const hasBoard = (): boolean => onTickets() && board() !== null;
const ticketId = (): string | null => useWindow.getState().ticketId;
const hasTicket = (): boolean => onTickets() && ticketId() !== null;
const somePicked = (): boolean => {
  const { picked, total } = useBoard.getState();
  return pickedCount(picked, total) > 0;
};

/** What a command on tickets acts on: the ticked ones, else the open one, else the one under the cursor. */
function target(): Selection | null {
  const { picked, filter, cursor } = useBoard.getState();
  const id = ticketId() ?? cursor.id;
  return asSelection(picked, filter) ?? (id === null ? null : { ids: [id] });
}
/** The open ticket, else the one under the cursor. */
const oneTicket = (): string | null => ticketId() ?? useBoard.getState().cursor.id;
const hasOne = (): boolean => onTickets() && oneTicket() !== null;
const hasTarget = (): boolean => onTickets() && target() !== null;

function change(set: TicketPatch): void {
  const selection = target();
  if (selection !== null) void updateTickets(selection, set);
}

/** Opens a picker on the ticked tickets, or on the ticket, which is opened first. */
function pickFor(picker: PickerName): void {
  const { cursor } = useBoard.getState();
  if (!somePicked() && ticketId() === null) {
    if (cursor.id === null) return;
    openTicket(cursor.id);
  }
  openPicker(picker);
}

function write(mode: 'reply' | 'note'): void {
  const id = ticketId() ?? useBoard.getState().cursor.id;
  if (id === null) return;
  if (ticketId() === null) openTicket(id);
  setMode(id, mode);
  focusComposer(id);
}

function assignToMe(): void {
  const me = queryClient.getQueryData(orpc.desk.info.queryKey())?.me ?? null;
  if (me === null) openDialog('settings');
  else change({ assigneeId: me });
}

/** One step back: out of writing, then the ticket, then the ticked ones. */
function stepBack(): void {
  // A picker has the keys only a frame after it opens: until then its Esc comes here.
  if (useWindow.getState().picker !== null) {
    openPicker(null);
    return;
  }
  const focused = whereKeysGo(document.activeElement);
  if (focused instanceof HTMLTextAreaElement || focused instanceof HTMLInputElement) {
    leaveComposer(focused);
    focused.blur();
  } else if (ticketId() !== null) {
    openTicket(null);
    if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  } else if (somePicked()) setPicked(nothingPicked);
  board()?.focus();
}

function shownView() {
  const { viewId, drafts } = useWindow.getState();
  const saved = knownViews().find((view) => view.id === viewId) ?? knownViews()[0];
  return saved === undefined ? null : { ...saved, ...drafts[saved.id] };
}

function switchLayout(): void {
  const view = shownView();
  if (view !== null) changeView(view.id, { layout: view.layout === 'table' ? 'kanban' : 'table' });
}

function tickCursor(): void {
  const { cursor, picked } = useBoard.getState();
  if (cursor.id === null) return;
  setPicked(togglePick(picked, cursor.id));
}

const nextTheme = { system: 'light', light: 'dark', dark: 'system' } as const;

type Move = Parameters<BoardHandle['move']>[0];
const move = (id: CommandId, keys: readonly string[], to: Move, extend = false): Untitled => ({
  id,
  group: extend ? 'select' : 'move',
  keys,
  scope: 'board',
  quiet: true,
  when: hasBoard,
  run: () => board()?.move(to, extend),
});

const across = (id: CommandId, key: string, by: 1 | -1, carry: boolean): Untitled => ({
  id,
  group: 'move',
  keys: [key],
  scope: 'board',
  quiet: true,
  when: () => hasBoard() && (carry ? board()?.carry : board()?.moveAcross) !== undefined,
  run: () => (carry ? board()?.carry?.(by) : board()?.moveAcross?.(by)),
});

const picker = (id: CommandId, key: string, name: PickerName): Untitled => ({
  id,
  group: 'ticket',
  keys: [key],
  when: hasTarget,
  run: () => pickFor(name),
});

const going: readonly Untitled[] = [
  {
    id: 'palette',
    group: 'go',
    keys: ['mod+k', '/'],
    anywhere: true,
    run: () => openDialog('palette'),
  },
  { id: 'view.next', group: 'go', keys: [']'], when: onQueues, run: () => stepView(1) },
  { id: 'view.previous', group: 'go', keys: ['['], when: onQueues, run: () => stepView(-1) },
];

const moving: readonly Untitled[] = [
  move('move.next', ['j'], 'next'),
  move('move.previous', ['k'], 'previous'),
  move('move.down', ['arrowdown'], 'next'),
  move('move.up', ['arrowup'], 'previous'),
  move('move.first', ['home'], 'first'),
  move('move.last', ['end'], 'last'),
  move('move.pageDown', ['pagedown'], 'pageDown'),
  move('move.pageUp', ['pageup'], 'pageUp'),
  across('move.right', 'arrowright', 1, false),
  across('move.left', 'arrowleft', -1, false),
  across('carry.right', 'shift+arrowright', 1, true),
  across('carry.left', 'shift+arrowleft', -1, true),
  {
    id: 'open',
    group: 'move',
    keys: ['enter', 'o'],
    scope: 'board',
    quiet: true,
    when: () => hasBoard() && useBoard.getState().cursor.id !== null,
    run: () => openTicket(useBoard.getState().cursor.id),
  },
  { id: 'back', group: 'move', keys: ['escape'], anywhere: true, quiet: true, run: stepBack },
];

const ticketWork: readonly Untitled[] = [
  { id: 'ticket.new', group: 'ticket', keys: ['c'], run: () => openDialog('newTicket') },
  { id: 'ticket.reply', group: 'ticket', keys: ['r'], when: hasTarget, run: () => write('reply') },
  {
    id: 'ticket.note',
    group: 'ticket',
    keys: ['n'],
    when: hasTarget,
    run: () => write('note'),
  },
  picker('ticket.status', 's', 'status'),
  picker('ticket.assign', 'a', 'assignee'),
  { id: 'ticket.mine', group: 'ticket', keys: ['i'], when: hasTarget, run: assignToMe },
  picker('ticket.priority', 'p', 'priority'),
  picker('ticket.queue', 'q', 'queue'),
  picker('ticket.tag', 't', 'tags'),
  {
    id: 'ticket.category',
    group: 'ticket',
    keys: ['shift+c'],
    when: () => hasTicket() && !somePicked(),
    run: () => pickFor('category'),
  },
  {
    id: 'ticket.events',
    group: 'ticket',
    keys: ['y'],
    when: hasTicket,
    run: () => setWindow(({ shown }) => ({ shown: shown === 'all' ? 'talk' : 'all' })),
  },
  {
    id: 'ticket.history',
    group: 'ticket',
    keys: ['h'],
    when: hasOne,
    run: () => openHistory(oneTicket()),
  },
];

const selecting: readonly Untitled[] = [
  {
    id: 'select.toggle',
    group: 'select',
    keys: ['x'],
    quiet: true,
    when: hasBoard,
    run: tickCursor,
  },
  move('select.down', ['shift+arrowdown', 'shift+j'], 'next', true),
  move('select.up', ['shift+arrowup', 'shift+k'], 'previous', true),
  {
    id: 'select.all',
    group: 'select',
    keys: ['mod+a'],
    when: hasBoard,
    run: () => setPicked(allPicked),
  },
  {
    id: 'select.none',
    group: 'select',
    keys: ['shift+x'],
    when: somePicked,
    run: () => setPicked(nothingPicked),
  },
];

const viewing: readonly Untitled[] = [
  {
    id: 'view.filter',
    group: 'view',
    keys: ['f'],
    when: onQueues,
    run: () => openPicker('addFilter'),
  },
  {
    id: 'view.columns',
    group: 'view',
    keys: ['w'],
    when: () => onQueues() && shownView()?.layout === 'table',
    run: () => openPicker('columns'),
  },
  { id: 'view.layout', group: 'view', keys: ['v'], when: onQueues, run: switchLayout },
  {
    id: 'view.save',
    group: 'view',
    keys: ['mod+s'],
    anywhere: true,
    when: onQueues,
    run: () => {
      const view = shownView();
      if (view !== null) void saveView(view);
    },
  },
  {
    id: 'view.saveAs',
    group: 'view',
    keys: ['mod+shift+s'],
    anywhere: true,
    when: onQueues,
    run: () => openDialog('saveView'),
  },
  {
    id: 'view.export',
    group: 'view',
    keys: ['shift+e'],
    when: onQueues,
    run: () => {
      const view = shownView();
      if (view !== null) void exportView(view);
    },
  },
];

const onDesk: readonly Untitled[] = [
  { id: 'undo', group: 'desk', keys: ['mod+z', 'u'], run: () => void undo() },
  { id: 'redo', group: 'desk', keys: ['mod+shift+z', 'mod+y'], run: () => void redo() },
  {
    id: 'side',
    group: 'desk',
    keys: ['mod+b'],
    anywhere: true,
    run: () => setWindow(({ sideFolded }) => ({ sideFolded: !sideFolded })),
  },
  {
    id: 'theme',
    group: 'desk',
    keys: ['shift+d'],
    run: () => {
      const theme = nextTheme[useWindow.getState().theme];
      setWindow({ theme });
      say({ title: `${t.settings.theme}: ${t.settings[theme].toLowerCase()}` });
    },
  },
  {
    id: 'settings',
    group: 'desk',
    keys: ['mod+,'],
    anywhere: true,
    run: () => openDialog('settings'),
  },
  { id: 'history', group: 'desk', keys: ['shift+h'], run: () => openHistory(null) },
  { id: 'keymap', group: 'desk', keys: ['?'], run: () => openDialog('keymap') },
];

/** Every command of the window, in one table: keys, palette and key map are all made from it. */
export const commands: readonly Command[] = [
  ...standUpCommands,
  ...callbackCommands,
  ...escalationCommands,
  ...relationCommands,
  ...rulesCommands,
  ...screens.map(({ screen, key }): Command => ({
    id: `go.${screen}`,
    title: t.commands.goTo(t.screens[screen]),
    group: 'go',
    keys: [key],
    run: () => goTo(screen),
  })),
  ...[...going, ...moving, ...ticketWork, ...selecting, ...viewing, ...onDesk].map((command) => ({
    ...command,
    title: t.commands.titles[command.id],
  })),
  ...dayCommands,
  ...rosterCommands,
  ...staffingCommands,
  ...qualityCommands,
  ...coachingCommands,
  ...onboardingCommands,
  ...trainingCommands,
  ...hiringCommands,
  ...askCommands,
  ...customerCommands,
  ...triageCommands,
  ...ticketRuleCommands,
  ...peopleCommands,
  ...clockCommands,
  ...calendarCommands,
];

/** Other words for commands of any screen, by id. */
export const alsoFor = ({ id, also }: Command): string | undefined => also ?? alsoWords[id];

export const commandById = (id: string): Command | undefined => commands.find((command) => command.id === id);

/** The key shown where a command acts. */
export const keyOfCommand = (id: string): string | undefined => commandById(id)?.keys[0];

/** A sign or a letter is text where one writes, whatever the command. */
export const worksWhileTyping = (command: Command, key: string): boolean =>
  command.anywhere === true && (key.startsWith('mod+') || key === 'escape');

export const isPossible = (command: Command): boolean => command.when?.() ?? true;
