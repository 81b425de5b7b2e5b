import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { root, test } from './support/launch.ts';

test.setTimeout(180_000);

/** The packaged app does not run as Node: what answers here is Electron's own utility process. SPEC ASK-14. */
test('a question is answered in a process of its own, and one without an end is stopped while the window goes on', async ({
  bench,
}) => {
  const desk = join(bench.home, 'ask.desk');
  const made = spawnSync(
    process.execPath,
    ['src/main/cli/index.ts', 'sample', '--tickets', '300', '--seed', '3', '--out', desk],
    { cwd: root, encoding: 'utf8' },
  );
  expect(made.status, made.stderr).toBe(0);
  const { page } = await bench.open({ desk });
  await expect(page.getByRole('list', { name: 'Views' })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  await expect(page.getByRole('heading', { level: 1, name: 'Ask' })).toBeVisible();
  await page.keyboard.press('e');
  const status = page.getByRole('main').getByRole('status');
  const ask = async (sql: string): Promise<void> => {
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(sql);
    await page.keyboard.press('Control+Enter');
  };
  await ask('SELECT count(*) AS n FROM tickets');
  await expect(status).toContainText('1 row in', { timeout: 30_000 });
  await expect(page.getByRole('grid', { name: 'Answer' }).getByRole('gridcell')).toHaveText('300');

  await ask('SELECT count(*) FROM events a, events b, events c, events d');
  await expect(status).toHaveText('Being answered');
  await page.keyboard.press('Escape');
  await expect(status).toHaveText('Stopped. Nothing was answered.');
  await ask('SELECT count(*) FROM events a, events b, events c, events d');
  await expect(status).toContainText('Stopped after 10 s', { timeout: 60_000 });
  await ask('SELECT 1 AS one, 2 AS two');
  await expect(status).toContainText('1 row in');
});
