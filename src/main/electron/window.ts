import { resolve } from 'node:path';
import { BrowserWindow, screen } from 'electron';
import { appUrl } from './asset-path.ts';
import { isOurs } from './hardening.ts';
import { placeWindow, smallestWindow, type WindowState } from './window-state.ts';

/** The console's one window: sandboxed, isolated, without Node, shown once it has something to show. */
export function createWindow(saved: WindowState | undefined, keep: (state: WindowState) => void): BrowserWindow {
  const window = new BrowserWindow({
    ...placeWindow(saved, workAreas()),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Foredesk',
    show: false,
    webPreferences: {
      preload: resolve(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      // Clocks go on counting in a window that is covered or minimised.
      backgroundThrottling: false,
    },
  });
  if (saved?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keep({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  return window;
}

/** Loads the console, or loads it again. @throws Error when it is not there to load. */
export async function loadConsole(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(appUrl);
  } catch (error) {
    // Something the page tried on its way (a frame, an address that is refused) fails the promise, not the page.
    if (window.isDestroyed() || !isOurs(window.webContents.getURL())) throw error;
  }
}

/** The main screen first. */
function workAreas() {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id);
  return [main, ...others].map((display) => display.workArea);
}
