import type { BrowserWindow } from 'electron';
import { pressIn, type Modifier } from './press-key.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import { createWindow, loadConsole } from './window.ts';

/** The one window of the console, which may not be there yet, or not any more. */
export type ConsoleWindow = {
  current(): BrowserWindow | null;
  /** Opens the window, or loads it again. */
  show(): Promise<void>;
  /** Brings the window to the front. */
  focus(): void;
  /** Brings the window to the front with a ticket open; null for no particular one. */
  showTicket(id: string | null): void;
  press(key: string, modifiers: readonly Modifier[]): void;
};

export function createConsoleWindow(preferences: string): ConsoleWindow {
  let window: BrowserWindow | null = null;

  const make = (): BrowserWindow => {
    const made = createWindow(readPreferences(preferences).window, (state) =>
      writePreferences(preferences, { window: state }),
    );
    made.on('closed', () => (window = null));
    return made;
  };
  const focus = (): void => {
    if (window?.isMinimized() === true) window.restore();
    window?.show();
    window?.focus();
  };
  return {
    current: () => window,
    show() {
      window ??= make();
      return loadConsole(window);
    },
    focus,
    showTicket(id) {
      focus();
      if (id !== null) window?.webContents.send('foredesk:show-ticket', id);
    },
    press(key, modifiers) {
      if (window) pressIn(window.webContents, key, modifiers);
    },
  };
}
