import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, expect, test, type Page } from '@playwright/test';
import { root, switches } from './support/launch.ts';

const program = join(root, 'dist/linux-unpacked/foredesk');

test.skip(process.platform !== 'linux', 'packages for Linux are tried on Linux');

test.beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/dist.ts'), '--linux', 'dir'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
});

test('the packaged app starts, opens a desk, ends cleanly and starts again on it', async () => {
  const home = mkdtempSync(join(tmpdir(), 'foredesk-packaged-'));
  const desk = join(home, 'packaged.desk');
  try {
    for (const args of [['--desk', desk], []]) {
      const { child, page } = await start(home, args);
      await expect(page.locator('body')).not.toBeEmpty();
      await expect(page).toHaveTitle(/Foredesk/);
      expect(page.url()).toMatch(/^foredesk:\/\/app\//);
      expect(existsSync(desk)).toBe(true);
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      expect(code).toBe(0);
    }
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('its threads run from inside the package: the sample desk is made and shown', async () => {
  const home = mkdtempSync(join(tmpdir(), 'foredesk-packaged-'));
  try {
    const { child, page } = await start(home, ['--desk', join(home, 'sample.desk')]);
    await page.getByRole('button', { name: /sample/i }).click();
    await expect(page.getByRole('button', { name: 'All tickets 2,000' })).toBeVisible({ timeout: 30_000 });
    child.kill('SIGTERM');
    await once(child, 'exit');
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a question is answered in a process from inside the package, which is no Node, and stopped (ASK-14)', async () => {
  const home = mkdtempSync(join(tmpdir(), 'foredesk-packaged-'));
  const file = join(home, 'ask.desk');
  try {
    for (const subject of ['Late', 'Later', 'Latest', 'Never'])
      call(file, 'tickets.create', { subject, channel: 'email', requester: { name: 'Ann' } });
    call(file, 'desk.settings', { started: true });
    const { child, page } = await start(home, ['--desk', file]);
    await expect(page.getByRole('list', { name: 'Views' })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('x');
    await expect(page.getByRole('listbox', { name: 'Try one of these' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('grid', { name: 'Pivot table' }).getByRole('gridcell').last()).toHaveText('4');
    await page.keyboard.press('1');
    await page.keyboard.press('e');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(
      'WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1e12) SELECT count(*) FROM c',
    );
    await page.keyboard.press('Control+Enter');
    const status = page.getByRole('main').getByRole('status');
    await expect(status).toHaveText('Being answered');
    await page.keyboard.press('Escape');
    await expect(status).toHaveText('Stopped. Nothing was answered.');
    child.kill('SIGTERM');
    await once(child, 'exit');
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a review is made a PDF in it, its face read from inside the package', async () => {
  const home = mkdtempSync(join(tmpdir(), 'foredesk-packaged-'));
  const file = join(home, 'quality.desk');
  try {
    const { id: assigneeId } = call(file, 'people.create', { name: 'Ada Lund' }) as { id: string };
    call(file, 'desk.settings', { started: true });
    const { templates } = call(file, 'quality.cardTemplates', {}) as { templates: object[] };
    call(file, 'quality.cardSave', { card: templates[0] });
    const { id: ticketId } = call(file, 'tickets.create', {
      subject: 'Late',
      channel: 'email',
      requester: { name: 'Ann' },
      assigneeId,
    }) as {
      id: string;
    };
    const { id } = call(file, 'quality.reviewMake', { ticketId, reviewerId: null }) as { id: string };
    call(file, 'quality.skip', { id, reason: 'Spam' });
    const { child, page } = await start(home, ['--desk', file]);
    await expect(page.getByRole('list', { name: 'Views' })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await expect(page.getByRole('grid', { name: 'Reviews' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^Save as PDF/ })).toBeVisible();
    await page.keyboard.press('p');
    await expect(page.getByText('Saved review 1.pdf')).toBeVisible();
    child.kill('SIGKILL');
    await once(child, 'exit');
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('it is no Node to be borrowed', async () => {
  // Read off the program itself: a fuse that is off is the character 0 (48) in its wire.
  const fuses = await getCurrentFuseWire(program);
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
  ];
  expect(off.map((fuse) => Number(fuses[fuse]))).toEqual([48, 48, 48]);
  const asNode = spawnSync(program, ['-e', 'console.log("borrowed")'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
    timeout: 10_000,
  });
  expect(asNode.error).toBeUndefined();
  expect(asNode.stdout).not.toContain('borrowed');
});

/** One call on the command line of the repository, on a desk nobody has open. */
function call(file: string, procedure: string, input: object): unknown {
  const args = ['src/main/cli/index.ts', '--desk', file, 'call', procedure, JSON.stringify(input)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(status, `${procedure}: ${stdout}${stderr}`).toBe(0);
  return JSON.parse(stdout);
}

/** The fuses refuse Node's inspector, so Playwright comes in by Chromium's own port. */
async function start(home: string, args: readonly string[]): Promise<{ child: ChildProcess; page: Page }> {
  const child = spawn(program, [...switches(home), '--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const port = await new Promise<string>((found, failed) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const number = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (number !== undefined) found(number);
    });
    child.on('exit', (code) => failed(new Error(`The app ended with code ${String(code)}: ${said}`)));
  });
  const address = `http://127.0.0.1:${port}`;
  // Coming in while the window is being made sometimes waits for ever.
  await expect
    .poll(async () => (await fetch(`${address}/json/list`)).text(), { timeout: 30_000 })
    .toContain('foredesk://app/');
  const [context] = (await chromium.connectOverCDP(address)).contexts();
  if (!context) throw new Error('No window to look at');
  return { child, page: context.pages()[0] ?? (await context.waitForEvent('page')) };
}
