import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { Live } from '../../contract/index.ts';
import type { OpenDesk } from '../desk/open-desk.ts';
import { openFirstDesk, openOtherDesk, saveCopy } from './app-desk.ts';
import { createCarrier } from './carrier.ts';
import { createConsoleWindow } from './console-window.ts';
import { createDialogs } from './desk-dialogs.ts';
import { createDeskHolder } from './desk-holder.ts';
import { refusePermissions } from './hardening.ts';
import { setMenu, type MenuActions } from './menu.ts';
import { notify } from './notifications.ts';
import { onWake } from './power.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import { serveApp } from './protocol.ts';
import { quitClean } from './quit-clean.ts';

/** Runs Foredesk in Electron: one desk, one window, until it is quit. */
export function runApp(asked: string | null): void {
  const parts = createParts();
  app.on('second-instance', () => parts.window.focus());
  app.on('window-all-closed', () => app.quit());
  quitClean(() => {
    parts.carrier.hangUp();
    return parts.holder.close();
  });
  start(asked, parts).catch((error: unknown) => {
    dialog.showErrorBox('Foredesk could not start', error instanceof Error ? error.message : String(error));
    app.quit();
  });
}

type Parts = ReturnType<typeof createParts>;

function createParts() {
  const preferences = join(app.getPath('userData'), 'preferences.json');
  const window = createConsoleWindow(preferences);
  const heed = (live: Live): void => notify(live, (id) => window.showTicket(id));
  return {
    preferences,
    window,
    carrier: createCarrier(() => window.current()?.webContents ?? null),
    dialogs: createDialogs(() => window.current()),
    holder: createDeskHolder(heed),
  };
}

async function start(asked: string | null, parts: Parts): Promise<void> {
  await app.whenReady();
  refusePermissions();
  serveApp();
  setMenu(menuActions(parts), process.platform === 'darwin', !app.isPackaged);
  onWake(() => parts.holder.current()?.wake());
  const { deskFile: last } = readPreferences(parts.preferences);
  const usual = join(app.getPath('userData'), 'Foredesk.desk');
  const desk = await openFirstDesk({ asked, last, usual }, parts.holder, parts.dialogs);
  if (desk) await use(desk, parts);
  else app.quit();
}

/** From now on the window works on this desk, and the next start opens it. */
async function use(desk: OpenDesk, parts: Parts): Promise<void> {
  parts.carrier.serve(desk);
  writePreferences(parts.preferences, { deskFile: desk.file });
  await parts.window.show();
}

async function switchTo(chosen: Promise<string | null>, parts: Parts): Promise<void> {
  const file = await chosen;
  const desk = file === null ? null : await openOtherDesk(file, parts.holder, parts.dialogs);
  if (desk) await use(desk, parts);
}

function menuActions(parts: Parts): MenuActions {
  const { dialogs, holder, window } = parts;
  return {
    newDesk: () => void switchTo(dialogs.newDesk(join(app.getPath('documents'), 'New.desk')), parts),
    openDesk: () => void switchTo(dialogs.openDesk(), parts),
    saveCopy: () => {
      const desk = holder.current();
      if (desk) void saveCopy(desk, Date.now(), dialogs);
    },
    about: () => void dialogs.tell('info', `Foredesk ${app.getVersion()}`, holder.current()?.file ?? ''),
    press: (key, modifiers) => window.press(key, modifiers),
  };
}
