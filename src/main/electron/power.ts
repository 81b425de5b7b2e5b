import { powerMonitor } from 'electron';

/** Timers stand still while the machine sleeps: `wake` runs when it comes back, and when the screen is unlocked. */
export function onWake(wake: () => void): void {
  powerMonitor.on('resume', wake);
  powerMonitor.on('unlock-screen', wake);
}
