import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Modifier } from './press-key.ts';

/** What the menu can ask for; the entry decides how. */
export type MenuActions = {
  newDesk(): void;
  openDesk(): void;
  saveCopy(): void;
  about(): void;
  /** A key the window itself answers, as if it had been pressed there. */
  press(key: string, modifiers: readonly Modifier[]): void;
};

/** `development` adds reload and the developer tools, which the packaged app does not have. */
export function setMenu(actions: MenuActions, mac: boolean, development: boolean): void {
  const app: MenuItemConstructorOptions[] = mac ? [{ role: 'appMenu' }] : [];
  const menu = Menu.buildFromTemplate([
    ...app,
    fileMenu(actions, mac),
    editMenu(actions, mac),
    viewMenu(development),
    { role: 'windowMenu' },
    helpMenu(actions),
  ]);
  Menu.setApplicationMenu(menu);
}

const fileMenu = (actions: MenuActions, mac: boolean): MenuItemConstructorOptions => ({
  label: '&File',
  submenu: [
    { id: 'new-desk', label: '&New desk…', click: () => actions.newDesk() },
    { id: 'open-desk', label: '&Open desk…', accelerator: 'CmdOrCtrl+O', click: () => actions.openDesk() },
    { type: 'separator' },
    { id: 'save-copy', label: 'Save a &copy (backup)…', click: () => actions.saveCopy() },
    { type: 'separator' },
    mac ? { role: 'close' } : { role: 'quit', label: '&Quit' },
  ],
});

const editMenu = (actions: MenuActions, mac: boolean): MenuItemConstructorOptions => ({
  label: '&Edit',
  submenu: [
    ...(mac ? macUndo : windowUndo(actions)),
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ],
});

/** macOS asks the page first and needs the roles for text fields to undo at all. */
const macUndo: MenuItemConstructorOptions[] = [{ role: 'undo' }, { role: 'redo' }];

/**
 * Elsewhere the key belongs to the window: in a text field it undoes typing, on the board it undoes the last change. The
 * menu shows the key without taking it, and choosing the item presses it.
 */
const windowUndo = (actions: MenuActions): MenuItemConstructorOptions[] => [
  {
    id: 'undo',
    label: '&Undo',
    accelerator: 'Ctrl+Z',
    registerAccelerator: false,
    click: () => actions.press('Z', ['control']),
  },
  {
    id: 'redo',
    label: '&Redo',
    accelerator: 'Ctrl+Shift+Z',
    registerAccelerator: false,
    click: () => actions.press('Z', ['control', 'shift']),
  },
];

const viewMenu = (development: boolean): MenuItemConstructorOptions => ({
  label: '&View',
  submenu: [
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'resetZoom', label: 'Actual size' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
    ...(development ? developerItems : []),
  ],
});

const developerItems: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
];

const helpMenu = (actions: MenuActions): MenuItemConstructorOptions => ({
  role: 'help',
  label: '&Help',
  submenu: [
    { id: 'keys', label: '&Keyboard shortcuts', click: () => actions.press('?', ['shift']) },
    { id: 'about', label: '&About Foredesk', click: () => actions.about() },
  ],
});
