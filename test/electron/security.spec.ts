import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './support/launch.ts';

test('the window has no Node and only the bridge', async ({ bench }) => {
  const { app, page } = await bench.open({ desk: join(bench.home, 'a.desk') });
  const globals = await page.evaluate(() => ({
    node: ['process', 'require', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
    bridge: Object.keys((globalThis as unknown as { foredesk: object }).foredesk).sort(),
  }));
  expect(globals).toEqual({ node: [], bridge: ['connect', 'platform'] });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the page runs nothing it did not come with', async ({ bench }) => {
  const { page } = await bench.open({ desk: join(bench.home, 'a.desk') });
  const policy = await page.evaluate(async () => {
    const { headers } = await fetch('/index.html');
    return headers.get('content-security-policy') ?? '';
  });
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  const ran = await page.evaluate(async () => {
    const three = new Promise<string[]>((done) => {
      const refused: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        if (refused.push(event.effectiveDirective) === 3) done(refused.sort());
      });
    });
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const image = document.createElement('img');
    const failed = new Promise((done) => image.addEventListener('error', done));
    image.src = 'https://example.com/pixel.png';
    document.body.append(image);
    await failed;
    const fetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    return { injected: 'injected' in window, fetched, refused: await three };
  });
  expect(ran).toEqual({ injected: false, fetched: false, refused: ['connect-src', 'img-src', 'script-src-elem'] });
});

test('only the built window is served', async ({ bench }) => {
  const { page } = await bench.open({ desk: join(bench.home, 'a.desk') });
  const statuses = await page.evaluate(async () => {
    const paths = ['/index.html', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/nowhere.js', '/%00.html'];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('leaving, new windows, frames and permissions are refused', async ({ bench }) => {
  const { app, page } = await bench.open({ desk: join(bench.home, 'a.desk') });
  const before = page.url();
  const refused = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com/';
    document.body.append(frame);
    window.location.href = 'https://example.com/';
    window.location.href = 'file:///etc/passwd';
    const place = await new Promise<number>((done) => {
      navigator.geolocation.getCurrentPosition(
        () => done(0),
        (error) => done(error.code),
      );
    });
    return { opened: window.open('https://example.com/') !== null, place, notify: Notification.permission };
  });
  expect(refused).toEqual({ opened: false, place: 1, notify: 'denied' });
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test('the desk answers only its own window', async ({ bench }) => {
  const { app, page } = await bench.open({ desk: join(bench.home, 'a.desk') });
  await expect(page.locator('body')).not.toBeEmpty();
  const given = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const [ours] = BrowserWindow.getAllWindows();
    const stranger = new BrowserWindow({ show: false });
    await stranger.loadURL('data:text/html,<p>Not ours</p>');
    const portsFor = (window: Electron.BrowserWindow | undefined): number => {
      if (!window) return -1;
      let ports = 0;
      const { webContents } = window;
      const post = webContents.postMessage.bind(webContents);
      webContents.postMessage = (_channel, _message, transfer) => void (ports += transfer?.length ?? 0);
      ipcMain.emit('foredesk:connect', { sender: webContents, senderFrame: webContents.mainFrame });
      webContents.postMessage = post;
      return ports;
    };
    return { ours: portsFor(ours), stranger: portsFor(stranger) };
  });
  expect(given).toEqual({ ours: 1, stranger: 0 });
});
