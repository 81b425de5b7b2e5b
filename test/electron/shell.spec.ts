import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { asked, choose, root, switches, test } from './support/launch.ts';

test('a first start makes a desk and shows the console', async ({ bench }) => {
  const desk = join(bench.home, 'first.desk');
  const { app, page } = await bench.open({ desk });
  await expect(page.locator('body')).not.toBeEmpty();
  expect(page.url()).toMatch(/^foredesk:\/\/app\//);
  await expect(page).toHaveTitle(/Foredesk/);
  expect(existsSync(desk)).toBe(true);
  expect(app.windows()).toHaveLength(1);
});

test('the next start opens the desk used last', async ({ bench }) => {
  const desk = join(bench.home, 'kept.desk');
  const first = await bench.open({ desk });
  await first.app.close();
  const { app, page } = await bench.open();
  await expect(page.locator('body')).not.toBeEmpty();
  const remembered = JSON.parse(readFileSync(join(bench.home, 'user-data/preferences.json'), 'utf8')) as unknown;
  expect(remembered).toMatchObject({ deskFile: desk });
  expect(await asked(app)).toEqual([]);
});

test('a desk used last that has gone is asked for, not made anew', async ({ bench }) => {
  const gone = join(bench.home, 'gone.desk');
  const first = await bench.open({ desk: join(bench.home, 'there.desk') });
  await first.app.close();
  writeFileSync(join(bench.home, 'user-data/preferences.json'), JSON.stringify({ deskFile: gone }));
  const { code, asked } = await bench.runToEnd({ answers: ['Quit'] });
  expect(code).toBe(0);
  expect(asked.map((question) => question.message)).toEqual(['gone.desk could not be opened']);
  expect(existsSync(gone)).toBe(false);
});

test('the window keeps its place and size', async ({ bench }) => {
  const desk = join(bench.home, 'a.desk');
  const bounds = { x: 120, y: 90, width: 1180, height: 760 };
  const first = await bench.open({ desk });
  await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await expect
    .poll(() => first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds()))
    .toMatchObject({ width: 1180, height: 760 });
  await first.app.close();
  const { app } = await bench.open({ desk });
  const reopened = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(reopened).toMatchObject({ width: 1180, height: 760 });
});

test('a second start brings the first to the front and ends', async ({ bench }) => {
  const desk = join(bench.home, 'a.desk');
  const { app } = await bench.open({ desk });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const program = await app.evaluate(() => process.execPath);
  const second = spawn(program, [...switches(bench.home), root, '--desk', desk], { stdio: 'ignore' });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
  expect(app.windows()).toHaveLength(1);
});

test('a file that is not a desk is refused with ways out, and left as it was', async ({ bench }) => {
  const broken = join(bench.home, 'letter.desk');
  writeFileSync(broken, 'Dear colleague, this is not a database.');
  const app = await bench.launch({ desk: broken, answers: ['Start new…'], files: [join(bench.home, 'new.desk')] });
  const page = await app.firstWindow();
  await expect(page.locator('body')).not.toBeEmpty();
  const [question] = await asked(app);
  expect(question?.message).toBe('letter.desk could not be opened');
  expect(question?.detail).toContain(broken);
  expect(question?.buttons).toEqual(['Open another…', 'Start new…', 'Quit']);
  expect(readFileSync(broken, 'utf8')).toBe('Dear colleague, this is not a database.');
  expect(existsSync(join(bench.home, 'new.desk'))).toBe(true);
});

test('a desk that another Foredesk holds is refused until it is let go', async ({ bench }) => {
  const desk = join(bench.home, 'shared.desk');
  const holder = await bench.open({ desk });
  const refused = await bench.runToEnd({ desk, answers: ['Quit'], elsewhere: true });
  expect(refused.code).toBe(0);
  expect(refused.asked[0]?.detail).toContain('Another Foredesk has it open.');
  expect(refused.asked[0]?.buttons).toEqual(['Try again', 'Open another…', 'Start new…', 'Quit']);
  await holder.app.close();
  const { app } = await bench.open({ desk, elsewhere: true });
  expect(await asked(app)).toEqual([]);
});

test('opening another desk reloads the window on it; one that cannot be opened changes nothing', async ({ bench }) => {
  const second = join(bench.home, 'second.desk');
  const broken = join(bench.home, 'broken.desk');
  writeFileSync(broken, 'x'.repeat(5000));
  const { app, page } = await bench.open({ desk: join(bench.home, 'a.desk'), files: [second, broken] });
  await expect(page.locator('body')).not.toBeEmpty();
  await Promise.all([page.waitForEvent('load'), choose(app, 'new-desk')]);
  expect(existsSync(second)).toBe(true);
  await choose(app, 'open-desk');
  await expect.poll(() => asked(app)).toHaveLength(1);
  expect((await asked(app))[0]?.message).toBe('That desk could not be opened');
  expect((await asked(app))[0]?.detail).toContain('Your present desk stays open.');
});

test('a copy is saved from the menu', async ({ bench }) => {
  const copy = join(bench.home, 'copy.desk');
  const { app } = await bench.open({ desk: join(bench.home, 'a.desk'), files: [copy] });
  await choose(app, 'save-copy');
  await expect.poll(() => asked(app)).toHaveLength(1);
  expect((await asked(app))[0]?.message).toBe('The copy is saved');
  expect(readFileSync(copy).subarray(0, 15).toString()).toBe('SQLite format 3');
});

test('undo in the menu is the key pressed in the window, and the key is not taken from it', async ({ bench }) => {
  const { app, page } = await bench.open({ desk: join(bench.home, 'a.desk') });
  await expect(page.locator('body')).not.toBeEmpty();
  // Listening before anything is pressed.
  const pressed = await page.evaluateHandle(() => {
    const heard: string[] = [];
    window.addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() === 'z')
        heard.push(`${event.ctrlKey ? 'ctrl+' : ''}${event.shiftKey ? 'shift+' : ''}z`);
    });
    return heard;
  });
  await page.keyboard.press('Control+z');
  await choose(app, 'undo');
  await choose(app, 'redo');
  await expect.poll(() => pressed.jsonValue()).toEqual(['ctrl+z', 'ctrl+z', 'ctrl+shift+z']);
});
