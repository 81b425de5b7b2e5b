import { app } from 'electron';
import { hardenEverything } from './hardening.ts';
import { launchOptions } from './launch-options.ts';
import { registerAppScheme } from './protocol.ts';
import { runApp } from './run-app.ts';

// All of this has to happen before the app is ready, so nothing is awaited on the way.
// `--no-sandbox` is for tests that run as root; with both, child processes refuse to start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Chromium's own switch, which Electron heeds by itself only when packaged: a place of its own for a trial or a test.
if (app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', app.commandLine.getSwitchValue('user-data-dir'));
}
registerAppScheme();
hardenEverything();

const { deskFile } = launchOptions(process.argv.slice(1), process.cwd());

if (app.requestSingleInstanceLock()) {
  runApp(deskFile);
} else {
  // The one that runs already comes to the front. Nothing is open here yet, so there is nothing to close; a polite quit this
  // early sometimes never comes.
  app.exit(0);
}
