import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { call } from '@orpc/server';
import { nodePorts } from '../src/main/desk/node-ports.ts';
import { openDesk } from '../src/main/desk/open-desk.ts';
import { serveDesk } from '../src/main/serve/server.ts';
import { ensureBuilt } from './support/build.ts';
import { findChromium } from './support/chromium.ts';
import { at } from './support/process.ts';

/** `npm run screenshots`: the pictures of the README, from the real console on a sample desk. */
const folder = mkdtempSync(join(tmpdir(), 'foredesk-shots-'));
const browserPath = await findChromium();
if ('reason' in browserPath) throw new Error(browserPath.reason);
await ensureBuilt();

const desk = await openDesk(join(folder, 'Northwind Support.desk'), nodePorts());
const context = desk.session({ trusted: true });
await call(desk.router.desk.sample, { tickets: 2000, seed: 1 }, { context });
await call(desk.router.desk.settings, { name: 'Northwind Support', timeZone: 'Europe/Lisbon' }, { context });
const server = await serveDesk(desk, { port: 0 });
const browser = await chromium.launch({
  executablePath: browserPath.path,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, deviceScaleFactor: 1 });
  await page.goto(server.address);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await board(page);
    await page.screenshot({ path: at(`docs/images/board-${scheme}.png`) });
  }
} finally {
  await browser.close();
  await server.close();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
}

/** At risk, grouped by band, the second ticket open beside it. */
async function board(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /At risk/ })
    .or(page.getByRole('button', { name: /At risk/ }))
    .first()
    .click();
  const rows = page.getByRole('row');
  await rows.nth(2).waitFor();
  await rows.nth(2).click();
  await page.keyboard.press('Enter');
  await page.getByPlaceholder(/Reply to/).waitFor();
  await page.mouse.move(700, 840);
}
