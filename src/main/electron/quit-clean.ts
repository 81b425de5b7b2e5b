import { app } from 'electron';

/** Puts off quitting until what is open is closed. */
export function quitClean(close: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close().finally(() => {
      state = 'closed';
      // Not in this turn: Electron overlooks a quit that comes before it has seen this one refused.
      setImmediate(() => app.quit());
    });
  });
}
