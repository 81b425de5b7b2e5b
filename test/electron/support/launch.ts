import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

export const root = resolve(import.meta.dirname, '../../..');

export type Launch = {
  /** Left out: the desk that was used last. */
  readonly desk?: string;
  /** What the person picks in the message boxes that come up, by the label of the button, in turn. */
  readonly answers?: readonly string[];
  /** What the person picks in the file dialogs that come up, in turn. */
  readonly files?: readonly string[];
  /** As another person of this machine: with another memory of what was open. */
  readonly elsewhere?: boolean;
};
export type Asked = { readonly message: string; readonly detail: string; readonly buttons: readonly string[] };

export type Bench = {
  /** A folder of this test alone: desks, and what the app remembers. */
  readonly home: string;
  /** Starts the app. It is closed after the test if the test does not. */
  launch(options?: Launch): Promise<ElectronApplication>;
  /** Starts the app and waits for its window. */
  open(options?: Launch): Promise<{ readonly app: ElectronApplication; readonly page: Page }>;
  /** Starts the app and waits until it ends by itself. */
  runToEnd(options?: Launch): Promise<{ readonly code: number | null; readonly asked: readonly Asked[] }>;
};

/** A bench to start the app on, as `npm start` does, but with a person who answers the system's own dialogs. */
export const test = base.extend<{ bench: Bench }>({
  // Playwright wants a destructured first argument, even of nothing.
  bench: async ({ browserName: _ }, use) => {
    const home = mkdtempSync(join(tmpdir(), 'foredesk-electron-'));
    const running: ElectronApplication[] = [];
    const launch = async (options: Launch = {}): Promise<ElectronApplication> => {
      const app = await start(home, options);
      running.push(app);
      return app;
    };
    await use({
      home,
      launch,
      open: async (options) => {
        const app = await launch(options);
        const page = await app.firstWindow();
        page.setDefaultTimeout(10_000);
        return { app, page };
      },
      runToEnd: (options) => runToEnd(home, options ?? {}),
    });
    for (const app of running) await app.close().catch(() => undefined);
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
});

const program = (): string => process.env['FOREDESK_ELECTRON'] ?? String(createRequire(import.meta.url)('electron'));

/** Playwright comes in first, the app begins then: a window that is made while it comes in sometimes holds both up. */
async function start(home: string, options: Launch): Promise<ElectronApplication> {
  const args = argsFor(home, { ...options, held: true });
  const app = await _electron.launch({ args, executablePath: program(), timeout: 30_000 });
  await app.evaluate(() => (globalThis as unknown as { person: Person }).person.begin());
  return app;
}

async function runToEnd(home: string, options: Launch): Promise<{ code: number | null; asked: readonly Asked[] }> {
  const child = spawn(program(), argsFor(home, options), { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, asked: JSON.parse(readFileSync(join(home, 'asked.json'), 'utf8')) as Asked[] };
}

function argsFor(home: string, options: Launch & { readonly held?: boolean }): string[] {
  const { desk, held = false } = options;
  const person = join(home, 'person.cjs');
  writeFileSync(person, personWho(options, held, join(home, 'asked.json')));
  const memory = options.elsewhere === true ? join(home, 'elsewhere') : home;
  return [...switches(memory), '-r', person, root, ...(desk === undefined ? [] : ['--desk', desk])];
}

/** As root, which is what a container usually is, Chromium runs only without its sandbox. */
export function switches(home: string): string[] {
  const userData = `--user-data-dir=${join(home, 'user-data')}`;
  return process.getuid?.() === 0 ? ['--no-sandbox', userData] : [userData];
}

/**
 * Loaded before the app: answers the dialogs and receives the notifications of the system, which nobody is there to see.
 * What was asked and shown is kept in `globalThis.person`.
 */
function personWho({ answers = [], files = [] }: Launch, held: boolean, record: string): string {
  return `
    const { app, dialog, Notification } = require('electron');
    const answers = ${JSON.stringify(answers)}, files = ${JSON.stringify(files)};
    const person = (globalThis.person = { asked: [], shown: [], begin: () => {} });
    if (${String(held)}) {
      const begun = new Promise((begin) => (person.begin = begin));
      const whenReady = app.whenReady.bind(app);
      app.whenReady = () => Promise.all([whenReady(), begun]).then(() => undefined);
    }
    dialog.showMessageBox = async (...args) => {
      const asked = args.at(-1);
      person.asked.push({ message: asked.message, detail: asked.detail, buttons: asked.buttons });
      require('node:fs').writeFileSync(${JSON.stringify(record)}, JSON.stringify(person.asked));
      const picked = asked.buttons.indexOf(answers.shift());
      return { response: picked < 0 ? asked.cancelId ?? 0 : picked, checkboxChecked: false };
    };
    dialog.showErrorBox = (message, detail) => person.asked.push({ message, detail, buttons: [] });
    dialog.showOpenDialog = async () => {
      const file = files.shift();
      return { canceled: !file, filePaths: file ? [file] : [] };
    };
    dialog.showSaveDialog = async () => {
      const file = files.shift();
      return { canceled: !file, filePath: file ?? '' };
    };
    Notification.isSupported = () => true;
    Notification.prototype.show = function () { person.shown.push(this); };
  `;
}

type Person = {
  readonly begin: () => void;
  readonly asked: Asked[];
  readonly shown: { title: string; body: string; emit(event: 'click'): void }[];
};

/** What the message boxes have said so far. */
export const asked = (app: ElectronApplication): Promise<Asked[]> =>
  app.evaluate(() => (globalThis as unknown as { person: Person }).person.asked);

/** The notifications that came up so far. */
export const shown = (app: ElectronApplication): Promise<{ title: string; body: string }[]> =>
  app.evaluate(() =>
    (globalThis as unknown as { person: Person }).person.shown.map(({ title, body }) => ({ title, body })),
  );

export const clickNotification = (app: ElectronApplication, index: number): Promise<void> =>
  app.evaluate((_electron, at) => {
    (globalThis as unknown as { person: Person }).person.shown[at]?.emit('click');
  }, index);

/** Chooses an item of the application's menu. */
export const choose = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, item) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(item);
    if (!found) throw new Error(`No menu item ${item}`);
    Reflect.apply(found.click, found, []);
  }, id);
